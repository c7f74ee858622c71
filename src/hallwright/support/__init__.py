"""Paths, text, ids and files: what every room may use and what knows nothing of an expo."""
