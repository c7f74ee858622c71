"""The review page: the plan and the answer's form in one HTML file that needs no network and asks for none."""

import base64
import hashlib
import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from hallwright.drawing.plan import let
from hallwright.drawing.proof import Stamp
from hallwright.drawing.prooffacts import BoothFacts, from_text
from hallwright.drawing.proofwords import words as proof_words
from hallwright.drawing.wording import pair
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Booth, FixtureKind
from hallwright.geometry.outline import bounds, is_box
from hallwright.geometry.units import square_metres
from hallwright.review.filenames import safe_name
from hallwright.support.paths import resources

_REACHED = (
    *("entrance", "exit", "fire-exit", "toilet", "information", "registration", "catering", "first-aid"),
    *("stage", "cloakroom"),
)
"""What distances are told to."""
_WORDS: dict[str, tuple[str, str]] = {
    "yours": ("Your booth", "您的展位"),
    "distances": ("Straight-line distance to the nearest", "到最近设施的直线距离"),
    "away": ("{distance} from your booth", "距您的展位 {distance}"),
    "before": ("Show what changed since the last proof", "显示自上次确认单以来的变动"),
    "search": ("Search booth or name", "搜索展位号或名称"),
    "plan": (
        "Plan: arrow keys move, plus and minus zoom, 0 shows all, H goes to your booth",
        "平面图：方向键移动，加减键缩放，0 显示全部，H 回到您的展位",
    ),
    "zoom-in": ("Larger", "放大"),
    "zoom-out": ("Smaller", "缩小"),
    "whole": ("Whole hall", "显示整个展馆"),
    "home": ("To your booth", "回到您的展位"),
    "save": ("Save answer file", "保存回复文件"),
    "code": ("Code for a mail", "生成邮件回复码"),
    "choose": ("Please choose an answer or write a comment.", "请选择回复，或填写意见。"),
    "saved": ("Saved as {file}. Send this file to the organiser.", "已保存为 {file}，请将该文件发给主办方。"),
    "mail": ("Copy this text into a mail to the organiser.", "请将以下文字复制到发给主办方的邮件中。"),
}


