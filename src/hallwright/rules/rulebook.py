"""All rules together: found by looking into this package, so that a new rule is one new file."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
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
    return gravest_first(finding for some in one_by_one(show) for finding in some)


def one_by_one(show: Show) -> Iterator[list[Finding]]:
    """Yield what each rule finds, in the order of the rules' names, so that a window can breathe between them."""
    for name in sorted(rules()):
        yield rules()[name](show)


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the errors first, else in their order."""
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(findings, key=lambda finding: order[finding.severity])
