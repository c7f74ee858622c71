"""The legend over the canvas: what a booth's colour says, and how many there are of each."""

from collections import Counter

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.layers import Layers
from hallwright.drawing.columns import role_of
from hallwright.drawing.plan import View
from hallwright.drawing.theme import Theme
from hallwright.editing.change import Change
from hallwright.expo.show import Table
from hallwright.expo.space import DROPS, Booth, BoothStatus, FixtureKind
from hallwright.review.stages import Stages
from hallwright.review.standing import NAMES
from hallwright.support.i18n import N_, _
from hallwright.support.numbers import written

ROW, PAD, SWATCH = 22, 10, 14
LABELS = {
    **{f"booth.{status}": str(status) for status in BoothStatus},
    "booth.free": N_("free"),
    "booth.let": N_("taken"),
    "booth.draft": "draft",
    **{f"answer.{stage}": name for stage, name in NAMES.items()},
    "conflict": N_("overlap"),
    **{f"fixture.{kind}": kind.replace("-", " ") for kind in FixtureKind if kind in DROPS},
}


class Legend(QWidget):
    """Lists only what is on the plan."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.setAccessibleName(_("Legend"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._theme = theme
        self._layers = Layers()
        self._stages = Stages()
        self._rows: list[tuple[str, int]] = []
        self._roles: Counter[str] = Counter()
        self._counted: Table[Booth] | None = None
        self._hall = ""
        self._picture = QPixmap()
        self._key: tuple[object, ...] = ()
        desk.changed.connect(self._on_change)
        desk.hall_changed.connect(self.refresh)
        desk.findings_changed.connect(self.refresh)
        self.refresh()

    def restyle(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def show_layers(self, layers: Layers) -> None:
        """Explain the colours of another view, or hide."""
        self._layers = layers
        self.refresh()

    def refresh(self) -> None:
        """Count the booths of the hall."""
        booths, hall = self._desk.show.booths, self._desk.hall
        if self._counted is not booths or self._hall != hall:
            self._roles = Counter(role_of(booth) for booth in booths.where("hall", hall))
            self._counted, self._hall = booths, hall
        counts: Counter[str] = Counter()
        for role, count in self._roles.items():
            counts[self._layers.role(role)] += count
        clashing = {key for f in self._desk.findings if f.rule == "booth-overlap" for key in f.booths}
        clashing = clashing if self._layers.conflicts else set()
        counts["conflict"] = sum(1 for key in clashing if key in booths and booths[key].hall == hall)
        if self._layers.supplied:
            counts.update(
                f"fixture.{row.kind}" for row in self._desk.show.fixtures.where("hall", hall) if row.kind in DROPS
            )
        if self._layers.answered:
            self._count_answers(counts)
        self._rows = [(role, counts[role]) for role in LABELS if counts[role]]
        self.setVisible(bool(self._rows) and self._layers.legend)
        self.adjustSize()
        self.place()
        self.update()

    def _count_answers(self, counts: Counter[str]) -> None:
        """Count booths by their exhibitors' answers instead of by status."""
        booths = self._desk.show.booths
        for role in [role for role in counts if role.startswith("booth.") and role != "booth.draft"]:
            del counts[role]
        stages = self._stages.by_booth(self._desk.show)
        counts.update(f"answer.{stage}" for key, stage in stages.items() if booths[key].hall == self._desk.hall)

    def sizeHint(self) -> QSize:
        """Be as wide as the longest line."""
        metrics = QFontMetrics(self.font())
        texts = [metrics.horizontalAdvance(f"{self._label(role)}   {written(count):,}") for role, count in self._rows]
        return QSize(max(texts, default=0) + SWATCH + 8 + 2 * PAD + 8, ROW * len(self._rows) + 2 * PAD - 6)

    def _on_change(self, change: Change) -> None:
        """Count only what changed; another hall is counted as a whole."""
        booths = self._desk.show.booths
        if self._counted is not booths and self._hall == self._desk.hall:
            for edit in change:
                for row, step in ((edit.before, -1), (edit.after, 1)):
                    if isinstance(row, Booth) and row.hall == self._hall:
                        self._roles[role_of(row)] += step
            self._counted = booths
        self.refresh()

    def _label(self, role: str) -> str:
        return _("booth") if role == "booth.let" and self._layers.view is View.PERMIT else _(LABELS[role])

    def foot(self) -> float:
        """Return how far above the canvas's lower edge the legend reaches, with some air; 0 while it is hidden."""
        return self.height() + 24.0 if not self.isHidden() else 0.0

    def place(self) -> None:
        """Stand in the lower left corner of the canvas."""
        parent = self.parentWidget()
        if parent is not None:
            self.move(16, parent.height() - self.height() - 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show swatches, names and counts, painted only when they have changed: the canvas beneath moves often."""
        super().paintEvent(event)
        ratio, palette = self.devicePixelRatioF(), self.palette()
        key = tuple(self._rows), self._theme, self._layers, self.size(), ratio, palette.cacheKey()
        if key != self._key:
            self._picture, self._key = QPixmap(self.size() * ratio), key
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            onto = QPainter(self._picture)
            onto.setFont(self.font())
            self._draw(onto)
            onto.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, soft = self.palette().windowText().color(), self.palette().placeholderText().color()
        for row, (role, count) in enumerate(self._rows):
            top = PAD + row * ROW - 3
            style = self._theme.style(role)
            box = QRectF(PAD, top + (ROW - SWATCH) / 2, SWATCH, SWATCH)
            stroke = QPen(QColor(style.stroke.rgb) if style.stroke else soft, 1.2)
            if role in ("booth.draft", "conflict"):
                stroke.setWidthF(1.6)
            if style.dash:
                stroke.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(stroke)
            painter.setBrush(QColor(style.fill.rgb) if style.fill else Qt.BrushStyle.NoBrush)
            if role.startswith("fixture."):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(box)
            else:
                painter.drawRect(box)
            text = QRectF(PAD + SWATCH + 8, top, self.width() - 2 * PAD - SWATCH - 8, ROW)
            painter.setPen(ink)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._label(role))
            painter.setPen(soft)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{written(count):,}")
