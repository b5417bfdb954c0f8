"""Some days later or earlier for a post and all that follow it, with what that would mean."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.commands.shifting import Following, Foreseen, Shift, ShiftPreview
from app.commands.views import Card
from app.wording import _, ngettext
from ui.calendar.shift_table import ShiftTable
from ui.calendar.shift_words import choices, consequences, remarks
from ui.theme import Space, TextRole
from ui.widgets.answer_row import AnswerRow
from ui.widgets.labels import Label

Shown = Callable[[ShiftPreview], None]
Look = Callable[[Shift, Shown], None]
"""Finds out what a shift would mean, beside the window, and passes it on."""

MOST_DAYS = 366
RESTS_MS = 150
"""Whoever goes on typing is asked for no preview yet."""
LETTERS = 100
TABLE_HEIGHT = 190


class ShiftDialog(QDialog):
    """Says what would happen before anything does."""

    def __init__(
        self,
        cards: Sequence[Card],
        market: str,
        look: Look,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shift_dialog")
        self.setWindowTitle(_("Shift all following…"))
        self._cards = tuple(sorted(cards, key=lambda card: card.local or datetime.max))
        self._look = look
        self._preview: ShiftPreview | None = None
        self._who = QComboBox()
        self._who.setObjectName("shift_who")
        for following, words in choices(self._cards, market):
            self._who.addItem(words, following)
        self._days = QSpinBox()
        self._days.setObjectName("shift_days")
        self._days.setRange(1, MOST_DAYS)
        self._days.setAccessibleName(_("How many days"))
        self._unit = Label()
        self._way = QComboBox()
        self._way.setObjectName("shift_way")
        self._way.setAccessibleName(_("Later or earlier"))
        self._way.addItem(_("later"), 1)
        self._way.addItem(_("earlier"), -1)
        self._skips = QCheckBox(_("Count weekdays only, so that nothing lands on a weekend"))
        self._skips.setObjectName("shift_skips_weekends")
        self._said = Label(wraps=True)
        self._said.setObjectName("shift_meaning")
        self._table = ShiftTable()
        self._table.setObjectName("shift_posts")
        self._go = QPushButton()
        self._go.clicked.connect(self.accept)
        self._go.setObjectName("shift_go")
        self._resting = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._resting.timeout.connect(self._ask)
        self._lay_out()
        self._who.currentIndexChanged.connect(self._wait)
        self._way.currentIndexChanged.connect(self._wait)
        self._days.valueChanged.connect(self._wait)
        self._skips.toggled.connect(self._wait)
        self._show_nothing_yet()
        self._ask()

    @property
    def shift(self) -> Shift:
        """What the person asks for."""
        return Shift(
            tuple(card.id for card in self._cards),
            Following(self._who.currentData()),
            self._days.value() * int(self._way.currentData()),
            self._skips.isChecked(),
        )

    @property
    def preview(self) -> ShiftPreview | None:
        """What that would mean, once it is known."""
        return self._preview

    def _lay_out(self) -> None:
        by = QHBoxLayout()
        by.setSpacing(Space.S)
        by.addWidget(self._days)
        by.addWidget(self._unit)
        by.addWidget(self._way)
        by.addStretch(1)
        form = QFormLayout()
        form.setSpacing(Space.S)
        form.addRow(_("&Which posts"), self._who)
        name = QLabel(_("&By"))
        name.setBuddy(self._days)
        form.addRow(name, by)
        form.addRow("", self._skips)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(self._heading(), TextRole.HEADING, wraps=True))
        column.addLayout(form)
        column.addWidget(self._said)
        self._table.setMinimumHeight(TABLE_HEIGHT)
        column.addWidget(self._table, 1)
        column.addWidget(AnswerRow(self._go, self))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)

    def _heading(self) -> str:
        first = self._cards[0]
        return _("Shift {post} and what follows: {headline}").format(
            post=first.name, headline=first.headline
        )

    def _wait(self) -> None:
        self._show_nothing_yet()
        self._resting.start()

    def _ask(self) -> None:
        self._look(self.shift, partial(self._on_seen, self.shift))

    def _on_seen(self, asked: Shift, preview: ShiftPreview) -> None:
        if asked == self.shift:  # else the person asks for something else by now
            self._show(preview)

    def _show_nothing_yet(self) -> None:
        self._preview = None
        self._unit.setText(ngettext("day", "days", self._days.value()))
        self._said.setText(_("Looking at the posts…"))
        self._go.setText(_("Shift"))
        self._go.setEnabled(False)
        self._go.setToolTip(_("What it would mean is still being worked out."))

    def _show(self, preview: ShiftPreview) -> None:
        self._preview = preview
        count = len(preview.posts)
        moved = ngettext("{count} post moves.", "{count} posts move.", count).format(
            count=f"{count:,}"
        )
        said = list(consequences(preview)) or [_("Nothing stands against it.")]
        self._said.setText("\n".join([moved, *said]))
        noted = sorted(filter(remarks, preview.posts), key=_gravest_first)
        self._table.show_posts(noted)
        self._table.setVisible(bool(noted))
        self._go.setText(
            ngettext("Shift {count} post", "Shift {count} posts", count).format(count=f"{count:,}")
        )
        hindrance = _hindrance(preview)
        self._go.setEnabled(not hindrance)
        self._go.setToolTip(hindrance)
        QTimer.singleShot(0, self, self.adjustSize)  # the words know their height only then


def _hindrance(preview: ShiftPreview) -> str:
    if not preview.posts:
        return _("No post is left that could move.")
    if any(one.is_past for one in preview.posts):
        return _("Some would land in the past: choose fewer days.")
    return ""


def _gravest_first(one: Foreseen) -> tuple[bool, int, bool]:
    worst = one.flags[0].severity if one.flags else 0
    return not one.is_past, -worst, not one.card.is_approved
