"""What a team's own decisions about days change for one post: its added and switched-off days.

Stored flags go by it, so that a day of the team makes stale only what it can reach.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from app.domain.canonical import sha256
from app.domain.observance import Observance
from app.domain.post import Post
from app.domain.team_day import NO_CALENDAR
from app.risks.facts import Facts

_BESIDE = tuple(timedelta(days=days) for days in range(-2, 3))
"""So far a rule looks around a post's day; farther only where the text names a date."""


def decided_near(facts: Facts, day: date | None) -> str:
    """Return a digest of what was decided about the days around a post's; nothing where nothing."""
    if day is None or facts.team.calendar == NO_CALENDAR:
        return ""
    near = (one for beside in _BESIDE for one in facts.on(day + beside))
    others = (country for country in (facts.team.home, *facts.channel.reach) if country)
    abroad = (one for country in others for one in facts.abroad(country, day))
    beside = facts.days.beside(facts.market, day, facts.team.calendar)
    return _digest((*near, *beside, *facts.bands(day), *abroad))


def decided_ahead(facts: Facts, days: Iterable[date]) -> str:
    """Return the same for the days that a text speaks of."""
    if facts.team.calendar == NO_CALENDAR:
        return ""
    return _digest(one for day in days for one in facts.on(day))


def decided_named(facts: Facts, post: Post) -> str:
    """Return the same for the team's own days that a text names, whenever they are."""
    # it reads texts, and few teams have days of their own that a text could name
    from app.risks.own_days import named_in  # noqa: PLC0415
    from app.risks.reading import written_text  # noqa: PLC0415

    if not facts.team.calendar.remembered:
        return ""
    named = named_in(written_text(post), facts.team.calendar)
    return sha256(repr(named))[:8] if named else ""


def _digest(meanings: Iterable[Observance]) -> str:
    decided = tuple(one for one in meanings if one.is_own or one.switched_off)
    return _written(decided) if decided else ""


@lru_cache(maxsize=4096)
def _written(decided: tuple[Observance, ...]) -> str:
    return sha256(repr(decided))[:8]
