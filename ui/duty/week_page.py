"""An ordinary week of a market: who is there on each day."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.commands.views import CalendarView
from app.domain.market import MarketId
from app.wording import _
from ui.duty.duty_words import week_lines
from ui.theme import Space, TextRole
from ui.widgets.labels import Label


class WeekPage(QWidget):
    """Shows the weekly patterns of a market day by day, and what a roster is good for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = [(Label(role=TextRole.STRONG), Label(wraps=True)) for _day in range(7)]
        self._title = Label(_("An ordinary week"), TextRole.SMALL_STRONG, muted=True)
        self._why = Label(
            _(
                "Once a market has a roster, a post gets a flag if nobody is there for an hour of "
                "the two after it. Weekly duty pauses on public holidays unless it says otherwise; "
                "single shifts count even within “nobody is there”."
            ),
            TextRole.SMALL,
            muted=True,
            wraps=True,
        )
        self._none = Label(_("There is no weekly duty yet."), wraps=True)
        self._none.setObjectName("no_pattern")
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for row, (day, there) in enumerate(self._days):
            there.setObjectName(f"there_{row}")
            grid.addWidget(day, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(there, row, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._title)
        column.addWidget(self._grid)
        column.addWidget(self._none)
        column.addWidget(self._why)
        column.addStretch(1)

    def show_market(self, calendar: CalendarView, market: MarketId) -> None:
        """Show another market."""
        has_pattern = bool(calendar.roster.of(market).weeks)
        self._grid.setVisible(has_pattern)
        self._none.setVisible(not has_pattern)
        lines = week_lines(calendar, market)
        for (day, there), (name, said) in zip(self._days, lines, strict=True):
            day.setText(name)
            there.setText(said)
