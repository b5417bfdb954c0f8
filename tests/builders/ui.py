"""Values for tests of the window, made by hand: markets, cards, observances, a calendar."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from app.commands.views import CalendarView, Card, DayKnowledge, Recall, Stage
from app.domain.change import Cell
from app.domain.channel import Channel, ChannelId
from app.domain.export import ExportId, HandOver
from app.domain.flag import Flag, Severity
from app.domain.gate import Reason, Refusal
from app.domain.market import Market, MarketId
from app.domain.observance import Observance, Part, Tone
from app.domain.person import Person, PersonId, Role
from app.domain.policy import Policy
from app.domain.post import Fingerprint, PostId
from app.domain.recall import Cause, Why
from app.domain.wall_time import instant_of

MONDAY = date(2026, 11, 2)
THE_NINTH = date(2026, 11, 9)

GERMANY = Market(MarketId("de"), "DE", "Germany", "DE", ("de",), "Europe/Berlin", region="EMEA")
FRANCE = Market(MarketId("fr"), "FR", "France", "FR", ("fr",), "Europe/Paris", region="EMEA")
JAPAN = Market(MarketId("jp"), "JP", "Japan", "JP", ("ja",), "Asia/Tokyo", region="APAC")
SAUDI_ARABIA = Market(
    MarketId("sa"), "SA", "Saudi Arabia", "SA", ("ar",), "Asia/Riyadh", region="EMEA"
)
MARKETS = (GERMANY, FRANCE, JAPAN, SAUDI_ARABIA)

NO_APPROVAL = (Refusal(Reason.NOT_APPROVED),)


def channel(market: Market, network: str = "instagram", number: int = 1) -> Channel:
    """Return a channel of a market."""
    key = ChannelId(f"{market.id}-{network}-{number}")
    return Channel(key, market.id, network, f"Fennel {market.name}", handle=f"fennel.{market.id}")


def flag(severity: Severity = Severity.STOP, key: str = "day", **facts: object) -> Flag:
    """Return a flag with a headline, a reason and a source."""
    made = Flag(
        rule="day.solemn",
        severity=severity,
        key=key,
        mark="mark",
        headline="9 November: anniversary of the 1938 pogroms",
        why="Synagogues burned and people were murdered; a festive tone reads as mockery.",
        source="Federal Agency for Civic Education",
        source_url="https://example.org/9-november",
        way_out="A reviewer may let it go with a written reason.",
    )
    return replace(made, **facts)


def card(number: int = 142, market: Market = GERMANY, **facts: object) -> Card:
    """Return a waiting post of a market on 9 November 2026 at 13:00 without flags."""
    made = Card(
        id=PostId(f"{market.id}-{number}"),
        revision=1,
        name=f"{market.code}-{number:04d}",
        market=market.id,
        channel=channel(market),
        local=datetime.combine(THE_NINTH, time(13)),
        zone=market.zone,
        headline="Treat yourself with tender chicken",
        text="Treat yourself with tender chicken and crispy cheese.",
        language=market.languages[0],
        campaign="autumn",
        stage=Stage.WAITING,
        flags=(),
        is_assessed=True,
        review=NO_APPROVAL,
        is_ready=True,
        editor=PersonId("mia"),
    )
    dressed = replace(made, **facts)
    return replace(dressed, searched=dressed.searched or (dressed.headline, dressed.text))


def on(day: date, hour: int = 13, minute: int = 0) -> datetime:
    """Return a wall time on a day."""
    return datetime.combine(day, time(hour, minute))


def approved(made: Card) -> Card:
    """Return the card with its box ticked."""
    return replace(made, stage=Stage.APPROVED, review=())


def handed_over(made: Card, instant: datetime) -> Card:
    """Return the card as it stands after an export to Buffer."""
    hand_over = HandOver(
        ExportId("e1"), made.id, made.revision, Fingerprint("f"), "buffer", "f.csv", 1, instant
    )
    return replace(made, stage=Stage.QUEUED, review=(), hand_over=hand_over)


def observance(
    day: date = THE_NINTH, severity: Severity = Severity.STOP, **facts: object
) -> Observance:
    """Return a solemn day with reason and source."""
    made = Observance(
        id="de-pogroms",
        day=day,
        part=Part.DAY,
        name="Pogrom anniversary",
        tone=Tone.MOURNING,
        severity=severity,
        why="On this night in 1938 synagogues burned.",
        source="Federal Agency for Civic Education",
    )
    return replace(made, **facts)


def day_knowledge(
    cells: Mapping[tuple[Market, date], tuple[Observance, ...]] | None = None,
) -> DayKnowledge:
    """Return day knowledge; by default that of 9 November in Germany."""
    if cells is None:
        cells = {(GERMANY, THE_NINTH): (observance(),)}
    return DayKnowledge({(market.id, day): found for (market, day), found in cells.items()})


MIA = Person(PersonId("mia"), "Mia Weber", Role.PLANNER, ("de", "en"))
RUTH = Person(PersonId("ruth"), "Ruth Adler", Role.REVIEWER, ("de", "en"))
OMAR = Person(PersonId("omar"), "Omar Haddad", Role.OWNER, ("ar", "en"))


def calendar(*, is_sample: bool = False, markets: Iterable[Market] = MARKETS) -> CalendarView:
    """Return a calendar with two channels per market and three people."""
    markets = tuple(markets)
    networks = ("instagram", "push")
    return CalendarView(
        name="Fennel",
        is_sample=is_sample,
        markets=markets,
        channels=tuple(channel(market, one) for market in markets for one in networks),
        people=(MIA, RUTH, OMAR),
        holds=(),
        policy=Policy(),
    )


@dataclass
class KeptCards:
    """A source of cards that a test can change."""

    kept: list[Card] = field(default_factory=list)
    recalls: list[Recall] = field(default_factory=list)

    def clock(self) -> datetime:
        """Return the early morning of the first Monday."""
        return utc(2026, 11, 2, 5)

    def cards(self, first: date, last: date) -> tuple[Card, ...]:
        """Return the dated cards of a span."""
        return tuple(one for one in self.kept if one.day and first <= one.day <= last)

    def cards_of_markets(
        self, markets: Collection[MarketId], first: date, last: date
    ) -> tuple[Card, ...]:
        """Return the dated cards of some markets in a span."""
        return tuple(one for one in self.cards(first, last) if one.market in markets)

    def cards_in(self, cells: Collection[Cell]) -> tuple[Card, ...]:
        """Return the dated cards of some cells."""
        return tuple(one for one in self.kept if one.day and one.cell in cells)

    def ghosts(self, first: date, last: date) -> tuple[Recall, ...]:
        """Return the ghosts of a span."""
        return tuple(one for one in self.recalls if one.is_ghost and first <= one.day <= last)

    def ghosts_of(self, post_ids: Collection[PostId]) -> tuple[Recall, ...]:
        """Return the ghosts of some posts."""
        return tuple(one for one in self.recalls if one.is_ghost and one.card.id in post_ids)

    def days(self, _first: date, _last: date) -> DayKnowledge:
        """Return that no day means anything."""
        return DayKnowledge()

    def again(self) -> "KeptCards":
        """Return itself: it has no connection of its own."""
        return self

    def close(self) -> None:
        """Keep everything."""

    def tray(self) -> tuple[Card, ...]:
        """Return the cards without a date."""
        return tuple(one for one in self.kept if one.local is None)

    def put(self, changed: Card) -> None:
        """Replace a card of the same id."""
        self.kept = [changed if one.id == changed.id else one for one in self.kept]


def many_cards(markets: Iterable[Market], first: date, days: int, per_day: int) -> list[Card]:
    """Return posts of every stage and severity, evenly spread."""
    stages = tuple(Stage)
    severities = (None, None, Severity.NOTE, None, Severity.CAUTION, None, Severity.STOP)
    made: list[Card] = []
    for market in markets:
        for offset in range(days):
            for nth in range(per_day):
                number = len(made)
                severity = severities[number % len(severities)]
                plain = card(
                    number,
                    market,
                    local=on(first + timedelta(days=offset), 8 + nth, 15 * (number % 4)),
                    headline=f"Post {number} of the autumn campaign",
                    text=f"Post {number} of the autumn campaign: soft wool, warm light and tea.",
                    stage=stages[number % len(stages)],
                    flags=() if severity is None else (flag(severity),),
                )
                made.append(approved(plain) if number % 3 == 0 else plain)
    return made


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Return a moment in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def recall(
    made: Card, local: datetime, *, causes: tuple[Cause, ...] = (Cause(Why.MOVED),), **facts: object
) -> Recall:
    """Return what Buffer will send of a post at a local time, though it must not."""
    market = next(one for one in MARKETS if one.id == made.market)
    instant = instant_of(local, market.zone)
    lying = handed_over(made, instant).hand_over
    assert lying is not None
    usual = Recall(
        card=replace(made, hand_over=lying, hand_over_differs=True),
        hand_over=lying,
        scheduler="Buffer",
        way_out="In Buffer, open the queue of this channel, and delete it.",
        market=market,
        channel=made.channel,
        local=local,
        headline=made.headline,
        text=made.text,
        folder="/exports/Countersign buffer 2026-11-01",
        handed_by=MIA.id,
        handed_at=utc(2026, 11, 1, 9),
        causes=causes,
    )
    return replace(usual, **facts)
