"""Posts and their versions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from operator import itemgetter

from app.domain.change import Cell
from app.domain.channel import ChannelId
from app.domain.gate import Edit
from app.domain.market import MarketId
from app.domain.person import PersonId
from app.domain.post import Content, Fingerprint, Post, PostId, short_name
from app.errors import ConflictError, MissingError
from app.storage import post_words
from app.storage.chain import Entry, Stamp, record_all
from app.storage.engine import Engine, Row
from app.storage.post_rows import posts_of, revision_row
from app.storage.rows import read_for, readable_rows
from app.wording import _

REVISE = "revise"
"""What the audit calls the writing of a version."""
RESTORE = "restore"
"""The same where a person has brought an older version back."""

_BY_TIME = itemgetter("local", "post_id")
"""The order of times: quicker than in SQL, which carries every column through its sorting."""

_MOST_DIGITS = 9
"""Longer numbers are no post's, and some would not fit into a column."""


def by_ids(engine: Engine, ids: Iterable[PostId]) -> list[Post]:
    """Return posts as they stand now, in the order asked for; raise MissingError for others."""
    wanted = list(ids)
    rows = read_for(engine, "SELECT * FROM current_post WHERE post_id IN {these}", wanted)
    found = {post.id: post for post in posts_of(rows)}
    missing = [post_id for post_id in wanted if post_id not in found]
    if missing:
        message = _("There is no post {post} in this calendar; reload the view.")
        raise MissingError(message.format(post=missing[0]))
    return [found[post_id] for post_id in wanted]


def between(engine: Engine, first: date, last: date) -> list[Post]:
    """Return the posts of these local days that are not cancelled, in the order of their times."""
    rows = engine.read(
        """
        SELECT * FROM current_post
        WHERE local >= :start AND local < :end AND cancelled = 0
        """,
        start=first.isoformat(),
        end=f"{last.isoformat()}T24",
    )
    return posts_of(sorted(rows, key=_BY_TIME))


def of_markets(engine: Engine, markets: Iterable[MarketId], first: date, last: date) -> list[Post]:
    """Return the posts of some markets on these local days that are not cancelled, by time."""
    sql = """
        SELECT * FROM current_post
        WHERE market IN {these} AND local >= :start AND local < :end AND cancelled = 0
    """
    end = f"{last.isoformat()}T24"
    rows = read_for(engine, sql, markets, start=first.isoformat(), end=end)
    return posts_of(sorted(rows, key=_BY_TIME))


def in_cells(engine: Engine, cells: Iterable[Cell]) -> list[Post]:
    """Return the posts of some markets and local days that are not cancelled; none of the tray."""
    rows: list[Row] = []
    for market, day in cells:
        if day is not None:
            rows += engine.read(
                """
                SELECT * FROM current_post
                WHERE market = :market AND local >= :start AND local < :end AND cancelled = 0
                """,
                market=market,
                start=day.isoformat(),
                end=f"{day.isoformat()}T24",
            )
    return posts_of(rows)


def from_moment(
    engine: Engine, local: datetime, *, market: str = "", channel: str = "", campaign: str = ""
) -> list[Post]:
    """Return the posts from a local time on that are not cancelled, in the order of their times.

    Of one market, channel or campaign where that is named.
    """
    rows = engine.read(
        """
        SELECT * FROM current_post
        WHERE local >= :start AND cancelled = 0 AND (:market = '' OR market = :market)
          AND (:channel = '' OR channel = :channel) AND (:campaign = '' OR campaign = :campaign)
        ORDER BY local, post_id
        """,
        start=local.isoformat(timespec="minutes"),
        market=market,
        channel=channel,
        campaign=campaign,
    )
    return posts_of(rows)


def undated(engine: Engine) -> list[Post]:
    """Return the posts in the tray that are not cancelled, those changed last at the end."""
    rows = engine.read("SELECT * FROM current_post WHERE local IS NULL AND cancelled = 0")
    return sorted(posts_of(rows), key=lambda post: post.seq)


def first_day(engine: Engine) -> date | None:
    """Return the earliest local day on which a post stands that is not cancelled, or nothing."""
    return _outermost_day(engine, "ASC")


def planned_on(engine: Engine, channel: ChannelId, first: date) -> int:
    """Return how many posts stand on a channel from a local day on, or wait for a day."""
    rows = engine.read(
        """
        SELECT count(*) AS count FROM current_post
        WHERE channel = :channel AND cancelled = 0 AND (local IS NULL OR local >= :first)
        """,
        channel=channel,
        first=first.isoformat(),
    )
    return int(rows[0]["count"])


def last_day(engine: Engine) -> date | None:
    """Return the latest local day on which a post stands that is not cancelled, or nothing."""
    return _outermost_day(engine, "DESC")


def nearest_day(engine: Engine, first: date, last: date) -> date | None:
    """Return the first day after a span on which a post stands, else the last before it."""
    later = _day_of_one(engine, "local >= :border", "ASC", border=last + timedelta(days=1))
    return later or _day_of_one(engine, "local < :border", "DESC", border=first)


