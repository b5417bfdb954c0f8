"""The days of a year in a dialog that stands beside the window."""

from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.wording import _
from ui.days.days_page import DaysPage
from ui.operations import Operations
from ui.theme import Space, TextRole, Theme
from ui.way_back import WayBack
from ui.widgets.close_row import CloseRow
from ui.widgets.fitting import roomy
from ui.widgets.labels import Label


class DaysDialog(QDialog):
    """Leaves the window open to work while somebody looks at the days."""

    def __init__(
        self,
        page: DaysPage,
        operations: Operations,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("days_dialog")
        self.setWindowTitle(_("Days"))
        self._page = page
        self._way_back = WayBack(self, operations, theme)
        row = CloseRow()
        row.closed.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        head = QHBoxLayout()
        head.addWidget(Label(_("Days"), TextRole.TITLE), 1)
        head.addWidget(self._way_back.buttons())
        column.addLayout(head)
        column.addWidget(page, 1)
        column.addWidget(row)
        self.resize(roomy(self, 135, 42))

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show other markets."""
        self._page.set_calendar(calendar)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._way_back.set_theme(theme)
        self._page.set_theme(theme)

    def tell(self, changes: ChangeSet) -> None:
        """Say what was done, with the way back."""
        self._way_back.tell(changes)

    def aim(self, day: date) -> None:
        """Choose what falls on a day."""
        self._page.aim(day)

    def turn_to(self, year: int) -> None:
        """Show another year."""
        self._page.turn_to(year)

    def done(self, result: int) -> None:
        self._page.may_leave()
        super().done(result)
