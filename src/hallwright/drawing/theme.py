"""Themes: what colour and line width a role has on paper, on a light and on a dark screen.

Status fills fall in lightness from available to confirmed, and blocked is darker still, so that they stay apart
for colour-blind readers and on a grey printer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

Cmyk = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour for screens (``#rrggbb``) and, for the press, its inks in parts of 1."""

    rgb: str
    cmyk: Cmyk


@dataclass(frozen=True, slots=True)
class Style:
    """How a role is painted: fill and stroke (None for without), line width in mm on paper, dash in mm."""

    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.18
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """Styles by role; a role without style of its own takes that of its parent, ``booth`` for ``booth.held``."""

    name: str
    styles: Mapping[str, Style]
    tint: float = 1.0
    """How strongly a zone's own colour shows: 1 as it is, less mixed with the paper."""

    def style(self, role: str) -> Style:
        """Return the style of a role."""
        if role.startswith(_CHOSEN):
            return _chosen(role)
        while role not in self.styles:
            role, dot, _ = role.rpartition(".")
            if not dot:
                return Style(stroke=BLACK)
        return self.styles[role]


_CHOSEN = "colour.x"
"""Begins the roles of colours that somebody chose: ``colour.x1668b0``."""


@cache
def _chosen(role: str) -> Style:
    rgb = role.removeprefix(_CHOSEN)
    parts = [1 - int(rgb[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    black = min(parts)
    # Greys of black ink alone; of the others a press takes the inks through its own profile.
    share = 1 - black if max(parts) - black > 0.02 else 0.0
    cyan, magenta, yellow = (round((part - black) / share, 3) if share else 0.0 for part in parts)
    return Style(fill=Colour(f"#{rgb}", (cyan, magenta, yellow, round(black, 3))))


BLACK = Colour("#000000", (0, 0, 0, 1))
WHITE = Colour("#ffffff", (0, 0, 0, 0))
INK = Colour("#1f2328", (0, 0, 0, 1))
GREY = Colour("#5f6670", (0, 0, 0, 0.65))
SLATE = Colour("#474e58", (0, 0, 0, 0.8))
"""For words on coloured zones, where grey would be too faint."""
PALE = Colour("#c9ced6", (0, 0, 0, 0.22))
MIST = Colour("#f4f5f7", (0, 0, 0, 0.05))
ESCAPE = Colour("#1f7a4a", (0.82, 0.2, 0.82, 0.12))
FIRE = Colour("#c62828", (0, 0.95, 0.9, 0.12))
SHIFTED = Colour("#1668b0", (0.88, 0.5, 0, 0.08))
TRACE = Colour("#7d90b3", (0.4, 0.25, 0, 0.2))
SERVICE = Colour("#4a5563", (0.1, 0.03, 0, 0.72))
SUPPLIES: Mapping[str, Colour] = {
    "power": Colour("#b0470a", (0, 0.68, 1, 0.25)),
    "water": Colour("#0a6f9c", (0.95, 0.3, 0.05, 0.2)),
    "data": Colour("#6b3fa0", (0.65, 0.82, 0, 0.05)),
    "compressed-air": Colour("#5b7083", (0.3, 0.1, 0, 0.5)),
}

# Each is darker than the one before, so that a plan printed in grey or seen without red or green still tells them.
STATUS_FILLS: Mapping[str, Colour] = {
    "available": WHITE,
    "held": Colour("#fbe9b7", (0, 0.07, 0.33, 0)),
    "offered": Colour("#f5c988", (0, 0.22, 0.52, 0)),
    "reserved": Colour("#9bbfdc", (0.42, 0.14, 0.02, 0.05)),
    "confirmed": Colour("#68a4da", (0.64, 0.3, 0, 0.02)),
    "blocked": Colour("#868b93", (0, 0, 0, 0.56)),
}

ANSWER_FILLS: Mapping[str, tuple[str, str]] = {
    "not-sent": ("#ffffff", "#685550"),
    "sent": ("#c8ebff", "#3d4f61"),
    "overdue": ("#f8cd7c", "#7b4e0b"),
    "opened": ("#c9c3fc", "#552270"),
    "stale": ("#c1b2a1", "#36282e"),
    "change": ("#f79478", "#832f29"),
    "approved": ("#5a9bd8", "#06589d"),
}
"""How booths are filled on a light and on a dark screen by what their exhibitors answered."""

ROLE_FILLS: Mapping[str, Colour] = {
    "exhibitor": Colour("#1668b0", (0.88, 0.5, 0, 0.08)),
    "visitor": Colour("#2b7d4f", (0.82, 0.2, 0.82, 0.12)),
    "speaker": Colour("#7a3fa0", (0.6, 0.86, 0, 0)),
    "press": Colour("#b3261e", (0.12, 0.96, 0.96, 0.14)),
    "organiser": Colour("#263238", (0.3, 0.1, 0, 0.85)),
    "staff": Colour("#4d5a66", (0.2, 0.05, 0, 0.68)),
    "contractor": Colour("#8a5a12", (0.18, 0.55, 0.98, 0.32)),
    "vip": Colour("#8c6a00", (0.15, 0.42, 1, 0.35)),
    "delegation": Colour("#00707a", (0.95, 0.18, 0.35, 0.2)),
}


def _common(ink: Colour, grey: Colour, pale: Colour, paper: Colour, mist: Colour) -> dict[str, Style]:
    alarm = FIRE
    return {
        "paper": Style(fill=paper),
        "frame": Style(stroke=ink, width=0.25),
        "rule": Style(stroke=pale, width=0.18),
        "panel": Style(fill=mist),
        "key.hall": Style(fill=paper, stroke=ink, width=0.25),
        "key.zone": Style(fill=mist, stroke=grey, width=0.13),
        "key.here": Style(fill=ink),
        "key.arrow": Style(fill=ink),
        "detail": Style(stroke=ink, width=0.35, dash=(2.4, 1.0)),
        "north": Style(fill=paper, stroke=ink, width=0.18),
        "north.light": Style(fill=paper, stroke=ink, width=0.13),
        "north.dark": Style(fill=ink, stroke=ink, width=0.13),
        "cut": Style(stroke=ink, width=0.09),
        "tile.cut": Style(stroke=grey, width=0.13, dash=(2.0, 1.2)),
        "text": Style(fill=ink),
        "text.soft": Style(fill=grey),
        "text.inverse": Style(fill=WHITE),
        "text.alarm": Style(fill=alarm),
        "hall": Style(fill=paper, stroke=ink, width=0.6),
        "grid": Style(stroke=pale, width=0.09),
        "grid.mark": Style(stroke=grey, width=0.13),
        "zone": Style(fill=mist),
        "zone.swatch": Style(fill=mist, stroke=grey, width=0.13),
        "zone.label": Style(fill=grey),
        "aisle.label": Style(fill=grey),
        "zone.moving": Style(),
        "hall.moving": Style(),
        "aisle.moving": Style(),
        "booth": Style(fill=paper, stroke=ink, width=0.18),
        "booth.draft": Style(fill=None, stroke=alarm, width=0.3, dash=(1.2, 0.8)),
        "booth.let": Style(fill=paper, stroke=ink, width=0.18),
        "booth.free": Style(fill=mist, stroke=grey, width=0.13),
        "booth.number": Style(fill=ink),
        "booth.name": Style(fill=ink),
        "beneath": Style(stroke=TRACE, width=0.25, dash=(1.4, 0.9)),
        "beneath.solid": Style(fill=TRACE),
        "beneath.label": Style(fill=TRACE),
        "fixture": Style(fill=mist, stroke=grey, width=0.18),
        "fixture.column": Style(fill=grey),
        "fixture.wall": Style(fill=ink),
        "fixture.no-build": Style(stroke=alarm, width=0.18),
        "fixture.entrance": Style(fill=ESCAPE),
        "fixture.exit": Style(fill=ESCAPE),
        "fixture.fire-exit": Style(fill=ESCAPE),
        "fixture.hydrant": Style(fill=FIRE),
        "fixture.extinguisher": Style(fill=FIRE),
        "fixture.electrical-panel": Style(fill=SERVICE),
        "fixture.entrance.tile": Style(fill=ESCAPE),
        "fixture.exit.tile": Style(fill=ESCAPE),
        "fixture.fire-exit.tile": Style(fill=ESCAPE),
        "fixture.first-aid.tile": Style(fill=ESCAPE),
        "fixture.hydrant.tile": Style(fill=FIRE),
        "fixture.extinguisher.tile": Style(fill=FIRE),
        "fixture.information.tile": Style(fill=Colour("#1668b0", (0.88, 0.5, 0, 0.08))),
        "fixture.electrical-panel.tile": Style(fill=SERVICE),
        "fixture.toilet.tile": Style(fill=SERVICE),
        "fixture.catering.tile": Style(fill=SERVICE),
        "fixture.cloakroom.tile": Style(fill=SERVICE),
        "fixture.registration.tile": Style(fill=SERVICE),
        "fixture.office.tile": Style(fill=SERVICE),
        "fixture.storage.tile": Style(fill=SERVICE),
        **{f"fixture.{kind}": Style(fill=colour) for kind, colour in SUPPLIES.items()},
        "fixture.symbol": Style(fill=WHITE),
        "fixture.plate": Style(fill=mist),
        "fixture.furniture": Style(fill=paper, stroke=grey, width=0.13),
        "fixture.label": Style(fill=grey),
        "conflict": Style(stroke=alarm, width=0.5),
        # Apart by dash, cross and scallops, so that they are told on a grey print, too.
        "redline.before": Style(stroke=grey, width=0.3, dash=(1.2, 0.8)),
        "redline.added": Style(stroke=ESCAPE, width=0.7),
        "redline.removed": Style(stroke=alarm, width=0.35, dash=(1.2, 0.8)),
        "redline.cross": Style(stroke=alarm, width=0.3),
        "redline.moved": Style(stroke=SHIFTED, width=0.7),
        "redline.arrow": Style(fill=SHIFTED, stroke=SHIFTED, width=0.35),
        "redline.changed": Style(stroke=alarm, width=0.35),
        "redline.tag": Style(fill=paper, stroke=alarm, width=0.18),
        "redline.text": Style(fill=alarm),
        "redline.was": Style(fill=grey),
        "qr": Style(fill=BLACK),
        "proof.own": Style(fill=Colour("#ffd54a", (0, 0.14, 0.78, 0)), stroke=BLACK, width=0.9),
        "proof.here": Style(fill=Colour("#ffd54a", (0, 0.14, 0.78, 0)), stroke=BLACK, width=0.25),
        "proof.gap": Style(stroke=WHITE, width=0.9),
        "proof.open": Style(stroke=ESCAPE, width=0.5, dash=(1.6, 1.0)),
        "proof.ring": Style(stroke=FIRE, width=0.6),
        "proof.tag": Style(fill=FIRE),
        "proof.deadline": Style(fill=Colour("#ffe9a6", (0, 0.07, 0.38, 0))),
        "proof.dimension": Style(fill=BLACK),
        "proof.field": Style(fill=WHITE, stroke=GREY, width=0.18),
        "scale.dark": Style(fill=ink, stroke=ink, width=0.18),
        "scale.light": Style(fill=paper, stroke=ink, width=0.18),
    }


def _deeper(colour: Colour) -> Colour:
    """Return a colour with a fifth more depth, for a second plane beside the first."""
    rgb = "#" + "".join(f"{round(int(colour.rgb[k : k + 2], 16) * 0.82):02x}" for k in (1, 3, 5))
    cyan, magenta, yellow, black = colour.cmyk
    return Colour(rgb, (cyan, magenta, yellow, min(1.0, black + 0.16)))


@cache
def paper() -> Theme:
    """Theme for print and print preview."""
    styles = _common(BLACK, GREY, PALE, WHITE, MIST)
    styles["zone.label"] = styles["aisle.label"] = Style(fill=SLATE)
    for status, fill in STATUS_FILLS.items():
        styles[f"booth.{status}"] = Style(fill=fill, stroke=BLACK, width=0.18)
    styles["badge.pale"] = Style(fill=PALE)
    for role, fill in ROLE_FILLS.items():
        styles[f"badge.{role}"] = Style(fill=fill)
        styles[f"badge.{role}.deep"] = Style(fill=_deeper(fill))
    return Theme("paper", styles, tint=0.7)


@cache
def screen(dark: bool) -> Theme:
    """Theme for the canvas, light or dark."""
    if not dark:
        styles = _common(INK, GREY, Colour("#d9dde3", BLACK.cmyk), WHITE, MIST)
        styles["zone.label"] = styles["aisle.label"] = Style(fill=SLATE)
        fills = dict(STATUS_FILLS)
        edge = Colour("#4a5260", BLACK.cmyk)
    else:
        night = Colour("#1e2227", BLACK.cmyk)
        styles = _common(
            Colour("#e6e9ee", BLACK.cmyk),
            Colour("#a3abb8", BLACK.cmyk),
            Colour("#3a414b", BLACK.cmyk),
            night,
            Colour("#2a2f37", BLACK.cmyk),
        )
        rgb = {
            "available": "#505862",
            "held": "#75692c",
            "offered": "#733a08",
            "reserved": "#1f4864",
            "confirmed": "#1d63a8",
            "blocked": "#15181c",
        }
        fills = {status: Colour(value, BLACK.cmyk) for status, value in rgb.items()}
        edge = Colour("#8c96a5", BLACK.cmyk)
        alarm = Colour("#ff6b61", BLACK.cmyk)
        styles["conflict"] = Style(stroke=alarm, width=0.5)
        styles["booth.draft"] = Style(stroke=alarm, width=0.3, dash=(1.2, 0.8))
        styles["text.alarm"] = Style(fill=alarm)
        shifted, fresh = Colour("#5db0ff", BLACK.cmyk), Colour("#5fd08f", BLACK.cmyk)
        styles["redline.added"] = Style(stroke=fresh, width=0.7)
        styles["redline.removed"] = Style(stroke=alarm, width=0.35, dash=(1.2, 0.8))
        styles["redline.cross"] = Style(stroke=alarm, width=0.3)
        styles["redline.moved"] = Style(stroke=shifted, width=0.7)
        styles["redline.arrow"] = Style(fill=shifted, stroke=shifted, width=0.35)
        styles["redline.changed"] = Style(stroke=alarm, width=0.35)
        styles["redline.tag"] = Style(fill=night, stroke=alarm, width=0.18)
        styles["redline.text"] = Style(fill=alarm)
    for status, fill in fills.items():
        styles[f"booth.{status}"] = Style(fill=fill, stroke=edge, width=0.18)
    for stage, shades in ANSWER_FILLS.items():
        styles[f"answer.{stage}"] = Style(fill=Colour(shades[dark], BLACK.cmyk), stroke=edge, width=0.18)
    # On paper ink is dear; on a screen free and taken may differ by more than a breath of grey.
    styles["booth.free"], styles["booth.let"] = styles["booth.available"], styles["booth.reserved"]
    return Theme("dark" if dark else "light", styles, tint=0.13 if dark else 0.45)
