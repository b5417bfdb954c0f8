"""A known day in words: when it falls, where it counts, what is to be kept in mind."""

from collections.abc import Iterable
from datetime import date

from app.commands.dates import day_name, span_name
from app.commands.known_days import KnownDay, Span
from app.commands.texts import severity_name, tone_name
from app.domain.market import Market
from app.wording import _, ngettext

MOST_SPANS = 4
MOST_MARKETS = 6


def when_words(day: KnownDay) -> str:
    """Return on which days of the year it falls, and at which hours it is quiet."""
    spans = [_span_words(span) for span in day.spans[:MOST_SPANS]]
    more = len(day.spans) - MOST_SPANS
    if more > 0:
        spans.append(ngettext("one more", "{count} more", more).format(count=more))
    if not day.spans:
        spans.append(_("every day"))
    if day.has_eve:
        spans.append(_("begins in the evening before"))
    hours = [
        _("quiet at {time}").format(time=starts.strftime("%H:%M")) for starts, _ends in day.moments
    ]
    return ", ".join([*spans, *hours])


def short_when(day: KnownDay, falls: date | None = None) -> str:
    """Return the first day as `Tue 9 Nov`; `falls` says which one is meant."""
    if falls is not None:
        return day_name(falls, "short")
    if not day.spans:
        return _("Every day")
    return day_name(day.spans[0][0], "short")


def where_words(day: KnownDay, markets: Iterable[Market]) -> str:
    """Return the markets in which it counts, by name, and its regions."""
    known = list(markets)
    names = [market.name for market in known if market.id in day.markets]
    if len(names) == len(known) > 1:
        return _("All markets")
    shown = names[:MOST_MARKETS]
    more = len(names) - len(shown)
    if more > 0:
        shown.append(ngettext("one more", "{count} more", more).format(count=more))
    return ", ".join(shown)


def detail_words(day: KnownDay, markets: Iterable[Market]) -> str:
    """Return the quieter line of a list: how grave it is, how it feels, where it counts."""
    meaning = day.meaning
    marks = (
        severity_name(day.severity),
        _("Your team's day") if meaning.is_own else "",
        _("Switched off") if meaning.switched_off else "",
        _("Public holiday") if day.is_holiday else tone_name(meaning.tone),
        where_words(day, markets),
    )
    return " · ".join(filter(None, marks))


def facts_of(day: KnownDay) -> list[tuple[str, str]]:
    """Return what else a reader should know, each with what it is."""
    meaning = day.meaning
    estimate = _("The date depends on the sighting of the moon and may shift by one day.")
    facts = (
        (_("Switched off"), meaning.switched_off),
        (_("Why"), meaning.why),
        (_("Collides with"), meaning.clash),
        (_("Law"), _("{law} Check with counsel.").format(law=meaning.legal)),
        (_("Date"), estimate),
        (_("Words that name it"), ", ".join(meaning.terms)),
    )
    is_said = (
        meaning.switched_off,
        meaning.why,
        meaning.clash,
        meaning.legal,
        meaning.is_estimate,
        meaning.terms,
    )
    return [fact for fact, said in zip(facts, is_said, strict=True) if said]


def source_words(day: KnownDay) -> str:
    """Return the source, and whether somebody has read it."""
    meaning = day.meaning
    if not meaning.source:
        return ""
    if meaning.is_own or day.is_holiday:
        return _("Source: {source}").format(source=meaning.source)
    if meaning.is_checked:
        return _("Source: {source} – checked").format(source=meaning.source)
    return _("Source: {source} – not checked yet").format(source=meaning.source)


def incident_words(day: KnownDay) -> str:
    """Return what went wrong on it once; nothing where no such case is known."""
    incident = day.meaning.incident
    return _("What went wrong: {incident}").format(incident=incident) if incident else ""


def _span_words(span: Span) -> str:
    first, last = span
    return day_name(first, "long") if first == last else span_name(first, last)
