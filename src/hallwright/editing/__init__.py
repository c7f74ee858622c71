"""Change, Session, and every edit of an expo as a pure function ``(show, arguments) -> Change``."""
