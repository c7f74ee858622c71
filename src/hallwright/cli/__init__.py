"""The command line: everything the window does to data and files, with the same code."""
