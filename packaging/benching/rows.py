"""Rows of the bench's table, and each group of them."""

import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import copyfile
from typing import Any

from benching.badgepeers import installed
from benching.printpeers import printing_peers
from benching.running import FONT, Run, floor, probe, wall

_COMMAND = (sys.executable, "-m", "hallwright.app.main", "print", "plan")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: the median of several runs.

    Attributes:
        n: how many booths or badges.
        unit: ``ms``, ``per_second`` or ``mb``.
        floor: the same figure of the bare loop in the same run, or None.
        peer: what the floor is.
    """

    name: str
    n: int
    value: float
    unit: str
    floor: float | None = None
    peer: str = ""

    @property
    def ratio(self) -> float | None:
        """Value in parts of the floor."""
        return self.value / self.floor if self.floor else None

    def plain(self) -> dict[str, Any]:
        """Return the row as JSON has it."""
        return {
            "name": self.name,
            "n": self.n,
            "value": _rounded(self.value),
            "unit": self.unit,
            "floor": _rounded(self.floor),
            "ratio": _rounded(self.ratio),
            "peer": self.peer,
        }


def _rounded(value: float | None) -> float | None:
    """Keep four digits or more; a bench is not more exact than that."""
    return None if value is None else float(f"{value:.4g}") if abs(value) < 1000 else float(round(value))


@dataclass(frozen=True, slots=True)
class Setting:
    """How much is measured.

    Attributes:
        folder: where the projects to measure lie.
        rounds: how often every figure is taken, its floor in turn.
        quick: tiny shows, to see that everything runs.
    """

    folder: Path
    rounds: int
    quick: bool

    def size(self, count: int) -> int:
        """Return how many booths or badges to take for a figure that speaks of ``count``."""
        return max(count // 100, 20) if self.quick else count

    def steps(self, count: int) -> int:
        """Return how many frames to take."""
        return 6 if self.quick else count

    def project(self, booths: int, people: int = 0, *layout: object) -> Path:
        """Return a project file with a show of that size, laid out as the arguments of ``shows`` say."""
        path = self.folder / f"{'-'.join(map(str, (booths, people, *layout)))}.expo"
        if not path.exists():
            probe("shows", booths, people, path, *layout)
        return path


def canvas(setting: Setting) -> Iterator[Row]:
    """Frames at 1,000, 5,000 and 20,000 booths with CJK labels."""
    for count in map(setting.size, (1000, 5000, 20_000)):
        project = setting.project(count)
        bare, own = _both(
            setting.rounds,
            partial(floor, "canvas.py", count),
            partial(probe, "frames", project, setting.steps(200)),
        )
        yield _row("repaint, p50", count, "ms", own, bare, _repaint, "plain drawRects")
        for name in own[0].said:
            for part in ("p50",) if name.startswith("repaint") else ("p50", "p95"):
                if name != "repaint":
                    yield Row(f"{name}, {part}", count, statistics.median(run.said[name][part] for run in own), "ms")


def _repaint(run: Run) -> float:
    said = run.said
    return float(said["median_ms"] if "median_ms" in said else said["repaint"]["p50"])


def opening(setting: Setting) -> Iterator[Row]:
    """From the start of the process to the first full paint."""
    # Short and uneven: the start of a process is what others on the machine disturb most.
    rounds = 1 if setting.quick else setting.rounds + 2
    for count in map(setting.size, (1000, 5000)):
        project = setting.project(count)
        bare, own = _both(rounds, partial(floor, "window.py"), partial(probe, "opening", project))
        yield _row("open, wall", count, "ms", own, bare, lambda run: run.wall, "empty window")
        yield _row("open, cpu", count, "ms", own, bare, lambda run: run.cpu, "empty window")


def peers(setting: Setting) -> Iterator[Row]:
    """The same plan in programs of others, where they and a virtual screen are installed."""
    if setting.quick:
        return
    count = setting.size(5000)
    said = probe("peers", setting.project(count)).said
    own = said.pop("hallwright", None)
    if own is None:
        print("bench: no rows of peers, for want of Xvfb", file=sys.stderr)
        return
    yield Row("open on a screen", count, own, "ms")
    for name, value in said.items():
        yield Row(f"open in {name}", count, value, "ms", own, "hallwright on the same screen")


def moving(setting: Setting) -> Iterator[Row]:
    """One committed move, beside a bare transaction on the same disk."""
    for count in map(setting.size, (1000, 20_000)):
        project = setting.project(count)
        own = [probe("moving", project, setting.steps(20)) for _ in range(setting.rounds)]
        total = _median(own, lambda run: run.said["move"]["p50"])
        sync = _median(own, lambda run: run.said["bare"]["p50"])
        yield Row("move, release to repaint", count, total, "ms", sync, "bare SQLite transaction")
        yield Row("move, beyond the disk's sync", count, total - sync, "ms")


def generating(setting: Setting) -> Iterator[Row]:
    """A hall filled with booths in one change, and that undone; how long the window stood still at most."""
    count = setting.size(5000)
    own = [probe("generating", setting.folder / "generated.expo", count) for _ in range(setting.rounds)]
    made = int(own[0].said["count"])
    for name, part in (("painted", "filled"), ("undo painted", "undone"), ("longest standstill", "still")):
        yield Row(f"generate, {name}", made, statistics.median(run.said[part] for run in own), "ms")


def importing(setting: Setting) -> Iterator[Row]:
    """A list of booths, from the file to the disk and to the screen."""
    count = setting.size(2000)
    own = [probe("importing", count, setting.folder) for _ in range(setting.rounds)]
    bare = _median(own, lambda run: run.said["bare"])
    for part in ("committed", "painted"):
        value = statistics.median(run.said[part] for run in own)
        yield Row(f"import CSV, {part}", count, value, "ms", bare, "csv and sqlite3 alone")


def underlay(setting: Setting) -> Iterator[Row]:
    """Frames over a venue's drawing of very many lines."""
    count = setting.size(200_000)
    own = []
    for number in range(setting.rounds):
        # It is laid into the project, so each run has one of its own.
        project = setting.folder / f"underlay-{number}.expo"
        copyfile(setting.project(setting.size(1000)), project)
        own.append(probe("underlays", project, count, setting.steps(120)))
    for name in own[0].said["frames"]:
        for part in ("p50", "p95"):
            value = statistics.median(run.said["frames"][name][part] for run in own)
            yield Row(f"underlay, {name}, {part}", count, value, "ms")
    for name in own[0].said["times"]:
        yield Row(f"underlay, {name}", count, statistics.median(run.said["times"][name] for run in own), "ms")


