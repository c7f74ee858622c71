"""Hallwright: draw exhibition halls at true scale, place exhibitors, print plans and badges."""

__version__ = "0.1.0"
