"""The team of a calendar: who takes part, in which role, and who has left."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.commands.dates import language_name
from app.commands.people import save_person
from app.commands.texts import role_name
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.person import Person, PersonId, Role
from app.wording import _
from ui.operations import Operations
from ui.settings.person_form import PersonForm
from ui.theme import Theme
from ui.widgets.list_page import ListPage, side_button
from ui.widgets.powers import only_owners
from ui.widgets.two_line_list import Entry


class PeoplePage(ListPage):
    """People on one side, one of them whole on the other; only owners may change them."""

    def __init__(self, calendar: CalendarView, operations: Operations, theme: Theme) -> None:
        super().__init__("people", operations, theme, listed=_("People of this calendar"))
        self._calendar = calendar
        self._new: Person | None = None
        self._add = side_button("add_person", _("Add a person"), self._on_add)
        self._form = PersonForm(theme)
        self._leave = side_button("leave", "", self._on_leave)
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._form, 1)
        inner.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeading)
        self._pages.addWidget(page)
        self._lay_out(buttons=[(self._add,)])
        self._list.chosen.connect(self._on_chosen)
        self._form.edited.connect(self._open_buttons)
        self.set_calendar(calendar)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show other people; what is being written in the form stays."""
        chosen = self._list.key
        self._calendar = calendar
        known = {str(person.id) for person in calendar.people}
        if self._new is not None and self._new.id in known:
            self._new = None
        first = next(iter(calendar.people), None)
        is_kept = chosen in known or self._new is not None
        self._show_people(chosen if is_kept else str(first.id) if first else "")
        if not self._form.is_changed or not is_kept:
            self._show_chosen()
        self._on_me()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self._form.set_theme(theme)

    def _why_not(self) -> str:
        return only_owners(self._operations.me, _("people"))

    def _on_me(self) -> None:
        super()._on_me()
        self._add.setEnabled(not self._why_not())
        self._add.setToolTip(self._why_not())

    def _person(self) -> Person | None:
        """Return the chosen person as the calendar knows them, or the new one."""
        return self._new or self._calendar.person(PersonId(self._list.key))

    def _show_people(self, chosen: str) -> None:
        people = sorted(self._calendar.people, key=lambda person: not person.is_active)
        shown = (*people, self._new) if self._new else people
        key = str(self._new.id) if self._new else chosen
        self._list.show_entries(map(self._entry, shown), key)

    def _entry(self, person: Person) -> Entry:
        names = {market.id: market.name for market in self._calendar.markets}
        markets = [names[market] for market in person.markets if market in names]
        facts: Iterable[str] = (
            "" if person.is_active else _("has left"),
            role_name(person.role),
            ", ".join(map(language_name, person.languages)),
            ", ".join(markets) or _("all markets"),
        )
        return Entry(
            key=str(person.id),
            name=person.name or _("New person"),
            detail=" · ".join(filter(None, facts)),
            is_quiet=not person.is_active,
        )

    def _show_chosen(self) -> None:
        person = self._person()
        self._form.setVisible(person is not None)
        self._heading.setText("" if person is None else person.name or _("New person"))
        if person is not None:
            self._form.show_person(person, self._calendar.markets)
        self._open_buttons()

    def _on_chosen(self, key: str) -> None:
        if self.is_unsaved:
            shown = self._form.person().id
            if key != shown:
                self._list.choose(str(shown))
                self._say_unsaved()
            return
        if self._new is not None and key != self._new.id:
            self._new = None
            self._show_people(key)
        self._show_chosen()

    def _on_add(self) -> None:
        if self.is_unsaved:
            self._say_unsaved()
            return
        self._new = Person(PersonId(str(uuid4())), "", Role.PLANNER)
        self._show_people("")
        self._show_chosen()
        self._form.focus_name()

    def _open_buttons(self) -> None:
        why_not = self._why_not()
        is_changed = self._form.is_changed or self._new is not None
        if not why_not and is_changed and not self._form.person().name:
            why_not = _("Give the person a name.")
        self._row.open_for(is_changed=is_changed, why_not=why_not)
        self._open_leave()

    def _open_leave(self) -> None:
        person = self._person()
        me = self._operations.me
        has_left = person is not None and not person.is_active
        self._leave.setText(_("Take part again") if has_left else _("Has left the team"))
        why_not = self._why_not()
        if not why_not and person is not None and me is not None and person.id == me.id:
            why_not = _("You cannot take yourself out: another owner can.")
        if not why_not and self.is_unsaved:
            why_not = _("Save or discard the changes first.")
        self._leave.setEnabled(not why_not)
        self._leave.setToolTip(
            why_not
            or ("" if has_left else _("What they wrote and approved stays; they can act no more."))
        )
        self._leave.setVisible(person is not None and self._new is None)

    @property
    def is_unsaved(self) -> bool:
        return self._form.is_changed

    def _say_unsaved(self) -> None:
        name = self._form.person().name or _("the new person")
        self._bar.show_refusal(
            _("What you changed about {name} is not saved yet: save or discard it.").format(
                name=name
            )
        )

    def _discard(self) -> None:
        self._new = None
        first = next(iter(self._calendar.people), None)
        self._show_people(self._list.key or (str(first.id) if first else ""))
        if not self._list.key and first:
            self._list.choose(str(first.id))
        self._show_chosen()
        self._bar.dismiss()

    def _save(self) -> None:
        self._keep(self._form.person())

    def _on_leave(self) -> None:
        person = self._person()
        if person is not None:
            self._keep(replace(person, is_active=not person.is_active))

    def _keep(self, person: Person) -> None:
        base = None if self._new else self._form.base
        command = partial(save_person, person=person, base=base)
        self._run(command, partial(self._on_saved, person))

    def _on_saved(self, person: Person, _changes: ChangeSet) -> None:
        others = {one.id: one for one in self._calendar.people}
        people = tuple((others | {person.id: person}).values())
        self._new = None
        self._calendar = replace(self._calendar, people=people)
        self._show_people(str(person.id))
        self._show_chosen()
        self._bar.dismiss()
