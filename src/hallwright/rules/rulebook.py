"""All rules together: found by looking into this package, so that a new rule is one new file."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import Any

import hallwright.rules
from hallwright.expo.show import Show
from hallwright.geometry.steps import Steps
from hallwright.rules.finding import Finding
from hallwright.rules.profile import Profile, profile_of

Check = Callable[[Show, Profile], list[Finding]]


@cache
def rules() -> dict[str, Check]:
    """Return each rule's check by the rule's name: every module here that declares ``RULE`` and ``check``.

    A rule whose limits are in the profile takes it as the second argument of its ``check``; the others need none.
    """
    return {name: _with_profile(module.check) for name, module in _modules().items()}


@cache
def _modules() -> dict[str, ModuleType]:
    names = (info.name for info in pkgutil.iter_modules(hallwright.rules.__path__))
    modules = (importlib.import_module(f"{hallwright.rules.__name__}.{name}") for name in names)
    return {module.RULE: module for module in modules if hasattr(module, "RULE")}


def _with_profile(check: Callable[..., Any]) -> Check:
    if len(inspect.signature(check).parameters) > 1:
        return check
    return lambda show, _: check(show)


def check(show: Show, profile: Profile | None = None) -> list[Finding]:
    """Run every rule over a show; findings in the order of the rules' names, errors first.

    Args:
        show: the expo.
        profile: the limits to check against; None for those that the event names.
    """
    return gravest_first(finding for some in one_by_one(show, profile) for finding in some)


def one_by_one(show: Show, profile: Profile | None = None) -> Iterator[list[Finding]]:
    """Yield what each rule finds, in the order of the rules' names, so that a window can breathe between them.

    A rule that takes its time in a large hall declares ``hall_steps(show, hall, profile)``: it gives way now and then,
    which is told by an empty list.
    """
    limits = profile or profile_of(show)
    for name, module in sorted(_modules().items()):
        if not hasattr(module, "hall_steps"):
            yield rules()[name](show, limits)
            continue
        for hall in show.halls:
            yield from _step_by_step(module.hall_steps(show, hall, limits))


def _step_by_step(steps: Steps[list[Finding]]) -> Iterator[list[Finding]]:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            yield end.value
            return
        yield []


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the errors first, else in their order."""
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(findings, key=lambda finding: order[finding.severity])
