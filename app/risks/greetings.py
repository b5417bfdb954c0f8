"""Good wishes for a day that the market has on another date, or not at all."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from app.days.daybook import DayBook
from app.days.written import written_day
from app.domain.flag import Flag, Severity, mark_of
from app.domain.market import Market
from app.domain.post import Post
from app.risks.date_words import RELATIVE, cues
from app.risks.facts import Facts
from app.risks.folding import UNSPACED, Folded, folded
from app.risks.hour_greetings import ends_greeting
from app.risks.matching import Hit, outermost, within
from app.risks.meaning import Meaning
from app.risks.occasions import FULL, NAME, Occasion, read_occasions
from app.risks.phrasing import quoted, way_out
from app.risks.reading import Reading, reading
from app.risks.sentences import sentence_around
from app.risks.written_dates import is_gap, weekday_hits, written_dates
from app.wording import _

_OFFSETS = {"today": 0, "tonight": 0, "this_morning": 0, "tomorrow": 1}
_BELATED = timedelta(days=21)
_MENTION_AHEAD = timedelta(days=24)
"""So far ahead of another country's date a mere mention is taken for that date."""
_OWN_AHEAD = timedelta(days=70)
_OWN_BEHIND = timedelta(days=7)
_LONGEST_FEAST = 8
_YEARS = (-1, 0, 1)
_MARKS = r"[^\w.!?\n]*"
_TO_WISH = re.compile(
    rf"{_MARKS}(?:(?:a|the|an|to|all|and|very|first|blessed|lovely|joyful|international|zum|zur|am|"
    r"den|dem|der|die|das|de|des|du|d'|del|della|alla|la|le|les|el|un|une|il|lo|al|do|da|o|os|as|em|"
    r"po|met|och|og|z|ze|na|ke|k|dnia|dnem|с|со|з|зі|и|і|por|e|et|und|y|en|i|internationale|"
    r"internationalen|fete|jour|journee|dia|giornata|hari|raya|ngay|muy|tres|sehr|belle|lindo|"
    rf"bendecido|วัน|で|の|に|は|を|이|의|을|를|은|는){_MARKS})*{_MARKS}"
)
"""What may stand between good wishes and their day."""
_IS = re.compile(
    rf"{_MARKS}(?:is|it's|it is|'s|ist|est|c'est|es|ya es|e|è|je|jest|er|det er|on|ειναι|hoy es|は|"
    r"是|이|就是|adalah|la|wird|feiern wir|we celebrate|celebramos|on celebre|celebriamo|vieren we|"
    rf"obchodzimy|отмечаем|we're celebrating|celebrating)?{_MARKS}"
    rf"(?:the|den|der|le|la|el|il|o|a|de|het)?{_MARKS}"
)
"""What may stand between a day and the name that it is said to have."""
_AHEAD = re.compile(
    rf"{_MARKS}(?:is|ist|est|es|e|on|am|le|el|il|this|diesen|ce|este|questa|em|no|op|den|falls|"
    rf"fallt|auf)?{_MARKS}(?:on|am|this|diesen|den|le|el|ce|este|la|auf)?{_MARKS}"
)
"""What may stand between a name and the day on which it is said to be."""
_ARTICLE = re.compile(r"\b(?:a|an|un|una|um|uma|une|ein|eine|einen|uno)\s$")
_SPAN = re.compile(
    r"[\s-](?:long\s)?(?:weekend|week|eve|month|season|wochenende|woche|week-end|fin de semana|"
    r"fim de semana|helg|viikonloppu|weekendje|vacation|break|holidays)"
)
"""Behind a name: the days around it are meant too."""
_LONGEST_JOINT = 24
_FARTHEST_BEFORE = 64
"""Letters of a weekday, and what joins it to a name."""
_MOST_PLACES = 40
"""So many times one day is looked at in a text; one that names it more often is a list."""
_NEXT = 2
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class _Said:
    """A day of good wishes as a text speaks of it."""

    occasion: Occasion
    start: int
    end: int
    is_wish: bool
    claimed: frozenset[date] = frozenset()
    """The dates on which the text says that the day is; nothing where it says none."""


