"""What the day of a post means where the brand is at home, and where else its channel is read."""

from collections.abc import Iterable, Iterator

from app.days.occasions import one_step_lower
from app.domain.flag import Flag, Severity, mark_of
from app.domain.observance import Observance, Part, Tone
from app.domain.post import Post
from app.risks.day import source_of, why_of
from app.risks.facts import Facts
from app.risks.phrasing import fitted, way_out
from app.wording import _


def home(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag the grave days of the brand's home country, one step lower than there.

    A cheerful post of a foreign branch is read at home as well, and makes the news there: in the
    published cases one in fourteen needed the days of another market (risk notes, section 2).
    """
    country = facts.team.home
    if country and country != facts.market.country:
        for day in _grave(facts.abroad(country, post.content.day), _own(post, facts)):
            yield _flag("day.home", _("At home"), day, (country,), facts)


def reach(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag the grave days of the countries that a channel also reaches, one step lower than there.

    One flag for each occasion, however many of the countries keep it.
    """
    others = [
        country
        for country in facts.channel.reach
        if country not in (facts.market.country, facts.team.home)
    ]
    if not others:
        return
    told = _own(post, facts) | _at_home(post, facts)
    found: dict[str, list[tuple[Observance, str]]] = {}
    for country in others:
        for day in _grave(facts.abroad(country, post.content.day), told):
            found.setdefault(day.id, []).append((day, country))
    for kept in found.values():
        day = max((day for day, _country in kept), key=lambda day: day.severity)
        countries = tuple(country for _day, country in kept)
        yield _flag("day.reach", _("Also read there"), day, countries, facts)


def _own(post: Post, facts: Facts) -> frozenset[str]:
    """Return the ids of what the market keeps itself, and of the worldwide days it stands for."""
    return _ids(facts.observances(post))


def _at_home(post: Post, facts: Facts) -> frozenset[str]:
    return _ids(facts.abroad(facts.team.home, post.content.day)) if facts.team.home else frozenset()


def _ids(days: Iterable[Observance]) -> frozenset[str]:
    return frozenset(name for day in days for name in (day.id, *day.replaces))


def _grave(days: Iterable[Observance], own: frozenset[str]) -> Iterator[Observance]:
    for day in days:
        is_grave = day.severity >= Severity.CAUTION and day.tone is not Tone.HOLIDAY
        if is_grave and day.part is Part.DAY and own.isdisjoint((day.id, *day.replaces)):
            yield day


def _flag(rule: str, where: str, day: Observance, countries: tuple[str, ...], facts: Facts) -> Flag:
    severity = one_step_lower(day.severity)
    names = ", ".join(_country_name(country, facts.days.language) for country in countries)
    return Flag(
        rule=rule,
        severity=severity,
        key=f"{rule}:{day.id}",
        mark=mark_of(severity, day.day.isoformat(), *sorted(countries)),
        headline=fitted(f"{where}: {day.name}"),
        why=_("{why} It is a day of {countries}.").format(why=why_of(day), countries=names),
        source=source_of(day),
        source_url=day.source_url,
        way_out=way_out(severity),
        evidence=(day.day.isoformat(), *countries),
    )


def _country_name(code: str, reader: str) -> str:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  only where there is a flag

    try:
        names = Locale.parse(reader.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        names = Locale("en").territories
    return names.get(code) or code
