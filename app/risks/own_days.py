"""The team's own days of mourning and silence, as far as texts name them."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache

from app.days.solemn import SolemnDay
from app.days.team_days import entry_of
from app.domain.team_day import TeamCalendar, TeamDay
from app.errors import InvalidInputError
from app.risks.day_names import HINT, NAME
from app.risks.folding import Folded
from app.risks.matching import Matcher
from app.risks.meaning import Meaning, Phrase

_REMEMBERED = 16_384
"""Texts of which it is remembered what they name: as many as are in view, and far more."""


def phrases_of(calendar: TeamCalendar) -> Iterator[Phrase]:
    """Yield what a team calls its own days of mourning and silence.

    The words that name a day are meant for nothing else; a name of one word, such as “Fire”, needs
    another sign.
    """
    readable = own_days(calendar)
    for day in (one for one in calendar.remembered if one.id in readable):
        for term in day.terms:
            yield term, Meaning(NAME, day.id)
        yield day.name, Meaning(NAME if len(day.name.split()) > 1 else HINT, day.id)


@lru_cache(maxsize=256)
def own_days(calendar: TeamCalendar) -> Mapping[str, SolemnDay]:
    """Return the team's own days of mourning and silence as entries, by id."""
    return dict(_entries(calendar))


def _entries(calendar: TeamCalendar) -> Iterator[tuple[str, SolemnDay]]:
    for day in calendar.remembered:
        with suppress(InvalidInputError):  # a newer program may have written its rule
            yield day.id, entry_of(day)


@lru_cache(maxsize=_REMEMBERED)
def named_in(written: str, calendar: TeamCalendar) -> tuple[TeamDay, ...]:
    """Return the team's own days of mourning and silence that a text names."""
    if not calendar.remembered:
        return ()
    named = {hit.meaning.of for hit in _matcher(calendar).found(Folded(written))}
    return tuple(day for day in calendar.remembered if day.id in named)


@lru_cache(maxsize=256)
def _matcher(calendar: TeamCalendar) -> Matcher[Meaning]:
    return Matcher(phrases_of(calendar))
