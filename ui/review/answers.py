"""The flags of a post with what the reviewer gives to each."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.commands.views import Remembrance
from app.domain.flag import Flag, Severity
from app.wording import _, ngettext
from ui.review.reading_memory import FlagAnswer
from ui.review.remembrance_box import RemembranceBox
from ui.review.same_day import carried, told_shortly
from ui.theme import Space, Theme
from ui.widgets.flag_list import Answer, FlagList, FlagRow
from ui.widgets.labels import Label

NEW_HASHTAGS = "hashtag.unconfirmed"
NEARLY_THE_SAME = "duplicate.text"
ASKED = {Severity.CAUTION: Answer.TICK, Severity.STOP: Answer.REASON}


class Answers(QWidget):
    """Every flag with its tick, its reason, or nothing; `changed` tells that one was given.

    Where the post may be the remembrance of its day it has the box for that; `remembrance_changed`
    tells that it was ticked or cleared, which brings the flags of a remembrance or takes them away.
    `ticked_one` carries the row whose box was ticked by hand; `wrote_one` tells of Return in a
    reason. `hashtags_seen` says that the reviewer has looked at the new hashtags.
    """

    changed = Signal()
    hashtags_seen = Signal()
    remembrance_changed = Signal()
    ticked_one = Signal(object)
    wrote_one = Signal()
    other_wanted = Signal(str)
    """The id of the post that this one nearly says again."""

    def __init__(
        self,
        flags: Iterable[Flag],
        theme: Theme,
        *,
        remembrance: Remembrance | None = None,
        why_shut: str = "",
        why_no_look: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("answers")
        flags = tuple(flags)
        self._carried = carried(flags)
        self._list = self._flag_list(flags, theme, why_shut)
        for row in self._list.rows:
            if row.flag.rule == NEW_HASHTAGS:
                count = len(row.flag.evidence)
                words = ngettext("I looked: confirm it", "I looked: confirm them", count)
                row.offer(words, why_no_look)
                row.deed_wanted.connect(self.hashtags_seen)
            other = _other_post(row.flag)
            if other:
                row.offer(_("Show the other post"))
                row.deed_wanted.connect(partial(self.other_wanted.emit, other))
        self._box = RemembranceBox(theme, remembrance, why_shut, self)
        self._box.toggled.connect(self._on_remembrance)
        self._of_remembrance = self._flag_list(
            remembrance.flags if remembrance else (), theme, why_shut
        )
        self._of_remembrance.setObjectName("flags_of_remembrance")
        self._of_remembrance.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        if not flags:
            column.addWidget(
                Label(_("No flags: nothing was found that asks for care."), wraps=True)
            )
        for part in (self._list, self._box, self._of_remembrance):
            column.addWidget(part)

    @property
    def rows(self) -> tuple[FlagRow, ...]:
        """The rows, worst flag first, then those that only a remembrance has."""
        return (*self._list.rows, *(self._of_remembrance.rows if self.is_remembrance else ()))

    @property
    def is_remembrance(self) -> bool:
        """Whether the reviewer marked the post as the remembrance of its day."""
        return self._box.is_marked

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of the flags that were ticked."""
        ticked = frozenset(row.flag.key for row in self.rows if row.is_ticked)
        return ticked | {key for key, day in self._carried.items() if day.key in ticked}

    @property
    def reasons(self) -> dict[str, str]:
        """The reasons that were written, by key of the flag."""
        own = {row.flag.key: row.reason_text for row in self.rows if row.reason_text}
        return own | {key: own[day.key] for key, day in self._carried.items() if day.key in own}

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

    def mark_again(self, *, is_remembrance: bool) -> None:
        """Tick the box for the remembrance as the reviewer had left it."""
        self._box.mark(is_marked=is_remembrance)

    def _flag_list(self, flags: Iterable[Flag], theme: Theme, why_shut: str) -> FlagList:
        found = FlagList(theme)
        found.set_flags(map(self._asked, flags))
        found.answered.connect(self.changed)
        for row in found.rows:
            row.set_answerable(not why_shut, why_shut)
            row.ticked.connect(partial(self.ticked_one.emit, row))
            row.wrote.connect(self.wrote_one)
        return found

    def _asked(self, flag: Flag) -> tuple[Flag, Answer]:
        """Return a flag as it is told here, with what is asked for."""
        day = self._carried.get(flag.key)
        if day is not None:
            return told_shortly(flag, day), Answer.NONE
        return flag, ASKED.get(flag.severity, Answer.NONE)

    def _on_remembrance(self) -> None:
        self._of_remembrance.setVisible(self.is_remembrance)
        self.remembrance_changed.emit()
        self.changed.emit()


def _other_post(flag: Flag) -> str:
    """Return the id of the post that a near-duplicate is like; nothing for any other flag."""
    return flag.key.partition(":")[2] if flag.rule == NEARLY_THE_SAME else ""
