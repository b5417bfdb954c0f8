"""The banner while holds stand, with what they stop; and after it what must be read again."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.commands.hold_calls import EVERY_ONE, calls_of
from app.commands.hold_words import target_name, who_reads_again
from app.commands.holds import lift_hold
from app.commands.session import now_utc
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.hold import Hold, HoldId
from app.domain.person import Person
from app.wording import _, ngettext
from ui.holds.hold_row import HoldRow
from ui.holds.hold_watch import HoldNews, HoldWatch
from ui.holds.lifted_row import LiftedRow
from ui.jobs import Jobs
from ui.operations import Operations
from ui.theme import Theme
from ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

SHOWN_AT_FIRST = 2


class HoldBar(QWidget):
    """One row per hold that stands, newest first, then those whose posts wait to be read again.

    `list_asked` carries the Hold whose posts somebody wants to see, `review_asked` the lifted Hold
    whose posts they want to read again. Hidden while there is nothing to say.
    """

    list_asked = Signal(object)
    review_asked = Signal(object)

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.setObjectName("hold_bar")
        self._operations = operations
        self._calendar = calendar
        self._theme = theme
        self._person = operations.me
        self._shows_all = False
        self._rows: list[HoldRow] = []
        self._lifted: list[LiftedRow] = []
        self._put_away: set[HoldId] = set()
        self._news = HoldNews()
        self._minute: datetime | None = None
        self._watch = HoldWatch(reader, jobs, self)
        self._watch.told.connect(self._on_told)
        self._message = MessageBar(theme)
        self._more = QPushButton()
        self._more.setObjectName("hold_more")
        self._more.setFlat(True)
        self._more.clicked.connect(self._on_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self._message)
        operations.person_changed.connect(self.set_person)
        self._refresh()
        self._watch.look(calendar.holds)

    @property
    def rows(self) -> tuple[HoldRow, ...]:
        """The holds that are shown, newest first."""
        return tuple(self._rows)

    @property
    def lifted_rows(self) -> tuple[LiftedRow, ...]:
        """The lifted holds that are shown, those lifted last first."""
        return tuple(self._lifted)

    @property
    def newest(self) -> Hold | None:
        """The hold placed last of those that stand."""
        return self._rows[0].hold if self._rows else None

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show the holds of a calendar that has changed."""
        self._calendar = calendar
        self._refresh()

    def on_changed(self, changes: ChangeSet) -> None:
        """Count anew what the holds catch."""
        if changes.everything:
            self._watch.look(self._calendar.holds)
        elif changes.posts:
            self._watch.look_at(changes.posts)

    def set_person(self, person: Person | None) -> None:
        """Let somebody else lift them, or not."""
        self._person = person
        self._refresh()

    def look_at_the_clock(self) -> None:
        """Name others who can be called now, once a minute."""
        minute = now_utc().replace(second=0, microsecond=0)
        if minute == self._minute:
            return
        self._minute = minute
        for row in self._rows:
            self._show_calls(row, minute)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._message.set_theme(theme)
        rows: tuple[HoldRow | LiftedRow, ...] = (*self._rows, *self._lifted)
        for row in rows:
            row.set_theme(theme)

    def _refresh(self) -> None:
        active = sorted(
            (hold for hold in self._calendar.holds if hold.is_active),
            key=lambda hold: -hold.placed_seq,
        )
        shown = active if self._shows_all else active[:SHOWN_AT_FIRST]
        lifted = self._to_read_again()
        written = {row.hold.id: row.reason.text() for row in self._rows if row.is_asking}
        for row in (*self._rows, *self._lifted):
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(hold) for hold in shown]
        self._lifted = [self._lifted_row(hold) for hold in lifted]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
            if row.hold.id in written and not row.why_not:
                row.ask(written[row.hold.id])
        for lifted_row in self._lifted:
            self._column.addWidget(lifted_row)
        hidden = len(active) - len(shown)
        self._more.setText(
            ngettext("{count} more hold", "{count} more holds", hidden).format(count=hidden)
        )
        self._more.setVisible(hidden > 0)
        if not active:
            self._message.dismiss()
        self.setVisible(bool(active or lifted))

    def _to_read_again(self) -> list[Hold]:
        """Return the lifted holds with posts to be read again, those lifted last first."""
        wanted = self._news.to_read.keys() - self._put_away
        found = [hold for hold in self._calendar.holds if hold.id in wanted]
        found.sort(key=lambda hold: -(hold.lifted_seq or 0))
        return found[:SHOWN_AT_FIRST]

    def _on_told(self, news: HoldNews) -> None:
        has_other_rows = news.to_read != self._news.to_read
        self._news = news
        if has_other_rows:
            self._refresh()
        for row in self._rows:
            if row.hold.id in news.catches:
                row.show_catch(news.catches[row.hold.id])

    def _row(self, hold: Hold) -> HoldRow:
        row = HoldRow(
            hold,
            target=target_name(hold, self._calendar),
            who=self._calendar.person_name(hold.placed_by),
            why_not=why_not_lift(self._person),
            theme=self._theme,
            lift=self._lift,
            show=self.list_asked.emit,
        )
        if hold.id in self._news.catches:
            row.show_catch(self._news.catches[hold.id])
        self._show_calls(row, now_utc())
        return row

    def _show_calls(self, row: HoldRow, now: datetime) -> None:
        said = partial(calls_of, self._calendar, row.hold, now)
        row.show_calls(said(), said(most=EVERY_ONE))

    def _lifted_row(self, hold: Hold) -> LiftedRow:
        may_review = self._person is not None and self._person.may_review
        return LiftedRow(
            hold,
            target=target_name(hold, self._calendar),
            count=self._news.to_read[hold.id],
            why_not="" if may_review else who_reads_again(self._calendar),
            theme=self._theme,
            review=self.review_asked.emit,
            put_away=self._on_put_away,
        )

    def _on_put_away(self, hold: Hold) -> None:
        self._put_away.add(hold.id)
        self._refresh()

    def _lift(self, hold_id: HoldId, reason: str) -> None:
        self._operations.run(
            lambda session: lift_hold(session, hold_id=hold_id, reason=reason),
            refused=self._message.show_refusal,
        )

    def _on_more(self) -> None:
        self._shows_all = True
        self._refresh()


def why_not_lift(person: Person | None) -> str:
    """Return why this person cannot lift a hold; nothing where they can."""
    if person is None:
        return _("Choose who you are to lift it.")
    if not person.may_review:
        return _("A reviewer or owner lifts it.")
    return ""
