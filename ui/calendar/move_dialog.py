"""Moving without a drag: choose day and market, and see what that day means."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.dates import day_name
from app.commands.views import Card
from app.domain.flag import Flag
from app.domain.market import Market, MarketId
from app.domain.post import PostId
from app.wording import _, ngettext
from ui.cards.dragging import Drop
from ui.theme import Space, TextRole, Theme
from ui.widgets.answer_row import AnswerRow
from ui.widgets.flag_list import Answer, FlagList
from ui.widgets.labels import Label

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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("move_dialog")
        self.setWindowTitle(_("Move to…"))
        self._cards = tuple(cards)
        self._meaning = meaning
        self._date = QDateEdit(QDate(start.year, start.month, start.day))
        self._date.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._date.setObjectName("move_date")
        self._date.setCalendarPopup(True)
        self._date.setDisplayFormat("ddd d MMM yyyy")
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
        self._flags = FlagList(theme)
        self._go = QPushButton()
        self._go.setObjectName("move_go")
        self._said = Label(muted=True, wraps=True)
        self._said.setObjectName("move_meaning")
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
        found = {
            flag.key: flag
            for card in self._cards
            for flag in self._meaning(card.id, market, self._day)
        }
        flags = sorted(found.values(), key=lambda flag: -flag.severity)
        self._flags.set_flags((flag, Answer.NONE) for flag in flags)
        self._said.setText(self._consequence(market, has_flags=bool(flags)))
        self._go.setText(self._deed(market))
        stays = self._stays(market)
        self._go.setEnabled(not stays)
        self._go.setToolTip(_("Choose another day or market first.") if stays else "")
        QTimer.singleShot(0, self, self.adjustSize)  # the flags know their height only then

    def _stays(self, market: MarketId) -> bool:
        """Tell whether every post is where it would go to."""
        is_there = all((card.market, card.day) == (market, self._day) for card in self._cards)
        return is_there and not self._copies.isChecked()

    def _deed(self, market: MarketId) -> str:
        if any(card.market != market for card in self._cards):
            return _("Make a version")
        return _("Copy") if self._copies.isChecked() else _("Move")

    def _consequence(self, market: MarketId, *, has_flags: bool) -> str:
        day = day_name(self._day, "long")
        if self._stays(market):
            return _("It is there already: choose another day or market.")
        if any(card.market != market for card in self._cards):
            return _("It becomes a draft to adapt. The original stays where it is.")
        if any(card.is_approved for card in self._cards) and not self._copies.isChecked():
            return _("Its approval ends: it must be reviewed again for {day}.").format(day=day)
        if has_flags:
            return _("What {day} means for it:").format(day=day)
        return _("Nothing stands against {day}.").format(day=day)


def _heading(cards: Sequence[Card]) -> str:
    if len(cards) == 1:
        return _("Move {post}: {headline}").format(post=cards[0].name, headline=cards[0].headline)
    return ngettext("Move {count} post", "Move {count} posts", len(cards)).format(count=len(cards))
