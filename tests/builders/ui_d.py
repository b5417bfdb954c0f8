"""Known days for tests of the days browser."""

from dataclasses import replace
from datetime import date

from app.commands.known_days import KnownDay
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.observance import Observance, Part, Tone

NINTH = date(2027, 11, 9)


def known_day(name: str = "x", day: date = NINTH, **facts: object) -> KnownDay:
    """Return a day of mourning in Germany; `meaning` may change some of its facts."""
    changes = facts.pop("meaning", {})
    meaning = Observance(
        name,
        day,
        Part.DAY,
        f"Day {name}",
        Tone.MOURNING,
        Severity.STOP,
        why="It was so.",
        source="A paper",
        source_url="https://a.example",
    )
    usual = KnownDay(name, replace(meaning, **changes), (MarketId("DE"),), ((day, day),))
    return replace(usual, **facts)
