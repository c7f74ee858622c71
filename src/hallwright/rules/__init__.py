"""Checks over an expo, one file each; a new rule is one new file."""
