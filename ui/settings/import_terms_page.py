"""What a file would bring into the list of terms, before it does."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.commands.terms import TermsFile
from app.commands.views import CalendarView
from app.wording import _, ngettext
from ui.settings.term_words import term_entries
from ui.theme import Space
from ui.widgets.labels import Label
from ui.widgets.problem_list import ProblemList
from ui.widgets.two_line_list import TwoLineList


class ImportTermsPage(QWidget):
    """Lists the terms that can be read, and what is wrong with the other rows."""

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

    def show_file(self, found: TermsFile, calendar: CalendarView) -> None:
        """Show what was read."""
        count = len(found.terms)
        said = ngettext("{count} term can be saved.", "{count} terms can be saved.", count)
        self._summary.setText(said.format(count=count))
        self._found.setVisible(bool(count))
        self._found.show_entries(term_entries(calendar, found.terms))
        self._problems.show_problems(map(str, found.problems))