class PageMaker:
    """Makes review pages of one show; the plan is written out once.

    Args:
        show: the expo.
        named: whether names are told of booths that the public may know.
    """

    def __init__(self, show: Show, *, named: bool = True) -> None:
        self._show, self._named = show, named
        self._names: dict[tuple[str, str], int] = {}
        folder = resources() / "review"
        self._frame = Template((folder / "page.html").read_text("utf-8"))
        self._style = (folder / "page.css").read_text("utf-8")
        self._script = (folder / "page.js").read_text("utf-8")
        self._index = {key: place for place, key in enumerate(show.halls)}
        halls = [self._hall(key) for key in show.halls]
        # In two parts, of which the larger is the same for everybody.
        self._plan = _json({"halls": halls, "names": list(self._names), "reached": _REACHED})
        kinds = {f"kind-{kind}": pair(str(kind)) for kind in FixtureKind}
        self._words = _json({**proof_words(), **_WORDS, **kinds})
        digest = hashlib.sha256(self._script.encode()).digest()
        script = base64.b64encode(digest).decode()
        self._policy = (
            f"default-src 'none'; script-src 'sha256-{script}'; style-src 'unsafe-inline'; "
            "base-uri 'none'; form-action 'none'"
        )

    def write(self, path: Path, exhibitor: Exhibitor, facts: Sequence[BoothFacts], stamp: Stamp) -> None:
        """Write the page of one exhibitor, with the form for its answer."""
        event = self._show.event
        own = [self._own(one) for one in facts]
        numbers: dict[int, list[str]] = {}
        for one in own:
            numbers.setdefault(one["hall"], []).append(one["number"])
        held = {
            "lang": stamp.lang,
            "event": (event.name, event.name_native),
            "exhibitor": (exhibitor.name, exhibitor.name_native),
            "token": stamp.token,
            "version": stamp.version,
            "hash": stamp.fingerprint,
            "deadline": stamp.deadline.isoformat() if stamp.deadline is not None else "",
            "price": stamp.price,
            "file": f"{safe_name(exhibitor.name or exhibitor.name_native)}-answer.json",
            "own": own,
            "ownNumbers": numbers,
            "before": self._before(exhibitor, facts),
        }
        self._put(path, held, f"{exhibitor.name or exhibitor.name_native} – {event.name or event.name_native}")

    def write_for_all(self, path: Path, version: str) -> None:
        """Write the page that anybody may see: the public plan, with no one's token and no form."""
        event = self._show.event
        held = {
            "lang": "both",
            "event": (event.name, event.name_native),
            "exhibitor": ("", ""),
            "token": "",
            "version": version,
            "hash": "",
            "deadline": "",
            "price": "",
            "file": "",
            "own": [],
            "ownNumbers": {},
            "before": [],
        }
        self._put(path, held, event.name or event.name_native)

    def _put(self, path: Path, held: dict[str, Any], title: str) -> None:
        text = self._frame.substitute(
            csp=self._policy,
            title=escape(title),
            style=self._style,
            data=f"{_json(held)[:-1]},{self._plan[1:]}",
            words=self._words,
            script=self._script,
        )
        path.write_text(text, "utf-8", newline="\n")

    def _own(self, one: BoothFacts) -> dict[str, Any]:
        sides = (f"{(right - left) / 1000:g} × {(bottom - top) / 1000:g} m" for left, top, right, bottom in one.columns)
        return {
            "number": one.number,
            "hall": self._index[one.hall],
            "ring": one.outline,
            "size": one.size,
            "area": f"{square_metres(one.area):,.2f} m²",
            "sides": one.open_sides,
            "kind": one.kind,
            "height": one.height or 0,
            "construction": one.construction,
            "zone": one.zone,
            "zoneNative": one.zone_native,
            "fascia": one.fascia,
            "columns": ", ".join(sides),
            "drops": [kind for kind, _, _ in one.drops],
        }

    def _before(self, exhibitor: Exhibitor, facts: Sequence[BoothFacts]) -> list[dict[str, Any]]:
        """Return the booths of the last proof where they are not as now."""
        sent = self._show.packets.where("exhibitor", exhibitor.id)
        known = {(one.hall, one.outline) for one in facts}
        before = from_text(sent[-1].shown) if sent else ()
        return [
            {"number": one.number, "hall": self._index[one.hall], "ring": one.outline}
            for one in before
            if (one.hall, one.outline) not in known and one.hall in self._index
        ]

    def _hall(self, key: str) -> dict[str, Any]:
        show, hall = self._show, self._show.halls[key]
        zones = [
            {"name": zone.name, "native": zone.name_native, "colour": zone.colour, "ring": zone.outline}
            for zone in show.zones.where("hall", key)
        ]
        fixtures = [
            {"kind": str(row.kind), "name": row.name, "native": row.name_native, "ring": row.outline}
            for row in show.fixtures.where("hall", key)
            if row.kind not in DROPS
        ]
        booths = [self._booth(booth) for booth in show.booths.where("hall", key) if booth.outline and not booth.draft]
        return {
            "name": hall.name,
            "native": hall.name_native,
            "ring": hall.outline,
            "zones": zones,
            "fixtures": fixtures,
            "booths": booths,
        }

    def _booth(self, booth: Booth) -> list[Any]:
        """Return number, place of the name or -1, and the outline: left, top, width, height, or a ring."""
        exhibitor = self._show.exhibitors.get(booth.exhibitor or "")
        name = -1
        if self._named and exhibitor is not None and let(booth):
            name = self._names.setdefault((exhibitor.name, exhibitor.name_native), len(self._names))
        if is_box(booth.outline):
            box = bounds(booth.outline)
            return [booth.number, name, box.left, box.top, box.width, box.height]
        return [booth.number, name, booth.outline]


def _json(value: Any) -> str:
    """Return JSON that ends no script and starts no comment in HTML."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
