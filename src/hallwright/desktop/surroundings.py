"""What surrounds the plan: palette, shortcuts, layers, history, rulers and minimap, joined to the window."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu, QToolButton

from hallwright.desktop import style
from hallwright.desktop.actions import ActionSpec
from hallwright.desktop.blank import Blank
from hallwright.desktop.historypanel import HistoryPanel
from hallwright.desktop.icons import icon
from hallwright.desktop.keyboard import Keyboard
from hallwright.desktop.languages import LanguageMenu
from hallwright.desktop.layers import Layers, LayerSwitches
from hallwright.desktop.minimap import Minimap
from hallwright.desktop.palette import Catalogue, CommandPalette
from hallwright.desktop.pasting import Pasting
from hallwright.desktop.recents import RecentMenu, Recents
from hallwright.desktop.restoring import Restoring
from hallwright.desktop.rulers import RuledCanvas
from hallwright.desktop.shortcuts import Shortcuts
from hallwright.desktop.style import Colours
from hallwright.desktop.waysout import WaysOut
from hallwright.expo.lengths import work_in
from hallwright.geometry.units import Unit
from hallwright.support.i18n import N_, _

if TYPE_CHECKING:
    from hallwright.desktop.window import Window


FEET = N_("Tell lengths and sizes on the plan, on the rulers and of a booth in feet and inches")


class Surroundings:
    """Makes what helps around the canvas and joins it to the window."""

    def __init__(self, window: Window, settings: QSettings | None) -> None:
        self._window = window
        self._settings = settings
        self.switches = LayerSwitches(self._show_layers)
        self.ruled = RuledCanvas(window.canvas)
        self.minimap = Minimap(window.desk, window.canvas)
        self.ways = WaysOut(window.desk, window.canvas)
        self.history = HistoryPanel(window.desk)
        self.keyboard = Keyboard(window)
        self.pasting = Pasting(window)
        self.recents = Recents(settings)
        self.languages = LanguageMenu(window.language_requested)
        self.layers_button = QToolButton()
        self.layers_button.setToolTip(_("Layers and views"))
        self.layers_button.setAccessibleName(_("Layers and views"))

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        spec, view, help_ = ActionSpec, "&View", "&Help"
        return [
            *self.switches.specs(),
            *self.keyboard.specs(),
            *self.pasting.specs(),
            spec("rulers", view, _("&Rulers"), self.ruled.show_rulers, checked=True, separate=True),
            spec("minimap", view, _("&Minimap"), self.minimap.switch, checked=True),
            spec("feet", view, _("Lengths in &feet"), self._show_feet, checked=False, tip=FEET),
            *self.languages.specs(),
            spec("start", "&File", _("Start pa&ge"), self._window.start_requested.emit, "store"),
            spec("palette", help_, _("Command &palette…"), self.open_palette, "search", ("Ctrl+Shift+P", "F1")),
            spec("shortcuts", help_, _("&Shortcuts…"), self.open_shortcuts, "keyboard"),
        ]

    def furnish(self) -> None:
        """Join the parts to the window once its actions, bars and docks are there."""
        window = self._window
        self.switches.furnish(window.actions_, self.layers_button)
        self.restyle(style.colours(window.dark))
        self.shortcuts = Shortcuts(window.actions_, self._settings)
        self.shortcuts.apply()
        self.keyboard.furnish()
        self.languages.furnish(window.actions_)
        self.pasting.furnish()
        self.blank = Blank(window)
        self.restoring = Restoring(window, self._settings)
        self.catalogue = Catalogue(window.desk, window.actions_, window.canvas.fly_to, self._settings)

    def fill(self, menus: Mapping[str, QMenu]) -> None:
        """Put into the menus what changes each time they open."""
        recent = RecentMenu(self.recents, self._window.open_requested.emit, self._window)
        file, copy = menus["&File"], self._window.actions_["copy"]
        file.insertMenu(copy, recent)
        file.insertAction(copy, self._window.actions_["start"])

    def keep(self) -> None:
        """Remember where one left off, for the next start."""
        show, name = self._window.desk.show, self._window.desk.session.name
        self.restoring.keep()
        if "://" not in name:
            self.recents.note(Path(name), show.event.name, len(show.booths))

    def restyle(self, colours: Colours) -> None:
        """Draw icons and minimap in another ink."""
        self.minimap.renew()
        self.layers_button.setIcon(icon("eye", colours))

    def _show_feet(self, on: bool) -> None:
        unit = Unit.FT if on else Unit.M
        work_in(unit)
        window = self._window
        window.canvas.unit = unit
        window.inspector.form.sizes.use_unit(unit)
        window.inspector.refresh()
        window.lists.use_unit()
        # What the rules found is told anew.
        window.desk.check_soon()

    def _show_layers(self, layers: Layers) -> None:
        self._window.canvas.show_layers(layers)
        self._window.legend.show_layers(layers)
        self.minimap.renew()
        self.ways.refresh()

    def show_history(self) -> None:
        """Bring the history to the front."""
        self._window.side_tabs.setCurrentWidget(self.history)
        self.history.list.setFocus()

    def open_palette(self) -> CommandPalette:
        """Show the command palette."""
        palette = CommandPalette(self.catalogue, self._window)
        palette.finished.connect(palette.deleteLater)
        palette.open_over(self._window)
        return palette

    def open_shortcuts(self) -> None:
        """Show and change the shortcuts."""
        from hallwright.desktop.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._window.actions_, self.shortcuts, self._window).exec()
