"""Dialogs that give booths another form or number: notch, split, merge."""

from PySide6.QtWidgets import QLineEdit, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import show_length
from hallwright.desktop.dialogs.sizing import Edit, EditDialog, size_of, typed_length
from hallwright.editing.change import Change
from hallwright.editing.shaping import notch_corner, notch_side
from hallwright.editing.splitting import Heir, Keep, Naming, merge, split_by_size, split_equally
from hallwright.editing.telling import retold
from hallwright.exchange.measures import plain
from hallwright.expo.lengths import told, told_area, working
from hallwright.expo.space import Booth
from hallwright.geometry.shapes import Anchor, Side, frame_of
from hallwright.geometry.units import Unit, to_mm
from hallwright.support.i18n import N_, _
from hallwright.support.text import natural_key, one_line

_SHAPES: tuple[tuple[str, Anchor | Side], ...] = (
    (N_("L, notch top left"), Anchor.TOP_LEFT),
    (N_("L, notch top right"), Anchor.TOP_RIGHT),
    (N_("L, notch bottom left"), Anchor.BOTTOM_LEFT),
    (N_("L, notch bottom right"), Anchor.BOTTOM_RIGHT),
    (N_("U, open at the top"), Side.TOP),
    (N_("U, open at the right"), Side.RIGHT),
    (N_("U, open at the bottom"), Side.BOTTOM),
    (N_("U, open at the left"), Side.LEFT),
)


class NotchDialog(EditDialog):
    """An L-shape by a notch in a corner, a U-shape by one in a side."""

    def __init__(self, desk: Desk, ids: list[str], parent: QWidget | None = None) -> None:
        super().__init__(_("L- or U-shape"), _("Cut notch"), desk, ids[:1], parent)
        frame = frame_of(self.rows[0].outline)
        self.shape = self.choice(_("&Shape"), [(_(text), where) for text, where in _SHAPES])
        self.notch_width = self.line(_("Notch &width"), "")
        self.notch_depth = self.line(_("Notch &depth"), "")
        show_length(self.notch_width, frame.width / 3)
        show_length(self.notch_depth, frame.depth / 2)
        self.look()

    def edit(self) -> Edit:
        """Cut the notch out."""
        width, depth = (
            typed_length(self.notch_width, _("Notch width")),
            typed_length(self.notch_depth, _("Notch depth")),
        )
        where, show, booth = self.shape.currentData(), self.desk.show, self.rows[0].id
        if where in list(Side):
            return lambda: notch_side(show, booth, width, depth, Side(where))
        return lambda: notch_corner(show, booth, width, depth, Anchor(where))

    def told(self, change: Change) -> str:
        """Say what area is left."""
        row = _after(change, self.rows[0].id)
        left = told_area(row.area if row else 0)
        return _("{left} of {area} stay").format(left=left, area=told_area(self.rows[0].area))


class SplitDialog(EditDialog):
    """Into how many parts, or parts of which size; how they are numbered and which keeps the exhibitor."""

    def __init__(self, desk: Desk, ids: list[str], parent: QWidget | None = None) -> None:
        super().__init__(_("Split"), _("Split"), desk, ids[:1], parent)
        frame = frame_of(self.rows[0].outline)
        self.by = self.choice(_("&Into"), [(_("equal parts"), True), (_("parts of a size"), False)])
        self.count = self.line(_("&Parts"), "2", N_("How many parts of equal area"))
        self.module = self.line(_("Si&ze of a part"), told(to_mm(10, Unit.FT) if working() is Unit.FT else 3000))
        self.along = self.choice(_("Side &by side"), [(_("along the width"), True), (_("along the depth"), False)])
        self.along.setCurrentIndex(0 if frame.width >= frame.depth else 1)
        number = self.rows[0].number or "A12"
        suffixes = f"{number}1, {number}2…" if number[-1].isalpha() else f"{number}a, {number}b…"
        naming = [(suffixes, Naming.SUFFIX), (_("{number} and new ones").format(number=number), Naming.NEW)]
        self.naming = self.choice(_("&Numbers"), naming)
        self.heir = self.choice(
            _("&Exhibitor stays with"), [(_("the largest"), Heir.LARGEST), (_("the first"), Heir.FIRST)]
        )
        self.heir.setEnabled(self.rows[0].exhibitor is not None)
        self.by.currentIndexChanged.connect(self._switch)
        self._switch()
        self.count.selectAll()

    def edit(self) -> Edit:
        """Split the booth."""
        show, booth, along = self.desk.show, self.rows[0].id, bool(self.along.currentData())
        naming, heir = Naming(self.naming.currentData()), Heir(self.heir.currentData())
        if self.by.currentData():
            count = _whole(self.count)
            return lambda: split_equally(show, booth, count, along, naming, heir)
        size = typed_length(self.module, _("Size"))
        return lambda: split_by_size(show, booth, size, along, naming, heir)

    def told(self, change: Change) -> str:
        """Say which parts come of it, and who keeps what."""
        parts = [
            e.row for e in change if isinstance(e.row, Booth) and (e.before is None or e.row.id == self.rows[0].id)
        ]
        parts.sort(key=lambda row: natural_key(row.number))
        sizes = list(dict.fromkeys(size_of(row) for row in parts))
        some = ", ".join(sizes[:3]) + ("…" if len(sizes) > 3 else "")
        each = _("{size} each").format(size=some) if len(sizes) == 1 else some
        return _("{summary}.\n{each}").format(summary=retold(change.summary), each=each)

    def _switch(self) -> None:
        equal = bool(self.by.currentData())
        self.fields.setRowVisible(self.count, equal)
        self.fields.setRowVisible(self.module, not equal)
        self.look()


class MergeDialog(EditDialog):
    """Which booth's number a merged booth bears."""

    def __init__(self, desk: Desk, ids: list[str], parent: QWidget | None = None) -> None:
        super().__init__(_("Merge"), _("Merge"), desk, ids, parent)
        rows = sorted(self.rows, key=lambda row: natural_key(row.number))
        items: list[tuple[str, str]] = [(_("the lowest, {number}").format(number=rows[0].number), Keep.LOWEST)]
        items.append((_("the highest, {number}").format(number=rows[-1].number), Keep.HIGHEST))
        items += [(row.number or _("the one without number"), row.id) for row in rows]
        self.keep = self.choice(_("Number that &stays"), items)
        self.look()

    def edit(self) -> Edit:
        """Merge the booths."""
        show, ids, keep = self.desk.show, [row.id for row in self.rows], str(self.keep.currentData())
        return lambda: merge(show, ids, keep)

    def told(self, change: Change) -> str:
        """Say what size comes of it and who has it."""
        ours = {row.id for row in self.rows}
        kept = next((e.after for e in change if e.after and e.row.id in ours), None)
        area = told_area(kept.area if isinstance(kept, Booth) else 0)
        return _("{summary}; {area} net").format(summary=retold(change.summary), area=area)


def _after(change: Change, key: str) -> Booth | None:
    return next((e.after for e in change if isinstance(e.after, Booth) and e.row.id == key), None)


def _whole(field: QLineEdit) -> int:
    text = plain(field.text())
    if not text.isdecimal() or len(text) > 6:
        raise ValueError(_("'{text}' is no number of parts.").format(text=one_line(field.text())))
    return int(text)
