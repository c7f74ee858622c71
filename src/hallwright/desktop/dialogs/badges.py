"""Print badges, one a page or several a sheet."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TypedDict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, add_row
from hallwright.desktop.dialogs.frame import Role as ButtonRole
from hallwright.desktop.dialogs.printframe import Compose, Composed, PrintDialog, Write, drop_down
from hallwright.desktop.dialogs.saving import ask_where
from hallwright.desktop.dialogs.sheetfields import SheetFields
from hallwright.desktop.dialogs.worker import Token
from hallwright.desktop.locales import dated, weekday
from hallwright.drawing.badge import badge_pages
from hallwright.drawing.imposing import Imposer, Pair, stacked
from hallwright.drawing.primitives import NotShown, Page
from hallwright.expo.people import Role
from hallwright.expo.terms import term
from hallwright.printing.badges import chosen, print_alignment, print_badges
from hallwright.printing.printed import Printed
from hallwright.support.errors import Refused
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
        add_row(self.fields, _("&Roles"), self.roles)
        add_row(self.fields, _("Co&mpany"), self.company)
        add_row(self.fields, _("&Valid on"), self.day)
        self.sheets = SheetFields(soon)
        self.sheets.add_to(self.fields)
        self.press.add_to(self.fields)
        self.align = self.add_button(_("&Alignment test…"), ButtonRole.ActionRole)
        self.align.setToolTip(_("Save the sheet that shows how far a printer is off"))
        self.align.clicked.connect(self._ask_and_save_alignment)
        self.sheets.sheet.currentIndexChanged.connect(self._look_at_sheet)
        self._look_at_sheet()
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
        show = self.desk.show
        people = chosen(show, **self.choice(), order=self.sheets.chosen_order())
        imposition = self.sheets.imposition()

        def find(token: Token) -> list[NotShown]:
            lost: list[NotShown] = []
            for done, _page in enumerate(badge_pages(show, people, lost)):
                token.step(done, len(people))
            return list(dict.fromkeys(lost))

        if imposition is None:
            return lambda _: Composed(len(people), lambda index: next(badge_pages(show, [people[index]], [])), find)

        def compose(_token: Token) -> Composed:
            sheet, printing = self.sheets.sheet_of(imposition), imposition.printing
            imposer = Imposer(sheet, printing, len(people))
            lying = stacked(people, sheet, printing.start) if imposition.stack else people

            def make(index: int) -> Page:
                number, side = divmod(index, imposer.sides)
                here = imposer.on(number)
                pages = badge_pages(show, lying[here.start : here.stop], [])
                return imposer.pages(number, [Pair(page, page) for page in pages])[side]

            return Composed(imposer.sheets * imposer.sides, make, find)

        return compose

    def writing(self) -> Write:
        """Return the work that prints the badges."""
        show, whose, finish = self.desk.show, self.choice(), self.finish()
        order, imposition = self.sheets.chosen_order(), self.sheets.imposition()

        def work(path: Path, token: Token) -> Printed:
            return print_badges(
                show,
                path,
                order=order,
                imposition=imposition,
                finish=finish,
                force=True,
                progress=token.step,
                still=token.check,
                **whose,
            )

        return work

    def _look_at_sheet(self) -> None:
        self.align.setEnabled(self.sheets.imposition() is not None)

    def _ask_and_save_alignment(self) -> None:
        imposition = self.sheets.imposition()
        if imposition is None:
            return
        path = ask_where(self, _("Alignment test"), _("Alignment test"), (("PDF", "pdf"),))
        if path is None:
            return
        try:
            print_alignment(path, imposition, force=True)
        except Refused as refusal:
            self.message.refuse(refusal)
        else:
            self.message.tell(_("Saved {path}.").format(path=path))

    def suggested_name(self) -> str:
        """Return event and what is printed."""
        company = self.desk.show.exhibitors.get(str(self.company.currentData()))
        return " - ".join(
            part for part in (self.desk.show.event.name, company.name if company else "", _("badges")) if part
        )
