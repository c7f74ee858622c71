"""Layers and views: what of the plan is shown, and for whom it is painted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QToolButton

from hallwright.desktop.actions import Actions, ActionSpec
from hallwright.drawing.plan import View, named, seen_as
from hallwright.drawing.primitives import Drawing, Item, Text
from hallwright.expo.space import Booth
from hallwright.support.i18n import N_, _

MENU = "&View/Sho&w"
VIEWS = "&View/View &as"
SWITCHES = (
    ("underlays", N_("Un&derlays"), ""),
    ("beneath", N_("Storey &beneath"), ""),
    ("zones", N_("&Zones"), ""),
    ("fixtures", N_("&Fixtures"), ""),
    ("supplies", N_("Su&pplies"), ""),
    ("numbers", N_("Booth n&umbers"), ""),
    ("names", N_("&Names"), "L"),
    ("grid", N_("&Grid"), "Ctrl+'"),
    ("conflicts", N_("&Conflicts"), ""),
    ("ways", N_("&Way out (permit)"), ""),
    ("legend", N_("&Legend"), ""),
    ("answers", N_("&Answers of exhibitors"), ""),
)
READERS = (
    (View.STAFF, N_("&Staff"), N_("Colours tell the status; all names")),
    (View.PUBLIC, N_("&Public"), N_("Taken or free; only the names of booths that are reserved or confirmed")),
    (View.PERMIT, N_("Per&mit"), N_("Booths alike and without names, as for the fire department")),
)


@dataclass(frozen=True, slots=True)
class Layers:
    """What the canvas shows; to the staff at first everything of its hall, and nothing of the storey beneath.

    ``ways`` is the longest way out, which is shown to the permit office alone.
    """

    underlays: bool = True
    beneath: bool = False
    zones: bool = True
    fixtures: bool = True
    supplies: bool = True
    numbers: bool = True
    names: bool = True
    grid: bool = True
    conflicts: bool = True
    ways: bool = True
    legend: bool = True
    answers: bool = False
    view: View = View.STAFF

    @property
    def answered(self) -> bool:
        """Whether colours tell where exhibitors stand with their proofs; that is for the staff."""
        return self.answers and self.view is View.STAFF

    @property
    def supplied(self) -> bool:
        """Whether power, water, data and air are shown; they are nothing to the public."""
        return self.supplies and self.view is not View.PUBLIC

    def role(self, role: str) -> str:
        """Return the role under which a booth's role is painted."""
        return seen_as(role, self.view)

    def named(self, booth: Booth) -> bool:
        """Say whether a booth bears its exhibitor's name."""
        return self.names and named(booth, self.view)

    def shown(self, floor: Drawing, *, texts: bool = True) -> Drawing:
        """Return what is shown of a floor: zones or fixtures may be switched off, and their names left out."""
        if self.zones and self.fixtures and texts:
            return floor
        return tuple(item for item in floor if self._shows(item) and (texts or not isinstance(item, Text)))

    def _shows(self, item: Item) -> bool:
        role = getattr(item, "role", "fixture")
        layer = role.partition(".")[0]
        return (self.zones or layer != "zone") and (self.fixtures or layer != "fixture")

    def to_text(self) -> str:
        """Return the layers as text for the settings."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> Layers:
        """Return the layers of a text; what it does not say, or says wrongly, is as at first."""
        first = cls()
        try:
            given = json.loads(text)
            view = View(given.pop("view", first.view))
        except (ValueError, AttributeError, TypeError):
            return first
        known = {field.name for field in fields(cls)}
        return cls(
            **{name: value for name, value in given.items() if name in known and value in (True, False)}, view=view
        )


class LayerSwitches:
    """The actions that switch layers and views, and the popup on the tool rail that holds them."""

    def __init__(self, change: Callable[[Layers], object]) -> None:
        self.layers = Layers()
        self._change = change
        self._actions: Actions | None = None

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        switches = [
            ActionSpec(
                name,
                MENU,
                label,
                partial(self._switch, name),
                shortcuts=(keys,) if keys else (),
                checked=getattr(self.layers, name),
                separate=name == "underlays",
            )
            for name, label, keys in SWITCHES
        ]
        views = [
            ActionSpec(
                f"view-{view}",
                VIEWS,
                label,
                partial(self._view, view),
                tip=tip,
                checked=view is View.STAFF,
                exclusive=True,
            )
            for view, label, tip in READERS
        ]
        return [*switches, *views]

    def furnish(self, actions: Actions, button: QToolButton) -> None:
        """Take the actions that were made of the table, and fill the popup of a button with them."""
        self._actions = actions
        group = QActionGroup(button)
        for view, _label, _tip in READERS:
            group.addAction(actions[f"view-{view}"])
        menu = actions.menu((*(one[0] for one in SWITCHES), "", *(f"view-{one[0]}" for one in READERS)))
        menu.setAccessibleName(_("Layers and views"))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def put(self, layers: Layers) -> None:
        """Show these layers, and let the menus say so."""
        assert self._actions is not None, "furnished before it is used"
        for name, _label, _keys in SWITCHES:
            self._actions[name].setChecked(getattr(layers, name))
        self._actions[f"view-{layers.view}"].setChecked(True)

    def _switch(self, name: str, on: bool) -> None:
        self._take(Layers(**{**asdict(self.layers), name: on}))

    def _view(self, view: View, on: bool) -> None:
        if on:
            self._take(replace(self.layers, view=view))

    def _take(self, layers: Layers) -> None:
        self.layers = layers
        self._change(layers)
