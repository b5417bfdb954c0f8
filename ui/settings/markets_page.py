"""The markets of a calendar and the channels in each of them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt

from app.commands.counting import networks
from app.commands.markets import (
    retire_channel,
    save_channel,
    save_market,
    use_channel_again,
)
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.channel import Channel, ChannelId
from app.domain.market import Market, MarketId
from app.wording import _
from ui.operations import Operations
from ui.settings.channel_form import ChannelForm
from ui.settings.market_form import MarketForm
from ui.settings.market_words import channel_entry, market_entry, what_is_missing
from ui.settings.network_dialog import NetworkDialog
from ui.theme import Theme
from ui.widgets.labels import Label
from ui.widgets.list_page import ListPage, side_button
from ui.widgets.powers import only_owners
from ui.widgets.two_line_list import Entry


class MarketsPage(ListPage):
    """Markets with their channels on one side, one of them whole on the other."""

    def __init__(self, calendar: CalendarView, operations: Operations, theme: Theme) -> None:
        super().__init__(
            "markets", operations, theme, listed=_("Markets and channels of this calendar")
        )
        self._calendar = calendar
        self._theme = theme
        self._new: Market | Channel | None = None
        self._add_market = side_button("add_market", _("Add a market"), self._on_add_market)
        self._add_channel = side_button("add_channel", _("Add a channel"), self._on_add_channel)
        self._add_network = side_button("add_network", _("Add a network…"), self._on_add_network)
        self._market_form = MarketForm(theme)
        self._channel_form = ChannelForm(network.key for network in networks().all)
        self._empty = Label(
            _("There is no market yet. Add the first one: posts are planned per market."),
            muted=True,
            wraps=True,
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        for page in (self._empty, self._market_form, self._channel_form):
            self._pages.addWidget(page)
        self._retire = side_button("retire_channel", "", self._on_retire)
        self._lay_out(
            buttons=[(self._add_market, self._add_channel), (self._add_network,)],
            at_heading=[self._retire],
        )
        self._list.chosen.connect(self._on_chosen)
        for form in (self._market_form, self._channel_form):
            form.edited.connect(self._open_buttons)
        self.set_calendar(calendar)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show other markets and channels; what is being written in a form stays."""
        self._calendar = calendar
        if self._new is not None and self._found(self._new.id) is not None:
            self._new = None
        was_changed = self.is_unsaved
        self._show_list(self._list.key)
        if not was_changed:
            self._show_chosen()
        self._on_me()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self._theme = theme
        self._market_form.set_theme(theme)

    def focus_first(self) -> None:
        (self._list if self._calendar.markets else self._add_market).setFocus()

    def _why_not(self) -> str:
        return only_owners(self._operations.me, _("markets and channels"))

    def _on_me(self) -> None:
        super()._on_me()
        self._add_market.setEnabled(not self._why_not())
        self._add_market.setToolTip(self._why_not())

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
            own = [one for one in self._calendar.channels if one.market == market.id]
            for channel in sorted(own, key=lambda one: one.is_retired):
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
                self._pages.setCurrentIndex(1)
                self._heading.setText(_("New market") if is_new else chosen.name)
            case Channel():
                market = self._calendar.market(chosen.market)
                self._channel_form.show_channel(chosen, market, is_new=is_new)
                self._pages.setCurrentIndex(2)
                title = _("New channel in {market}") if is_new else _("{channel}, {market}")
                self._heading.setText(title.format(channel=chosen.name, market=market.name))
            case _:
                self._pages.setCurrentIndex(0)
                self._heading.setText("")
        self._open_buttons()

    def _on_chosen(self, key: str) -> None:
        if self.is_unsaved:
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
        if self.is_unsaved:
            self._say_unsaved()
            return
        self._new = Market(MarketId(str(uuid4())), "", "", "", (), "")
        self._show_list("")
        self._show_chosen()
        self._market_form.focus_first()

    def _on_add_channel(self) -> None:
        market = self._chosen_market()
        if self.is_unsaved or market is None:
            self._say_unsaved()
            return
        self._new = Channel(
            ChannelId(str(uuid4())), market.id, network="", name="", account_zone=market.zone
        )
        self._show_list("")
        self._show_chosen()
        self._channel_form.focus_first()

    def _on_add_network(self) -> None:
        if self.is_unsaved:
            self._say_unsaved()
            return
        known = (network.key for network in networks().all)
        dialog = NetworkDialog(self._calendar, self._operations, known, self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _written(self) -> Market | Channel:
        """Return what the open form holds."""
        if self._pages.currentIndex() == 2:
            return self._channel_form.channel()
        return self._market_form.market()

    @property
    def is_unsaved(self) -> bool:
        match self._pages.currentIndex():
            case 1:
                return self._market_form.is_changed
            case 2:
                return self._channel_form.is_changed
        return False

    def _open_buttons(self) -> None:
        why_not = self._why_not()
        is_changed = self.is_unsaved or self._new is not None
        missing = "" if why_not or not is_changed else what_is_missing(self._written())
        self._row.open_for(is_changed=is_changed, why_not=why_not or missing)
        self._open_retire(why_not)
        no_market = "" if self._chosen_market() else self._what_a_channel_lacks()
        self._add_channel.setEnabled(not why_not and not no_market)
        self._add_channel.setToolTip(why_not or no_market)
        first = "" if self._calendar.markets else _("Add a market first.")
        self._add_network.setEnabled(not why_not and not first)
        self._add_network.setToolTip(why_not or first or _("A channel in several markets at once"))

    def _open_retire(self, why_not: str) -> None:
        channel = self._chosen()
        is_there = isinstance(channel, Channel) and self._new is None
        self._retire.setVisible(is_there)
        if isinstance(channel, Channel):
            is_retired = channel.is_retired
            self._retire.setText(_("Use it again") if is_retired else _("Retire"))
            unsaved = _("Save or discard the changes first.") if self.is_unsaved else ""
            self._retire.setEnabled(not why_not and not unsaved)
            what = _("No more posts are planned on it; those that there were stay.")
            self._retire.setToolTip(why_not or unsaved or ("" if is_retired else what))

    def _on_retire(self) -> None:
        channel = self._chosen()
        if isinstance(channel, Channel):
            command = use_channel_again if channel.is_retired else retire_channel
            changed = replace(channel, is_retired=not channel.is_retired)
            self._run(partial(command, channel_id=channel.id), partial(self._on_saved, changed))

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
            form = self._market_form
            command = partial(
                save_market,
                market=written,
                addresses=form.addresses,
                base=form.base,
                base_addresses=form.base_addresses,
            )
        else:
            command = partial(save_channel, channel=written, base=self._channel_form.base)
        self._run(command, partial(self._on_saved, written))

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