def _outermost_day(engine: Engine, order: str) -> date | None:
    return _day_of_one(engine, "local IS NOT NULL", order)


def _day_of_one(engine: Engine, where: str, order: str, **days: date) -> date | None:
    """Return the day of the first post in an order that stands there and is not cancelled."""
    rows = engine.read(
        f"""
        SELECT local FROM current_post
        WHERE {where} AND cancelled = 0 ORDER BY local {order} LIMIT 1
        """,
        **{name: day.isoformat() for name, day in days.items()},
    )
    with readable_rows():
        return datetime.fromisoformat(rows[0]["local"]).date() if rows else None


def versions(engine: Engine, post_id: PostId) -> list[Post]:
    """Return all versions of a post, oldest first; none for a post that is not there."""
    rows = engine.read(
        "SELECT * FROM numbered_revision WHERE post_id = :post_id ORDER BY revision",
        post_id=post_id,
    )
    return posts_of(rows)


def handed_over(engine: Engine, ids: Iterable[PostId]) -> dict[tuple[PostId, int], Content]:
    """Return by post and version what schedulers got of these posts and may not have sent yet."""
    sql = """
        SELECT r.* FROM numbered_revision r
        JOIN hand_over h ON h.post_id = r.post_id AND h.revision = r.revision
        WHERE r.post_id IN {these} AND h.closed_seq IS NULL
    """
    return {(post.id, post.revision): post.content for post in posts_of(read_for(engine, sql, ids))}


def edits_of(engine: Engine, ids: Iterable[PostId]) -> dict[PostId, tuple[Edit, ...]]:
    """Return who wrote each version of the posts, oldest first.

    Whoever had suggested what a version says wrote it too, beside the one who took it over.
    """
    sql = """
        SELECT r.post_id, r.editor AS person, r.seq AS seq, r.fingerprint,
          coalesce(u.seq, 0) AS undone
        FROM revision r
        LEFT JOIN revision u ON u.post_id = r.post_id AND u.revision = r.undo_of
        WHERE r.post_id IN {these}
        UNION
        SELECT s.post_id, s.person_id, s.seq, s.fingerprint, coalesce(u.seq, 0)
        FROM suggested_version s
        LEFT JOIN revision u ON u.post_id = s.post_id AND u.revision = s.undo_of
        WHERE s.post_id IN {these}
        ORDER BY seq, person
    """
    edits: dict[PostId, list[Edit]] = {}
    for row in read_for(engine, sql, ids):
        edit = Edit(
            PersonId(row["person"]), row["seq"], Fingerprint(row["fingerprint"]), row["undone"]
        )
        edits.setdefault(PostId(row["post_id"]), []).append(edit)
    return {post_id: tuple(found) for post_id, found in edits.items()}


def written_for(engine: Engine, found: Iterable[Post]) -> dict[PostId, date]:
    """Return the local day for which the text of each post was written, where it has one.

    That is the first day on which the post stood with just these words. Posts that were saved only
    once are left out: their text is of their own day. So are those whose text is not stored yet.
    """
    sql = """
        SELECT p.post_id, p.title, p.text, p.first_comment, (
          SELECT r.local FROM revision r
          WHERE r.post_id = p.post_id AND r.title = p.title AND r.text = p.text
            AND r.first_comment = p.first_comment AND r.local IS NOT NULL
          ORDER BY r.revision LIMIT 1) AS local
        FROM current_post p WHERE p.post_id IN {these}
    """
    contents = {post.id: post.content for post in found if post.revision > 1}
    days: dict[PostId, date] = {}
    for row in read_for(engine, sql, contents):
        content = contents[PostId(row["post_id"])]
        written = (row["title"], row["text"], row["first_comment"])
        if row["local"] and written == (content.title, content.text, content.first_comment):
            with readable_rows():
                days[PostId(row["post_id"])] = datetime.fromisoformat(row["local"]).date()
    return days


def inherited_authors(engine: Engine, ids: Iterable[PostId]) -> dict[PostId, frozenset[PersonId]]:
    """Return the authors that each post took over from what it was made of; none for most."""
    wanted = list(ids)
    sql = "SELECT post_id, person_id FROM authorship WHERE post_id IN {these}"
    people: dict[PostId, set[PersonId]] = {post_id: set() for post_id in wanted}
    for row in read_for(engine, sql, wanted):
        people[PostId(row["post_id"])].add(PersonId(row["person_id"]))
    return {post_id: frozenset(found) for post_id, found in people.items()}


def siblings(engine: Engine, idea: str) -> list[Post]:
    """Return the posts of one idea that are not cancelled; none for an empty idea.

    An idea that began with one post is called by its id.
    """
    rows = engine.read(
        """
        SELECT * FROM current_post
        WHERE ((idea = :idea AND idea <> '') OR post_id = :idea) AND cancelled = 0
        ORDER BY market, number
        """,
        idea=idea,
    )
    return posts_of(rows)