def wrong_day(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag good wishes and announcements for a day that the market has on another date, or never.

    Global templates wish a happy Mother's Day in May where it was in March. Four brands in Britain
    wished a happy new year on 31 December 2015, a day too early.
    """
    text, day = reading(post, facts), post.content.day
    if day is None:
        return
    hits = outermost(text.of(NAME, FULL))  # Chinese New Year is no New Year
    seen: set[str] = set()
    places: Counter[str] = Counter()
    named = {hit.meaning.of for hit in hits}
    for hit in hits:
        occasion = read_occasions().entries[hit.meaning.of]
        if occasion.id in seen or not named.isdisjoint(occasion.others):
            continue
        places[occasion.id] += 1
        if places[occasion.id] > _MOST_PLACES:
            continue
        said = _said(text, hit, occasion, facts.market.country, day)
        is_nothing = hit.meaning.kind == FULL and not said.is_wish
        if not is_nothing and _is_wrong(text, said, facts, day):
            seen.add(occasion.id)
            yield _flag(text, said, facts, day)


# --- what the text says


def _said(text: Reading, hit: Hit[Meaning], occasion: Occasion, country: str, day: date) -> _Said:
    whole = text.folded.text
    start, end = sentence_around(whole, hit.start, hit.end)
    wishes = [
        (start + cue.start, start + cue.end)
        for cue in cues(text.languages | {"en"}).hits(Folded(whole[start:end]))
        if cue.meaning.kind == "wish"
    ]
    before = [place for place in wishes if _is_joined(_TO_WISH, whole, place[1], hit.start)]
    behind = [place for place in wishes if 0 <= place[0] - hit.end <= _NEXT]
    first = min([hit.start, *(place[0] for place in before)])
    last = max([hit.end, *(place[1] for place in behind)])
    is_of_one_day = not _SPAN.match(whole, hit.end)
    is_wish = _is_whole_wish(whole, hit) or bool(is_of_one_day and (before or behind))
    claimed = frozenset(_claimed(text, hit, country, day))
    return _Said(occasion, first, last, is_wish, claimed)


def _is_whole_wish(whole: str, hit: Hit[Meaning]) -> bool:
    """Tell whether a greeting stands for itself: un buon anno per il vino is none."""
    is_part = _ARTICLE.search(whole, max(0, hit.start - 6), hit.start) is not None
    is_unspaced = UNSPACED.match(whole, hit.end) is not None
    is_whole = is_unspaced or ends_greeting(whole, hit.end)
    return hit.meaning.kind == FULL and is_whole and not is_part


def _is_joined(pattern: re.Pattern[str], whole: str, start: int, end: int) -> bool:
    return 0 <= end - start <= _LONGEST_JOINT and bool(pattern.fullmatch(whole, start, end))


def _claimed(text: Reading, hit: Hit[Meaning], country: str, day: date) -> Iterator[date]:
    """Yield the dates that the text gives for the day, beside its name."""
    whole = text.folded.text
    near = hit.start - _FARTHEST_BEFORE, hit.end + _LONGEST_JOINT
    for other in within(text.of(RELATIVE), *near):
        offset = _OFFSETS.get(other.meaning.of)
        if offset is not None and _is_beside(whole, hit, other.start, other.end):
            yield day + timedelta(days=offset)
    for written in written_dates(text, country):
        if written.readings[0].month and _is_beside(whole, hit, written.first, written.last):
            yield from written.days(day)
    for weekday in within(weekday_hits(text), *near):
        if _is_beside(whole, hit, weekday.start, weekday.end):
            yield day + timedelta(days=(int(weekday.meaning.of) - day.weekday()) % 7)


def _is_beside(whole: str, hit: Hit[Meaning], start: int, end: int) -> bool:
    """Tell whether a day is what a name is said to be on: Mother's Day is on Sunday."""
    if start >= hit.end:
        return is_gap(whole, hit.end, start) or _is_joined(_AHEAD, whole, hit.end, start)
    return end <= hit.start and _is_joined(_IS, whole, end, hit.start)


# --- what is true


def _is_wrong(text: Reading, said: _Said, facts: Facts, day: date) -> bool:
    occasion, market = said.occasion, facts.market
    dates = _dates(occasion.id, market, facts.days, day.year)
    is_known = bool(dates) or occasion.is_missing_in(market.country)
    if not is_known or market.country in occasion.silent:
        return False
    if said.claimed:
        is_wrong = not any(_is_near(claimed, dates, occasion) for claimed in said.claimed)
    elif said.is_wish:
        is_wrong = not _is_timely(text, said, dates, day)
    else:
        is_wrong = _is_mentioned_for_others(occasion, dates, day)
    return is_wrong and not _speaks_of_another_country(text, occasion, market, day)


def _is_near(claimed: date, dates: tuple[date, ...], occasion: Occasion) -> bool:
    """Tell whether a date is right: of a feast its eve, and the days that it lasts."""
    last = min(occasion.after, _LONGEST_FEAST)
    first = -1 if last else 0
    return any(first <= (claimed - day).days <= last for day in dates)


def _is_timely(text: Reading, said: _Said, dates: tuple[date, ...], day: date) -> bool:
    occasion = said.occasion
    if any(-occasion.before <= (day - one).days <= occasion.after for one in dates):
        return True
    is_lately = any(timedelta(0) < day - one <= _BELATED for one in dates)
    return is_lately and _is_belated(text, said)


def _is_belated(text: Reading, said: _Said) -> bool:
    whole = text.folded.text
    start, end = sentence_around(whole, said.start, said.end)
    hits = cues(text.languages | {"en"}).hits(Folded(whole[start:end]))
    return any(hit.meaning.kind == "belated" for hit in hits)


def _is_mentioned_for_others(occasion: Occasion, dates: tuple[date, ...], day: date) -> bool:
    """Tell whether a mere mention fits another country's date that is near, and no own one."""
    if any(-_OWN_BEHIND <= one - day <= _OWN_AHEAD for one in dates):
        return False
    return any(
        timedelta(0) <= other - day <= _MENTION_AHEAD
        for year in (day.year, day.year + 1)
        for other, _countries in occasion.dates_anywhere(year)
    )


def _speaks_of_another_country(
    text: Reading, occasion: Occasion, market: Market, day: date
) -> bool:
    """Tell whether the text names a country that has the day about now."""
    near = {
        country
        for other, countries in occasion.dates_anywhere(day.year)
        if abs(other - day) <= _MENTION_AHEAD
        for country in countries - {market.country, "*"}
    }
    words = {word for country in near for word in _country_words(country, text.languages)}
    return any(text.folded.has(word) for word in words)


@lru_cache(maxsize=1024)
def _country_words(country: str, languages: frozenset[str]) -> frozenset[str]:
    names = {*_PEOPLE.get(country, ())}
    for language in languages | {"en"}:
        try:
            name = Locale.parse(language).territories.get(country, "")
        except (UnknownLocaleError, ValueError):
            continue
        if len(name) >= _SHORTEST_NAME:  # US reads like a word of everyday life
            names.add(name)
    return frozenset(map(folded, names))


_PEOPLE: dict[str, tuple[str, ...]] = {
    "US": (
        *("American", "Americans", "USA", "U.S.", "amerikanische", "amerikanischen", "américain"),
        *("américains", "américaine", "estadounidense", "estadounidenses", "americano", "アメリカ"),
        *("americani", "amerikaanse", "EE. UU.", "EE.UU.", "EUA", "États-Unis", "美国"),
    ),
    "CA": ("Canadian", "Canadians", "kanadischen", "canadien", "canadiens", "canadienses"),
    "GB": ("British", "UK", "U.K.", "britischen", "britannique"),
    "IE": ("Irish", "irischen"),
    "IN": ("Indian", "indischen"),
    "DE": ("German", "deutschen", "allemand"),
    "FR": ("French", "französischen", "français"),
    "MX": ("Mexican", "mexicanos", "mexicanas"),
}
"""How texts call the people of a country, beside its name."""


@lru_cache(maxsize=1024)
def _dates(name: str, market: Market, days: DayBook, year: int) -> tuple[date, ...]:
    """Return the dates of an occasion in a market, of a year and those beside it."""
    occasion = read_occasions().entries[name]
    years = [year + step for step in _YEARS]
    if occasion.is_known_in(market.country):
        return tuple(day for each in years for day in occasion.dates_in(market.country, each))
    if occasion.is_missing_in(market.country):
        return ()
    names = {folded(name) for _language, words in occasion.names for name in words}
    return tuple(
        day
        for each in years
        for day, meanings in days.between(market, date(each, 1, 1), date(each, 12, 31)).items()
        if any(folded(name) in names for one in meanings for name in (one.name, one.local_name))
    )


# --- the flag


def _flag(text: Reading, said: _Said, facts: Facts, day: date) -> Flag:
    dates = _dates(said.occasion.id, facts.market, facts.days, day.year)
    nearest = min(dates, key=lambda one: abs(one - day), default=None)
    words = text.folded.written(said.start, said.end)
    if nearest is None:
        headline = _("A day that {market} does not have").format(market=facts.market.name)
        why = _("“{words}”: nobody in {market} has this day.").format(
            words=words, market=facts.market.name
        )
    else:
        headline = _("Good wishes on the wrong day")
        why = _(
            "“{words}”: in {market} this day is on {date}, and the post goes out on {day}."
        ).format(
            words=words, market=facts.market.name, date=written_day(nearest), day=written_day(day)
        )
    occasion = said.occasion
    return Flag(
        rule="greeting.wrong-day",
        severity=Severity.CAUTION,
        key=f"greeting.wrong-day:{occasion.id}",
        mark=mark_of(
            Severity.CAUTION,
            nearest.isoformat() if nearest else "",
            *_claims(said),
            day.isoformat(),
        ),
        headline=headline,
        why=why,
        source=occasion.source,
        source_url=occasion.source_url,
        way_out=way_out(Severity.CAUTION),
        evidence=quoted([words]),
    )


def _claims(said: _Said) -> list[str]:
    return sorted(claimed.isoformat() for claimed in said.claimed)
