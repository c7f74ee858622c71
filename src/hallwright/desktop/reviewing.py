"""Exhibitors review their placement: the window's actions, and the panel of their answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hallwright.desktop.actions import ActionSpec
from hallwright.desktop.dialogs.saving import ask_where
from hallwright.desktop.reviewpanel import ReviewPanel
from hallwright.drawing.theme import Theme
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _

if TYPE_CHECKING:
    from hallwright.desktop.window import Window


class Reviewing:
    """Opens the dialogs and holds the panel."""

    def __init__(self, window: Window, theme: Theme) -> None:
        self._window = window
        self._desk = window.desk
        self.panel = ReviewPanel(window.desk, theme)
        self.panel.fly.connect(window.canvas.fly_to)

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        menu, spec = "&File/Exhibitor re&view", ActionSpec
        return [
            spec("review-send", menu, N_("&Send proofs…"), self.send, "upload"),
            spec("review-receive", menu, N_("&Receive answers…"), self.receive, "download"),
            spec("review", menu, N_("&Answers"), self.show, "users", ("Ctrl+Shift+A",)),
            spec("review-report", menu, N_("Save re&port…"), self.report, "file-down", separate=True),
            spec("review-page", menu, N_("Save plan as &web page…"), self.page, "map"),
        ]

    def send(self) -> None:
        """Make packets."""
        from hallwright.desktop.dialogs.sendproofs import SendDialog

        SendDialog(self._desk, self._window).exec()

    def receive(self) -> None:
        """Take in answers."""
        from hallwright.desktop.dialogs.receiveanswers import ReceiveDialog

        ReceiveDialog(self._desk, self._window).exec()

    def show(self) -> None:
        """Bring the answers to the front."""
        self._window.side_tabs.setCurrentWidget(self.panel)
        self.panel.list.setFocus()

    def report(self) -> None:
        """Write where everybody stands into a list."""
        from hallwright.review.reports import write_report
        from hallwright.review.standing import standings

        path = ask_where(self._window, _("Save report"), _("Answers of exhibitors"), [("CSV", "csv")])
        if path is None:
            return
        show = self._desk.show
        try:
            write_report(path, show, standings(show, date.today()), force=True)  # noqa: DTZ011 - the user's calendar
        except Refused as refusal:
            self._desk.refused.emit(refusal.line())
            return
        self._desk.said.emit(_("Saved {file}.").format(file=path.name))

    def page(self) -> None:
        """Write the public plan as a page to look at in a browser."""
        from hallwright.review.page import PageMaker
        from hallwright.support.files import written_whole

        path = ask_where(self._window, _("Save plan as web page"), self._desk.show.event.name, [("HTML", "html")])
        if path is None:
            return
        try:
            with written_whole(path, force=True) as temporary:
                PageMaker(self._desk.show).write_for_all(temporary, self._desk.session.version_name())
        except Refused as refusal:
            self._desk.refused.emit(refusal.line())
            return
        self._desk.said.emit(_("Saved {file}.").format(file=path.name))
