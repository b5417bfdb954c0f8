"""Adding a day of the team, or changing one."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.commands.days import save_days
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from app.domain.market import Market
from app.domain.observance import Tone
from app.domain.team_day import LONGEST_TEXT, TEAM_ID, TeamDay
from app.wording import _
from ui.days.team_day_form import TeamDayForm
from ui.operations import Operations
from ui.theme import Space, TextRole, Theme
from ui.widgets.answer_row import AnswerRow
from ui.widgets.labels import Label
from ui.widgets.message_bar import MessageBar


class TeamDayDialog(QDialog):
    """One day of the team; without one, a new one. `saved` carries it as it was saved.

    `look` returns a day as it counts by now, or nothing where it counts no more.
    """

    saved = Signal(object)

    def __init__(
        self,
        operations: Operations,
        markets: Sequence[Market],
        theme: Theme,
        *,
        day: TeamDay | None = None,
        look: Callable[[TeamDay], TeamDay | None] = lambda day: day,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("team_day_dialog")
        self.setModal(True)
        self._operations = operations
        self._markets = tuple(markets)
        self._before, self._look = day, look
        title = _("Add a day") if day is None else _("Change a day")
        self.setWindowTitle(title)
        self._form = TeamDayForm()
        self._reason = QLineEdit()
        self._reason.setObjectName("day_reason")
        self._reason.setAccessibleName(_("Why it changes"))
        self._reason.setPlaceholderText(_("Why it changes: it is kept in the history."))
        self._reason.setMaxLength(LONGEST_TEXT)
        self._reason.setVisible(day is not None)
        self._bar = MessageBar(theme)
        self._save = QPushButton(_("Save"))
        self._save.setObjectName("save_day")
        self._lay_out(title)
        self._form.edited.connect(self._open)
        self._reason.textChanged.connect(self._open)
        self._save.clicked.connect(self._on_save)
        self._form.show_day(day or _new_day(), markets)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(Label(title, TextRole.HEADING))
        column.addWidget(self._form, 1)
        column.addWidget(self._reason)
        column.addWidget(self._bar)
        column.addWidget(AnswerRow(self._save, self))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)

    def _open(self) -> None:
        why_not = self._form.why_not()
        if not why_not and self._before is not None:
            if self._form.day() == self._before:
                why_not = _("Nothing has been changed.")
            elif not self._reason.text().strip():
                why_not = _("Write why it changes.")
        self._save.setEnabled(not why_not)
        self._save.setToolTip(why_not)

    def _on_save(self) -> None:
        day = self._form.day()
        base = [self._before] if self._before else []
        command = partial(save_days, days=[day], reason=self._reason.text().strip(), base=base)
        self._operations.run(
            command,
            refused=self._bar.show_refusal,
            conflict=self._offer_to_look_again,
            done=partial(self._on_saved, day),
        )

    def _offer_to_look_again(self, sentence: str) -> None:
        self._bar.show_refusal(sentence, _("Look again"), self._look_again)

    def _look_again(self) -> None:
        """Show the day as it counts by now; a reason that was written stays."""
        day = self._look(self._before) if self._before else None
        if day is None:
            self.reject()
        else:
            self._before = day
            self._form.show_day(day, self._markets)

    def _on_saved(self, day: TeamDay, _changes: ChangeSet) -> None:
        self.saved.emit(day)
        self.accept()


def _new_day() -> TeamDay:
    return TeamDay(f"{TEAM_ID}{uuid4()}", "", "", Tone.SOLEMN, Severity.CAUTION)
