"""Underlays in the window: their actions, and what the canvas paints of them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QColor, QCursor, QPainter
from PySide6.QtWidgets import QMenu

from hallwright.desktop.actions import ActionSpec
from hallwright.desktop.backdrop import LinePicture, Shown, prepared
from hallwright.desktop.tiles import Tiles
from hallwright.desktop.viewport import Viewport
from hallwright.drawing.theme import Theme
from hallwright.editing.store import Store
from hallwright.editing.underlays import lock_underlay
from hallwright.expo.underlay import Media, Underlay
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.tools.draw_hall import OUTLINE, DrawHall

if TYPE_CHECKING:
    from hallwright.desktop.window import Window

_log = logging.getLogger(__name__)
_MENU = N_("&View/&Underlay")
_KEPT = 6
"""Contents that are kept ready to be painted."""


class Underlays(QObject):
    """Keeps the contents of underlays at hand and offers what can be done with them."""

    loaded = Signal(str)
    """The content of an asset is ready."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._shown: dict[tuple[str, bool], Shown | None] = {}
        self._tiles: dict[str, Tiles] = {}
        window.canvas.backdrop = self.paint
        window.inspector.underlay.layers_of = self.layers_of
        self.loaded.connect(lambda _asset: window.canvas.repaint_all())
        self.loaded.connect(lambda _asset: window.inspector.refresh())

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        tip = N_("A venue's drawing or picture beneath the plan, on the screen only: it is never printed")
        return [
            ActionSpec("import-underlay", "&File/&Import", N_("&Underlay…"), self.ask, "layers", tip=tip),
            ActionSpec("choose-underlay", _MENU, N_("&Choose…"), self.choose, "list", separate=True),
            ActionSpec("lock-underlay", _MENU, N_("&Lock or unlock"), self.lock, "lock"),
            ActionSpec("convert-underlay", _MENU, N_("Convert to &booths…"), self.convert, "square-dashed"),
        ]

    # -- actions ------------------------------------------------------------------------------------------------

    def ask(self, path: Path | None = None) -> None:
        """Import a drawing or picture beneath the hall."""
        from hallwright.desktop.dialogs.underlay import UnderlayDialog

        first = not self._desk.hall
        dialog = UnderlayDialog(self._desk, path, self._window)
        dialog.exec()
        if dialog.made:
            self._desk.select_item(dialog.made)
            if first:
                self._trace()

    def _trace(self) -> None:
        """Let the hall that was made around its drawing be drawn over it."""
        tool = self._window.tool(DrawHall.name)
        assert isinstance(tool, DrawHall), "named so"
        tool.what = OUTLINE
        self._window.use(tool.name)
        self._desk.said.emit(_("A hall was made around the drawing: now click the corners of its true outline."))

    def choose(self) -> None:
        """Show the underlays of the hall; the one chosen is selected."""
        menu = self.menu()
        if menu is None:
            self._desk.refused.emit(_("There is no underlay. Import one with File > Import > Underlay."))
        else:
            menu.exec(QCursor.pos())

    def menu(self) -> QMenu | None:
        """Return a list of the hall's underlays, the uppermost first; None if there are none."""
        rows = self._here()
        if not rows:
            return None
        menu = QMenu(self._window)
        menu.setAccessibleName(_("Underlays"))
        for row in reversed(rows):
            action = menu.addAction(row.name.replace("&", "&&"), partial(self._desk.select_item, row.id))
            action.setCheckable(True)
            action.setChecked(row.id == self._desk.item)
        return menu

    def lock(self) -> None:
        """Lock the selected underlay, or free it."""
        row = self._one()
        if row is not None:
            self._desk.do(lambda: lock_underlay(self._desk.show, row.id, not row.locked))

    def convert(self) -> None:
        """Make booths or fixtures of the outlines of the selected underlay."""
        from hallwright.desktop.dialogs.convert import ConvertDialog

        row = self._one()
        if row is None:
            return
        if row.media is not Media.VECTOR:
            self._desk.refused.emit(_("Only drawings (DXF, SVG) have outlines to convert; a picture has none."))
            return
        ConvertDialog(self._desk, row, self._window).exec()

    def _here(self) -> Sequence[Underlay]:
        return self._desk.show.underlays.where("hall", self._desk.hall)

    def _one(self) -> Underlay | None:
        rows = self._here()
        row = next((one for one in rows if one.id == self._desk.item), rows[0] if len(rows) == 1 else None)
        if row is None:
            self._desk.refused.emit(_("Choose an underlay first.") if rows else _("There is no underlay."))
        return row

    # -- contents -----------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, view: Viewport, area: QRectF, theme: Theme) -> None:
        """Paint the underlays of the hall in an area of the view (pixels); what is not loaded yet follows later."""
        fill = theme.style("text.soft").fill
        ink = QColor(fill.rgb if fill is not None else "#808080")
        for row in self._here():
            shown = self._content(row, dark=theme.name == "dark") if row.dim < 100 else None
            if shown is None:
                continue
            painter.setOpacity(1 - row.dim / 100)
            if isinstance(shown, LinePicture):
                self._tiled(row, shown).paint(painter, row, view, area, ink)
            else:
                shown.paint(painter, row, view, area)
            painter.setOpacity(1.0)

    def _tiled(self, row: Underlay, picture: LinePicture) -> Tiles:
        """Return the tiles of an underlay, made anew where its content is another."""
        tiles = self._tiles.get(row.id)
        if tiles is None or tiles.picture is not picture:
            if tiles is not None:
                tiles.deleteLater()
            tiles = self._tiles[row.id] = Tiles(picture, self)
            tiles.renewed.connect(partial(self._renew, row.id))
            for key in self._tiles.keys() - self._desk.show.underlays.keys():
                self._tiles.pop(key).deleteLater()
        return tiles

    def _renew(self, key: str, part: QRectF) -> None:
        """Repaint a part that has become sharp, where it lies by now."""
        row = self._desk.show.underlays.get(key)
        if row is not None and row.hall == self._desk.hall:
            canvas = self._window.canvas
            canvas.repaint_part(part.translated(*canvas.view.to_pixel(row.x, row.y)))

    @property
    def finished(self) -> bool:
        """Whether every underlay that was asked for is there, and sharp."""
        return None not in self._shown.values() and all(tiles.finished for tiles in self._tiles.values())

    def layers_of(self, row: Underlay) -> tuple[str, ...]:
        """Return the names of an underlay's layers; none while it is loaded, or for a picture."""
        # A picture is loaded by whoever paints it, light or dark; it has no layers to ask for.
        shown = self._content(row) if row.media is Media.VECTOR else None
        return shown.names if isinstance(shown, LinePicture) else ()

    def _content(self, row: Underlay, *, dark: bool = False) -> Shown | None:
        # Lines take their ink as they are painted.
        key = row.asset, dark and row.media is Media.RASTER
        if key in self._shown:
            return self._shown[key]
        self._shown[key] = None
        relay = _Relay()
        relay.ended.connect(self._take)
        QThreadPool.globalInstance().start(_Loading(self._desk.session.store, row, relay, dark=key[1]))
        return None

    def _take(self, key: tuple[str, bool], shown: Shown | None, refusal: str) -> None:
        if refusal:
            self._desk.refused.emit(refusal)
            return
        self._shown[key] = shown
        # A picture is kept either light or dark.
        self._shown.pop((key[0], not key[1]), None)
        used = {row.asset for row in self._desk.show.underlays.values()}
        for old in [one for one in self._shown if one != key and one[0] not in used][: len(self._shown) - _KEPT]:
            del self._shown[old]
        self.loaded.emit(key[0])


class _Relay(QObject):
    ended = Signal(object, object, str)


class _Loading(QRunnable):
    """Reads an asset and makes it ready, away from the window's own thread."""

    def __init__(self, store: Store, row: Underlay, relay: _Relay, *, dark: bool) -> None:
        super().__init__()
        self._store, self._row, self._relay, self._dark = store, row, relay, dark

    def run(self) -> None:
        """Do it."""
        row, key = self._row, (self._row.asset, self._dark)
        try:
            shown = prepared(row.media, self._store.asset(row.asset), dark=self._dark)
        except Refused as refusal:
            self._relay.ended.emit(key, None, refusal.line())
        except ValueError as error:
            self._relay.ended.emit(key, None, Refused(_("The underlay is damaged"), row.name, str(error)).line())
        except Exception:
            self._relay.ended.emit(key, None, _("The underlay could not be loaded."))
            _log.exception("loading an underlay failed")
            raise
        else:
            self._relay.ended.emit(key, shown, "")
