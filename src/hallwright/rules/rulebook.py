"""All rules together: found by looking into this package, so that a new rule is one new file."""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from types import ModuleType

import hallwright.rules
from hallwright.expo.show import Show
from hallwright.rules.finding import Finding

Check = Callable[[Show], list[Finding]]


@cache
def rules() -> dict[str, Check]:
    """Return each rule's check by the rule's name: every module here that declares ``RULE`` and ``check``."""
    found: dict[str, Check] = {}
    for info in pkgutil.iter_modules(hallwright.rules.__path__):
        module: ModuleType = importlib.import_module(f"{hallwright.rules.__name__}.{info.name}")
        if hasattr(module, "RULE"):
            found[module.RULE] = module.check
    return found


def check(show: Show) -> list[Finding]:
    """Run every rule over a show; findings in the order of the rules' names, errors first."""
    findings = [finding for name in sorted(rules()) for finding in rules()[name](show)]
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(findings, key=lambda finding: order[finding.severity])
