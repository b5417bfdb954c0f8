"""In which country the brand is at home."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.commands.places import countries
from app.commands.views import CalendarView
from app.wording import _
from ui.theme import Space
from ui.widgets.labels import Label
from ui.widgets.search_box import SearchBox
from ui.widgets.section import Section


class HomeForm(QWidget):
    """A country, or none; `edited` tells of each change."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home = ""
        self._box = SearchBox()
        self._box.setObjectName("home_country")
        self._box.setAccessibleName(_("Home country of the brand"))
        self._box.addItem(_("Not said"), "")
        for code, name in countries():
            self._box.addItem(name, code)
        self._box.currentTextChanged.connect(lambda _text: self.edited.emit())
        section = Section(_("Home country"), "home_section")
        section.add(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(
            Label(
                _(
                    "People everywhere look at a brand on the days on which its own country"
                    " mourns. Those days are flagged in all markets."
                ),
                wraps=True,
            )
        )
        column.addWidget(section)
        column.addStretch(1)

    @property
    def is_changed(self) -> bool:
        """Whether the form differs from what is decided."""
        return self.home != self._home

    @property
    def home(self) -> str:
        """The code of the chosen country, or what was typed where it is none; empty for none."""
        return str(self._box.itemData(self._row)) if self.is_known else self._typed

    @property
    def is_known(self) -> bool:
        """Whether what is typed is a country of the list, or none at all."""
        return self._row >= 0

    @property
    def _typed(self) -> str:
        return self._box.currentText().strip()

    @property
    def _row(self) -> int:
        """The row that is chosen, or whose whole name is typed; -1 where there is none."""
        row = self._box.currentIndex()
        return row if self._typed == self._box.itemText(row) else self._box.row_of(self._typed)

    def show_calendar(self, calendar: CalendarView) -> None:
        """Show what is decided; this is no edit."""
        self._home = calendar.home
        self._box.blockSignals(True)
        self._box.setCurrentIndex(max(self._box.findData(calendar.home), 0))
        self._box.setCurrentText(self._box.itemText(self._box.currentIndex()))
        self._box.blockSignals(False)

    def keep(self) -> None:
        """Take what stands in the form for saved."""
        self._home = self.home
