"""The flags of a post with what the reviewer gives to each."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.domain.flag import Flag, Severity
from app.wording import _
from ui.review.reading_memory import FlagAnswer
from ui.theme import Space, Theme
from ui.widgets.flag_list import Answer, FlagList, FlagRow
from ui.widgets.labels import Label

ASKED = {Severity.CAUTION: Answer.TICK, Severity.STOP: Answer.REASON}


class Answers(QWidget):
    """Every flag with its tick, its reason, or nothing; `changed` tells that one was given."""

    changed = Signal()

    def __init__(
        self,
        flags: Iterable[Flag],
        theme: Theme,
        *,
        why_shut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("answers")
        self._list = FlagList(theme)
        flags = tuple(flags)
        self._list.set_flags((flag, ASKED.get(flag.severity, Answer.NONE)) for flag in flags)
        self._list.answered.connect(self.changed)
        for row in self._list.rows:
            row.set_answerable(not why_shut, why_shut)
        self._remembrance = QCheckBox(_("This post is the remembrance of the day"))
        self._remembrance.setObjectName("remembrance")
        self._remembrance.setToolTip(
            _("Then it must not sell or celebrate anything; the day still needs your reason.")
        )
        self._remembrance.setVisible(any(map(_is_mourning, flags)))
        self._remembrance.setEnabled(not why_shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        if not flags:
            column.addWidget(
                Label(_("No flags: nothing was found that asks for care."), wraps=True)
            )
        column.addWidget(self._list)
        column.addWidget(self._remembrance)

    @property
    def rows(self) -> tuple[FlagRow, ...]:
        """The rows, worst flag first."""
        return self._list.rows

    @property
    def is_remembrance(self) -> bool:
        """Whether the reviewer marked the post as the remembrance of a mourning day."""
        return self._remembrance.isChecked()

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of the flags that were ticked."""
        return frozenset(row.flag.key for row in self.rows if row.is_ticked)

    @property
    def reasons(self) -> dict[str, str]:
        """The reasons that were written, by key of the flag."""
        return {row.flag.key: row.reason_text for row in self.rows if row.reason_text}

    @property
    def missing(self) -> tuple[FlagRow, ...]:
        """The rows that still wait for their tick or reason."""
        return tuple(row for row in self.rows if not row.is_answered)

    def given(self) -> dict[str, FlagAnswer]:
        """Return what was given so far, by key of the flag."""
        return {
            row.flag.key: FlagAnswer(row.is_ticked, row.reason_text)
            for row in self.rows
            if row.is_ticked or row.reason_text
        }

    def give_again(self, answers: Mapping[str, FlagAnswer]) -> None:
        """Put back what the reviewer had given before they looked aside."""
        for row in self.rows:
            answer = answers.get(row.flag.key, FlagAnswer())
            row.tick.setChecked(answer.is_ticked)
            row.reason.setText(answer.reason)


def _is_mourning(flag: Flag) -> bool:
    """Tell whether a flag stands for a day of mourning: no other day is a stop."""
    return flag.family == "day" and flag.severity is Severity.STOP
