"""Project files: SQLite under SQLAlchemy Core; the only room that knows SQL."""
