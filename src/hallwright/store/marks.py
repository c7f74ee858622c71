"""What marks a project file, known without loading what writes it."""

SCHEMA = 7
"""Number of the schema that this program writes; ``PRAGMA user_version`` of a project file."""

APPLICATION_ID = 0x68577274
"""``hWrt``: marks a SQLite file as a Hallwright project."""
