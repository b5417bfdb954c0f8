"""What a roster file would bring in, before it does."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.commands.duty import RosterFile
from app.commands.views import CalendarView
from app.wording import _, ngettext
from ui.duty.duty_words import duty_entry, market_name
from ui.theme import Space
from ui.widgets.labels import Label
from ui.widgets.problem_list import ProblemList
from ui.widgets.two_line_list import Entry, TwoLineList


class ImportPage(QWidget):
    """Lists what can be put on the roster, and what is wrong with the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = Label(wraps=True)
        self._summary.setObjectName("import_summary")
        self._found = TwoLineList()
        self._found.setObjectName("import_found")
        self._found.setAccessibleName(_("What comes in"))
        self._problems = ProblemList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._summary)
        column.addWidget(self._found, 2)
        column.addWidget(self._problems, 1)

    def show_file(self, found: RosterFile, calendar: CalendarView) -> None:
        """Show what was read."""
        count = len(found.duty)
        said = ngettext(
            "{count} entry can be put on the roster.",
            "{count} entries can be put on the roster.",
            count,
        )
        self._summary.setText(said.format(count=count))
        self._found.setVisible(bool(count))
        self._found.show_entries(
            Entry(entry.key, f"{entry.name}, {market_name(calendar, duty.market)}", entry.detail)
            for duty in found.duty
            for entry in [duty_entry(calendar, duty)]
        )
        self._problems.show_problems(map(str, found.problems))
