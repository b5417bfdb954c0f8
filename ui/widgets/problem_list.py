"""What could not be read of a file, entry by entry."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.wording import _
from ui.theme import Space, TextRole
from ui.widgets.labels import Label
from ui.widgets.two_line_list import Entry, TwoLineList


class ProblemList(QWidget):
    """Each problem under the place where it stands; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = Label(
            _("Not read: correct it in the file, and import it again"),
            TextRole.SMALL_STRONG,
            muted=True,
        )
        self._list = TwoLineList()
        self._list.setObjectName("import_problems")
        self._list.setAccessibleName(_("What could not be read"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(title)
        column.addWidget(self._list, 1)
        self.hide()

    def show_problems(self, problems: Iterable[str]) -> None:
        """Show other problems, each written as “place: what is wrong”."""
        found = [_entry(number, said) for number, said in enumerate(problems)]
        self._list.show_entries(found)
        self.setVisible(bool(found))


def _entry(number: int, said: str) -> Entry:
    place, _colon, problem = said.partition(": ")
    return Entry(str(number), place, problem)
