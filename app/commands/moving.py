"""Posts moved, copied and adapted at once: one transaction, and one step of undo."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from app.commands.move_words import Deed, Done, MoveWords, words_of
from app.commands.placing import check_is_ahead, on_channel, on_day
from app.commands.posts import authors_of_copies, check_stand_where_seen, named, unapproved_copy
from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.change import ChangeSet
from app.domain.channel import ChannelId
from app.domain.post import Post, PostId
from app.errors import MissingError
from app.storage import posts
from app.wording import _

NUDGE = "nudge"
"""What steps of undo that follow each other key by key have in common."""


@dataclass(frozen=True, slots=True)
class Move:
    """Where one post is to go, and where it stood when a person said so."""

    post: PostId
    day: date | None
    """Nothing for the tray."""
    seen: datetime | None
    clock: time | None = None
    """Another time of day; without one the post keeps its own."""
    channel: ChannelId | None = None
    """Another one gets a version to adapt, and the post stays where it is."""
    is_copy: bool = False

    @property
    def leaves_it(self) -> bool:
        """Whether the post stays where it is and a new one is made of it."""
        return self.is_copy or self.channel is not None


def move_each(
    session: Session, *, moves: Sequence[Move], joins: str = "", words: MoveWords | None = None
) -> ChangeSet:
    """Move, copy or adapt posts, all or none; the local time of day stays.

    `words` say it where a person has asked for more than a place.

    ConflictError when somebody has moved one since, RefusedError where one would stand in the past.
    """
    setting = Setting.of(session.engine)
    check_stand_where_seen(
        session, setting, {move.post: move.seen for move in moves if not move.leaves_it}
    )
    originals = posts.by_ids(session.engine, [move.post for move in moves])
    after = [_placed(setting, move, one) for move, one in zip(moves, originals, strict=True)]
    now = session.clock()
    for one, placed in zip(originals, after, strict=True):
        if placed.content.local != one.content.local or placed.revision == 0:
            check_is_ahead(setting, placed, now)
    before = [
        placed if placed.revision == 0 else one
        for one, placed in zip(originals, after, strict=True)
    ]
    copies = [placed for placed in after if placed.revision == 0]
    said = words or words_of(
        [_done(setting, *each) for each in zip(moves, originals, after, strict=True)],
        named(session, originals),
    )
    return session.write(
        said.label,
        before,
        after,
        authors_of_copies(session, copies),
        done=said.done,
        joins=joins,
    )


def _placed(setting: Setting, move: Move, post: Post) -> Post:
    there = post
    if move.channel is not None:
        channel = setting.channels.get(move.channel)
        if channel is None:
            raise MissingError(_("This channel is not in the calendar: choose another."))
        there = on_channel(post, setting.markets[channel.market], channel)
        there = there.changed(idea=post.idea or post.id)
    if move.day is None:
        there = there.changed(local=None)
    elif move.clock is None:
        there = on_day(setting, there, move.day)
    else:
        there = there.changed(local=datetime.combine(move.day, move.clock))
    return unapproved_copy(there, post) if move.leaves_it else there


def _done(setting: Setting, move: Move, before: Post, after: Post) -> Done:
    market = setting.markets[after.content.market].name
    return Done(_deed(move), before.content.day, after.content.day, market)


def _deed(move: Move) -> Deed:
    if move.channel is not None:
        return Deed.ADAPT
    return Deed.COPY if move.is_copy else Deed.MOVE
