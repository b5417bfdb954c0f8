"""What goes out next on paper: by the reader's clock, each with what becomes of it and why."""

from collections.abc import Mapping

from app.commands import dates
from app.commands.leaving import Leaving
from app.commands.texts import network_name
from app.domain.market import MarketId
from app.domain.wall_time import local_at
from app.wording import _
from ui.leaving.leaving_words import (
    ICONS,
    fate_words,
    headline,
    market_time_words,
    own_time_words,
    why_words,
)
from ui.papers.contents import PaperContents
from ui.papers.list_paper import Line, Listing
from ui.papers.sheet import Sheet
from ui.papers.table_paper import Page
from ui.theme import LIGHT
from ui.widgets.own_clock import own_zone

SHARES = (15, 15, 30, 20, 20)
"""How the width is shared among the columns, in percent."""


def leaving_pages(contents: PaperContents, sheet: Sheet) -> list[Page]:
    """Return the pages of what goes out next, the soonest first."""
    names, mine = {market.id: market.name for market in contents.wish.markets}, own_zone()
    when = _("When in {place}").format(place=dates.city_name(mine))
    listing = Listing(
        (when, _("Where"), _("Post"), _("What becomes of it"), _("Why")),
        SHARES,
        _("Nothing goes out in the next two days"),
    )
    return listing.pages([_cells(one, names, mine) for one in contents.leaving], sheet)


def _cells(one: Leaving, names: Mapping[MarketId, str], mine: str) -> tuple[list[Line], ...]:
    here = local_at(one.instant, mine)
    market = one.recall.market.id if one.recall is not None else one.card.market
    channel = one.recall.channel if one.recall is not None else one.card.channel
    when = [Line(f"{dates.day_name(here.date(), 'short')} {own_time_words(one, mine)}", True)]
    if here != one.local:
        when.append(Line(market_time_words(one, mine), colour=LIGHT.muted))
    where = [Line(names.get(market, ""), True), Line(network_name(channel.network))]
    if channel.handle:
        where.append(Line(channel.handle, colour=LIGHT.muted))
    post = [Line(one.card.name, True), Line(headline(one))]
    return when, where, post, [Line(fate_words(one), icon=ICONS[one.fate])], [Line(why_words(one))]
