"""Whoever hears the window instead of seeing it is told the name of everything that takes a key or a click."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.exchange.underlays import files

from hallwright.desktop import dialogs
from hallwright.desktop.designer.dialog import Designer
from hallwright.desktop.dialogs.aisles import AislesDialog
from hallwright.desktop.dialogs.badgedesk import BadgeDeskDialog
from hallwright.desktop.dialogs.badges import BadgesDialog
from hallwright.desktop.dialogs.checkin import CheckInDialog
from hallwright.desktop.dialogs.comparing import CompareDialog
from hallwright.desktop.dialogs.convert import ConvertDialog
from hallwright.desktop.dialogs.cropping import CropDialog
from hallwright.desktop.dialogs.dividing import MergeDialog, NotchDialog, SplitDialog
from hallwright.desktop.dialogs.event import EventDialog, HallDialog
from hallwright.desktop.dialogs.generating import GenerateDialog
from hallwright.desktop.dialogs.importing import ImportDialog
from hallwright.desktop.dialogs.numbering import NumberingDialog
from hallwright.desktop.dialogs.package import PackageDialog
from hallwright.desktop.dialogs.people import PeopleDialog
from hallwright.desktop.dialogs.personform import LastDayDialog
from hallwright.desktop.dialogs.photos import PhotosDialog
from hallwright.desktop.dialogs.plan import PlanDialog
from hallwright.desktop.dialogs.preflight import PreflightDialog
from hallwright.desktop.dialogs.receiveanswers import ReceiveDialog
from hallwright.desktop.dialogs.redline import RedlineDialog
from hallwright.desktop.dialogs.sendproofs import SendDialog
from hallwright.desktop.dialogs.shortcuts import ShortcutsDialog
from hallwright.desktop.dialogs.signing import SigningDialog
from hallwright.desktop.dialogs.sizing import AisleDialog, RotateDialog, SizeDialog
from hallwright.desktop.dialogs.start import StartWindow
from hallwright.desktop.dialogs.underlay import UnderlayDialog
from hallwright.desktop.dialogs.unlocking import UnlockDialog
from hallwright.desktop.dialogs.versions import VersionDialog
from hallwright.desktop.dialogs.worker import Worker
from hallwright.desktop.palette import CommandPalette
from hallwright.desktop.recents import Recents
from hallwright.desktop.window import Window
from hallwright.editing import sample
from hallwright.editing.earlier import Moment
from hallwright.editing.layout import Layout
from hallwright.editing.session import Session
from hallwright.editing.underlays import Content, add_underlay
from hallwright.exchange.importing import What
from hallwright.exchange.underlays.reading import read_underlay
from hallwright.expo.design import Kind
from hallwright.expo.starters import sizes
from hallwright.review.comparing import compared
from hallwright.signing.keys import PrivateKey
from hallwright.store.project import create

Make = Callable[[Window, Path], QWidget]


def two(window: Window) -> list[str]:
    """Return two booths that adjoin."""
    found = {booth.number: booth.id for booth in window.desk.show.booths.values()}
    return [found["A01"], found["A02"]]


def convert(window: Window, folder: Path) -> QWidget:
    document = files.drawing()
    files.add_box(document.modelspace(), 0, 0, 3000, 3000)
    found = read_underlay(files.saved(document, folder / "venue.dxf"))
    assert found.linework is not None
    desk = window.desk
    asset = desk.session.store.put_asset(found.content)
    content = Content(found.name, asset, found.media, found.width, found.height, found.linework.origin)
    desk.do(lambda: add_underlay(desk.show, desk.hall, content, found.scale(1.0)))
    return ConvertDialog(desk, next(iter(desk.show.underlays.values())))


def imported(window: Window, folder: Path) -> QWidget:
    path = folder / "list.csv"
    path.write_text("Company,Stand,Remark\nNewcomer,A01,-\n", encoding="utf-8")
    return ImportDialog(window.desk, What.EXHIBITORS, path)


def cropping(window: Window, folder: Path) -> QWidget:
    Image.new("RGB", (300, 400)).save(folder / "photo.png")
    return CropDialog(folder / "photo.png")


def redline(window: Window, _folder: Path) -> QWidget:
    show, moment = window.desk.show, Moment("now", 1)
    return RedlineDialog(window.desk, compared(moment, moment, show, show))


def designer(window: Window, _folder: Path) -> QWidget:
    made = Designer(window.desk)
    made.templates.add(sizes()[0])
    made.add(Kind.PICTURE)
    return made


def underlay(window: Window, folder: Path) -> QWidget:
    document = files.drawing()
    files.add_box(document.modelspace(), 0, 0, 3000, 3000)
    return UnderlayDialog(window.desk, files.saved(document, folder / "venue.dxf"))


MADE: dict[type[QWidget], Make] = {
    AislesDialog: lambda window, _: AislesDialog(window.desk),
    BadgesDialog: lambda window, _: BadgesDialog(window.desk),
    BadgeDeskDialog: lambda window, _: BadgeDeskDialog(window.desk),
    CheckInDialog: lambda window, _: CheckInDialog(window.desk),
    CropDialog: cropping,
    LastDayDialog: lambda window, _: LastDayDialog(2, None, window),
    PeopleDialog: lambda window, _: PeopleDialog(window.desk),
    SigningDialog: lambda window, _: SigningDialog(window.desk),
    UnlockDialog: lambda window, _: UnlockDialog(window.desk, PrivateKey.new().public),
    CompareDialog: lambda window, _: CompareDialog(window.desk),
    ConvertDialog: convert,
    NotchDialog: lambda window, _: NotchDialog(window.desk, two(window)[:1]),
    SplitDialog: lambda window, _: SplitDialog(window.desk, two(window)[:1]),
    MergeDialog: lambda window, _: MergeDialog(window.desk, two(window)),
    EventDialog: lambda window, _: EventDialog(window.desk),
    HallDialog: lambda window, _: HallDialog(window.desk),
    GenerateDialog: lambda window, _: GenerateDialog(window.desk, Layout()),
    ImportDialog: imported,
    NumberingDialog: lambda window, _: NumberingDialog(window.desk, two(window)),
    PhotosDialog: lambda window, _: PhotosDialog(window.desk),
    Designer: designer,
    PlanDialog: lambda window, _: PlanDialog(window.desk),
    PackageDialog: lambda window, _: PackageDialog(window.desk, window),
    PreflightDialog: lambda window, _: PreflightDialog(window),
    RedlineDialog: redline,
    ReceiveDialog: lambda window, _: ReceiveDialog(window.desk, window),
    SendDialog: lambda window, _: SendDialog(window.desk, window),
    ShortcutsDialog: lambda window, _: ShortcutsDialog(window.actions_, window.surroundings.shortcuts),
    SizeDialog: lambda window, _: SizeDialog(window.desk, two(window)),
    RotateDialog: lambda window, _: RotateDialog(window.desk, two(window)),
    AisleDialog: lambda window, _: AisleDialog(window.desk, two(window)),
    UnderlayDialog: underlay,
    VersionDialog: lambda window, _: VersionDialog(window.desk),
    CommandPalette: lambda window, _: CommandPalette(window.surroundings.catalogue, window),
    StartWindow: lambda _, folder: StartWindow(Recents(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))),
}
KINDS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit)


@pytest.fixture
def window(styled: object, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    made = Window(Session(create(tmp_path / "expo.expo", sample.build())))
    yield made
    made.close()


def at_work(top: QWidget) -> bool:
    timers = [timer for timer in top.findChildren(QTimer) if timer.isSingleShot()]
    return any(timer.isActive() for timer in timers) or any(worker.busy for worker in top.findChildren(Worker))


def nameless(top: QWidget) -> list[str]:
    """Return what takes keys or clicks and has no name, by class and the names of what holds it."""
    return [path(widget) for widget in top.findChildren(QWidget) if is_asked(widget, top) and not name(widget)]


def is_asked(widget: QWidget, top: QWidget) -> bool:
    parent = widget.parent()
    if widget.window() is not top.window() or widget.focusProxy() is not None:
        return False  # the list that a combo box drops down; what hands its focus on
    if isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit | QTabBar | QHeaderView) or isinstance(
        widget, QHeaderView
    ):
        return False  # Qt's own parts are spoken for by what holds them
    if widget.objectName().startswith("qt_"):
        return False
    return isinstance(widget, KINDS) or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def name(widget: QWidget) -> str:
    """Return what a screen reader says, as Qt derives it: the name, else the button's text or that of the label."""
    own = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    labels = (label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget)
    return (own or next(labels, "")).strip()


