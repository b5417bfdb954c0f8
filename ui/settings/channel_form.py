"""Network, name and account of one channel."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.commands.texts import network_name
from app.domain.channel import Channel
from app.domain.market import Market
from app.wording import _
from ui.theme import Space, TextRole
from ui.widgets.labels import Label
from ui.widgets.section import Section
from ui.widgets.zone_field import ZoneField


class ChannelForm(QWidget):
    """Shows a channel and returns it as the form stands.

    Of a channel that is already there only the name can be changed: another handle, account or
    zone is another channel.
    """

    edited = Signal()

    def __init__(self, networks: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._channel: Channel | None = None
        self._is_new = False
        self._network = QComboBox()
        self._network.setObjectName("network")
        self._network.setAccessibleName(_("Network"))
        self._network.setPlaceholderText(_("Choose a network"))
        for network in sorted(networks, key=network_name):
            self._network.addItem(network_name(network), network)
        self._name = _line("channel_name", _("Name"))
        self._handle = _line("handle", _("Handle"))
        self._handle.setPlaceholderText(_("such as @brand.de"))
        self._zone = ZoneField()
        self._fixed = Label(
            _(
                "Network, handle and zone say which account this is and never change: "
                "for another account add another channel."
            ),
            TextRole.SMALL,
            muted=True,
            wraps=True,
        )
        self._fixed.setObjectName("fixed_identity")
        self._lay_out()
        self._network.currentIndexChanged.connect(self._on_network)
        self._name.textEdited.connect(self._tell)
        self._handle.textEdited.connect(self._tell)
        self._zone.edited.connect(self._tell)

    @property
    def is_changed(self) -> bool:
        """Whether the form differs from the channel it was given."""
        return self._channel is not None and self.channel() != self._channel

    @property
    def base(self) -> Channel | None:
        """The channel as it was shown; nothing where it is new."""
        return None if self._is_new else self._channel

    def channel(self) -> Channel:
        """Return the channel as the form stands; `show_channel` must have been called."""
        if self._channel is None:
            message = "The form has no channel yet."
            raise ValueError(message)
        named = replace(self._channel, name=self._name.text().strip())
        if not self._is_new:
            return named
        return replace(
            named,
            network=self._network.currentData() or "",
            handle=self._handle.text().strip(),
            account_zone=self._zone.zone,
        )

    def show_channel(self, channel: Channel, market: Market, *, is_new: bool) -> None:
        """Show a channel of a market; this is no edit."""
        self._channel, self._is_new = channel, is_new
        self._network.blockSignals(True)
        self._network.setCurrentIndex(self._network.findData(channel.network))
        self._network.blockSignals(False)
        self._name.setText(channel.name)
        self._handle.setText(channel.handle)
        self._zone.set_country(market.country)
        self._zone.set_zone(channel.account_zone or market.zone)
        for field in (self._network, self._handle, self._zone):
            field.setEnabled(is_new)
        self._fixed.setVisible(not is_new)

    def focus_first(self) -> None:
        """Put the cursor where filling in begins."""
        (self._network if self._is_new else self._name).setFocus()

    def _tell(self) -> None:
        self.edited.emit()

    def _on_network(self) -> None:
        known = {self._network.itemText(row) for row in range(self._network.count())}
        if self._is_new and self._name.text().strip() in known | {""}:
            self._name.setText(self._network.currentText())
        self.edited.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("Network"), self._network),
            (_("Name in the calendar"), self._name),
            (_("Handle"), self._handle),
            (_("Time zone of the account at the scheduler"), self._zone),
        )
        for title, field in fields:
            section = Section(title, f"{field.objectName() or 'account_zone'}_section")
            section.add(field)
            column.addWidget(section)
        column.addWidget(self._fixed)
        column.addStretch(1)


def _line(name: str, spoken: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(spoken)
    return line
