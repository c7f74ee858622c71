"""Print badges, one a page."""

from collections.abc import Collection
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TypedDict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, add_row
from hallwright.desktop.dialogs.printframe import Compose, Composed, PrintDialog, Write, drop_down
from hallwright.desktop.dialogs.worker import Token
from hallwright.desktop.locales import dated, weekday
from hallwright.drawing.badge import badge_pages, sides, template_notes
from hallwright.drawing.primitives import NotShown, Page
from hallwright.expo.badges import Template
from hallwright.expo.people import Role
from hallwright.expo.templates import by_name
from hallwright.expo.terms import term
from hallwright.printing.badges import chosen, print_badges
from hallwright.printing.printed import Printed
from hallwright.support.i18n import _
from hallwright.support.numbers import written
from hallwright.support.text import folded, natural_key

_EVERYONE, _SELECTED = "", "*"


class Choice(TypedDict):
    """Who gets a badge; None leaves a condition out."""

    roles: Collection[Role]
    days: Collection[date] | None
    people: Collection[str] | None


def _role(role: Role) -> str:
    return "VIP" if role is Role.VIP else term(role).capitalize()


class BadgesDialog(PrintDialog):
    """Choose whose badges are printed: by role, by company, by day."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Print badges"), parent)
        show, soon = desk.show, self.compose_soon
        self._selected = frozenset(booth.exhibitor for booth in desk.selected() if booth.exhibitor)
        self.roles = QListWidget()
        counts = show.people.by("role")
        for role in Role:
            count = len(counts.get(role, ()))
            item = QListWidgetItem(f"{_role(role)}  ({written(count):,})")
            item.setData(Qt.ItemDataRole.UserRole, str(role))
            item.setCheckState(Qt.CheckState.Checked if count else Qt.CheckState.Unchecked)
            self.roles.addItem(item)
        self.roles.itemChanged.connect(soon)
        self.roles.setMinimumHeight(self.roles.sizeHintForRow(0) * len(Role) + GRID)
        self.roles.setMaximumHeight(self.roles.minimumHeight())
        parties = sorted(show.exhibitors.values(), key=lambda row: natural_key(folded(row.sort_name or row.name)))
        companies = [(_("Everyone"), _EVERYONE)]
        if self._selected:
            companies.append(
                (_("Exhibitors of the selected booths ({count})").format(count=len(self._selected)), _SELECTED)
            )
        companies += [("  ".join(filter(None, (row.name, row.name_native))), row.id) for row in parties]
        self.company = drop_down(companies, soon)
        days: list[tuple[str, object]] = [(_("Any day"), None)]
        days += [(f"{weekday(day)} {dated(day)}", day.isoformat()) for day in show.event.days]
        self.day = drop_down(days, soon)
        templates = [(_("As each role has it"), ""), *((row.name, row.id) for row in by_name(show))]
        self.template = drop_down(templates, soon)
        add_row(self.fields, _("&Template"), self.template)
        add_row(self.fields, _("&Roles"), self.roles)
        add_row(self.fields, _("Co&mpany"), self.company)
        add_row(self.fields, _("&Valid on"), self.day)
        self.press.add_to(self.fields)
        self.roles.setFocus()
        self.compose()

    def choice(self) -> Choice:
        """Return whose badges are printed, as ``chosen`` and ``print_badges`` take it."""
        items = [self.roles.item(row) for row in range(self.roles.count())]
        roles = {Role(i.data(Qt.ItemDataRole.UserRole)) for i in items if i.checkState() is Qt.CheckState.Checked}
        company, day = str(self.company.currentData()), self.day.currentData()
        people = None
        if company != _EVERYONE:
            parties = self._selected if company == _SELECTED else {company}
            people = {person.id for key in parties for person in self.desk.show.people.where("exhibitor", key)}
        return {"roles": roles, "days": {date.fromisoformat(day)} if day else None, "people": people}

    def composing(self) -> Compose:
        """Return the work that finds out who gets a badge; each badge is made when it is shown."""
        show, template, pictures = self.desk.show, self._template(), self.desk.session.store.asset
        people = chosen(show, **self.choice())

        def compose(_token: Token) -> Composed:
            # A template that cannot be read is refused here, before anybody waits for a page.
            pages = [(person, side) for person in people for side in range(sides(show, person.role, template))]

            def make(index: int) -> Page:
                person, side = pages[index]
                made = badge_pages(show, [person], [], template=template, pictures=pictures)
                return next(islice(made, side, None))

            def find(token: Token) -> list[NotShown]:
                lost = template_notes(show, people, template)
                made = badge_pages(show, people, lost, template=template, pictures=pictures)
                for done, _page in enumerate(made):
                    token.step(done, len(pages))
                return list(dict.fromkeys(lost))

            return Composed(len(pages), make, find)

        return compose

    def _template(self) -> Template | None:
        return self.desk.show.templates.get(str(self.template.currentData() or ""))

    def writing(self) -> Write:
        """Return the work that prints the badges."""
        show, whose, finish = self.desk.show, self.choice(), self.finish()
        template, pictures = self._template(), self.desk.session.store.asset

        def work(path: Path, token: Token) -> Printed:
            return print_badges(
                show,
                path,
                template=template,
                pictures=pictures,
                finish=finish,
                force=True,
                progress=token.step,
                **whose,
            )

        return work

    def suggested_name(self) -> str:
        """Return event and what is printed."""
        company = self.desk.show.exhibitors.get(str(self.company.currentData()))
        return " - ".join(
            part for part in (self.desk.show.event.name, company.name if company else "", _("badges")) if part
        )
