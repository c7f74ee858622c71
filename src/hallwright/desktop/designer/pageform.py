"""What the card itself is like: size, fold, back, bleed, safe margin, punch."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from hallwright.desktop.designer.widgets import Choice, Length
from hallwright.desktop.dialogs.frame import GRID, add_row, form
from hallwright.expo.design import LONGEST, MICRONS, SHORTEST, Fold, Page, Punch
from hallwright.expo.starters import Size
from hallwright.support.i18n import _

_SLOT = (14_000, 4_000)
_HOLE = (6_000, 6_000)
_TOP = 4_000


class PageForm(QWidget):
    """Shows a page and tells what it shall become."""

    changed = Signal(object)

    def __init__(self, sizes: tuple[Size, ...]) -> None:
        super().__init__()
        self._page: Page | None = None
        title = QLabel(_("Badge"))
        title.setProperty("heading", "true")
        self.preset = Choice([*((size.name, size) for size in sizes), (_("Own size"), None)])
        self.preset.picked.connect(self._sized)
        self.wide, self.high = (
            Length(SHORTEST / MICRONS, LONGEST / MICRONS),
            Length(SHORTEST / MICRONS, LONGEST / MICRONS),
        )
        self.wide.changed.connect(lambda value: self._set(width=value))
        self.high.changed.connect(lambda value: self._set(height=value))
        self.stretch = QCheckBox(_("Stretch what is on it"))
        self.stretch.setChecked(True)
        self.fold = Choice(
            [
                (_("Not folded"), Fold.NONE),
                (_("Over the lower edge (butterfly)"), Fold.FOOT),
                (_("Over the upper edge (tent)"), Fold.TOP),
                (_("Like a book"), Fold.SIDE),
            ]
        )
        self.fold.picked.connect(lambda value: self._set(fold=value))
        self.back = QCheckBox(_("Printed on the back, too"))
        self.back.toggled.connect(lambda on: self._set(back=on))
        self.bleed, self.safe = Length(0.0, 15.0), Length(0.0, 15.0)
        self.bleed.changed.connect(lambda value: self._set(bleed=value))
        self.safe.changed.connect(lambda value: self._set(safe=value))
        self.punch = Choice([(_("None"), ""), (_("Slot, 14 × 4 mm"), "slot"), (_("Hole, 6 mm"), "hole")])
        self.punch.picked.connect(self._punched)
        self.form = form()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        add_row(self.form, _("Size"), self.preset)
        add_row(self.form, _("Width"), self.wide)
        add_row(self.form, _("Height"), self.high)
        self.form.addRow(self.stretch)
        add_row(self.form, _("Fold"), self.fold)
        self.form.addRow(self.back)
        add_row(self.form, _("Bleed"), self.bleed)
        add_row(self.form, _("Safe margin"), self.safe)
        add_row(self.form, _("Punch"), self.punch)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 0, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(title)
        column.addLayout(self.form)
        column.addStretch(1)

    def show_page(self, page: Page) -> None:
        """Show a page."""
        self._page = page
        with QSignalBlocker(self.preset):
            row = next(
                (k for k in range(self.preset.count()) if _same(self.preset.itemData(k), page)), self.preset.count() - 1
            )
            self.preset.setCurrentIndex(row)
        self.wide.put(page.width)
        self.high.put(page.height)
        self.fold.put(page.fold)
        self.bleed.put(page.bleed)
        self.safe.put(page.safe)
        with QSignalBlocker(self.back):
            self.back.setChecked(len(page.faces) > 1)
        self.back.setEnabled(page.fold is Fold.NONE)
        self.punch.put("" if page.punch is None else "hole" if page.punch.round else "slot")

    def _sized(self, size: Size | None) -> None:
        if size is not None:
            self._set(width=size.width, height=size.height, fold=size.fold)

    def _punched(self, kind: str) -> None:
        page = self._page
        if page is None:
            return
        wide, high = _HOLE if kind == "hole" else _SLOT
        punch = Punch((page.panel[0] - wide) // 2, _TOP, wide, high, kind == "hole") if kind else None
        self._set(punch=punch)

    def _set(self, **values: object) -> None:
        if self._page is not None:
            page = replace(self._page, **values)  # type: ignore[arg-type]
            punch, moved = page.punch, page.panel[0] - self._page.panel[0]
            if punch is not None and punch == self._page.punch and moved:
                # It keeps its size and its place between the sides.
                page = replace(page, punch=replace(punch, x=max(punch.x + moved // 2, 0)))
            if page != self._page:
                self.changed.emit(page)


def _same(size: object, page: Page) -> bool:
    return isinstance(size, Size) and (size.width, size.height, size.fold) == (page.width, page.height, page.fold)
