"""Print badges, one a page or several a sheet."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TypedDict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.badgerun import BadgeRun
from hallwright.desktop.dialogs.frame import GRID, add_row, soft
from hallwright.desktop.dialogs.frame import Role as ButtonRole
from hallwright.desktop.dialogs.printframe import Compose, Composed, PrintDialog, Write, drop_down
from hallwright.desktop.dialogs.saving import ask_where
from hallwright.desktop.dialogs.sheetfields import SheetFields
from hallwright.desktop.dialogs.unlocking import key_of, may_sign
from hallwright.desktop.dialogs.worker import Token
from hallwright.desktop.locales import dated, weekday
from hallwright.drawing.badge import size_of
from hallwright.drawing.codes import Codes, Content, codes
from hallwright.editing.badges import record
from hallwright.expo.badges import Template
from hallwright.expo.people import Role
from hallwright.expo.printed import Only, now
from hallwright.expo.templates import by_name
from hallwright.expo.terms import term
from hallwright.printing.badges import chosen, print_alignment, print_badges
from hallwright.printing.printed import Printed
from hallwright.signing.signer import Batch, batch
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.numbers import written
from hallwright.support.text import folded, natural_key

_EVERYONE, _SELECTED = "", "*"
_GROUP = "\n"
"""Stands before the name of a delegation, where ids of companies have no line break."""


class Choice(TypedDict):
    """Who gets a badge; None leaves a condition out."""

    roles: Collection[Role]
    days: Collection[date] | None
    people: Collection[str] | None
    only: Only


def _role(role: Role) -> str:
    return "VIP" if role is Role.VIP else term(role).capitalize()


class BadgesDialog(PrintDialog):
    """Choose whose badges are printed: by role, by company, by day, new or changed; what is printed is recorded."""

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
        groups = sorted({person.delegation for person in show.people.values()} - {""}, key=natural_key)
        companies += [(_("Delegation: {name}").format(name=name), _GROUP + name) for name in groups]
        self.company = drop_down(companies, soon)
        days: list[tuple[str, object]] = [(_("Any day"), None)]
        days += [(f"{weekday(day)} {dated(day)}", day.isoformat()) for day in show.event.days]
        self.day = drop_down(days, soon)
        self.only = drop_down(
            (
                (_("All"), Only.ALL),
                (_("New: who has no badge"), Only.NEW),
                (_("Changed since they were printed"), Only.CHANGED),
            ),
            soon,
        )
        self.code = drop_down(
            (
                (_("Code of the badge"), (Content.BADGE,)),
                (_("Contact data (vCard)"), (Content.CONTACT,)),
                (_("Link"), (Content.LINK,)),
                (_("Code and contact data"), (Content.BADGE, Content.CONTACT)),
                (_("Code and link"), (Content.BADGE, Content.LINK)),
            ),
            self._code_changed,
        )
        self.link = QLineEdit()
        self.link.setPlaceholderText("https://example.org/p/{code}")
        self.link.textChanged.connect(soon)
        self._run: BadgeRun | None = None
        self._made = Batch({}, {})
        self._going: Batch | None = None
        templates = [(_("As each role has it"), ""), *((row.name, row.id) for row in by_name(show))]
        self.template = drop_down(templates, soon)
        add_row(self.fields, _("&Template"), self.template)
        add_row(self.fields, _("&Roles"), self.roles)
        add_row(self.fields, _("Co&mpany"), self.company)
        add_row(self.fields, _("&Valid on"), self.day)
        add_row(self.fields, _("&Which"), self.only)
        add_row(self.fields, _("&QR code"), self.code)
        add_row(self.fields, _("&Address"), self.link, name=_("Address in the QR code"))
        self.locked = soft(_("Not signed yet: the key is asked for when you save or print."))
        self.fields.addRow("", self.locked)
        self.fields.setRowVisible(self.link, False)
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
        if company.startswith(_GROUP):
            people = {person.id for person in self.desk.show.people.where("delegation", company[1:])}
        elif company != _EVERYONE:
            parties = self._selected if company == _SELECTED else {company}
            people = {person.id for key in parties for person in self.desk.show.people.where("exhibitor", key)}
        return {
            "roles": roles,
            "days": {date.fromisoformat(day)} if day else None,
            "people": people,
            "only": Only(self.only.currentData()),
        }

    def composing(self) -> Compose:
        """Return the work that finds out who gets a badge; each badge is made when it is shown.

        While the signing key is locked the codes shown are those of the people, in the place of signed ones.
        """
        show = self.desk.show
        self.fields.setRowVisible(self.locked, bool(show.event.badge_key) and key_of(self.desk) is None)
        people = chosen(show, **self.choice(), order=self.sheets.chosen_order())
        try:
            made = self._made = batch(show, people, key_of(self.desk))
            said = self._codes(made)
            self.sheets.use_size(*size_of(show, people, self._template()))
            run = self._run = BadgeRun(
                show, people, self._template(), self.desk.session.store.asset, self.sheets.imposition()
            )
        except Refused as refusal:
            refused = refusal

            def refuse(_token: Token) -> Composed:
                raise refused

            return refuse
        return lambda _: Composed(run.count, run.maker(said), lambda token: run.lost(token, said))

    def _template(self) -> Template | None:
        return self.desk.show.templates.get(str(self.template.currentData() or ""))

    def _codes(self, made: Batch) -> Codes:
        return codes(self.desk.show, self.code.currentData() or (Content.BADGE,), made.codes, self.link.text().strip())

    def going(self, composed: Composed, first: int, last: int) -> Composed:
        """Keep which badges go to paper or file, with the very codes that are recorded then."""
        run, made = self._run, self._made
        if run is None:
            return composed
        self._going = Batch({person.id: made.badges[person.id] for person in run.on(first, last)}, made.codes)
        return Composed(composed.count, run.maker(self._codes(made)), composed.lost)

    def gone(self) -> None:
        """Record the badges that were printed."""
        going, self._going = self._going, None
        if going is not None:
            self.commit(self.desk, lambda: record(self.desk.show, going.badges, now()), rows=len(going.badges))

    def writing(self) -> Write:
        """Return the work that prints the badges."""
        show, finish, made = self.desk.show, self.finish(), self._going or self._made
        said = self._codes(made)
        order, imposition = self.sheets.chosen_order(), self.sheets.imposition()
        template, pictures = self._template(), self.desk.session.store.asset

        def work(path: Path, token: Token) -> Printed:
            return print_badges(
                show,
                path,
                people=made.badges.keys(),
                order=order,
                imposition=imposition,
                template=template,
                pictures=pictures,
                codes=said,
                finish=finish,
                force=True,
                progress=token.step,
                still=token.check,
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
            print_alignment(path, imposition, self.sheets.size, force=True)
        except Refused as refusal:
            self.message.refuse(refusal)
        else:
            self.message.tell(_("Saved {path}.").format(path=path))

    def _code_changed(self) -> None:
        self.fields.setRowVisible(self.link, Content.LINK in (self.code.currentData() or ()))
        self.compose_soon()

    def _ask_and_print(self) -> None:
        if self.signs():
            super()._ask_and_print()

    def _ask_and_save(self) -> None:
        if self.signs():
            super()._ask_and_save()

    def signs(self) -> bool:
        """Unlock the signing key if need be, and sign the badges that are shown; say why where that cannot be."""
        try:
            if not may_sign(self.desk, self):
                return False
            if not self._made.codes:
                self._made = batch(self.desk.show, self._run.people if self._run else [], key_of(self.desk))
        except Refused as refusal:
            self.message.refuse(refusal)
            return False
        return True

    def suggested_name(self) -> str:
        """Return event and what is printed."""
        chosen_one = str(self.company.currentData())
        company = self.desk.show.exhibitors.get(chosen_one)
        whose = company.name if company else chosen_one[1:] if chosen_one.startswith(_GROUP) else ""
        return " - ".join(part for part in (self.desk.show.event.name, whose, _("badges")) if part)