def of_market(engine: Engine, market: MarketId) -> list[Post]:
    """Return all posts of a market, those in the tray and cancelled ones too."""
    return posts_of(engine.read("SELECT * FROM current_post WHERE market = :market", market=market))


def ready_from(engine: Engine, first: date, *, size: int) -> Iterator[list[Post]]:
    """Yield the posts that are marked ready, from a local day on, in time order and in pages."""
    start, after = first.isoformat(), ""
    while True:
        rows = engine.read(
            """
            SELECT * FROM current_post
            WHERE local >= :start AND (local > :start OR post_id > :after)
              AND ready = 1 AND cancelled = 0
            ORDER BY local, post_id LIMIT :size
            """,
            start=start,
            after=after,
            size=size,
        )
        if rows:
            yield posts_of(rows)
            start, after = rows[-1]["local"], rows[-1]["post_id"]
        if len(rows) < size:
            return


def find(engine: Engine, name: str) -> PostId | None:
    """Return the post with a short name such as DE-0142, or nothing."""
    code, dash, number = name.strip().rpartition("-")
    if not dash or not number.isdecimal() or len(number) > _MOST_DIGITS:
        return None
    rows = engine.read(
        """
        SELECT id FROM post WHERE number = :number
          AND market IN (SELECT market_id FROM current_market WHERE upper(code) = :code)
        """,
        code=code.upper(),
        number=int(number),
    )
    return PostId(rows[0]["id"]) if rows else None


def create(
    engine: Engine,
    stamp: Stamp,
    posts: Sequence[Post],
    inherited: Mapping[PostId, frozenset[PersonId]],
    *,
    action: str = REVISE,
) -> list[Post]:
    """Save new posts as a whole or not at all; return them with number, editor and place.

    A post whose number is 0 gets the next one of its market. `action` is what the audit calls it.
    """
    with engine.write():
        numbered = list(_numbered(engine, posts))
        entries = [
            entry
            for post in numbered
            for entry in _birth(stamp, post, inherited.get(post.id, ()), action)
        ]
        places = record_all(engine, stamp, entries)
        post_words.keep(engine, post_words.rows_of(numbered))
    revisions = (
        seq for seq, entry in zip(places, entries, strict=True) if entry.table == "revision"
    )
    return _saved(stamp, numbered, revisions)


def revise(
    engine: Engine, stamp: Stamp, posts: Sequence[Post], *, action: str = REVISE
) -> list[Post]:
    """Save the next version of each post as a whole or not at all; return them as saved.

    Each post carries the revision that it was made from. Raises ConflictError, naming the post,
    where somebody else has saved another version since.
    """
    entries = (Entry(action, "revision", revision_row(stamp, post)) for post in posts)
    with engine.write():
        try:
            places = record_all(engine, stamp, entries)
        except ConflictError as error:
            raise _conflict(engine, posts) or error from error
        post_words.keep(engine, post_words.rows_of(posts))
    return _saved(stamp, posts, places)


def _numbered(engine: Engine, posts: Iterable[Post]) -> Iterator[Post]:
    newest: dict[MarketId, int] = {}
    for post in posts:
        market = post.content.market
        if market not in newest:
            newest[market] = _newest_number(engine, market)
        number = post.number or newest[market] + 1
        newest[market] = max(newest[market], number)
        yield replace(post, number=number)


def _newest_number(engine: Engine, market: MarketId) -> int:
    (row,) = engine.read(
        "SELECT coalesce(max(number), 0) AS newest FROM post WHERE market = :market", market=market
    )
    newest: int = row["newest"]
    return newest


def _birth(stamp: Stamp, post: Post, authors: Iterable[PersonId], action: str) -> Iterator[Entry]:
    row = {"id": post.id, "market": post.content.market, "number": post.number}
    yield Entry("create", "post", row)
    for author in sorted(authors):
        yield Entry("inherit", "authorship", {"post_id": post.id, "person_id": author})
    yield Entry(action, "revision", revision_row(stamp, post))


def _saved(stamp: Stamp, posts: Iterable[Post], places: Iterable[int]) -> list[Post]:
    return [
        replace(post, revision=post.revision + 1, editor=stamp.actor, seq=seq)
        for post, seq in zip(posts, places, strict=True)
    ]


def _conflict(engine: Engine, posts: Iterable[Post]) -> ConflictError | None:
    bases = {post.id: post.revision for post in posts}
    sql = """
        SELECT p.post_id, p.revision, p.number, m.code FROM current_post p
        JOIN current_market m ON m.market_id = p.market WHERE p.post_id IN {these}
    """
    for row in read_for(engine, sql, bases):
        if row["revision"] != bases[row["post_id"]]:
            message = _("{post} was changed by somebody else first; look at both versions.")
            return ConflictError(message.format(post=short_name(row["code"], row["number"])))
    return None
