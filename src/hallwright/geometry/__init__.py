"""Integer millimetres and plane shapes; y grows downwards, as on a screen and in most booking systems."""
