"""What a file would bring in, before it does."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.wording import _
from ui.theme import Space
from ui.widgets.labels import Label
from ui.widgets.problem_list import ProblemList
from ui.widgets.two_line_list import Entry, TwoLineList


class FoundPage(QWidget):
    """Lists what can be taken from a file, and what is wrong with the rest."""

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

    def show_found(self, summary: str, entries: Iterable[Entry], problems: Iterable[str]) -> None:
        """Show what was read."""
        self._summary.setText(summary)
        self._found.show_entries(entries)
        self._found.setVisible(bool(self._found.count()))
        self._problems.show_problems(problems)
