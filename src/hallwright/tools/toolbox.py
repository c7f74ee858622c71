"""All tools, found by looking into this package: a new tool is one new file."""

import importlib
import pkgutil

import hallwright.tools
from hallwright.tools.tool import Tool


def toolbox() -> list[Tool]:
    """Return one new instance of every tool, in the order of the tool rail."""
    found: list[Tool] = []
    for info in pkgutil.iter_modules(hallwright.tools.__path__):
        module = importlib.import_module(f"{hallwright.tools.__name__}.{info.name}")
        declared = [value for value in vars(module).values() if isinstance(value, type) and issubclass(value, Tool)]
        found += [made() for made in declared if made is not Tool and made.__module__ == module.__name__]
    return sorted(found, key=lambda tool: tool.order)
