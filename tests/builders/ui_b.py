"""Posts as screens see them, and a reader that knows them, for tests of panel, review, holds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.commands.review_queue import Waiting, Whose
from app.commands.views import (
    CalendarView,
    Card,
    HistoryEntry,
    Picture,
    PostView,
    Stage,
)
from app.domain.channel import Channel, ChannelId
from app.domain.decision import Decision, Verdict
from app.domain.flag import Flag, Severity, mark_of
from app.domain.gate import Reason, Refusal
from app.domain.market import Market, MarketId
from app.domain.medium import Medium
from app.domain.person import Person
from app.domain.policy import Policy
from app.domain.post import Content, Post, PostId, short_name
from app.errors import MissingError
from tests.builders.domain import GERMANY, INSTAGRAM, LENA, NOW, PEOPLE

FRENCH_FACEBOOK = Channel(ChannelId("c-fr-fb"), MarketId("m-fr"), "facebook", "Solvane France")
FRANCE = Market(FRENCH_FACEBOOK.market, "FR", "France", "FR", ("fr",), "Europe/Paris", "Europe")
FACEBOOK = Channel(ChannelId("c-de-fb"), GERMANY.id, "facebook", "Facebook", "Solvane")
LENA_PERSON, MARC_PERSON, NORA_PERSON = PEOPLE


def calendar(**changes: object) -> CalendarView:
    usual = CalendarView(
        name="Solvane",
        is_sample=False,
        markets=(GERMANY, FRANCE),
        channels=(INSTAGRAM, FACEBOOK, FRENCH_FACEBOOK),
        people=PEOPLE,
        holds=(),
        policy=Policy(),
    )
    return replace(usual, **changes)


def a_flag(
    severity: Severity = Severity.CAUTION, rule: str = "wording.superlative", **changes: object
) -> Flag:
    key = f"{rule}:1"
    usual = Flag(
        rule,
        severity,
        key,
        mark_of(severity, rule),
        "“Best bread in town” is a claim",
        "German law asks for proof of a claim that can be measured.",
        source="§ 5 UWG",
        way_out="Say what makes it good, or name the test that it won.",
        evidence=("best bread in town",),
    )
    return replace(usual, **changes)


SOLEMN = a_flag(
    Severity.STOP,
    "day.solemn",
    headline="Remembrance of the pogroms of November 1938",
    why="On 9 November 1938 synagogues burned in Germany. Selling on this day hurt people in 2022.",
    source="Central Council of Jews in Germany",
    way_out="Move it to another day, or a reviewer writes why it may go.",
    evidence=(),
)


def a_post(text: str = "Frisch aus dem Ofen: unser Roggenbrot.", **changes: object) -> Post:
    content = Content(
        GERMANY.id,
        INSTAGRAM.id,
        "de",
        GERMANY.zone,
        local=datetime(2027, 11, 9, 10, 0),
        text=text,
    )
    usual = Post(
        PostId("p1"), 142, content, revision=1, editor=LENA, seq=10, name="Rye loaf", ready=True
    )
    return usual.changed(**changes)


def a_view(
    post: Post | None = None,
    flags: tuple[Flag, ...] = (),
    *,
    channel: Channel = INSTAGRAM,
    market: Market = GERMANY,
    stage: Stage = Stage.WAITING,
    **changes: object,
) -> PostView:
    post = post or a_post()
    review = () if stage is Stage.APPROVED else (Refusal(Reason.NOT_APPROVED),)
    card = Card(
        id=post.id,
        revision=post.revision,
        name=short_name(market.code, post.number),
        market=market.id,
        channel=channel,
        local=post.content.local,
        zone=post.content.zone,
        headline=post.name or post.content.text[:60],
        text=post.content.text,
        language=post.content.language,
        campaign=post.content.campaign,
        stage=stage,
        flags=flags,
        is_assessed=True,
        review=review,
        is_ready=post.ready,
        editor=post.editor,
        media=len(post.content.media),
    )
    usual = PostView(
        post=post,
        card=card,
        market=market,
        flags=flags,
        pictures=tuple(
            Picture(medium.url, medium.digest, medium.alt, "loaf.png", "image/png")
            for medium in post.content.media
        ),
        versions=(post,),
        decisions=(),
        approved_version=None,
        siblings=(),
        authors=frozenset({post.editor}),
        holds=(),
        approvers_needed=1,
        approvals_so_far=(),
    )
    return replace(usual, **changes)


def approved(view: PostView, by: Person = MARC_PERSON) -> PostView:
    decision = Decision(
        view.post.id,
        view.post.revision,
        view.post.fingerprint,
        Verdict.APPROVE,
        by.id,
        20,
        NOW,
        note="Read twice.",
    )
    card = replace(view.card, stage=Stage.APPROVED, review=())
    return replace(view, card=card, decisions=(decision,), approvals_so_far=(by.id,))


def with_pictures(*digests: str) -> tuple[Medium, ...]:
    return tuple(Medium("", digest, f"A loaf, picture {digest}") for digest in digests)


class KnownReader:
    """Answers from values given by the test, as a reader answers from its file."""

    def __init__(self, *views: PostView, calendar_view: CalendarView | None = None) -> None:
        self.views = {view.post.id: view for view in views}
        self.queue: tuple[PostId, ...] = tuple(self.views)
        self.pictures: dict[str, bytes] = {}
        self.past: tuple[HistoryEntry, ...] = ()
        self.calendar_view = calendar_view or calendar()

    def again(self) -> "KnownReader":
        return self

    def close(self) -> None:
        """Nothing is open."""

    def calendar(self) -> CalendarView:
        return self.calendar_view

    def post(self, post_id: PostId) -> PostView:
        if post_id not in self.views:
            raise MissingError("This post is not in the calendar.")
        return self.views[post_id]

    def put(self, view: PostView) -> None:
        self.views[view.post.id] = view

    def history(self, post_id: PostId) -> tuple[HistoryEntry, ...]:
        return self.past

    def review_queue(self, person: Person, whose: Whose = Whose.MINE) -> tuple[Waiting, ...]:
        cards = (self.views[post_id].card for post_id in self.queue)
        stages = (Stage.WAITING, Stage.ENDED)
        return tuple(Waiting(card, None, False) for card in cards if card.stage in stages)

    def media_bytes(self, digest: str) -> bytes:
        if digest not in self.pictures:
            raise MissingError("This picture is not in the calendar.")
        return self.pictures[digest]

    def cards(self, first: object, last: object) -> tuple[Card, ...]:
        return tuple(view.card for view in self.views.values())

    def tray(self) -> tuple[Card, ...]:
        return ()


def some_history() -> tuple[HistoryEntry, ...]:
    start = datetime(2027, 11, 1, 9, 0, tzinfo=UTC)
    said = (
        ("Lena Brandt", "Written"),
        ("Lena Brandt", "Marked ready"),
        ("Marc Fournier", "Approved: Read twice."),
        ("Lena Brandt", "Moved from Tue 9 Nov to Wed 10 Nov"),
    )
    return tuple(
        HistoryEntry(seq, start + timedelta(hours=seq), who, what)
        for seq, (who, what) in enumerate(said, start=1)
    )