def path(widget: QWidget) -> str:
    """Return the classes and object names of a widget and what holds it."""
    parent = widget.parent()
    own = f"{type(widget).__name__} {widget.objectName()}".strip()
    return f"{own} < {path(parent)}" if isinstance(parent, QWidget) else own


def test_everything_in_the_main_window_has_a_name(window: Window) -> None:
    window.show()
    for ids in ([], two(window)[:1], two(window)):
        window.desk.select(ids)
        assert nameless(window) == []
    for key in (window.desk.hall, next(iter(window.desk.show.fixtures)), next(iter(window.desk.show.zones))):
        window.desk.select_item(key)
        assert nameless(window) == []
    for tool in window.tools:
        window.use(tool.name)
        assert nameless(window) == [], tool.name


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)
def test_everything_in_a_dialog_has_a_name(kind: type[QWidget], window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    made = MADE[kind](window, tmp_path)
    made.show()
    # A preview that is being made, or soon will be, is waited for: its dialog must outlive it.
    qtbot.waitUntil(lambda: not at_work(made), timeout=20_000)
    assert made.windowTitle() or made.accessibleName()
    assert nameless(made) == []
    made.close()


def test_no_dialog_was_forgotten_here() -> None:
    found = set()
    for module in pkgutil.iter_modules(dialogs.__path__):
        members = vars(importlib.import_module(f"{dialogs.__name__}.{module.name}")).values()
        found |= {one for one in members if isinstance(one, type) and issubclass(one, QDialog)}
    bare = {one for one in found if one.__module__.startswith("PySide6") or _is_base(one, found)}
    assert found - bare <= MADE.keys()


def _is_base(one: type, found: set[type]) -> bool:
    return any(other is not one and issubclass(other, one) for other in found)
