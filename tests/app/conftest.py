"""Windows of one run of the program leave nothing behind."""

from tests.desktop.conftest import swept

__all__ = ["swept"]
