"""Saying in which country the brand is at home."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.home import save_home
from app.commands.places import countries
from app.domain.change import ChangeSet
from app.domain.team_day import LONGEST_TEXT
from app.wording import _
from ui.operations import Operations
from ui.theme import Space, TextRole, Theme
from ui.widgets.answer_row import AnswerRow
from ui.widgets.labels import Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.search_box import SearchBox


class HomeDialog(QDialog):
    """An owner chooses a country, or none, and writes why; `look` returns what counts by now."""

    def __init__(
        self,
        operations: Operations,
        theme: Theme,
        *,
        home: str,
        look: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("home_dialog")
        self.setWindowTitle(_("Home country"))
        self.setModal(True)
        self._operations = operations
        self._home, self._look = home, look
        self._country = SearchBox()
        self._country.setObjectName("home_box")
        self._country.setAccessibleName(_("Country"))
        self._country.addItem(_("No home country"), "")
        for code, name in countries():
            self._country.addItem(name, code)
        self._reason = QLineEdit()
        self._reason.setObjectName("home_reason")
        self._reason.setAccessibleName(_("Why"))
        self._reason.setPlaceholderText(_("It is kept in the history."))
        self._reason.setMaxLength(LONGEST_TEXT)
        self._bar = MessageBar(theme)
        self._save = QPushButton(_("Save"))
        self._save.setObjectName("save_home")
        self._lay_out()
        self._country.currentIndexChanged.connect(self._open)
        self._country.editTextChanged.connect(self._open)
        self._reason.textChanged.connect(self._open)
        self._save.clicked.connect(self._on_save)
        self.choose(home)
        self._open()

    def choose(self, country: str) -> None:
        """Choose a country by its code, or none."""
        self._country.setCurrentIndex(max(0, self._country.findData(country)))

    def _lay_out(self) -> None:
        words = _(
            "Posts of all markets are read at home too. On its grave days they are flagged "
            "everywhere, one step lower than there."
        )
        fields = QFormLayout()
        fields.setHorizontalSpacing(Space.M)
        fields.setVerticalSpacing(Space.S)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields.addRow(_("Country"), self._country)
        fields.addRow(_("Why"), self._reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(Label(_("Home country"), TextRole.HEADING))
        column.addWidget(Label(words, wraps=True))
        column.addLayout(fields)
        column.addWidget(self._bar)
        column.addWidget(AnswerRow(self._save, self))
        self.setMinimumWidth(440)

    def _chosen(self) -> str | None:
        """Return the code of what is written, or nothing where no country is called so."""
        row = self._country.row_of(self._country.currentText())
        return None if row < 0 else str(self._country.itemData(row))

    def _open(self) -> None:
        chosen = self._chosen()
        why_not = ""
        if chosen is None:
            why_not = _("Choose a country from the list.")
        elif chosen == self._home:
            why_not = _("Nothing has been changed.")
        elif not self._reason.text().strip():
            why_not = _("Write why first.")
        self._save.setEnabled(not why_not)
        self._save.setToolTip(why_not)

    def _on_save(self) -> None:
        command = partial(
            save_home,
            country=self._chosen() or "",
            reason=self._reason.text().strip(),
            base=self._home,
        )
        self._operations.run(
            command,
            refused=self._bar.show_refusal,
            conflict=self._offer_to_look_again,
            done=self._on_saved,
        )

    def _offer_to_look_again(self, sentence: str) -> None:
        self._bar.show_refusal(sentence, _("Look again"), self._look_again)

    def _look_again(self) -> None:
        """Show the country that counts by now; a reason that was written stays."""
        self._home = self._look()
        self.choose(self._home)
        self._open()

    def _on_saved(self, _changes: ChangeSet) -> None:
        self.accept()
