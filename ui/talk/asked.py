"""Who is asked to decide a post, and by when: two buttons with their choices."""

from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.commands.dates import language_name, moment_seen_from
from app.commands.views import CalendarView, PostView
from app.domain.person import NOBODY, Person
from app.wording import _
from ui.talk.moment_dialog import MomentDialog
from ui.theme import Space
from ui.widgets.flow_layout import FlowLayout

_EVENING, _NOON = time(18), time(12)


class Asked(QWidget):
    """`chosen` carries the id of a person or of nobody, and an aware moment or nothing."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("asked")
        self._view: PostView | None = None
        self.who = QPushButton()
        self.who.setObjectName("asked_who")
        self.who.setMenu(QMenu(self))
        self.due = QPushButton()
        self.due.setObjectName("asked_by_when")
        self.due.setMenu(QMenu(self))
        row = FlowLayout(self, Space.S)
        row.addWidget(self.who)
        row.addWidget(self.due)

    def show_post(
        self, view: PostView, calendar: CalendarView, me: Person | None, now: datetime
    ) -> None:
        """Show whom a post is asked of, to a person who may ask somebody else."""
        self._view = view
        assignee = view.talk.assignment.assignee
        language = language_name(view.post.content.language)
        anybody = _("Any reviewer who reads {language}").format(language=language)
        asked = calendar.person_name(assignee) if assignee != NOBODY else anybody
        self.who.setText(_("Asked: {who}").format(who=asked))
        self.due.setText(due_text(view, now))
        why_not = "" if me else _("Choose who you are first, at the top right of the window.")
        for button, tip in (
            (self.who, _("Whom to ask for the decision; any reviewer can still decide")),
            (self.due, _("By when it should be decided")),
        ):
            button.setEnabled(not why_not)
            button.setToolTip(why_not or tip)
        self._fill_who(view, calendar, anybody)
        self._fill_due(now)

    def _fill_who(self, view: PostView, calendar: CalendarView, anybody: str) -> None:
        menu = self.who.menu()
        menu.clear()
        menu.addAction(anybody, partial(self._give, NOBODY))
        menu.addSeparator()
        for person in able_reviewers(view, calendar):
            words = person.name
            if not person.reads(view.post.content.language):
                words = _("{name} · does not read {language}").format(
                    name=words, language=language_name(view.post.content.language)
                )
            menu.addAction(words, partial(self._give, person.id))

    def _fill_due(self, now: datetime) -> None:
        menu = self.due.menu()
        menu.clear()
        menu.addAction(_("The usual moment"), partial(self._give_moment, None))
        menu.addSeparator()
        here = now.astimezone()
        today = here.date()
        for words, at in (
            (_("In 2 hours"), now + timedelta(hours=2)),
            (_("Today at 18:00"), datetime.combine(today, _EVENING).astimezone()),
            (_("Tomorrow at 12:00"), datetime.combine(today + timedelta(1), _NOON).astimezone()),
        ):
            if at > now and not self._is_too_late(at):
                menu.addAction(words, partial(self._give_moment, at))
        menu.addAction(_("Another moment…"), self._ask_moment)

    def _is_too_late(self, at: datetime) -> bool:
        instant = self._view.post.content.instant if self._view else None
        return instant is not None and at > instant

    def _give(self, person: str) -> None:
        if self._view is not None:
            self.chosen.emit(person, self._view.talk.assignment.decide_by)

    def _give_moment(self, at: datetime | None) -> None:
        if self._view is not None:
            self.chosen.emit(self._view.talk.assignment.assignee, at)

    def _ask_moment(self) -> None:
        if self._view is None:
            return
        dialog = MomentDialog(self._view.talk.decide_by, self._view.post.content.instant, self)
        dialog.chosen.connect(self._give_moment)
        dialog.open()


def able_reviewers(view: PostView, calendar: CalendarView) -> tuple[Person, ...]:
    """Return who could decide a post, those who read its language first."""
    language, market = view.post.content.language, view.post.content.market
    able = (
        person for person in calendar.people if person.may_review and person.id not in view.authors
    )
    return tuple(
        sorted(
            able,
            key=lambda person: (
                not person.reads(language),
                bool(person.markets) and market not in person.markets,
                person.name,
            ),
        )
    )


def due_text(view: PostView, now: datetime) -> str:
    """Return by when a post is to be decided, and whether that is the usual moment or overdue."""
    due, given = view.talk.decide_by, view.talk.assignment.decide_by
    if due is None:
        return _("Decide by: no date yet")
    when = moment_seen_from(now.year, due.astimezone().replace(tzinfo=None))
    if due < now and not view.card.is_approved:
        return _("Decide by {when} · overdue").format(when=when)
    if due != given:
        return _("Decide by {when} · usual").format(when=when)
    return _("Decide by {when}").format(when=when)
