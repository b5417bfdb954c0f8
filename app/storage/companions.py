"""What is read of posts to compare them: of many posts in few statements."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.channel import ChannelId
from app.domain.companion import NOT_APPROVED, Standing
from app.domain.person import PersonId
from app.domain.post import Fingerprint, Post, PostId
from app.risks.company import PICTURES_WITHIN, TWINS_WITHIN, Glimpse, plain, shifted
from app.storage.engine import Engine, Row
from app.storage.post_rows import posts_of
from app.storage.rows import read_for, readable_rows, tuple_of

_PRESENT = """
    r.cancelled = 0 AND NOT EXISTS (
      SELECT 1 FROM revision n WHERE n.post_id = r.post_id AND n.revision = r.revision + 1)
"""
_ON_CHANNELS = f"""
    SELECT r.post_id, r.channel, r.local, r.title, r.text, r.media FROM revision r
    WHERE r.channel IN {{these}} AND r.local >= :first AND r.local <= :last AND {_PRESENT}
"""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a version of a post says, in one text."""

    seq: int
    """Its place in the audit."""
    editor: PersonId
    text: str
    is_ready: bool


def around(engine: Engine, points: Sequence[Glimpse]) -> dict[PostId, Glimpse]:
    """Return the posts with which these can have to do, on their channels and near in time.

    A wider span than asked for is read where the points lie apart.
    """
    found: dict[PostId, Glimpse] = {}
    if points:
        found |= _glimpses(engine, points, TWINS_WITHIN, _ON_CHANNELS)
    pictured = [one for one in points if one.pictures]
    if pictured:
        with_pictures = f"{_ON_CHANNELS} AND r.media <> '[]'"
        found |= _glimpses(engine, pictured, PICTURES_WITHIN, with_pictures)
    return found


def siblings(engine: Engine, posts: Iterable[Post]) -> list[Post]:
    """Return all posts of the ideas of these that are not cancelled, themselves among them."""
    found = list(posts)
    by_idea = "SELECT * FROM current_post WHERE idea IN {these} AND idea <> '' AND cancelled = 0"
    by_id = "SELECT * FROM current_post WHERE post_id IN {these} AND cancelled = 0"
    rows = [
        *read_for(engine, by_idea, (post.idea or post.id for post in found)),
        *read_for(engine, by_id, (post.idea for post in found if post.idea)),
    ]
    return list({post.id: post for post in posts_of(rows)}.values())


def standings(engine: Engine, posts: Iterable[Post]) -> dict[PostId, Standing]:
    """Return whether posts stand approved, by decisions alone, and since when they are as they are.

    A post that says here what the calendar does not say of it stands approved by nobody.
    """
    asked = {post.id: post for post in posts}
    sql = """
        SELECT r.post_id, r.fingerprint, r.idea,
          (SELECT min(a.seq) FROM complete_approval a
            WHERE a.post_id = r.post_id AND a.fingerprint = r.fingerprint) AS approved_seq,
          (SELECT min(s.seq) FROM revision s WHERE s.post_id = r.post_id AND s.seq > coalesce((
            SELECT max(o.seq) FROM revision o WHERE o.post_id = r.post_id
              AND (o.fingerprint <> r.fingerprint OR o.idea <> r.idea OR o.cancelled = 1)
            ), 0)) AS since
        FROM revision r
        WHERE r.post_id IN {these}
          AND EXISTS (SELECT 1 FROM decision d WHERE d.post_id = r.post_id)
          AND NOT EXISTS (
            SELECT 1 FROM revision n WHERE n.post_id = r.post_id AND n.revision = r.revision + 1)
    """
    found = dict.fromkeys(asked, NOT_APPROVED)
    for row in read_for(engine, sql, asked):
        post = asked[row["post_id"]]
        if (post.fingerprint, post.idea) == (Fingerprint(row["fingerprint"]), row["idea"]):
            found[post.id] = Standing(row["approved_seq"] or 0, row["since"] or 0)
    return found


def wordings(engine: Engine, ids: Iterable[PostId]) -> dict[PostId, tuple[Wording, ...]]:
    """Return what each version of some posts said, oldest first."""
    sql = """
        SELECT post_id, seq, editor, title, text, first_comment, ready FROM revision
        WHERE post_id IN {these} ORDER BY seq
    """
    found: dict[PostId, list[Wording]] = {}
    for row in read_for(engine, sql, ids):
        text = "\n".join(filter(None, (row["title"], row["text"], row["first_comment"])))
        one = Wording(row["seq"], row["editor"], text, bool(row["ready"]))
        found.setdefault(row["post_id"], []).append(one)
    return {post_id: tuple(said) for post_id, said in found.items()}


def _glimpses(
    engine: Engine, points: Sequence[Glimpse], reach: timedelta, sql: str
) -> dict[PostId, Glimpse]:
    channels = {one.channel for one in points}
    first = shifted(min(one.local for one in points), -reach)
    last = shifted(max(one.local for one in points), reach)
    rows = read_for(engine, sql, channels, first=_minute(first), last=_minute(last))
    with readable_rows():
        return {one.id: one for one in _glimpses_of(rows)}


def _glimpses_of(rows: Iterable[Row]) -> Iterator[Glimpse]:
    for row in rows:
        digests = (digest for _url, digest, _alt in tuple_of(row["media"]) if digest)
        yield Glimpse(
            PostId(row["post_id"]),
            ChannelId(row["channel"]),
            datetime.fromisoformat(row["local"]),
            plain(row["title"], row["text"]),
            tuple(digests),
        )


def _minute(local: datetime) -> str:
    return local.isoformat(timespec="minutes")
