"""What screens show: plain values, complete, with nothing left to look up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.commands.months import LongOccasion
from app.domain.assignment import ANYBODY, Assignment
from app.domain.change import Cell
from app.domain.channel import Channel
from app.domain.comment import Comment
from app.domain.decision import Decision
from app.domain.duty import NO_ROSTER, Roster
from app.domain.export import HandOver
from app.domain.flag import Flag, Severity
from app.domain.gate import Refusal
from app.domain.hold import Hold
from app.domain.market import Market, MarketId
from app.domain.observance import Observance
from app.domain.person import NOBODY, Person, PersonId
from app.domain.policy import Policy
from app.domain.post import Post, PostId
from app.domain.recall import UNSEEN_ON_ITS_CARD, Cause
from app.domain.severity_rule import SeverityRule
from app.domain.suggestion import Suggestion
from app.domain.team_day import NO_CALENDAR, TeamCalendar
from app.domain.team_term import NO_TERMS, TeamTerms

HOLD_FAMILY = "hold"
"""The family of the flags that holds raise."""


class Stage(StrEnum):
    """How far a post has come, as its card says it."""

    DRAFT = "draft"
    WAITING = "waiting"
    CHANGES = "changes"
    REFUSED = "refused"
    ENDED = "ended"
    """It was approved once; what it says now is not, or something new must be seen."""
    APPROVED = "approved"
    QUEUED = "queued"
    """Approved, and already handed over to the scheduler."""
    SENT = "sent"
    """Handed over, and its time has passed."""


@dataclass(frozen=True, slots=True)
class Card:
    """One post as the calendar shows it."""

    id: PostId
    revision: int
    name: str
    """Market code and number, such as DE-0142."""
    market: MarketId
    channel: Channel
    local: datetime | None
    """Wall time of the market; nothing in the tray."""
    zone: str
    headline: str
    """The planners' name for it, else the first words of its text."""
    text: str
    language: str
    campaign: str
    stage: Stage
    flags: tuple[Flag, ...]
    """Worst first."""
    is_assessed: bool
    """False while the flags are still being worked out: then `flags` is empty or incomplete."""
    review: tuple[Refusal, ...]
    """What the approval lacks; empty where the tick stands."""
    idea: str = ""
    is_ready: bool = False
    is_cancelled: bool = False
    """Such a post stands on no screen but the recall list and those that name it."""
    editor: PersonId = NOBODY
    media: int = 0
    searched: tuple[str, ...] = ()
    """All of its texts that a search looks through."""
    hand_over: HandOver | None = None
    """What is still queued at the scheduler, if anything."""
    hand_over_differs: bool = False
    """Whether what is queued there is no longer what stands here."""

    @property
    def is_approved(self) -> bool:
        """Whether the box is ticked: another person approved exactly this, with these flags."""
        return self.is_ready and not self.review

    @property
    def severity(self) -> Severity | None:
        """The worst of its flags, or nothing."""
        return self.flags[0].severity if self.flags else None

    @property
    def asks_for_a_look(self) -> bool:
        """Whether a flag of it must be ticked, answered or mended; notes only tell."""
        return (self.severity or 0) >= Severity.CAUTION

    @property
    def is_held(self) -> bool:
        """Whether a hold that stands covers it."""
        return any(flag.family == HOLD_FAMILY for flag in self.flags)

    @property
    def day(self) -> date | None:
        """The local day, or nothing in the tray."""
        return self.local and self.local.date()

    @property
    def cell(self) -> Cell:
        """The market and day it stands in."""
        return self.market, self.day


@dataclass(frozen=True, slots=True)
class Recall:
    """What a scheduler will still send though it must not: an entry of the recall list.

    On the grid it is a ghost, where the card of the post does not show it.
    """

    card: Card
    """The post as it stands here now."""
    hand_over: HandOver
    scheduler: str
    """What the scheduler calls itself."""
    way_out: str
    """How it is taken out there."""
    market: Market
    channel: Channel
    local: datetime
    """When it goes out, as the clocks of its market show it."""
    headline: str
    text: str
    folder: str
    """Where the export was written."""
    handed_by: PersonId
    handed_at: datetime
    causes: tuple[Cause, ...]
    """Why it must come out, the gravest first; at least one."""

    @property
    def is_ghost(self) -> bool:
        """Whether the card of the post does not show what the scheduler will send."""
        return any(cause.why in UNSEEN_ON_ITS_CARD for cause in self.causes)

    @property
    def day(self) -> date:
        """The day on which it goes out in its market."""
        return self.local.date()


@dataclass(frozen=True, slots=True)
class Caught:
    """One post that a hold stops."""

    card: Card
    market: str
    """What its market is called."""
    stage_before: Stage
    """How far it would be without any hold."""
    scheduler: str = ""
    """Where it lies already, out of reach of the hold; nothing where it lies nowhere."""
    local: datetime | None = None
    """When it goes out in its market: as the scheduler has it, where it lies there."""


