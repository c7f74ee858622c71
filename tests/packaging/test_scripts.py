"""The shell scripts: valid POSIX sh, and they neither trust a half-made environment nor install as a plain user."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = ("packaging/run", "packaging/test", "packaging/bench", "packaging/lock", "packaging/lib.sh", ".ci/run")
SH = shutil.which("sh")

pytestmark = pytest.mark.skipif(SH is None, reason="needs a POSIX shell")


def sh(*args: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs the shell with nothing of this machine's Python settings."""
    assert SH is not None
    clean = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LC_ALL": "C.UTF-8", **env}
    return subprocess.run([SH, *args], cwd=cwd, env=clean, capture_output=True, text=True, check=False, timeout=60)


def executable(path: Path, text: str) -> None:
    """Writes a shell script that can be called by name."""
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the scripts and locks beside a stand-in for Python that writes down what it was asked."""
    copy = tmp_path / "a checkout"
    shutil.copytree(ROOT / "packaging", copy / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    for lock in ("requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / lock, copy)
    tools = tmp_path / "tools"
    tools.mkdir()
    executable(
        tools / "python3",
        f"""
printf '%s\\n' "$*" >>"{tmp_path}/asked"
case "$*" in
    *version_info*) echo 3.11 ;;
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    *"pip install"*) [ ! -e "{tmp_path}/offline" ] ;;
esac""",
    )
    executable(tools / "ldconfig", f'cat "{tmp_path}/libraries"')
    (tmp_path / "libraries").write_text("".join(f"\t{name} (libc6) => /lib/{name}\n" for name in QT_LIBRARIES), "utf-8")
    return copy


QT_LIBRARIES = (
    "libGL.so.1",
    "libEGL.so.1",
    "libxkbcommon.so.0",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libX11.so.6",
    "libglib-2.0.so.0",
)


def start(checkout: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """sh packaging/run in the copy, with the stand-ins first on the path."""
    path = f"{checkout.parent / 'tools'}:{os.environ['PATH']}"
    return sh(str(checkout / "packaging/run"), *args, cwd=checkout.parent, PATH=path, **env)


def asked(checkout: Path) -> list[str]:
    """What Python was called with since the last look."""
    log = checkout.parent / "asked"
    lines = log.read_text("utf-8").splitlines()
    log.unlink()
    return lines


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_valid_shell(script: str) -> None:
    assert sh("-n", script).stderr == ""


def test_run_without_a_display_renders_the_sample(checkout: Path) -> None:
    done = start(checkout)
    assert done.returncode == 0, done.stderr
    assert asked(checkout)[-1] == "-m hallwright.app.main --offscreen out"


def test_arguments_pass_through_unchanged(checkout: Path) -> None:
    assert start(checkout, "info", "my show.expo").returncode == 0
    assert asked(checkout)[-1] == "-m hallwright.app.main info my show.expo"


def test_the_second_start_installs_nothing(checkout: Path) -> None:
    start(checkout)
    first = asked(checkout)
    assert any("--require-hashes" in line for line in first)
    start(checkout)
    assert [line for line in asked(checkout) if "pip" in line or "venv" in line] == []


def test_a_failed_installation_is_refused_and_made_anew(checkout: Path) -> None:
    offline = checkout.parent / "offline"
    offline.touch()
    done = start(checkout)
    assert done.returncode == 2
    assert "requirements.txt could not be installed" in done.stderr
    assert "hallwright.app.main" not in "\n".join(asked(checkout))
    offline.unlink()
    assert start(checkout).returncode == 0
    assert any(line.startswith("-m venv") for line in asked(checkout))


def test_a_changed_lock_makes_the_environment_anew(checkout: Path) -> None:
    start(checkout)
    asked(checkout)
    with (checkout / "requirements.txt").open("a") as lock:
        lock.write("# changed\n")
    start(checkout)
    assert any("--require-hashes" in line for line in asked(checkout))


def test_a_plain_user_is_told_the_line_to_run(checkout: Path) -> None:
    tools = checkout.parent / "tools"
    executable(tools / "id", "echo 1000")
    executable(tools / "apt-get", "exit 99")
    libraries = checkout.parent / "libraries"
    libraries.write_text(libraries.read_text("utf-8").replace("libEGL.so.1", "libEGL.so.9"), "utf-8")
    done = start(checkout)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1"
    )


def test_a_window_needs_more_libraries_than_a_rendering(checkout: Path) -> None:
    tools = checkout.parent / "tools"
    executable(tools / "id", "echo 0")
    executable(tools / "apt-get", f'printf "%s\\n" "$*" >>"{checkout.parent}/apt"')
    assert start(checkout, DISPLAY=":0").returncode == 0
    assert asked(checkout)[-1] == "-m hallwright.app.main --sample"
    update, install = (checkout.parent / "apt").read_text("utf-8").splitlines()
    assert update.endswith(" update")
    assert "--no-install-recommends libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1" in install
    assert "libgl1" not in install


def test_the_test_tools_are_added_to_a_finished_environment(checkout: Path) -> None:
    start(checkout)
    asked(checkout)
    path = f"{checkout.parent / 'tools'}:{os.environ['PATH']}"
    done = sh(str(checkout / "packaging/test"), "tests/expo", cwd=checkout.parent, PATH=path)
    assert done.returncode == 0, done.stderr
    calls = [line for line in asked(checkout) if "version_info" not in line]
    assert [line.split()[-1] for line in calls] == [str(checkout / "requirements-dev.txt").split()[-1], "tests/expo"]
    start(checkout)
    assert not any("pip" in line for line in asked(checkout))
