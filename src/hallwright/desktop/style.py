"""The one visual language of the window: a quiet frame around the plan, one accent, an 8-pixel grid."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from hallwright.drawing.fonts import FACES
from hallwright.support.paths import resources

GRID = 8
FAMILIES = ["Noto Sans", "Noto Sans SC", "Noto Sans KR"]
POINT_SIZE = 9.5
_TICKS = {"#ffffff": "check-white", "#0c1420": "check-night"}
"""Icon of a tick by the colour that is read on the accent."""
_CHEVRON = (resources() / "icons" / "chevron-down-grey.svg").as_posix()
"""A style sheet cannot tint an image; this grey reads on light and dark alike."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours of the window, as ``#rrggbb``."""

    window: str
    panel: str
    field: str
    ink: str
    soft: str
    line: str
    accent: str
    on_accent: str
    hover: str
    alarm: str
    warning: str


LIGHT = Colours(
    window="#eef0f3",
    panel="#f8f9fb",
    field="#ffffff",
    ink="#1f2328",
    soft="#5f6670",
    line="#d3d8df",
    accent="#0b62c4",
    on_accent="#ffffff",
    hover="#e2e7ee",
    alarm="#c62828",
    warning="#8f5200",
)
DARK = Colours(
    window="#16191d",
    panel="#1e2227",
    field="#262b32",
    ink="#e6e9ee",
    soft="#a3abb8",
    line="#39404a",
    accent="#5aa2f5",
    on_accent="#0c1420",
    hover="#2d343d",
    alarm="#ff6b61",
    warning="#e8b24a",
)


def colours(dark: bool) -> Colours:
    """Return the colours of the light or the dark window."""
    return DARK if dark else LIGHT


