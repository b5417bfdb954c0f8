"""Moving without a drag: choose day and market, and see what that day means."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.dates import day_name
from app.commands.placing import is_past
from app.commands.views import Card
from app.domain.flag import Flag
from app.domain.market import Market, MarketId
from app.domain.post import PostId
from app.wording import _, ngettext
from ui.calendar.drop_sight import now_utc
from ui.calendar.moving import Wish, wishes_of
from ui.cards.card_words import queued_words
from ui.cards.dragging import Drop
from ui.theme import Space, TextRole, Theme
from ui.widgets.announcing import announce
from ui.widgets.answer_row import AnswerRow
from ui.widgets.day_field import DayField
from ui.widgets.flag_list import Answer, FlagList
from ui.widgets.labels import Label

LOOKED_AT = 20
"""Of many posts the flags of so many are shown: a dialog must open at once."""

Meaning = Callable[[PostId, MarketId, date], tuple[Flag, ...]]


class MoveDialog(QDialog):
    """The keyboard's and the click's equal of a drag."""

    def __init__(
        self,
        cards: Sequence[Card],
        markets: Sequence[Market],
        meaning: Meaning,
        theme: Theme,
        *,
        start: date,
        now: Callable[[], datetime] = now_utc,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("move_dialog")
        self.setWindowTitle(_("Move to…"))
        self._cards = tuple(sorted(cards, key=lambda card: card.local or datetime.max))
        self._zones = {market.id: market.zone for market in markets}
        self._meaning = meaning
        self._now = now
        self._date = DayField(QDate(start.year, start.month, start.day))
        self._date.setObjectName("move_date")
        self._date.dateChanged.connect(self._show_meaning)
        self._market = QComboBox()
        self._market.setObjectName("move_market")
        for market in markets:
            self._market.addItem(market.name, market.id)
        own = self._market.findData(self._cards[0].market)
        self._market.setCurrentIndex(max(own, 0))
        self._market.currentIndexChanged.connect(self._show_meaning)
        self._copies = QCheckBox(_("Leave it where it is and make a copy there"))
        self._copies.setObjectName("move_copies")
        self._copies.toggled.connect(self._show_meaning)
        self._together = QCheckBox(_("All on this one day"))
        self._together.setObjectName("move_together")
        self._together.setToolTip(_("Else the posts keep the days between them."))
        self._together.toggled.connect(self._show_meaning)
        self._flags = FlagList(theme)
        self._go = QPushButton()
        self._go.clicked.connect(self.accept)
        self._go.setObjectName("move_go")
        self._said = Label(muted=True, wraps=True)
        self._said.setObjectName("move_meaning")
        self._told = ""
        self._lay_out()
        self._show_meaning()

    @property
    def drop(self) -> Drop:
        """What the person asks for."""
        return Drop(
            tuple(card.id for card in self._cards),
            self._market.currentData(),
            self._day,
            self._copies.isChecked(),
            self._together.isChecked(),
            seen={card.id: card.local for card in self._cards},
        )

    @property
    def _day(self) -> date:
        chosen = self._date.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(Space.S)
        form.addRow(_("&Day"), self._date)
        form.addRow(_("&Market"), self._market)
        form.addRow("", self._copies)
        form.addRow("", self._together)
        form.setRowVisible(self._together, len({card.day for card in self._cards}) > 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(_heading(self._cards), TextRole.HEADING, wraps=True))
        column.addLayout(form)
        column.addWidget(self._said)
        column.addWidget(self._flags)
        column.addStretch(1)
        column.addWidget(AnswerRow(self._go, self))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)

    def _show_meaning(self) -> None:
        market = MarketId(self._market.currentData())
        wishes = wishes_of(self.drop, self._cards)
        found = {
            flag.key: flag
            for wish in wishes[:LOOKED_AT]
            if wish.day is not None
            for flag in self._meaning(wish.card.id, wish.market, wish.day)
        }
        flags = sorted(found.values(), key=lambda flag: -flag.severity)
        self._flags.set_flags((flag, Answer.NONE) for flag in flags)
        hindrance = self._hindrance(wishes)
        said = [hindrance] if hindrance else self._consequences(wishes, has_flags=bool(flags))
        self._said.setText("\n".join(said))
        self._tell(" ".join((*said, "; ".join(flag.headline for flag in flags))).strip())
        self._go.setText(self._deed(market))
        self._go.setEnabled(not hindrance)
        self._go.setToolTip(hindrance)
        QTimer.singleShot(0, self, self.adjustSize)  # the flags know their height only then

    def _tell(self, words: str) -> None:
        """Say it to those who do not see it, while the keys stay in the field."""
        is_news = words != self._told
        self._told = words
        for field in (self._date, self._market):
            field.setAccessibleDescription(words)
        if is_news and self.isVisible():
            announce(self, words)

    def _hindrance(self, wishes: Sequence[Wish]) -> str:
        """Return why nothing can be done, or nothing."""
        if not self._copies.isChecked() and all(wish.is_there for wish in wishes):
            return _("It is there already: choose another day or market.")
        past = sum(map(self._is_past, wishes))
        if past == len(wishes):
            return _("That is past: nothing can go out there any more. Choose a later day.")
        if past:
            return ngettext(
                "{count} of them would stand in the past: choose a later day.",
                "{count} of them would stand in the past: choose a later day.",
                past,
            ).format(count=f"{past:,}")
        return ""

    def _is_past(self, wish: Wish) -> bool:
        if wish.day is None or (wish.is_there and not self._copies.isChecked()):
            return False
        at = wish.card.local.time() if wish.card.local else time.max
        zone = self._zones[wish.market]
        return is_past(datetime.combine(wish.day, at), zone, self._now())

    def _deed(self, market: MarketId) -> str:
        if self._cards[0].market != market:
            return _("Make a version")
        return _("Copy") if self._copies.isChecked() else _("Move")

    def _consequences(self, wishes: Sequence[Wish], *, has_flags: bool) -> list[str]:
        day = day_name(self._day, "long")
        moved = [wish.card for wish in wishes if wish.is_at_home and not wish.is_there]
        said = []
        if any(not wish.is_at_home for wish in wishes):
            said.append(_("It becomes a draft to adapt. The original stays where it is."))
        if not self._copies.isChecked():
            said += self._endings(moved, day)
        if len(wishes) > LOOKED_AT:
            said.append(_("Looked at the first {count} posts:").format(count=LOOKED_AT))
        elif has_flags and not said:
            said.append(_("What {day} means for it:").format(day=day))
        return said or [_("Nothing stands against {day}.").format(day=day)]

    def _endings(self, moved: Sequence[Card], day: str) -> Iterator[str]:
        """Yield what a move takes away, and what it leaves behind."""
        approved = sum(card.is_approved for card in moved)
        if approved == 1 and len(self._cards) == 1:
            yield _("Its approval ends: it must be reviewed again for {day}.").format(day=day)
        elif approved:
            yield ngettext(
                "{count} approval ends: the post must be reviewed again.",
                "{count} approvals end: the posts must be reviewed again.",
                approved,
            ).format(count=f"{approved:,}")
        for queued in dict.fromkeys(queued_words(card) for card in moved if card.hand_over):
            yield _("{queued}: that goes out until somebody takes it out there.").format(
                queued=queued
            )


def _heading(cards: Sequence[Card]) -> str:
    if len(cards) == 1:
        return _("Move {post}: {headline}").format(post=cards[0].name, headline=cards[0].headline)
    return ngettext("Move {count} post", "Move {count} posts", len(cards)).format(
        count=f"{len(cards):,}"
    )
