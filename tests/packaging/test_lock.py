"""The lock file serves pyproject.toml: everything declared is pinned, by hash, and from no particular host."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def pins(lock: str) -> dict[str, list[tuple[str, list[str]]]]:
    """Name -> (version, hashes) for each pin; a name may be pinned twice for different Pythons."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for block in re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text("utf-8")):
        if head := re.match(r"([a-z0-9.-]+)==([^ ;\\]+)", block):
            hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})\b", block)
            found.setdefault(head[1], []).append((head[2], hashes))
    return found


def declared(*groups: str) -> list[Requirement]:
    """What pyproject.toml asks for: run-time dependencies, the build backend and the given groups."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for group in groups:
        lines += project["dependency-groups"][group]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(("lock", "groups"), [("requirements.txt", ()), ("requirements-dev.txt", ("dev",))])
def test_every_dependency_is_pinned_to_an_allowed_version(lock: str, groups: tuple[str, ...]) -> None:
    pinned = pins(lock)
    for requirement in declared(*groups):
        versions = [version for version, _ in pinned.get(canonicalize_name(requirement.name), [])]
        assert versions, f"{lock} lacks {requirement.name}: run sh packaging/lock"
        assert all(requirement.specifier.contains(version) for version in versions), (requirement, versions)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str) -> None:
    pinned = pins(lock)
    assert len(pinned) > 20
    assert [name for name, entries in pinned.items() if not all(hashes for _, hashes in entries)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_host_and_says_how_to_remake_it(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "sh packaging/lock" in text.splitlines()[1]
    assert not re.search(r"://|--(extra-)?index-url|--find-links|\b(pypi|files)\.", text)


def test_the_test_tools_stand_on_top_of_the_same_versions() -> None:
    run, dev = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {name: dev.get(name) for name in run} == run


def test_the_build_group_is_what_the_build_backend_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["dependency-groups"]["build"] == project["build-system"]["requires"]
