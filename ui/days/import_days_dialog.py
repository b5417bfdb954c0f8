"""Days from a file: what would come in, what is wrong, and what counts where it says nothing."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.day_files import DaysInFile, days_in_file
from app.commands.days import save_days
from app.commands.texts import severity_name, tone_name
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from app.domain.market import Market
from app.domain.observance import Tone
from app.domain.team_day import TeamDay
from app.wording import _, ngettext
from ui.days.choices import MarketBox, SeverityBox, ToneBox
from ui.jobs import Job, Jobs, Progress
from ui.operations import Operations
from ui.theme import Space, TextRole, Theme
from ui.widgets.answer_row import AnswerRow
from ui.widgets.fitting import roomy
from ui.widgets.labels import Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.problem_list import ProblemList
from ui.widgets.two_line_list import Entry, TwoLineList

DAY_FILES = ("*.csv", "*.tsv", "*.txt", "*.ics")


class ImportDaysDialog(QDialog):
    """Shows the days of one file and saves them all; `saved` then carries the first of them.

    `known` returns the team's days as they count by now: what is changed is changed as it was
    when the file was shown.
    """

    saved = Signal(object)

    def __init__(
        self,
        path: Path,
        operations: Operations,
        jobs: Jobs,
        markets: Sequence[Market],
        theme: Theme,
        *,
        known: Callable[[], Sequence[TeamDay]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_days_dialog")
        self.setWindowTitle(_("Import days"))
        self.setModal(True)
        self._path = path
        self._operations = operations
        self._jobs = jobs
        self._markets = tuple(markets)
        self._job: Job | None = None
        self._found = DaysInFile((), ())
        self._known = known
        self._beside: Sequence[TeamDay] = ()
        self._market = MarketBox("usual_market", _("In all markets"))
        self._market.set_markets(markets)
        self._tone = ToneBox("usual_tone")
        self._tone.choose(Tone.SOLEMN)
        self._severity = SeverityBox("usual_severity")
        self._count = Label(_("Reading…"), TextRole.STRONG, wraps=True)
        self._count.setObjectName("days_count")
        self._list = TwoLineList()
        self._list.setObjectName("days_found")
        self._list.setAccessibleName(_("Days in the file"))
        self._problems = ProblemList()
        self._bar = MessageBar(theme)
        self._save = QPushButton(_("Import"))
        self._save.setObjectName("import_days")
        self._lay_out()
        for box in (self._market, self._tone, self._severity):
            box.currentIndexChanged.connect(self._read)
        self._save.clicked.connect(self._on_save)
        self._read()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.setHorizontalSpacing(Space.M)
        fields.setVerticalSpacing(Space.S)
        fields.addRow(_("Where"), self._market)
        fields.addRow(_("Tone"), self._tone)
        fields.addRow(_("Severity"), self._severity)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(self._path.name, TextRole.HEADING, wraps=True))
        column.addWidget(Label(_("Where the file does not say it, this counts:"), muted=True))
        column.addLayout(fields)
        column.addWidget(self._count)
        column.addWidget(self._list, 2)
        column.addWidget(self._problems, 1)
        column.addWidget(self._bar)
        column.addWidget(AnswerRow(self._save, self))
        self.resize(roomy(self, 75, 40))

    def _read(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._save.setEnabled(False)
        self._save.setToolTip(_("Wait until the file is read."))
        market = self._market.market
        reading = partial(
            days_in_file,
            self._path,
            markets=self._markets,
            usual_markets=(market,) if market else (),
            usual_tone=self._tone.tone or Tone.SOLEMN,
            usual_severity=self._severity.severity or Severity.NOTE,
        )

        def work(_progress: Progress) -> DaysInFile:
            return reading()

        self._job = self._jobs.run(work, done=self._on_read, refused=self._on_refused)

    def _on_read(self, found: DaysInFile) -> None:
        self._found, self._beside = found, self._known()
        self._count.setText(_count_words(len(found.days), len(found.problems)))
        names = {market.id: market.name for market in self._markets}
        self._list.show_entries(
            Entry(
                day.id,
                day.name,
                " · ".join(
                    (
                        day.rule,
                        severity_name(day.severity),
                        tone_name(day.tone),
                        ", ".join(names.get(one, one) for one in day.markets) or _("all markets"),
                    )
                ),
            )
            for day in found.days
        )
        self._problems.show_problems(found.problems)
        self._save.setEnabled(bool(found.days))
        self._save.setToolTip("" if found.days else _("There is no day that can be read."))

    def _on_refused(self, sentence: str) -> None:
        self._on_read(DaysInFile((), ()))
        self._bar.show_refusal(sentence)

    def _on_save(self) -> None:
        reason = _("Imported from {file}").format(file=self._path.name)
        days = self._found.days
        command = partial(save_days, days=days, reason=reason, base=self._beside)
        self._operations.run(
            command,
            refused=self._bar.show_refusal,
            conflict=self._offer_to_look_again,
            done=partial(self._on_saved, days[0]),
        )

    def _offer_to_look_again(self, sentence: str) -> None:
        self._bar.show_refusal(sentence, _("Look again"), self._read)

    def _on_saved(self, first: TeamDay, _changes: ChangeSet) -> None:
        self.saved.emit(first)
        self.accept()


def _count_words(days: int, problems: int) -> str:
    found = ngettext("one day can be imported", "{count} days can be imported", days)
    if not problems:
        return found.format(count=days)
    left_out = ngettext("one is left out", "{count} are left out", problems)
    return _("{found}, {left_out}:").format(
        found=found.format(count=days), left_out=left_out.format(count=problems)
    )
