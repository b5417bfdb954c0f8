"""The banner while holds stand: what is stopped, why, by whom, since when, and lifting it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.commands.holds import lift_hold
from app.commands.views import CalendarView
from app.domain.hold import Hold, HoldId
from app.domain.person import Person
from app.wording import _, ngettext
from ui.holds.catch import target_name
from ui.holds.hold_row import HoldRow
from ui.operations import Operations
from ui.theme import Theme
from ui.widgets.message_bar import MessageBar

SHOWN_AT_FIRST = 2


class HoldBar(QWidget):
    """One row per hold that stands, newest first; hidden while none does."""

    def __init__(self, operations: Operations, calendar: CalendarView, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("hold_bar")
        self._operations = operations
        self._calendar = calendar
        self._theme = theme
        self._person = operations.me
        self._shows_all = False
        self._rows: list[HoldRow] = []
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

    @property
    def rows(self) -> tuple[HoldRow, ...]:
        """The holds that are shown, newest first."""
        return tuple(self._rows)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show the holds of a calendar that has changed."""
        self._calendar = calendar
        self._refresh()

    def set_person(self, person: Person | None) -> None:
        """Let somebody else lift them, or not."""
        self._person = person
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._message.set_theme(theme)
        for row in self._rows:
            row.set_theme(theme)

    def _refresh(self) -> None:
        active = sorted(
            (hold for hold in self._calendar.holds if hold.is_active),
            key=lambda hold: -hold.placed_seq,
        )
        shown = active if self._shows_all else active[:SHOWN_AT_FIRST]
        written = {row.hold.id: row.reason.text() for row in self._rows if row.is_asking}
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(hold) for hold in shown]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
            if row.hold.id in written and not row.why_not:
                row.ask(written[row.hold.id])
        hidden = len(active) - len(shown)
        self._more.setText(
            ngettext("{count} more hold", "{count} more holds", hidden).format(count=hidden)
        )
        self._more.setVisible(hidden > 0)
        if not active:
            self._message.dismiss()
        self.setVisible(bool(active))

    def _row(self, hold: Hold) -> HoldRow:
        return HoldRow(
            hold,
            target=target_name(hold, self._calendar),
            who=self._calendar.person_name(hold.placed_by),
            why_not=why_not_lift(self._person),
            theme=self._theme,
            lift=self._lift,
        )

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
