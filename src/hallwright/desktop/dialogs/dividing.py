"""Dialogs that give booths another form or number: notch, split, merge."""

from PySide6.QtWidgets import QLineEdit, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.sizing import EditDialog, size_of, typed_length
from hallwright.editing.change import Change
from hallwright.editing.shaping import notch_corner, notch_side
from hallwright.editing.splitting import Heir, Keep, Naming, merge, split_by_size, split_equally
from hallwright.exchange.measures import plain
from hallwright.expo.space import Booth
from hallwright.geometry.shapes import Anchor, Side, frame_of
from hallwright.geometry.units import metres, square_metres
from hallwright.support.text import natural_key, one_line

_CORNERS = (Anchor.TOP_LEFT, Anchor.TOP_RIGHT, Anchor.BOTTOM_LEFT, Anchor.BOTTOM_RIGHT)


class NotchDialog(EditDialog):
    """An L-shape by a notch in a corner, a U-shape by one in a side."""

    def __init__(self, desk: Desk, ids: list[str], parent: QWidget | None = None) -> None:
        super().__init__("L- or U-shape", "Cut notch", desk, ids[:1], parent)
        frame = frame_of(self.rows[0].outline)
        corners: list[tuple[str, Anchor | Side]] = [(f"L, notch {c.value}", c) for c in _CORNERS]
        sides: list[tuple[str, Anchor | Side]] = [(f"U, open at the {side.value}", side) for side in Side]
        self.shape = self.choice("&Shape", [*corners, *sides])
        self.notch_width = self.line("Notch &width", f"{metres(round(frame.width / 3))} m")
        self.notch_depth = self.line("Notch &depth", f"{metres(round(frame.depth / 2))} m")
        self.look()

    def edit(self) -> Change:
        """Cut the notch out."""
        width, depth = typed_length(self.notch_width, "Notch width"), typed_length(self.notch_depth, "Notch depth")
        where, show, booth = self.shape.currentData(), self.desk.show, self.rows[0].id
        if where in list(Side):
            return notch_side(show, booth, width, depth, Side(where))
        return notch_corner(show, booth, width, depth, Anchor(where))

    def told(self, change: Change) -> str:
        """Say what area is left."""
        row = _after(change, self.rows[0].id)
        return f"{square_metres(row.area):g} m² of {square_metres(self.rows[0].area):g} m² stay" if row else ""


class SplitDialog(EditDialog):
    """Into how many parts, or parts of which size; how they are numbered and which keeps the exhibitor."""

    def __init__(self, desk: Desk, ids: list[str], parent: QWidget | None = None) -> None:
        super().__init__("Split", "Split", desk, ids[:1], parent)
        frame = frame_of(self.rows[0].outline)
        self.by = self.choice("&Into", [("equal parts", True), ("parts of a size", False)])
        self.count = self.line("&Parts", "2", "How many parts of equal area")
        self.module = self.line("Si&ze of a part", "3 m")
        self.along = self.choice("Side &by side", [("along the width", True), ("along the depth", False)])
        self.along.setCurrentIndex(0 if frame.width >= frame.depth else 1)
        number = self.rows[0].number or "A12"
        suffixes = f"{number}1, {number}2…" if number[-1].isalpha() else f"{number}a, {number}b…"
        naming = [(suffixes, Naming.SUFFIX), (f"{number} and new ones", Naming.NEW)]
        self.naming = self.choice("&Numbers", naming)
        self.heir = self.choice("&Exhibitor stays with", [("the largest", Heir.LARGEST), ("the first", Heir.FIRST)])
        self.heir.setEnabled(self.rows[0].exhibitor is not None)
        self.by.currentIndexChanged.connect(self._switch)
        self._switch()
        self.count.selectAll()

    def edit(self) -> Change:
        """Split the booth."""
        show, booth, along = self.desk.show, self.rows[0].id, bool(self.along.currentData())
        naming, heir = Naming(self.naming.currentData()), Heir(self.heir.currentData())
        if self.by.currentData():
            return split_equally(show, booth, _whole(self.count), along, naming, heir)
        return split_by_size(show, booth, typed_length(self.module, "Size"), along, naming, heir)

    def told(self, change: Change) -> str:
        """Say which parts come of it, and who keeps what."""
        parts = [
            e.row for e in change if isinstance(e.row, Booth) and (e.before is None or e.row.id == self.rows[0].id)
        ]
        parts.sort(key=lambda row: natural_key(row.number))
        sizes = list(dict.fromkeys(size_of(row) for row in parts))
        some = ", ".join(sizes[:3]) + ("…" if len(sizes) > 3 else "")
        return f"{change.summary}.\n{some} each" if len(sizes) == 1 else f"{change.summary}.\n{some}"

    def _switch(self) -> None:
        equal = bool(self.by.currentData())
        self.fields.setRowVisible(self.count, equal)
        self.fields.setRowVisible(self.module, not equal)
        self.look()


class MergeDialog(EditDialog):
    """Which booth's number a merged booth bears."""

    def __init__(self, desk: Desk, ids: list[str], parent: QWidget | None = None) -> None:
        super().__init__("Merge", "Merge", desk, ids, parent)
        rows = sorted(self.rows, key=lambda row: natural_key(row.number))
        items: list[tuple[str, str]] = [(f"the lowest, {rows[0].number}", Keep.LOWEST)]
        items.append((f"the highest, {rows[-1].number}", Keep.HIGHEST))
        items += [(row.number or "the one without number", row.id) for row in rows]
        self.keep = self.choice("Number that &stays", items)
        self.look()

    def edit(self) -> Change:
        """Merge the booths."""
        return merge(self.desk.show, [row.id for row in self.rows], str(self.keep.currentData()))

    def told(self, change: Change) -> str:
        """Say what size comes of it and who has it."""
        kept = next((e.after for e in change if e.after and e.row.id in {row.id for row in self.rows}), None)
        area = f"; {square_metres(kept.area):g} m² net" if isinstance(kept, Booth) else ""
        return f"{change.summary}{area}"


def _after(change: Change, key: str) -> Booth | None:
    return next((e.after for e in change if isinstance(e.after, Booth) and e.row.id == key), None)


def _whole(field: QLineEdit) -> int:
    text = plain(field.text())
    if not text.isdecimal() or len(text) > 6:
        raise ValueError(f"'{one_line(field.text())}' is no number of parts.")
    return int(text)
