"""A small team at work on a calendar file: what the tests of the storage stand on."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.assignment import Assignment
from app.domain.channel import Channel, ChannelId
from app.domain.comment import Comment, CommentId
from app.domain.decision import Decision, Verdict
from app.domain.export import ExportId
from app.domain.hold import Hold, Scope
from app.domain.market import Market, MarketId
from app.domain.person import Person, PersonId, Role
from app.domain.post import Content, Post, PostId
from app.domain.suggestion import Answer, Suggestion, SuggestionId, words_between
from app.storage import (
    assignments,
    comments,
    decisions,
    exports,
    holds,
    markets,
    people,
    posts,
    suggestions,
)
from app.storage.audit import Stamp, head, record
from app.storage.exports import ExportItem
from app.storage.sqlite import Sqlite, create_calendar, open_calendar

MONDAY = datetime(2030, 3, 4, 9, 30)
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
TODAY = NOW.replace(tzinfo=None)
DIGEST = "0" * 64

OWNER = Person(PersonId("olga"), "Olga", Role.OWNER, ("de", "en"))
PLANNER = Person(PersonId("ana"), "Ana", Role.PLANNER, ("de",), (MarketId("de"),))
REVIEWERS = (
    Person(PersonId("ben"), "Ben", Role.REVIEWER, ("de",)),
    Person(PersonId("eva"), "Eva", Role.REVIEWER, ("fr",)),
)
GERMANY = Market(MarketId("de"), "DE", "Germany", "DE", ("de",), "Europe/Berlin", "EMEA")
FRANCE = Market(MarketId("fr"), "FR", "France", "FR", ("fr",), "Europe/Paris", "EMEA")
CHANNELS = (
    Channel(ChannelId("de-ig"), GERMANY.id, "instagram", "DE Instagram"),
    Channel(ChannelId("de-x"), GERMANY.id, "x", "DE X"),
    Channel(ChannelId("fr-ig"), FRANCE.id, "instagram", "FR Instagram"),
)
FR = {"market": FRANCE.id, "channel": "fr-ig", "language": "fr", "zone": "Europe/Paris"}
SPRING = {"campaign": "spring"}


@contextmanager
def desk_in_memory(team_file: Path) -> Iterator["Desk"]:
    """Lend a desk on a fresh copy of a calendar, in memory where there is such a folder."""
    memory = Path("/dev/shm")  # noqa: S108
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        desk = Desk.at(Path(shutil.copy(team_file, folder)))
        try:
            yield desk
        finally:
            desk.engine.close()


def found_team(path: Path) -> None:
    """Make a calendar with an owner, a planner, two reviewers, two markets and three channels."""
    engine = create_calendar(path, name="Spring")
    desk = Desk(engine)
    for person in (OWNER, PLANNER, *REVIEWERS):
        people.save_person(engine, desk.stamp("olga"), person)
    for market in (GERMANY, FRANCE):
        markets.save_market(engine, desk.stamp("olga"), market)
    for channel in CHANNELS:
        markets.save_channel(engine, desk.stamp("olga"), channel)
    engine.close()


class Desk:
    """Short words for what people do; each writes to the calendar at once."""

    def __init__(self, engine: Sqlite, names: str = "post") -> None:
        self.engine = engine
        self._names = (f"{names}-{number}" for number in count(1))
        self._said = (f"{names}-said-{number}" for number in count(1))

    @classmethod
    def at(cls, path: Path, names: str = "post") -> "Desk":
        return cls(open_calendar(path), names)

    def stamp(self, who: str, at: datetime = NOW) -> Stamp:
        return Stamp(PersonId(who), f"{who}@desk", at)

    def draft(self, **changes: object) -> Post:
        content = Content(GERMANY.id, ChannelId("de-ig"), "de", "Europe/Berlin", MONDAY)
        post = Post(PostId(next(self._names)), 0, content, ready=True)
        return post.changed(**{"text": f"Text of {post.id}", **changes})

    def create(self, who: str = "ana", inherited: Iterable[str] = (), **changes: object) -> Post:
        post = self.draft(**changes)
        authors = {post.id: frozenset(PersonId(author) for author in inherited)}
        return posts.create(self.engine, self.stamp(who), [post], authors)[0]

    def edit(self, who: str, post: Post, **changes: object) -> Post:
        return posts.revise(self.engine, self.stamp(who), [post.changed(**changes)])[0]

    def inherit(self, post: Post, author: str) -> None:
        row = {"post_id": post.id, "person_id": author}
        record(self.engine, self.stamp("ana"), "inherit", "authorship", row)

    def now(self, post: Post) -> Post:
        return posts.by_ids(self.engine, [post.id])[0]

    def decide(
        self, who: str, post: Post, verdict: Verdict = Verdict.APPROVE, **facts: object
    ) -> Decision:
        decision = Decision(
            post.id, post.revision, post.fingerprint, verdict, PersonId(who), 0, NOW, **facts
        )
        return decisions.decide(self.engine, self.stamp(who), decision)

    def suggest(self, who: str, post: Post, **fields: str) -> Suggestion:
        words = words_between(post, fields)
        name = SuggestionId(next(self._said))
        made = Suggestion(name, post.id, PersonId(who), 0, NOW, post.revision, words)
        becomes = made.taken_over(post).fingerprint
        suggestions.suggest(self.engine, self.stamp(who), made, becomes)
        return made

    def take_over(self, who: str, made: Suggestion) -> Post:
        (post,) = posts.by_ids(self.engine, [made.post])
        taken = posts.revise(self.engine, self.stamp(who), [made.taken_over(post)])[0]
        self.answer(who, made, Answer.ACCEPT, revision=taken.revision)
        return taken

    def answer(self, who: str, made: Suggestion, answer: Answer, *, revision: int = 0) -> None:
        suggestions.answer(self.engine, self.stamp(who), made, answer, revision=revision)

    def comment(self, who: str, post: Post, text: str, *mentions: str) -> Comment:
        name = CommentId(next(self._said))
        meant = tuple(map(PersonId, mentions))
        made = Comment(name, post.id, PersonId(who), 0, NOW, text, meant)
        comments.add(self.engine, self.stamp(who), made)
        return made

    def assign(self, who: str, post: Post, assignee: str, by: datetime | None = None) -> None:
        assignment = Assignment(PersonId(assignee), by)
        assignments.assign(self.engine, self.stamp(who), post.id, assignment)

    def approved(self, **changes: object) -> Post:
        post = self.create(**changes)
        self.decide("ben", post)
        return post

    def hold(self, who: str = "ana", scope: Scope = Scope.EVERYTHING, target: str = "") -> Hold:
        return holds.place(self.engine, self.stamp(who), scope, target, "Earthquake")

    def lift(self, hold: Hold, who: str = "ben") -> Hold:
        return holds.lift(self.engine, self.stamp(who), hold.id, "It is over")

    def export(self, *chosen: Post, name: str = "export-1", at: datetime = NOW) -> ExportId:
        made = decisions.of_posts(self.engine, [post.id for post in chosen])
        exports.record_export(
            self.engine,
            self.stamp("ana", at),
            export_id=ExportId(name),
            preset="buffer",
            folder="exports/1",
            manifest_sha=DIGEST,
            head_before=head(self.engine),
            items=[
                ExportItem(
                    post=post.id,
                    revision=post.revision,
                    fingerprint=post.fingerprint,
                    decisions=tuple(
                        one.seq
                        for one in made.get(post.id, ())
                        if one.is_approval and one.fingerprint == post.fingerprint
                    ),
                    file="de-ig.csv",
                    row=row,
                    instant=post.content.instant or NOW + timedelta(days=1),
                )
                for row, post in enumerate(chosen, start=1)
            ],
        )
        return ExportId(name)
