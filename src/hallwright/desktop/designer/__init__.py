"""The designer of badges: templates drawn by staff, seen with real people."""
