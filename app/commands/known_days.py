"""All that is known of the days of a year, occasion by occasion, as a browser shows it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.observance import Observance, Part, Tone
from app.domain.team_day import DaySwitch, TeamDay

AHEAD = timedelta(days=30)
_ONE_DAY = timedelta(days=1)
_WHOLE_DAYS = frozenset({Part.DAY, Part.BAND})

Span = tuple[date, date]
"""First and last day, both included."""


@dataclass(frozen=True, slots=True)
class KnownDay:
    """One occasion in a year, in all the markets that were asked for."""

    id: str
    meaning: Observance
    """As it counts where it is gravest, on its first day."""
    markets: tuple[MarketId, ...]
    spans: tuple[Span, ...]
    """When it falls; nothing for what has only moments, every day."""
    moments: tuple[tuple[time, time], ...] = ()
    has_eve: bool = False
    is_band: bool = False

    @property
    def severity(self) -> Severity:
        """How grave it is where it is gravest."""
        return self.meaning.severity

    @property
    def is_holiday(self) -> bool:
        """Whether it is only a public or an observed holiday."""
        return self.meaning.tone is Tone.HOLIDAY and not self.meaning.is_own

    def falls_within(self, first: date, last: date) -> date | None:
        """Return its first day within a span of days, or nothing."""
        found = (max(begins, first) for begins, ends in self.spans if ends >= first)
        return next((day for day in found if day <= last), None)


@dataclass(frozen=True, slots=True)
class DayList:
    """The days of a year by date, and what comes in the next 30 days from today."""

    days: tuple[KnownDay, ...]
    coming: tuple[tuple[date, KnownDay], ...]
    own: tuple[TeamDay, ...]
    """The team's days, whatever their markets."""
    problems: tuple[str, ...]
    """What is wrong with entries that could not be read."""
    switches: tuple[DaySwitch, ...] = ()
    """What the team has decided of days, in all markets."""
    home: str = ""
    """Country in which the brand is at home; its grave days count in every market."""


def day_list(
    setting: Setting,
    knowledge: Knowledge,
    market_ids: Collection[MarketId],
    year: int,
    today: date,
    *,
    worked_out: Callable[[int, int], None] = lambda _done, _all: None,
) -> DayList:
    """Return the days of some markets; `worked_out` hears how many markets of how many are done.

    The first time, a market and year take some hundredths of a second.
    """
    last = today + AHEAD - _ONE_DAY
    years = sorted({year, today.year, last.year})
    markets = [setting.markets[market] for market in market_ids if market in setting.markets]
    found: dict[int, list[tuple[MarketId, Observance]]] = {one: [] for one in years}
    for done, market in enumerate(markets):
        worked_out(done, len(markets))
        for one in years:
            found[one] += _of_market(setting, knowledge, market, one)
    known = {one: _known_days(pairs) for one, pairs in found.items()}
    return DayList(
        days=known[year],
        coming=tuple(_coming({one: known[one] for one in (today.year, last.year)}, today, last)),
        own=setting.team.calendar.days,
        problems=tuple(str(problem) for problem in knowledge.days.problems),
        switches=setting.team.calendar.switches,
        home=setting.team.home,
    )


def _of_market(
    setting: Setting, knowledge: Knowledge, market: Market, year: int
) -> Iterator[tuple[MarketId, Observance]]:
    team = setting.team.of(market.id).calendar
    first, last = date(year, 1, 1), date(year, 12, 31)
    for days in (knowledge.days.between, knowledge.days.bands):
        for parts in days(market, first, last, team).values():
            for part in parts:
                yield market.id, part


def _known_days(found: Iterable[tuple[MarketId, Observance]]) -> tuple[KnownDay, ...]:
    parts: dict[str, list[tuple[MarketId, Observance]]] = {}
    for market, part in found:
        parts.setdefault(part.id, []).append((market, part))
    days = [_known_day(name, pairs) for name, pairs in parts.items()]
    return tuple(sorted(days, key=_by_date))


def _known_day(name: str, pairs: list[tuple[MarketId, Observance]]) -> KnownDay:
    parts = [part for _market, part in pairs]
    whole = [part for part in parts if part.part in _WHOLE_DAYS]
    gravest = max(whole or parts, key=lambda part: (part.severity, not part.switched_off))
    moments = {
        (part.starts, part.ends)
        for part in parts
        if part.part is Part.MOMENT and part.starts and part.ends
    }
    return KnownDay(
        id=name,
        meaning=gravest,
        markets=tuple(dict.fromkeys(market for market, _part in pairs)),
        spans=_spans({part.day for part in whole}),
        moments=tuple(sorted(moments)),
        has_eve=any(part.part is Part.EVE for part in parts),
        is_band=any(part.part is Part.BAND for part in parts),
    )


def _spans(days: Collection[date]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for day in sorted(days):
        if spans and day - spans[-1][1] == _ONE_DAY:
            spans[-1] = spans[-1][0], day
        else:
            spans.append((day, day))
    return tuple(spans)


def _coming(
    known: dict[int, tuple[KnownDay, ...]], first: date, last: date
) -> Iterator[tuple[date, KnownDay]]:
    found = {
        (day, known_day.id): known_day
        for days in known.values()
        for known_day in days
        if not known_day.is_holiday and (day := known_day.falls_within(first, last))
    }
    order = sorted(found.items(), key=lambda item: (item[0][0], -item[1].severity, item[0][1]))
    for (day, _name), known_day in order:
        yield day, known_day


def _by_date(day: KnownDay) -> tuple[bool, date, int, str]:
    begins = day.spans[0][0] if day.spans else date.max
    return day.is_holiday and not day.spans, begins, -day.severity, day.id
