"""On which days a post comes again: a rhythm, and a box per day with what the day means."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.commands.dates import day_name
from app.commands.repeating import MOST, Rhythm, days_after
from app.commands.texts import severity_name
from app.commands.views import Card
from app.domain.flag import Severity
from app.domain.observance import Observance, Part
from app.wording import _, ngettext
from ui.post.inputs import Choice, Field
from ui.theme import Space, TextRole
from ui.widgets.check_list import CheckList
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label

Meanings = Mapping[date, Sequence[Observance]]
Asking = Callable[[Sequence[date], Callable[[Meanings], None]], None]

_AT_FIRST = 4
_MOST_BETWEEN = 99
_ROWS = 8


class RepeatDialog(QDialog):
    """Days that a stop stands on are left out until somebody ticks them; `days` are the ticked."""

    def __init__(self, card: Card, first: date, ask: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("repeat_dialog")
        self.setWindowTitle(_("Repeat as drafts"))
        self.setModal(True)
        self._first = first
        self._ask = ask
        self._offered: Sequence[date] = ()
        self._every = _number("repeat_every", _("Every"), 1, _MOST_BETWEEN)
        self._rhythm = Choice("repeat_rhythm", _("Rhythm"))
        self._rhythm.offer([(rhythm.value, words) for rhythm, words in _names().items()])
        self._rhythm.give(Rhythm.WEEKS.value)
        self._times = _number("repeat_times", _("Times"), _AT_FIRST, MOST)
        self._days = CheckList(most_rows=_ROWS)
        self._days.setObjectName("repeat_days")
        self._days.setAccessibleName(_("Days"))
        self._save = make_primary(QPushButton())
        self._save.setObjectName("repeat_save")
        self._save.clicked.connect(self.accept)
        self._back = QPushButton(_("Cancel"))
        self._back.setObjectName("repeat_cancel")
        self._back.setAutoDefault(False)
        self._back.clicked.connect(self.reject)
        self._lay_out(card)
        self._every.valueChanged.connect(self._offer)
        self._times.valueChanged.connect(self._offer)
        self._rhythm.currentIndexChanged.connect(self._offer)
        self._days.choice_changed.connect(self._show_state)
        self._offer()

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which the post is to come again."""
        return tuple(date.fromisoformat(key) for key in self._days.checked())

    def _offer(self) -> None:
        """Offer the days of the rhythm, and ask what they mean."""
        rhythm = Rhythm(self._rhythm.value)
        offered = days_after(self._first, rhythm, self._every.value(), self._times.value())
        self._offered = offered
        self._show_days({})
        self._ask(offered, partial(self._on_meanings, offered))

    def _on_meanings(self, asked: Sequence[date], meanings: Meanings) -> None:
        if asked is self._offered:
            self._show_days(meanings)

    def _show_days(self, meanings: Meanings) -> None:
        worst = {day: _worst(meanings.get(day, ())) for day in self._offered}
        choices = [(day.isoformat(), _day_words(day, worst[day])) for day in self._offered]
        ticked = [day.isoformat() for day in self._offered if not _is_stop(worst[day])]
        self._days.set_choices(choices, ticked)
        self._show_state()

    def _show_state(self) -> None:
        count = len(self.days)
        words = ngettext("Make {count} draft", "Make {count} drafts", count)
        self._save.setText(words.format(count=count))
        self._save.setEnabled(count > 0)
        self._save.setToolTip("" if count else _("Tick at least one day."))

    def _lay_out(self, card: Card) -> None:
        rhythm = QHBoxLayout()
        rhythm.setSpacing(Space.S)
        for words, field, share in (
            (_("Every"), self._every, 1),
            (_("Rhythm"), self._rhythm, 3),
            (_("Times"), self._times, 1),
        ):
            field.setMinimumHeight(self._every.sizeHint().height())
            rhythm.addWidget(Field(words, field), share, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._save)
        head = _("{name} comes again").format(name=card.name)
        remark = _(
            "Each time is a draft of its own, at the same hour: it is read and approved on its "
            "own. Days with a stop are left out unless you tick them."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(head, TextRole.HEADING, wraps=True))
        column.addWidget(Label(remark, muted=True, wraps=True))
        column.addLayout(rhythm)
        column.addWidget(self._days, 1)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)


def _number(name: str, label: str, value: int, most: int) -> QSpinBox:
    field = QSpinBox()
    field.setObjectName(name)
    field.setAccessibleName(label)
    field.setRange(1, most)
    field.setValue(value)
    return field


def _names() -> Mapping[Rhythm, str]:
    return {
        Rhythm.DAYS: _("days"),
        Rhythm.WEEKS: _("weeks"),
        Rhythm.MONTHS: _("months, on the same date"),
        Rhythm.WEEKDAYS: _("months, on the same weekday"),
        Rhythm.YEARS: _("years"),
    }


def _worst(observances: Sequence[Observance]) -> Observance | None:
    shown = [one for one in observances if one.part is not Part.BAND]
    return max(shown, key=lambda one: one.severity, default=None)


def _is_stop(observance: Observance | None) -> bool:
    return observance is not None and observance.severity >= Severity.STOP


def _day_words(day: date, worst: Observance | None) -> str:
    name = day_name(day, "long")
    if worst is None:
        return name
    return _("{day} · {severity}: {name}").format(
        day=name, severity=severity_name(worst.severity), name=worst.name
    )
