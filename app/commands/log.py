"""Everything that happened in a calendar, in the one order of events, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.commands.history import told, words_of_events
from app.commands.hold_words import targets
from app.commands.log_words import event_words
from app.commands.reader import Reader
from app.domain.hold import Scope
from app.domain.person import PersonId
from app.domain.post import PostId, short_name
from app.storage import audit, markets, people, posts
from app.storage.audit import Event
from app.storage.engine import Engine

AT_ONCE = 500
"""So many events are read in one go: no reader keeps a writer waiting for long."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One event: who did what, from where and when."""

    seq: int
    at: datetime
    who: str
    origin: str
    """`account@computer`."""
    post: str
    """The short name of the post that it concerns, or nothing."""
    what: str
    action: str
    entity: str
    """The row of history that it recorded."""
    hash: str
    post_id: PostId | None = None


def log_entries(reader: Reader) -> Iterator[LogEntry]:
    """Yield all events of a calendar, oldest first."""
    log = _Log(reader.engine, _names(reader.engine), _targets(reader))
    after = 0
    while found := audit.events(reader.engine, after, AT_ONCE):
        yield from log.entries(found)
        after = found[-1].seq


def log_of_post(reader: Reader, post_id: PostId) -> Iterator[LogEntry]:
    """Yield all that happened to one post, oldest first."""
    yield from entries_of(reader, audit.events_of_post(reader.engine, post_id))


def entries_of(reader: Reader, events: Sequence[Event]) -> Iterator[LogEntry]:
    """Yield some events in words, in the order in which they are given."""
    log = _Log(reader.engine, _names(reader.engine), _targets(reader))
    yield from log.entries(events)


def _names(engine: Engine) -> Mapping[PersonId, str]:
    return {person.id: person.name for person in people.all_people(engine)}


def _targets(reader: Reader) -> Mapping[object, str]:
    """Return what holds can be aimed at by the keys that they keep, in words."""
    calendar = reader.calendar()
    scopes = (Scope.MARKET, Scope.NETWORK, Scope.CHANNEL)
    names: dict[object, str] = dict(markets.withdrawn_names(reader.engine).items())
    names.update(pair for scope in scopes for pair in targets(scope, calendar, ()))
    return names


_KEYS = ("target", "market", "market_id", "channel_id")


@dataclass(slots=True)
class _Log:
    """Puts events into words; each post is read once."""

    engine: Engine
    names: Mapping[PersonId, str]
    targets: Mapping[object, str]
    _words: dict[int, str] = field(default_factory=dict)
    _posts: dict[PostId, str] = field(default_factory=dict)

    def entries(self, events: Sequence[Event]) -> Iterator[LogEntry]:
        """Yield the entry of each event."""
        rows = audit.rows_of(self.engine, events)
        concerned = {seq: post for seq, row in rows.items() if (post := _post_of(row))}
        self._read_posts([post for post in concerned.values() if post not in self._posts])
        for event in events:
            words = self._words.pop(event.seq, "")
            row = self._with_words(rows.get(event.seq, {}))
            yield LogEntry(
                seq=event.seq,
                at=event.at,
                who=self.names.get(event.actor, event.actor),
                origin=event.origin,
                post=self._posts.get(concerned.get(event.seq, PostId("")), ""),
                what=told(event, words) if words else event_words(event, row, self.names),
                action=event.action,
                entity=event.entity,
                hash=event.hash,
                post_id=concerned.get(event.seq),
            )

    def _with_words(self, row: Mapping[str, object]) -> Mapping[str, object]:
        """Return a row with markets and what a hold is aimed at in words: nobody knows the keys."""
        said = {name: self.targets[row[name]] for name in _KEYS if row.get(name) in self.targets}
        return {**row, **said} if said else row

    def _read_posts(self, ids: Sequence[PostId]) -> None:
        codes = {market.id: market.code for market in markets.all_markets(self.engine)}
        for post in posts.by_ids(self.engine, dict.fromkeys(ids)):
            self._posts[post.id] = short_name(codes[post.content.market], post.number)
            self._words |= words_of_events(self.engine, post.id)


def _post_of(row: Mapping[str, object]) -> PostId | None:
    """Return the post that a row of history concerns: a row of `post` is called by its own id."""
    found = row.get("post_id") or (row.get("id") if "number" in row else None)
    return PostId(str(found)) if found else None
