"""The markets of a calendar and the channels in each of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.commands.counting import networks
from app.commands.markets import save_channel, save_market
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.channel import Channel, ChannelId
from app.domain.market import Market, MarketId
from app.wording import _
from ui.operations import Operations
from ui.settings.channel_form import ChannelForm
from ui.settings.market_form import MarketForm
from ui.settings.market_words import channel_entry, market_entry, what_is_missing
from ui.settings.owners_only import why_not_by
from ui.theme import Space, TextRole, Theme
from ui.widgets.fitting import fitting
from ui.widgets.labels import Label
from ui.widgets.lifetime import while_there
from ui.widgets.message_bar import MessageBar
from ui.widgets.save_row import SaveRow
from ui.widgets.two_line_list import Entry, TwoLineList


class MarketsDialog(QDialog):
    """Markets with their channels on one side, one of them whole on the other."""

    def __init__(
        self,
        calendar: CalendarView,
        operations: Operations,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("markets_dialog")
        self.setWindowTitle(_("Markets and channels"))
        self._calendar = calendar
        self._operations = operations
        self._new: Market | Channel | None = None
        self._list = TwoLineList()
        self._list.setObjectName("markets_list")
        self._list.setAccessibleName(_("Markets and channels of this calendar"))
        self._add_market = _side_button("add_market", _("Add a market"), self._on_add_market)
        self._add_channel = _side_button("add_channel", _("Add a channel"), self._on_add_channel)
        self._market_form = MarketForm(theme)
        self._channel_form = ChannelForm(network.key for network in networks().all)
        self._empty = Label(
            _("There is no market yet. Add the first one: posts are planned per market."),
            muted=True,
            wraps=True,
        )
        self._forms = QStackedWidget()
        self._heading = Label(role=TextRole.HEADING)
        self._heading.setObjectName("heading")
        self._bar = MessageBar(theme)
        self._row = SaveRow()
        self._lay_out()
        self._list.chosen.connect(self._on_chosen)
        for form in (self._market_form, self._channel_form):
            form.edited.connect(self._open_buttons)
        self._row.saved.connect(self._save)
        self._row.discarded.connect(self._discard)
        self._row.closed.connect(self.close)
        operations.person_changed.connect(self._on_me)
        self.set_calendar(calendar)
        (self._list if calendar.markets else self._add_market).setFocus()

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show other markets and channels; what is being written in a form stays."""
        self._calendar = calendar
        if self._new is not None and self._found(self._new.id) is not None:
            self._new = None
        was_changed = self._is_unsaved()
        self._show_list(self._list.key)
        if not was_changed:
            self._show_chosen()
        self._on_me()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._market_form.set_theme(theme)
        self._bar.set_theme(theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_unsaved():
            self._say_unsaved()
            event.ignore()
        else:
            super().closeEvent(event)

    def reject(self) -> None:
        if self._is_unsaved():
            self._say_unsaved()
        else:
            super().reject()

    def _why_not(self) -> str:
        return why_not_by(self._operations.me, _("markets and channels"))

    def _on_me(self) -> None:
        why_not = self._why_not()
        self._forms.setEnabled(not why_not)
        self._add_market.setEnabled(not why_not)
        self._add_market.setToolTip(why_not)
        if why_not:
            self._bar.show_information(why_not)
        elif self._bar.text:
            self._bar.dismiss()
        self._open_buttons()

    def _found(self, key: str) -> Market | Channel | None:
        everything: tuple[Market | Channel, ...] = (
            *self._calendar.markets,
            *self._calendar.channels,
        )
        return next((one for one in everything if str(one.id) == key), None)

    def _chosen(self) -> Market | Channel | None:
        return self._new or self._found(self._list.key)

    def _chosen_market(self) -> Market | None:
        """Return the market that a new channel would belong to."""
        match self._chosen():
            case Market() as market if market is not self._new:
                return market
            case Channel() as channel:
                return self._calendar.market(channel.market)
        return None

    def _show_list(self, chosen: str) -> None:
        entries = list(self._entries())
        known = {entry.key for entry in entries}
        first = entries[0].key if entries else ""
        self._list.show_entries(entries, chosen if chosen in known else first)
        if self._new is not None:
            self._list.choose(str(self._new.id))

    def _entries(self) -> Iterator[Entry]:
        for market in self._calendar.markets:
            yield market_entry(market)
            for channel in self._calendar.channels_of(market.id):
                yield channel_entry(channel)
            if isinstance(self._new, Channel) and self._new.market == market.id:
                yield channel_entry(self._new)
        if isinstance(self._new, Market):
            yield market_entry(self._new)

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        is_new = self._new is not None
        match chosen:
            case Market():
                regions = {market.region for market in self._calendar.markets if market.region}
                addresses = self._calendar.addresses.get(chosen.id, ())
                self._market_form.show_market(
                    chosen, tuple(sorted(regions)), addresses, is_new=is_new
                )
                self._forms.setCurrentIndex(1)
                self._heading.setText(_("New market") if is_new else chosen.name)
            case Channel():
                market = self._calendar.market(chosen.market)
                self._channel_form.show_channel(chosen, market, is_new=is_new)
                self._forms.setCurrentIndex(2)
                title = _("New channel in {market}") if is_new else _("{channel}, {market}")
                self._heading.setText(title.format(channel=chosen.name, market=market.name))
            case _:
                self._forms.setCurrentIndex(0)
                self._heading.setText("")
        self._open_buttons()

    def _on_chosen(self, key: str) -> None:
        if self._is_unsaved():
            shown = str(self._written().id)
            if key != shown:
                self._list.choose(shown)
                self._say_unsaved()
            return
        if self._new is not None and key != self._new.id:
            self._new = None
            self._show_list(key)
        self._show_chosen()

    def _on_add_market(self) -> None:
        if self._is_unsaved():
            self._say_unsaved()
            return
        self._new = Market(MarketId(str(uuid4())), "", "", "", (), "")
        self._show_list("")
        self._show_chosen()
        self._market_form.focus_first()

    def _on_add_channel(self) -> None:
        market = self._chosen_market()
        if self._is_unsaved() or market is None:
            self._say_unsaved()
            return
        self._new = Channel(
            ChannelId(str(uuid4())), market.id, network="", name="", account_zone=market.zone
        )
        self._show_list("")
        self._show_chosen()
        self._channel_form.focus_first()

    def _written(self) -> Market | Channel:
        """Return what the open form holds."""
        if self._forms.currentIndex() == 2:
            return self._channel_form.channel()
        return self._market_form.market()

    def _is_unsaved(self) -> bool:
        match self._forms.currentIndex():
            case 1:
                return self._market_form.is_changed
            case 2:
                return self._channel_form.is_changed
        return False

    def _open_buttons(self) -> None:
        why_not = self._why_not()
        is_changed = self._is_unsaved() or self._new is not None
        missing = "" if why_not or not is_changed else what_is_missing(self._written())
        self._row.open_for(is_changed=is_changed, why_not=why_not or missing)
        no_market = "" if self._chosen_market() else self._what_a_channel_lacks()
        self._add_channel.setEnabled(not why_not and not no_market)
        self._add_channel.setToolTip(why_not or no_market)

    def _what_a_channel_lacks(self) -> str:
        return _("Add a market first.") if self._new is None else _("Save the market first.")

    def _say_unsaved(self) -> None:
        name = self._written().name or _("the new entry")
        self._bar.show_refusal(
            _("What you changed about {name} is not saved yet: save or discard it.").format(
                name=name
            )
        )

    def _discard(self) -> None:
        self._new = None
        self._show_list(self._list.key)
        self._show_chosen()
        self._bar.dismiss()

    def _save(self) -> None:
        written = self._written()
        if isinstance(written, Market):
            self._operations.run(
                partial(save_market, market=written, addresses=self._market_form.addresses),
                refused=while_there(self, self._bar.show_refusal),
                done=while_there(self, partial(self._on_saved, written)),
            )
        else:
            self._operations.run(
                partial(save_channel, channel=written),
                refused=while_there(self, self._bar.show_refusal),
                done=while_there(self, partial(self._on_saved, written)),
            )

    def _on_saved(self, saved: Market | Channel, _changes: ChangeSet) -> None:
        self._new = None
        if isinstance(saved, Market):
            markets = {one.id: one for one in self._calendar.markets} | {saved.id: saved}
            addresses = {**self._calendar.addresses, saved.id: self._market_form.addresses}
            self._calendar = replace(
                self._calendar, markets=tuple(markets.values()), addresses=addresses
            )
        else:
            channels = {one.id: one for one in self._calendar.channels} | {saved.id: saved}
            self._calendar = replace(self._calendar, channels=tuple(channels.values()))
        self._show_list(str(saved.id))
        self._show_chosen()
        self._bar.dismiss()

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._add_market)
        buttons.addWidget(self._add_channel)
        side = QVBoxLayout()
        side.setSpacing(Space.S)
        side.addWidget(Label(_("Markets and channels"), TextRole.HEADING))
        side.addWidget(self._list, 1)
        side.addLayout(buttons)
        self._list.setMinimumWidth(metrics.averageCharWidth() * 38)
        for page in (self._empty, self._market_form, self._channel_form):
            self._forms.addWidget(page)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._forms)
        detail = QVBoxLayout()
        detail.setSpacing(Space.M)
        detail.addWidget(self._heading)
        detail.addWidget(scroll, 1)
        middle = QHBoxLayout()
        middle.setSpacing(Space.XL)
        middle.addLayout(side, 2)
        middle.addLayout(detail, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._bar)
        column.addLayout(middle, 1)
        column.addWidget(self._row)
        self.resize(fitting(self, QSize(metrics.averageCharWidth() * 130, metrics.height() * 42)))


def _side_button(name: str, text: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: pressed())
    return button
