"""Posts, people and cases for tests, each with sensible facts that a test may change."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from app.domain.channel import Channel, ChannelId
from app.domain.decision import Decision, SeenFlag, Verdict
from app.domain.export import Carrier, ExportId, HandOver
from app.domain.flag import Flag, Severity, mark_of
from app.domain.gate import Case, Edit
from app.domain.hold import Hold, HoldId, Scope
from app.domain.market import Market, MarketId, PublishingHours
from app.domain.person import Person, PersonId, Role
from app.domain.policy import Policy
from app.domain.post import Content, Fingerprint, Post, PostId

NOW = datetime(2027, 11, 1, 12, 0, tzinfo=UTC)
LENA = PersonId("lena")
MARC = PersonId("marc")
NORA = PersonId("nora")

GERMANY = Market(
    MarketId("m-de"),
    "DE",
    "Germany",
    "DE",
    ("de",),
    "Europe/Berlin",
    region="Europe",
    hours=PublishingHours(time(8), time(20)),
)
INSTAGRAM = Channel(ChannelId("c-de-ig"), GERMANY.id, "instagram", "Instagram", "@solvane.de")
PEOPLE = (
    Person(LENA, "Lena Brandt", Role.PLANNER, ("de", "en")),
    Person(MARC, "Marc Fournier", Role.REVIEWER, ("de", "fr", "en")),
    Person(NORA, "Nora Haddad", Role.OWNER, ("ar", "de", "en")),
)
TEXT_CARRIER = Carrier("buffer", frozenset({"text", "media", "tags"}), media_limit=1)


def content(**changes: object) -> Content:
    """Return the content of a German post on 10 November 2027, 10:30."""
    usual = Content(
        GERMANY.id,
        INSTAGRAM.id,
        "de",
        GERMANY.zone,
        local=datetime(2027, 11, 10, 10, 30),
        text="Frisch aus dem Ofen: unser Roggenbrot.",
    )
    return replace(usual, **changes)


def post(**changes: object) -> Post:
    """Return a ready German post at its first version."""
    usual = Post(
        PostId("p1"), number=1, content=content(), revision=1, editor=LENA, seq=10, ready=True
    )
    return usual.changed(**changes)


def flag(severity: Severity = Severity.CAUTION, key: str = "day.solemn:x", fact: str = "") -> Flag:
    """Return a flag with a key and a mark of its own."""
    return Flag(
        "day.solemn", severity, key, mark_of(severity, key, fact), f"About {key}", "It is so."
    )


def seen(one: Flag, *, is_ticked: bool = True, reason: str = "We talked about it.") -> SeenFlag:
    """Return what a careful reviewer answers to a flag."""
    return SeenFlag(one.key, one.mark, one.severity, one.headline, is_ticked, reason)


def decision(
    verdict: Verdict = Verdict.APPROVE,
    by: PersonId = MARC,
    seq: int = 20,
    fingerprint: Fingerprint | None = None,
    flags: tuple[Flag, ...] = (),
    **changes: object,
) -> Decision:
    """Return a decision on the usual post with all flags answered."""
    usual = Decision(
        PostId("p1"),
        1,
        post().fingerprint if fingerprint is None else fingerprint,
        verdict,
        by,
        seq,
        NOW - timedelta(days=1),
        seen=tuple(seen(one) for one in flags),
    )
    return replace(usual, **changes)


def hold(
    scope: Scope = Scope.EVERYTHING, target: str = "", placed: int = 30, lifted: int | None = None
) -> Hold:
    """Return a hold placed and perhaps lifted at positions of the audit sequence."""
    return Hold(HoldId("h1"), scope, target, "Wait for news", placed, LENA, NOW, lifted_seq=lifted)


def hand_over(instant: datetime = NOW + timedelta(days=9), **changes: object) -> HandOver:
    """Return a hand-over of the usual post, still open."""
    usual = HandOver(
        ExportId("x1"), PostId("p1"), 1, post().fingerprint, "buffer", "DE.csv", 2, instant
    )
    return replace(usual, **changes)


def edit(
    by: PersonId = LENA,
    seq: int = 10,
    fingerprint: Fingerprint | None = None,
    undo_of: int = 0,
) -> Edit:
    """Return an edit that wrote the usual content, or another."""
    return Edit(by, seq, post().fingerprint if fingerprint is None else fingerprint, undo_of)


def case(**changes: object) -> Case:
    """Return the case of a post that may leave: written by Lena, approved by Marc."""
    usual = Case(
        post=post(),
        market=GERMANY,
        channel=INSTAGRAM,
        edits=(edit(),),
        decisions=(decision(),),
        flags=(),
        holds=(),
        policy=Policy(),
        carrier=TEXT_CARRIER,
        now=NOW,
    )
    return replace(usual, **changes)