def is_dark(app: QApplication) -> bool:
    """Say whether the system asks for dark windows."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def load_fonts(app: QApplication) -> None:
    """Give the application the bundled fonts, so that a bare machine shows Chinese, too."""
    for face in FACES.values():
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / face.file))
    font = QFont(FAMILIES)
    font.setPointSizeF(POINT_SIZE)
    app.setFont(font)


def apply(app: QApplication, dark: bool) -> Colours:
    """Set style, palette and style sheet of the application."""
    app.setStyle("Fusion")
    c = colours(dark)
    palette = QPalette()
    for role, value in (
        (QPalette.ColorRole.Window, c.panel),
        (QPalette.ColorRole.WindowText, c.ink),
        (QPalette.ColorRole.Base, c.field),
        (QPalette.ColorRole.AlternateBase, c.panel),
        (QPalette.ColorRole.Text, c.ink),
        (QPalette.ColorRole.Button, c.panel),
        (QPalette.ColorRole.ButtonText, c.ink),
        (QPalette.ColorRole.ToolTipBase, c.ink),
        (QPalette.ColorRole.ToolTipText, c.field),
        (QPalette.ColorRole.PlaceholderText, c.soft),
        (QPalette.ColorRole.Highlight, c.accent),
        (QPalette.ColorRole.HighlightedText, c.on_accent),
        (QPalette.ColorRole.Accent, c.accent),
        (QPalette.ColorRole.Link, c.accent),
        (QPalette.ColorRole.BrightText, c.alarm),
        (QPalette.ColorRole.Mid, c.line),
        (QPalette.ColorRole.Midlight, c.hover),
        (QPalette.ColorRole.Dark, c.soft),
        (QPalette.ColorRole.Light, c.field),
    ):
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        faint = QColor(c.soft)
        faint.setAlpha(140)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    app.setPalette(palette)
    app.setStyleSheet(_sheet(c))
    return c


def _sheet(c: Colours) -> str:
    tick = (resources() / "icons" / f"{_TICKS[c.on_accent]}.svg").as_posix()
    return f"""
    QMainWindow, QMainWindow::separator {{ background: {c.window}; }}
    QMainWindow::separator {{ width: 1px; height: 1px; background: {c.line}; }}
    QToolBar {{ background: {c.panel}; border: 0; padding: 4px 8px; spacing: 4px; }}
    QToolBar#top {{ border-bottom: 1px solid {c.line}; }}
    QToolBar#rail {{ border-right: 1px solid {c.line}; padding: 4px; spacing: 1px; }}
    QToolBar#rail QToolButton {{ padding: 4px 6px; }}
    QToolBar::separator {{ background: {c.line}; width: 1px; height: 1px; margin: 6px; }}
    QToolButton {{ border: 0; border-radius: 6px; padding: 6px; color: {c.ink}; }}
    QToolButton:hover {{ background: {c.hover}; }}
    QToolButton:pressed, QToolButton:checked {{ background: {c.accent}; color: {c.on_accent}; }}
    QToolButton[toggle="true"]:checked {{ background: {c.hover}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QStatusBar {{ background: {c.panel}; border-top: 1px solid {c.line}; color: {c.soft}; }}
    QStatusBar::item {{ border: 0; }}
    QStatusBar QLabel {{ padding: 2px 8px; }}
    QMenuBar {{ background: {c.panel}; padding: 2px 4px; }}
    QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected {{ background: {c.hover}; }}
    QMenu {{ background: {c.field}; border: 1px solid {c.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QMenu::item:disabled {{ color: {c.soft}; background: transparent; }}
    QMenu::icon {{ padding-left: 8px; }}
    QMenu::icon:checked {{ background: {c.accent}; border-radius: 4px; margin-left: 6px; padding: 2px; }}
    QMenu::indicator {{ width: 14px; height: 14px; margin-left: 9px; border-radius: 3px; }}
    QMenu::indicator:non-exclusive:unchecked {{ border: 1px solid {c.line}; }}
    QMenu::indicator:checked {{ background: {c.accent}; border: 1px solid {c.accent}; image: url("{tick}"); }}
    QCheckBox {{ spacing: 8px; }}
    QCheckBox::indicator, QAbstractItemView::indicator {{
        width: 14px; height: 14px; border: 1px solid {c.soft}; border-radius: 3px; background: {c.field};
    }}
    QCheckBox::indicator:hover, QCheckBox::indicator:focus {{ border: 1px solid {c.accent}; }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
        background: {c.accent}; border: 1px solid {c.accent}; image: url("{tick}");
    }}
    QCheckBox::indicator:disabled {{ border: 1px solid {c.line}; background: {c.panel}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
    QLineEdit, QComboBox, QPlainTextEdit, QSpinBox, QDateEdit, QDoubleSpinBox {{
        background: {c.field}; border: 1px solid {c.line}; border-radius: 6px; padding: 4px 8px; min-height: 20px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
    }}
    QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QDoubleSpinBox:focus {{
        border: 1px solid {c.accent};
    }}
    QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
        width: 0; border: 0;
    }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 24px; }}
    QDateEdit::drop-down {{ subcontrol-origin: border; subcontrol-position: center right; }}
    QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{_CHEVRON}"); width: 14px; height: 14px; }}
    QComboBox:disabled, QLineEdit:disabled {{ color: {c.soft}; background: {c.panel}; }}
    QLineEdit:read-only {{ background: {c.panel}; }}
    QComboBox QAbstractItemView {{
        background: {c.field}; border: 1px solid {c.line}; padding: 4px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
    }}
    QPushButton {{
        background: {c.field}; border: 1px solid {c.line}; border-radius: 6px; padding: 5px 14px; min-height: 20px;
    }}
    QPushButton:hover {{ background: {c.hover}; }}
    QPushButton:focus {{ border: 1px solid {c.accent}; }}
    QPushButton:default {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent}; }}
    QPushButton:disabled {{ color: {c.soft}; background: {c.panel}; border: 1px solid {c.line}; }}
    QTableView, QListView, QTreeView {{
        background: {c.field}; border: 0; gridline-color: transparent; outline: 0;
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
        alternate-background-color: {c.panel};
    }}
    QTableView::item {{ padding: 2px 6px; }}
    QHeaderView::section {{
        background: {c.panel}; color: {c.soft}; border: 0; border-bottom: 1px solid {c.line}; padding: 6px 8px;
    }}
    QTableCornerButton::section {{ background: {c.panel}; border: 0; border-bottom: 1px solid {c.line}; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {c.line}; }}
    QTabBar::tab {{
        background: transparent; color: {c.soft}; padding: 8px 14px; border: 0; border-bottom: 2px solid transparent;
    }}
    QTabBar::tab:selected {{ color: {c.ink}; border-bottom: 2px solid {c.accent}; }}
    QTabBar::tab:hover {{ color: {c.ink}; }}
    QDockWidget {{ titlebar-close-icon: none; }}
    QSplitter::handle {{ background: {c.line}; }}
    QScrollBar {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ width: 10px; }}
    QScrollBar:horizontal {{ height: 10px; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }}
    QScrollBar::handle:hover {{ background: {c.soft}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QToolTip {{ background: {c.ink}; color: {c.field}; border: 0; padding: 6px 8px; }}
    QLabel[soft="true"] {{ color: {c.soft}; }}
    QLabel[heading="true"] {{ font-size: 13pt; font-weight: bold; }}
    QLabel[alarm="true"] {{ color: {c.alarm}; }}
    QFrame[rule="true"] {{ background: {c.line}; max-height: 1px; border: 0; }}
    QDialog#palette {{ background: {c.panel}; border: 1px solid {c.line}; }}
    QWidget#legend, QWidget#minimap, QFrame#blank {{
        background: {c.panel}; border: 1px solid {c.line}; border-radius: 8px;
    }}
    """
