"""One network taken for several markets at once: a channel in each of them."""

from collections.abc import Iterable, Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.commands.markets import add_channels
from app.commands.texts import network_name
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.channel import Channel, ChannelId
from app.domain.market import Market
from app.wording import _, ngettext
from ui.operations import Operations
from ui.theme import Space, TextRole, Theme
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label
from ui.widgets.lifetime import while_there
from ui.widgets.message_bar import MessageBar

_LETTERS = 72


class NetworkDialog(QDialog):
    """Asks for a network, a name and the markets, each with the handle that it has there."""

    def __init__(
        self,
        calendar: CalendarView,
        operations: Operations,
        networks: Iterable[str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("network_dialog")
        self.setWindowTitle(_("Add a network"))
        self.setModal(True)
        self._calendar = calendar
        self._operations = operations
        self._network = QComboBox()
        self._network.setObjectName("network_of_many")
        self._network.setAccessibleName(_("Network"))
        self._network.setPlaceholderText(_("Choose a network"))
        for network in sorted(networks, key=network_name):
            self._network.addItem(network_name(network), network)
        self._network.setCurrentIndex(-1)
        self._name = QLineEdit()
        self._name.setObjectName("name_of_many")
        self._name.setAccessibleName(_("Name in the calendar"))
        self._rows = [_MarketRow(market) for market in calendar.markets]
        self._bar = MessageBar(theme)
        self._add = make_primary(QPushButton())
        self._add.setObjectName("add_channels")
        self._add.setDefault(True)
        self._lay_out()
        self._network.currentIndexChanged.connect(self._on_network)
        self._name.textChanged.connect(self._tell)
        for row in self._rows:
            row.box.toggled.connect(self._tell)
        self._add.clicked.connect(self._on_add)
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._bar.set_theme(theme)

    def channels(self) -> Sequence[Channel]:
        """Return the channels as they stand in the dialog."""
        return [
            row.channel(self._network.currentData() or "", self._name.text().strip())
            for row in self._rows
            if row.box.isChecked()
        ]

    def _on_network(self) -> None:
        """Tick the markets that are not on it yet; a name that was written stays."""
        network = self._network.currentData()
        known = {self._network.itemText(row) for row in range(self._network.count())}
        if self._name.text().strip() in known | {""}:
            self._name.setText(self._network.currentText())
        there = {
            one.market
            for one in self._calendar.channels
            if one.network == network and not one.is_retired
        }
        for row in self._rows:
            row.show_whether(is_there=row.market.id in there)
        self._tell()

    def _tell(self) -> None:
        count = sum(row.box.isChecked() for row in self._rows)
        words = ngettext("Add {count} channel", "Add {count} channels", count).format(count=count)
        self._add.setText(words if count else _("Add channels"))
        why_not = ""
        if self._network.currentIndex() < 0:
            why_not = _("Choose a network first.")
        elif not self._name.text().strip():
            why_not = _("Write its name first.")
        elif not count:
            why_not = _("Tick a market first.")
        self._add.setEnabled(not why_not)
        self._add.setToolTip(why_not)

    def _on_add(self) -> None:
        self._add.setEnabled(False)
        self._operations.run(
            partial(add_channels, channels=self.channels()),
            refused=while_there(self, self._on_refused),
            done=while_there(self, self._on_added),
        )

    def _on_refused(self, sentence: str) -> None:
        self._bar.show_refusal(sentence)
        self._tell()

    def _on_added(self, _changes: ChangeSet) -> None:
        self.accept()

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.setHorizontalSpacing(Space.M)
        fields.setVerticalSpacing(Space.S)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields.addRow(_("Network"), self._network)
        fields.addRow(_("Name in the calendar"), self._name)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, Space.S, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        for number, row in enumerate(self._rows):
            grid.addWidget(row.box, number, 0)
            grid.addWidget(row.handle, number, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(self._rows), 1)
        scroll = QScrollArea()
        scroll.setObjectName("markets_of_network")
        scroll.setAccessibleName(_("Markets"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        about = _(
            "Each market gets a channel in its own time zone. Network and handle never change "
            "later; a channel that is wrong can be retired."
        )
        cancel = QPushButton(_("Cancel"))
        cancel.setObjectName("cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(_("A network for several markets"), TextRole.HEADING, wraps=True))
        column.addLayout(fields)
        column.addWidget(Label(about, TextRole.SMALL, muted=True, wraps=True))
        column.addWidget(scroll, 1)
        column.addWidget(self._bar)
        column.addLayout(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * _LETTERS, 520)


class _MarketRow:
    """A market that may get the channel, and its handle there."""

    def __init__(self, market: Market) -> None:
        self.market = market
        self.box = QCheckBox(market.name)
        self.box.setObjectName(f"on_{market.id}")
        self.handle = QLineEdit()
        self.handle.setObjectName(f"handle_{market.id}")
        self.handle.setAccessibleName(_("Handle in {market}").format(market=market.name))
        self.handle.setPlaceholderText(_("Handle, such as @brand.de"))
        self.handle.textEdited.connect(self._on_written)

    def show_whether(self, *, is_there: bool) -> None:
        """Tick the market unless it is on the network already."""
        self.box.setChecked(not is_there)
        self.box.setText(
            _("{market}, on it already").format(market=self.market.name)
            if is_there
            else self.market.name
        )

    def channel(self, network: str, name: str) -> Channel:
        """Return the channel that the market gets."""
        return Channel(
            ChannelId(str(uuid4())),
            self.market.id,
            network,
            name,
            self.handle.text().strip(),
            account_zone=self.market.zone,
        )

    def _on_written(self) -> None:
        """Who writes a handle wants the market."""
        self.box.setChecked(True)
