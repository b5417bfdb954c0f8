"""What a hold around one post covers: that post, its channel, its market, or something else."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.commands.dates import moment, zone_name
from app.commands.views import CalendarView, Card
from app.domain.hold import Scope
from app.domain.market import Market
from app.wording import _
from ui.holds.aiming import Aim
from ui.theme import Space


class NearChoice(QWidget):
    """The post itself is chosen at first; `chosen` tells of another choice.

    Enter goes on: `settled` tells that the choice is made. Letters are no choice: `typed` carries
    them to where words are wanted.
    """

    chosen = Signal()
    settled = Signal()
    typed = Signal(str)

    def __init__(self, card: Card, calendar: CalendarView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hold_near")
        self._card = card
        market = calendar.market(card.market).name
        when = f", {_moment_there(card.local, calendar.market(card.market))}" if card.local else ""
        self._aims: dict[QRadioButton, Aim | None] = {
            self._radio(
                "hold_this_post", _("This post: {post}").format(post=f"{card.name}{when}")
            ): (
                Scope.POST,
                card.id,
            ),
            self._radio(
                "hold_its_channel",
                _("Its channel: {market} · {channel}").format(
                    market=market, channel=card.channel.name
                ),
            ): (Scope.CHANNEL, card.channel.id),
            self._radio("hold_its_market", _("Its market: {market}").format(market=market)): (
                Scope.MARKET,
                card.market,
            ),
            self._radio("hold_something_else", _("Something else")): None,
        }
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for radio in self._aims:
            group.addButton(radio)
            column.addWidget(radio)
        next(iter(self._aims)).setChecked(True)
        group.buttonToggled.connect(self._on_toggled)

    @property
    def post(self) -> Card:
        """The post around which something is held."""
        return self._card

    @property
    def aim(self) -> Aim | None:
        """What is chosen; nothing for something else."""
        return next(aim for radio, aim in self._aims.items() if radio.isChecked())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        next(radio for radio in self._aims if radio.isChecked()).setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settled.emit()
        elif event.text().isprintable() and event.text() and not _is_a_command(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _radio(self, name: str, words: str) -> QRadioButton:
        radio = QRadioButton(words)
        radio.setObjectName(name)
        return radio

    def _on_toggled(self, _radio: QRadioButton, is_on: bool) -> None:
        if is_on:
            self.chosen.emit()


def _is_a_command(event: QKeyEvent) -> bool:
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return bool(event.modifiers() & ~plain)


def _moment_there(local: datetime, market: Market) -> str:
    """Return when a post goes out by the clock of its market, and which that is."""
    return f"{moment(local)} {zone_name(market.zone, local).split(',')[0]}"
