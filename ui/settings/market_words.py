"""How markets and channels stand in a list, and what they still lack."""

from app.commands.dates import language_name
from app.commands.texts import network_name
from app.domain.channel import Channel
from app.domain.market import Market
from app.wording import _
from ui.widgets.two_line_list import Entry


def market_entry(market: Market) -> Entry:
    """Return the row of a market."""
    languages = ", ".join(map(language_name, market.languages))
    detail = " · ".join(filter(None, (market.code, market.zone, languages)))
    return Entry(str(market.id), market.name or _("New market"), detail)


def channel_entry(channel: Channel) -> Entry:
    """Return the row of a channel, below its market's."""
    network = network_name(channel.network) if channel.network else ""
    retired = _("retired") if channel.is_retired else ""
    detail = " · ".join(filter(None, (retired, network, channel.handle)))
    return Entry(
        str(channel.id),
        channel.name or _("New channel"),
        detail,
        level=1,
        is_quiet=channel.is_retired,
    )


def what_is_missing(written: Market | Channel) -> str:
    """Return what must still be filled in before it can be saved, as one sentence; or nothing."""
    match written:
        case Market():
            missing = {
                _("Choose the country."): not written.country,
                _("Give the market a name."): not written.name,
                _("Give the market a short code."): not written.code,
                _("Choose a time zone."): not written.zone,
                _("Give the market at least one language."): not written.languages,
            }
        case Channel():
            missing = {
                _("Choose the network."): not written.network,
                _("Give the channel a name."): not written.name,
            }
    return next((sentence for sentence, is_missing in missing.items() if is_missing), "")
