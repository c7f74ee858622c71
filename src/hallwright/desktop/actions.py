"""Every action of the window as a table; menus, toolbars and shortcuts are built from it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from hallwright.desktop.icons import icon
from hallwright.desktop.style import Colours
from hallwright.support.i18n import N_, _


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What an action is called, where it stands and what it does.

    Attributes:
        menu: the title of the menu in which it stands, that of a submenu behind a slash.
        separate: start a new group in the menu.
        before: name of an earlier action of the same menu before which it stands, or empty to stand last.
        exclusive: one of several that are never on together.
        shortcuts: key sequences in portable text.
        verbatim: the text is a name that no language translates.
        checked: None, or the first state of an action that is on or off.
    """

    name: str
    menu: str
    text: str
    run: Callable[..., object]
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    tip: str = ""
    checked: bool | None = None
    separate: bool = False
    exclusive: bool = False
    verbatim: bool = False
    before: str = ""


MENUS = frozenset(
    (
        N_("&File"),
        N_("&Edit"),
        N_("&View"),
        N_("&Booth"),
        N_("&Arrange"),
        N_("Ba&dges"),
        N_("&Tools"),
        N_("&Help"),
        N_("&Import"),
        N_("&Export"),
        N_("Sho&w"),
        N_("View &as"),
        N_("&Align"),
        N_("&Distribute"),
        N_("Select ne&xt"),
        N_("&Language"),
        N_("&Underlay"),
        N_("Exhibitor re&view"),
    )
)
"""Titles of menus, marked for the catalogue: tables name them in English, as one name for one menu."""


def _translated(spec: ActionSpec) -> ActionSpec:
    """Return a spec in the language of the window; tables may hold marked texts or translated ones."""
    return replace(spec, text=spec.text if spec.verbatim else _(spec.text), tip=_(spec.tip))


def menu_titles(menu: str) -> list[str]:
    """Return the titles of a menu and its submenu as the window shows them, without mnemonics."""
    return [plain(_(title)) for title in menu.split("/")]


def plain(text: str) -> str:
    """Return a text without the mark of its mnemonic; Chinese has the letter in brackets behind the words."""
    return re.sub(r"\(&.\)", "", text).replace("&", "")


class Actions:
    """All actions by name."""

    def __init__(self, owner: QWidget, specs: Iterable[ActionSpec], colours: Colours) -> None:
        self._owner = owner
        self._specs = {spec.name: _translated(spec) for spec in specs}
        self._actions: dict[str, QAction] = {}
        for spec in self._specs.values():
            action = QAction(spec.text, owner)
            if spec.checked is not None:
                action.setCheckable(True)
                action.setChecked(spec.checked)
                action.toggled.connect(spec.run)
            else:
                action.triggered.connect(lambda _on=False, run=spec.run: run())
            owner.addAction(action)
            self._actions[spec.name] = action
            self.rebind(spec.name, spec.shortcuts)
        self.restyle(colours)

    @property
    def specs(self) -> tuple[ActionSpec, ...]:
        """The table, in the order of the menus."""
        return tuple(self._specs.values())

    def rebind(self, name: str, keys: Iterable[str]) -> None:
        """Give an action other shortcuts, as portable text, and name the first in its tool tip."""
        spec, action = self._specs[name], self._actions[name]
        action.setShortcuts([QKeySequence(one) for one in keys])
        first = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{spec.tip or plain(spec.text).rstrip('…')}   {first}".strip())

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def restyle(self, colours: Colours) -> None:
        """Draw the icons in another ink."""
        for spec in self._specs.values():
            if spec.icon:
                toggle = spec.checked is not None and not spec.exclusive
                self._actions[spec.name].setIcon(icon(spec.icon, colours, toggle=toggle))
                # In a menu what is on has a tick, whether it has an icon or not.
                self._actions[spec.name].setIconVisibleInMenu(not toggle)

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Build the menus, in the order in which the table first names them."""
        menus: dict[str, QMenu] = {}
        for spec in self._specs.values():
            if spec.menu not in menus:
                parent, slash, title = spec.menu.rpartition("/")
                if slash and spec.separate:
                    menus[parent].addSeparator()
                menus[spec.menu] = menus[parent].addMenu(_(title)) if slash else bar.addMenu(_(title))
            menu = menus[spec.menu]
            if spec.separate and not menu.isEmpty():
                menu.addSeparator()
            if spec.before:
                menu.insertAction(self._actions[spec.before], self._actions[spec.name])
            else:
                menu.addAction(self._actions[spec.name])
        return menus

    def menu(self, names: Iterable[str]) -> QMenu:
        """Build a context menu; an empty name is a line between groups."""
        made = QMenu(self._owner)
        for name in names:
            if name:
                made.addAction(self._actions[name])
            else:
                made.addSeparator()
        return made
