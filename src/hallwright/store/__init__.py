"""Projects on disk: SQLAlchemy Core on SQLite, one transaction for each change."""
