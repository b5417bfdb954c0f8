"""The question which channel of another market a post is meant for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.texts import network_name
from app.commands.views import Card
from app.domain.channel import Channel, ChannelId
from app.domain.market import Market
from app.wording import _, ngettext
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.answer_row import AnswerRow
from ui.widgets.fitting import roomy
from ui.widgets.labels import Label

ICON_SIZE = 20


class ChannelDialog(QDialog):
    """Lists the channels of a market; one on the posts' own network is chosen beforehand."""

    def __init__(
        self,
        cards: Sequence[Card],
        market: Market,
        channels: Sequence[Channel],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("channel_dialog")
        self.setWindowTitle(_("Choose a channel"))
        self._list = QListWidget()
        self._list.setObjectName("channels")
        self._list.setAccessibleName(_("Channels"))
        self._list.itemActivated.connect(self.accept)
        self._fill(cards, channels, theme)
        make = QPushButton(_("Make the version"))
        make.setObjectName("make_version")
        make.clicked.connect(self.accept)
        make.setEnabled(bool(channels))
        make.setToolTip("" if channels else _explanation(market, channels))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(_question(cards, market), TextRole.HEADING, wraps=True))
        column.addWidget(Label(_explanation(market, channels), muted=True, wraps=True))
        column.addWidget(self._list)
        column.addWidget(AnswerRow(make, self))
        self.resize(roomy(self, 55, 20))

    @property
    def channel(self) -> ChannelId | None:
        """The chosen channel."""
        item = self._list.currentItem()
        return ChannelId(item.data(Qt.ItemDataRole.UserRole)) if self._list.count() else None

    def _fill(self, cards: Sequence[Card], channels: Sequence[Channel], theme: Theme) -> None:
        wanted = {card.channel.network for card in cards}
        ordered = sorted(
            channels, key=lambda one: (one.network not in wanted, one.network, one.name)
        )
        for channel in ordered:
            words = f"{network_name(channel.network)} · {channel.name}"
            item = QListWidgetItem(words)
            picture = icons.network_pixmap(
                channel.network, theme.muted, ICON_SIZE, self.devicePixelRatioF()
            )
            item.setIcon(picture)
            item.setData(Qt.ItemDataRole.UserRole, channel.id)
            item.setToolTip(channel.handle)
            self._list.addItem(item)
        self._list.setCurrentRow(0)


def _question(cards: Sequence[Card], market: Market) -> str:
    if len(cards) == 1:
        return _("Which channel is the version of {post} for {market} meant for?").format(
            post=cards[0].name, market=market.name
        )
    return ngettext(
        "Which channel is the version of {count} post for {market} meant for?",
        "Which channel are the versions of {count} posts for {market} meant for?",
        len(cards),
    ).format(count=f"{len(cards):,}", market=market.name)


def _explanation(market: Market, channels: Sequence[Channel]) -> str:
    if not channels:
        return _("{market} has no channel yet: an owner adds one in Settings, Markets.").format(
            market=market.name
        )
    return _("It becomes a draft to adapt. The original stays where it is.")
