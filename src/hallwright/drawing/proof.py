"""A proof of placement: one A4 page a hall, the answer's form on the first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hallwright.drawing.composing import Composer
from hallwright.drawing.fields import Field, FieldKind
from hallwright.drawing.plan import View
from hallwright.drawing.primitives import Lines, NotShown, Page
from hallwright.drawing.prooffacts import BoothFacts, neighbours
from hallwright.drawing.proofplan import HallPlan
from hallwright.drawing.proofwords import said
from hallwright.drawing.wording import Lang, joined, names, word
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.geometry.units import metres, square_metres

WIDTH, HEIGHT = 210.0, 297.0
_LEFT, _RIGHT = 14.0, 196.0
_COLUMN = 128.0
_TAB = 24.0
_LONG = 2.1
"""Width over height from which a hall is a long one."""
_SHOWN = 14
"""Neighbours that are named; more do not fit."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a proof bears besides its facts.

    Attributes:
        token: by which the answer finds back.
        version: of the plan.
        fingerprint: hash of what is told.
        deadline: day by which an answer is wanted, or None.
        price: for reading, or empty.
        lang: language of the proof.
    """

    token: str
    version: str
    fingerprint: str
    deadline: date | None
    price: str
    lang: str


class Proofs:
    """Draws proofs of one show; what they have in common is worked out once.

    Args:
        show: the expo.
        named: whether neighbours' names are told.
    """

    def __init__(self, show: Show, *, named: bool = True) -> None:
        self._show, self._named = show, named
        self._halls: dict[str, HallPlan] = {}

    def pages(
        self, exhibitor: Exhibitor, facts: Sequence[BoothFacts], stamp: Stamp
    ) -> tuple[list[Page], list[NotShown]]:
        """Return the pages of one proof, and what they cannot show."""
        pages: list[Page] = []
        lost: list[NotShown] = []
        for hall in dict.fromkeys(one.hall for one in facts):
            page = Composer()
            own = [one for one in facts if one.hall == hall]
            self._head(page, exhibitor, stamp)
            fields = self._body(page, own, stamp, form=not pages)
            name = said("proof", stamp.lang)
            pages.append(Page(WIDTH, HEIGHT, tuple(page.items), name, fields))
            lost += page.lost
        return pages, lost

    def _plan(self, hall: str) -> HallPlan:
        if hall not in self._halls:
            self._halls[hall] = HallPlan(self._show, hall, View.PUBLIC if self._named else View.PERMIT)
        return self._halls[hall]

    def _head(self, page: Composer, exhibitor: Exhibitor, stamp: Stamp) -> None:
        event, lang = self._show.event, stamp.lang
        wide = _COLUMN - _LEFT - 4
        page.line(joined(event.name, event.name_native, lang), _LEFT, 16.5, 3.2, wide, role="text.soft")
        page.line(said("proof", lang), _LEFT, 25.5, 7.0, wide, bold=True)
        latin, native = names(exhibitor.name, exhibitor.name_native, lang)
        taken = page.paragraph(latin or native, _LEFT, 33.0, 4.4, wide, bold=True, most=2, key=exhibitor.id)
        if latin and native:
            page.line(native, _LEFT, 33.0 + taken, 4.0, wide, bold=True, key=exhibitor.id)
        if stamp.deadline is not None:
            text = said("answer-by", lang, day=stamp.deadline.isoformat())
            page.box("proof.deadline", _COLUMN, 12.5, _RIGHT, 21.0)
            page.line(text, _COLUMN + 3, 18.0, 3.4, _RIGHT - _COLUMN - 6)
        for k, (label, value) in enumerate(
            ((said("version", lang), stamp.version), (said("hash", lang), stamp.fingerprint))
        ):
            y = 26.5 + 5.0 * k
            page.line(label, _COLUMN, y, 2.5, 29, role="text.soft")
            page.line(value, _COLUMN + 30, y, 2.7, _RIGHT - _COLUMN - 30)
        page.items.append(Lines.of("frame", (_LEFT, 43.0, _RIGHT, 43.0)))

    def _body(self, page: Composer, own: Sequence[BoothFacts], stamp: Stamp, *, form: bool) -> tuple[Field, ...]:
        lang, plan = stamp.lang, self._plan(own[0].hall)
        foot = 214.0 if form else 284.0
        detail = (_LEFT, 52.0, _COLUMN - 5, 142.0)
        scale = plan.detail(page, own, lang, detail)
        title = said("detail", lang, scale=scale)
        long = page.line(title, _LEFT, 49.5, 3.2, detail[2] - _LEFT)
        page.line(said("sides", lang), _LEFT + long + 4, 49.5, 2.3, detail[2] - _LEFT - long - 4, role="text.soft")
        # A hall of ordinary shape leaves the column beside it to the facts; a long one takes the page's width.
        beside = plan.aspect < _LONG
        self._table(page, own, stamp, foot if beside else detail[3])
        hall = self._show.halls[own[0].hall]
        title = said("overview", lang, hall=joined(hall.name, hall.name_native, lang))
        page.line(title, _LEFT, 150.5, 3.2, detail[2] - _LEFT)
        plan.overview(page, own, lang, (_LEFT, 153.0, detail[2] if beside else _RIGHT, foot))
        return _form(page, stamp) if form else ()

    def _table(self, page: Composer, own: Sequence[BoothFacts], stamp: Stamp, foot: float) -> None:
        """Set the facts beside the detail; where they take too much room, in smaller letters."""
        rows = self._rows(own, stamp)
        for size in (3.1, 2.8, 2.5, 2.2, 1.9, 1.6, 1.45):
            trial = Composer()
            if self._set(trial, rows, size) <= foot or size < 1.5:
                page.items += trial.items
                page.lost += trial.lost
                return

    def _set(self, page: Composer, rows: Sequence[tuple[str, str]], size: float) -> float:
        y = 47.0
        for label, value in rows:
            base = y + size * 1.35
            taken = page.paragraph(label, _COLUMN, base, size * 0.9, _TAB - 2, role="text.soft", most=4)
            used = 0.0
            for line in value.split("\n"):
                wide = _RIGHT - _COLUMN - _TAB
                used += page.paragraph(line, _COLUMN + _TAB, base + used, size, wide, bold=value is rows[0][1], most=5)
            y += max(taken, used) + size * 0.55
            page.rule(_COLUMN, y, _RIGHT)
        return y

    def _rows(self, own: Sequence[BoothFacts], stamp: Stamp) -> list[tuple[str, str]]:
        lang = stamp.lang
        single = len(own) == 1

        def each(values: Sequence[str]) -> str:
            if single or len(set(values)) == 1:
                return values[0]
            return "\n".join(f"{one.number}: {value}" for one, value in zip(own, values, strict=True))

        none = said("none", lang)
        zones = [joined(one.zone, one.zone_native, lang) for one in own]
        rows = [
            (said("booth", lang), ", ".join(one.number for one in own)),
            (said("hall", lang), joined(own[0].hall_name, own[0].hall_native, lang)),
            *([(said("zone", lang), each(zones))] if any(zones) else []),
            (said("size", lang), each([one.size for one in own])),
            (said("area", lang), each([f"{square_metres(one.area):,.2f} m²" for one in own])),
            (said("open-sides", lang), each([f"{one.open_sides} ({said(one.kind, lang)})" for one in own])),
        ]
        heights = [f"{metres(one.height)} m" if one.height else "–" for one in own]
        if any(one.height for one in own):
            rows.append((said("height", lang), each(heights)))
        rows += [
            (said("construction", lang), each([said(one.construction, lang) for one in own])),
            (said("columns", lang), each([_columns(one) or none for one in own])),
            (said("drops", lang), each([_drops(one, lang) or none for one in own])),
        ]
        boards = [one.fascia for one in own if one.construction == "shell"]
        if boards:
            rows.append((said("fascia", lang), boards[0]))
        if self._named:
            around = neighbours(self._show, own, Lang.ZH if lang == Lang.ZH else Lang.EN)
            told = [f"{number} {name}" for number, name in around[:_SHOWN]]
            if len(around) > _SHOWN:
                told.append("…")
            rows.append((said("neighbours", lang), "\n".join(told) or none))
        if stamp.price:
            rows.append((said("price", lang), stamp.price))
        return rows


def _columns(one: BoothFacts) -> str:
    return "\n".join(
        f"{(right - left) / 1000:g} × {(bottom - top) / 1000:g} m" for left, top, right, bottom in one.columns
    )


def _drops(one: BoothFacts, lang: str) -> str:
    kinds = [kind for kind, _, _ in one.drops]
    counts = {kind: kinds.count(kind) for kind in kinds}
    return "\n".join(f"{count} × {word(kind, lang)}" for kind, count in counts.items())


def _form(page: Composer, stamp: Stamp) -> tuple[Field, ...]:
    lang = stamp.lang
    top = 219.0
    page.box("panel", _LEFT, top, _RIGHT, 279.5)
    page.line(said("answer", lang), _LEFT + 4, top + 6.5, 4.0, 60, bold=True)
    spoken = (Lang.EN, Lang.ZH) if lang == Lang.BOTH else (lang,)
    for k, one in enumerate(spoken):
        y = top + (4.9 + 3.6 * k if len(spoken) > 1 else 6.3)
        page.line(said("how", one), _LEFT + 50, y, 2.5, _RIGHT - _LEFT - 54, role="text.soft")
    fields = [Field(FieldKind.HIDDEN, "token", said("token", lang), (_LEFT, 280, _LEFT + 5, 282), stamp.token)]
    y = top + 10.0
    for k, key in enumerate(("approve", "change")):
        x = _LEFT + 4 + 90 * k
        box = (x, y, x + 5.5, y + 5.5)
        page.box("proof.field", *box)
        fields.append(Field(FieldKind.CHOICE, "answer", said(key, lang), box, key))
        page.line(said(key, lang), x + 8, y + 4.1, 3.4, 78)
    y += 8.5
    page.line(said("comment", lang), _LEFT + 4, y + 2.6, 2.6, 80, role="text.soft")
    box = (_LEFT + 4, y + 3.8, _RIGHT - 4, y + 26.0)
    page.box("proof.field", *box)
    fields.append(Field(FieldKind.LINES, "comment", said("comment", lang), box))
    y += 28.5
    for name, left, right in (("name", _LEFT + 4, 124.0), ("date", 130.0, _RIGHT - 4)):
        page.line(said(name, lang), left, y + 2.6, 2.6, right - left, role="text.soft")
        box = (left, y + 3.8, right, y + 11.0)
        page.box("proof.field", *box)
        fields.append(Field(FieldKind.LINE, name, said(name, lang), box))
    page.line(f"{said('token', lang)}: {stamp.token}", _LEFT, 284.5, 2.3, _RIGHT - _LEFT, role="text.soft")
    return tuple(fields)