def plan(setting: Setting) -> Iterator[Row]:
    """A floor plan as PDF: on the bare loop's sheet, on one that is chosen, as the whole command, and as an atlas."""
    count = setting.size(5000)
    project = setting.project(count, 0, "--packed")
    own, bare = _printed(setting, "plan", count, project)
    peer = "bare ReportLab loop"
    yield _row("plan at 1:300 on A0", count, "ms", own, bare, _milliseconds, peer)
    yield _row("plan, peak memory", count, "mb", own, bare, lambda run: run.peak, peer)
    command = [*_COMMAND, str(project), str(setting.folder / "plan.pdf"), "--sheet", "A0", "--scale", "300", "--force"]
    whole = statistics.median(wall(command) for _ in range(setting.rounds))
    loop = _median(bare, lambda run: run.wall) if bare else None
    yield Row("plan, whole command", count, whole, "ms", loop, f"{peer}, whole process" if loop else "")
    chosen = [probe("printing", "chosen", project, setting.folder / "chosen.pdf") for _ in range(setting.rounds)]
    yield _row("plan, sheet and scale chosen", count, "ms", chosen, bare, _milliseconds, peer)
    loop = _median(bare, _milliseconds) if bare else None
    peers = {} if setting.quick else printing_peers(setting.folder, project, count, setting.rounds)
    for name, made in peers.items():
        yield Row(f"plan by {name}", count, made, "ms", loop, peer if loop else "")
    for many in map(setting.size, (5000, 20_000)):
        # A thousand booths a zone: five sheets, then twenty.
        zones = max(many // 1000, 2)
        sheets = setting.project(many, 0, "--packed", "--zones", zones)
        runs = [probe("printing", "atlas", sheets, setting.folder / "atlas.pdf") for _ in range(setting.rounds)]
        yield Row(f"atlas of {zones} sheets", many, _median(runs, _milliseconds), "ms")
        yield Row(f"atlas of {zones} sheets, peak memory", many, _median(runs, lambda run: run.peak), "mb")


def _milliseconds(run: Run) -> float:
    return float(run.said["seconds"]) * 1000


def badges(setting: Setting) -> Iterator[Row]:
    """Badges as PDF, for an office and for the press: speed, size, memory, and the same by programs of others."""
    count = setting.size(2000)
    project = setting.project(setting.size(1000), count)
    peer = "bare ReportLab loop"
    own, bare = _printed(setting, "badges", count, project)
    yield _row("badges", count, "per_second", own, bare, lambda run: count / run.said["seconds"], peer)
    press = [probe("printing", "press", project, setting.folder / "press.pdf") for _ in range(setting.rounds)]
    yield _row("badges as PDF/X-4", count, "per_second", press, bare, lambda run: count / run.said["seconds"], peer)
    files = setting.folder / "badges.pdf", setting.folder / "badges-floor.pdf"
    sizes = [path.stat().st_size / 1e6 if path.exists() else None for path in files]
    yield Row("badges, file", count, sizes[0] or 0.0, "mb", sizes[1], peer if sizes[1] else "")
    yield Row("badges as PDF/X-4, file", count, (setting.folder / "press.pdf").stat().st_size / 1e6, "mb")
    many = setting.size(10_000)
    large, lean = _printed(setting, "badges", many, setting.project(setting.size(1000), many))
    yield _row("badges, peak memory", many, "mb", large, lean, lambda run: run.peak, peer)
    if setting.quick:
        return
    few = 500
    loop = floor("badges.py", few, FONT, setting.folder / "badges-floor.pdf")
    for name in installed():
        made = probe("badgepeers", name, few, setting.folder / "peer.pdf")
        pace = few / loop.said["seconds"] if loop else None
        yield Row(f"badges by {name}", few, few / made.said["seconds"], "per_second", pace, peer if pace else "")


def verifying(setting: Setting) -> Iterator[Row]:
    """Badges signed and verified, and a scan until the check-in window shows its answer."""
    count = setting.size(10_000)
    own = []
    for number in range(setting.rounds):
        # Each run makes a key of its own.
        project = setting.folder / f"gate-{number}.expo"
        copyfile(setting.project(setting.size(1000), count), project)
        own.append(probe("verifying", project, setting.steps(200)))
    bare = _median(own, lambda run: run.said["bare"])
    yield Row("sign badges", count, _median(own, lambda run: run.said["sign"]), "per_second")
    peer = "bare Ed25519 verification"
    yield Row("verify badges", count, _median(own, lambda run: run.said["verify"]), "per_second", bare, peer)
    for part in ("p50", "p95"):
        yield Row(f"verify, scan to answer, {part}", count, statistics.median(r.said[part] for r in own), "ms")


def memory(setting: Setting) -> Iterator[Row]:
    """What a window on a large show holds."""
    count = setting.size(20_000)
    project = setting.project(count)
    bare, own = _both(setting.rounds, partial(floor, "window.py"), partial(probe, "opening", project))
    row = _row("window, peak memory", count, "mb", own, bare, lambda run: run.peak, "empty window")
    yield row
    if row.floor is not None:
        yield Row("window, memory above the empty one", count, row.value - row.floor, "mb")


def review(setting: Setting) -> Iterator[Row]:
    """Proofs for exhibitors: speed beside a bare loop that places the same form, size, memory; and the review page."""
    count = setting.size(2000)
    booths = count * 5 // 4
    project, peer = setting.project(booths), "bare ReportLab loop"
    bare, own = _both(
        setting.rounds,
        partial(probe, "proofloop", count, booths, setting.folder / "proofs-floor"),
        partial(probe, "reviewing", project, setting.folder / "proofs", count),
    )
    yield _row("proofs", count, "per_second", own, bare, lambda run: count / run.said["seconds"], peer)
    yield _row("proofs, mean file", count, "mb", own, bare, lambda run: run.said["bytes"] / count / 1e6, peer)
    yield _row("proofs, peak memory", count, "mb", own, bare, lambda run: run.peak, peer)
    few = probe("reviewing", project, setting.folder / "proofs", max(count // 10, 1))
    yield Row("proofs, peak memory of a tenth", max(count // 10, 1), few.peak, "mb")
    yield Row("review, where all stand", count, _median(own, lambda run: run.said["standings"] * 1000), "ms")
    many = setting.size(5000)
    made = probe("reviewing", setting.project(many), setting.folder / "plan.html")
    yield Row("review page", many, made.said["bytes"] / 1e6, "mb")
    yield Row("review page, written", many, made.said["seconds"] * 1000, "ms")


GROUPS: dict[str, Callable[[Setting], Iterator[Row]]] = {
    "canvas": canvas,
    "open": opening,
    "peers": peers,
    "move": moving,
    "generate": generating,
    "import": importing,
    "underlay": underlay,
    "print": plan,
    "badges": badges,
    "verify": verifying,
    "review": review,
    "memory": memory,
}


def _printed(setting: Setting, what: str, count: int, project: Path) -> tuple[list[Run], list[Run]]:
    bare, own = _both(
        setting.rounds,
        partial(floor, f"{what}.py", count, FONT, setting.folder / f"{what}-floor.pdf"),
        partial(probe, "printing", what, project, setting.folder / f"{what}.pdf"),
    )
    return own, bare


def _both(rounds: int, bare: Callable[[], Run | None], own: Callable[[], Run]) -> tuple[list[Run], list[Run]]:
    """Run a bare loop and a probe in turn; returns the runs of each, none of a loop that is absent."""
    loops: list[Run] = []
    probes: list[Run] = []
    for _ in range(rounds):
        loop = bare()
        if loop is not None:
            loops.append(loop)
        probes.append(own())
    return loops, probes


def _median(runs: Sequence[Run], figure: Callable[[Run], float]) -> float:
    return statistics.median(figure(run) for run in runs)


def _row(
    name: str,
    count: int,
    unit: str,
    own: Sequence[Run],
    bare: Sequence[Run],
    figure: Callable[[Run], float],
    peer: str,
) -> Row:
    """Return a row of the same figure of probes and bare loops."""
    return Row(name, count, _median(own, figure), unit, _median(bare, figure) if bare else None, peer if bare else "")