@dataclass(frozen=True, slots=True)
class CaughtPosts:
    """What a hold stops: first what lies at a scheduler, then the rest, each by time."""

    posts: tuple[Caught, ...]
    has_more: bool = False
    """Whether there are more than were asked for."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A medium of a post with what is kept of it."""

    url: str
    digest: str
    alt: str
    file_name: str = ""
    mime: str = ""


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another post of the same idea."""

    card: Card
    is_older: bool
    """Not touched since this one was changed."""
    same: tuple[str, ...] = ()
    """The fields in which it says the same."""


@dataclass(frozen=True, slots=True)
class Remembrance:
    """What a post is asked that a reviewer marks as the remembrance of its day."""

    flags: tuple[Flag, ...]
    """All that sells or celebrates; they come to the other flags."""
    approvers_needed: int
    said_by: tuple[PersonId, ...] = ()
    """Whose standing approval says so."""
    not_said_by: tuple[PersonId, ...] = ()
    """Whose standing approval does not."""

    @property
    def is_said(self) -> bool:
        """Whether an approval stands that says so, or says that it is not."""
        return bool(self.said_by or self.not_said_by)


@dataclass(frozen=True, slots=True)
class Talk:
    """What people said about one post, beside deciding it; none of it changes the post."""

    assignment: Assignment = ANYBODY
    decide_by: datetime | None = None
    """By when it must be decided, given or usual; nothing for a post without a date."""
    comments: tuple[Comment, ...] = ()
    """Oldest first."""
    suggestions: tuple[Suggestion, ...] = ()
    """Oldest first."""
    unsent: Mapping[PersonId, str] = field(default_factory=dict)
    """Comments that were typed and not sent, by person: for that person's eyes."""


NO_TALK = Talk()


@dataclass(frozen=True, slots=True)
class PostView:
    """One post whole: what the panel edits and the review screen reads."""

    post: Post
    card: Card
    market: Market
    flags: tuple[Flag, ...]
    pictures: tuple[Picture, ...]
    versions: tuple[Post, ...]
    """Oldest first; the last is the present one."""
    decisions: tuple[Decision, ...]
    """Oldest first."""
    approved_version: Post | None
    """The version that was approved last, where it is not the present one."""
    siblings: tuple[Sibling, ...]
    authors: frozenset[PersonId]
    """Who may not approve it now, because it is their own work."""
    holds: tuple[Hold, ...]
    """Active ones that cover it."""
    approvers_needed: int
    approvals_so_far: tuple[PersonId, ...]
    remembrance: Remembrance | None = None
    """What it would be asked as the remembrance of its day; nothing where it cannot be that."""
    ended: str = ""
    """In one sentence why its approval ended; nothing where it stands, or where there was none."""
    talk: Talk = NO_TALK
    """What was said, suggested and asked about it."""

    @property
    def all_flags(self) -> tuple[Flag, ...]:
        """The flags, with those that it would have as the remembrance of its day."""
        return (*self.flags, *(self.remembrance.flags if self.remembrance else ()))


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The calendar beside its posts."""

    name: str
    is_sample: bool
    markets: tuple[Market, ...]
    channels: tuple[Channel, ...]
    people: tuple[Person, ...]
    holds: tuple[Hold, ...]
    """All of them, lifted ones too."""
    policy: Policy
    severities: tuple[SeverityRule, ...] = ()
    """How grave the team finds what the rules raise."""
    anchor: date | None = None
    """The day on which a sample is best opened."""
    roster: Roster = NO_ROSTER
    terms: TeamTerms = NO_TERMS
    addresses: Mapping[MarketId, tuple[str, ...]] = field(default_factory=dict)
    """The web addresses of markets that have some."""
    team_calendar: TeamCalendar = NO_CALENDAR
    """The team's own days, and those that it has switched off."""
    home: str = ""
    """Country in which the brand is at home, or nothing."""

    def market(self, market_id: MarketId) -> Market:
        """Return a market by its id."""
        return next(market for market in self.markets if market.id == market_id)

    def person(self, person_id: PersonId) -> Person | None:
        """Return a person by their id."""
        return next((person for person in self.people if person.id == person_id), None)

    def channels_of(self, market_id: MarketId) -> tuple[Channel, ...]:
        """Return the channels of a market on which posts can be planned."""
        return tuple(
            channel
            for channel in self.channels
            if channel.market == market_id and not channel.is_retired
        )

    def person_name(self, person_id: str) -> str:
        """Return the name of a person, or the id where nobody has it."""
        found = self.person(PersonId(person_id))
        return found.name if found else person_id


@dataclass(frozen=True, slots=True)
class DayKnowledge:
    """What the days of a span mean: per cell, and as bands for month-long occasions."""

    cells: Mapping[tuple[MarketId, date], tuple[Observance, ...]] = field(default_factory=dict)
    bands: Mapping[MarketId, tuple[Observance, ...]] = field(default_factory=dict)
    months: tuple[LongOccasion, ...] = ()
    """The month-long occasions of all markets, with their days."""
    gaps: Mapping[tuple[MarketId, date], str] = field(default_factory=dict)
    """When nobody is on duty, in words; only cells in which that is so for a while."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One event of a post's history."""

    seq: int
    """Its place in the audit; 0 for what a scheduler did, which nobody recorded here."""
    at: datetime
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One post in the preview of an export: it leaves, or it stays in for these reasons."""

    card: Card
    reasons: tuple[str, ...]
    """Each one sentence with the way out; none when it leaves."""
    stays_behind: tuple[str, ...] = ()
    """Fields that the format does not carry but that may stay behind, such as alt texts."""
    approvers: tuple[PersonId, ...] = ()
    """Who approved exactly this, first to last; also where something else keeps it in."""

    @property
    def leaves(self) -> bool:
        """Whether the gate lets it out."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """Where an export lies and what is in it."""

    folder: str
    files: tuple[str, ...]
    post_count: int
    left_in: int
    candidates: tuple[Candidate, ...] = ()
    """Every post of the span as the gate judged it when the export was recorded."""


@dataclass(frozen=True, slots=True)
class PresetView:
    """A scheduler's format as the export dialog names it."""

    name: str
    title: str
    confidence: str
    facts_date: date
    lead: timedelta
