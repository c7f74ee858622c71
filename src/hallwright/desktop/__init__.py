"""The window: Qt widgets over a Session."""
