"""The words for a filter: its facets, what can be chosen of each, and what it came to."""

from collections.abc import Iterable

from app.commands.post_filter import NO_FLAGS, Facet, PostFilter, severity_key
from app.commands.texts import network_name, severity_name, stage_name
from app.commands.views import CalendarView, Stage
from app.domain.flag import Severity
from app.wording import _, ngettext

Choice = tuple[str, str]
"""A key with its name."""


def facet_name(facet: Facet) -> str:
    """Return what people call a facet."""
    return {
        Facet.MARKET: _("Market"),
        Facet.CHANNEL: _("Channel"),
        Facet.CAMPAIGN: _("Campaign"),
        Facet.STAGE: _("Stage"),
        Facet.SEVERITY: _("Severity"),
        Facet.PERSON: _("Last edited by"),
    }[facet]


def choices(
    facet: Facet, calendar: CalendarView, campaigns: Iterable[str] = ()
) -> tuple[Choice, ...]:
    """Return what can be chosen of a facet, in the order in which people look for it."""
    match facet:
        case Facet.MARKET:
            return tuple((market.id, market.name) for market in calendar.markets)
        case Facet.CHANNEL:
            return _channels(calendar)
        case Facet.CAMPAIGN:
            return (*((name, name) for name in campaigns), ("", _("No campaign")))
        case Facet.STAGE:
            return tuple((stage.value, stage_name(stage)) for stage in Stage)
        case Facet.SEVERITY:
            named = [(severity_key(one), severity_name(one)) for one in sorted(Severity)[::-1]]
            return (*named, (NO_FLAGS, _("No flags")))
        case Facet.PERSON:
            return tuple((person.id, person.name) for person in calendar.people)


def chosen_words(wanted: PostFilter, facet: Facet, calendar: CalendarView) -> str:
    """Return what is chosen of a facet: its name, or how many where there are more."""
    keys = wanted.chosen(facet)
    if len(keys) == 1:
        (key,) = keys
        return dict(choices(facet, calendar, keys - {""})).get(key, key)
    return {
        Facet.MARKET: ngettext("{count} market", "{count} markets", len(keys)),
        Facet.CHANNEL: ngettext("{count} channel", "{count} channels", len(keys)),
        Facet.CAMPAIGN: ngettext("{count} campaign", "{count} campaigns", len(keys)),
        Facet.STAGE: ngettext("{count} stage", "{count} stages", len(keys)),
        Facet.SEVERITY: ngettext("{count} severity", "{count} severities", len(keys)),
        Facet.PERSON: ngettext("{count} person", "{count} people", len(keys)),
    }[facet].format(count=f"{len(keys):,}")


def nothing_matches(wanted: PostFilter, calendar: CalendarView, span: str) -> str:
    """Return why nothing is shown for some days: `No posts match “Sale” in 3 markets, 9–22 Nov`."""
    places = wanted.chosen(Facet.MARKET)
    rest = [
        chosen_words(wanted, facet, calendar)
        for facet in wanted.facets
        if facet is not Facet.MARKET
    ]
    what = " · ".join([*([f"“{wanted.text}”"] if wanted.text else []), *rest])
    where = chosen_words(wanted, Facet.MARKET, calendar) if places else _all_markets(calendar)
    if not what:
        return _("No posts in {where}, {span}").format(where=where, span=span)
    sentence = _("No posts match {what} in {where}, {span}")
    return sentence.format(what=what, where=where, span=span)


def shown_of(shown: int, known: int) -> str:
    """Return how many of the posts in view a filter shows: `12 of 340 posts`."""
    words = ngettext("{shown} of {count} post", "{shown} of {count} posts", known)
    return words.format(shown=f"{shown:,}", count=f"{known:,}")


def _all_markets(calendar: CalendarView) -> str:
    count = len(calendar.markets)
    return ngettext("{count} market", "{count} markets", count).format(count=f"{count:,}")


def _channels(calendar: CalendarView) -> tuple[Choice, ...]:
    codes = {market.id: market.code for market in calendar.markets}
    return tuple(
        (one.id, f"{codes[one.market]} · {one.name or network_name(one.network)}")
        for one in calendar.channels
    )
