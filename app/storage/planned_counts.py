"""How many posts are still to come, by what a hold can be aimed at.

To look at all posts of a long plan takes a while: what was counted once is followed from there on,
by the posts that have changed since. It never depends on anything but the calendar itself.
"""

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.wall_time import instant_of
from app.storage.audit import has_head
from app.storage.chain import Head, head
from app.storage.engine import Engine, Row
from app.storage.planned import Aim, first_day, slices
from app.storage.rows import read_for, readable_rows

MOST_FOLLOWED = 2_000
"""Of more posts that have changed all are counted anew sooner."""
_TWO_DAYS = timedelta(days=2)
"""From then on the clocks of every zone have passed the present moment."""
_AS_IT_WAS = """
    SELECT r.channel, r.campaign, r.local FROM revision r
    WHERE r.post_id IN {these} AND r.seq <= :seq AND r.cancelled = 0
      AND (r.local IS NULL OR r.local >= :border) AND NOT EXISTS (
        SELECT 1 FROM revision n
        WHERE n.post_id = r.post_id AND n.revision = r.revision + 1 AND n.seq <= :seq)
"""
_AS_IT_IS = """
    SELECT channel, campaign, local FROM current_post
    WHERE post_id IN {these} AND cancelled = 0 AND (local IS NULL OR local >= :border)
"""


@dataclass(frozen=True, slots=True)
class _Known:
    """How many posts stood from a local day on or in the tray, at a place in the audit."""

    head: Head
    border: str
    aims: Counter[Aim]


_KNOWN: deque[_Known] = deque(maxlen=4)
"""What was counted last; the hash of an event covers all before it, in this calendar alone."""


def counted(engine: Engine, now: datetime) -> Counter[Aim]:
    """Return how many posts are to come, the tray included, by channel and campaign."""
    border = (now + _TWO_DAYS).date().isoformat()
    found = Counter(_later(engine, border))
    near = engine.read(
        """
        SELECT channel, campaign, local, zone FROM current_post
        WHERE local >= :start AND local < :border AND cancelled = 0
        """,
        start=first_day(now),
        border=border,
    )
    with readable_rows():
        found.update(
            (row["channel"], row["campaign"])
            for row in near
            if instant_of(datetime.fromisoformat(row["local"]), row["zone"]) > now
        )
    return found


def _later(engine: Engine, border: str) -> Counter[Aim]:
    """Return how many posts stand from a local day on, or in the tray."""
    newest = head(engine)
    aims = _followed(engine, border)
    if aims is None:
        aims = _anew(engine, border)
    if newest == head(engine):  # else it is of no one moment
        _KNOWN.append(_Known(newest, border, aims))
    return aims


def _followed(engine: Engine, border: str) -> Counter[Aim] | None:
    """Return the same by what has changed since it was counted last, if it was and that is little.

    Days that have come too near meanwhile are no part of it any more.
    """
    known = _last_known(engine, border)
    if known is None:
        return None
    rows = engine.read(
        "SELECT DISTINCT post_id FROM revision WHERE seq > :seq LIMIT :most",
        seq=known.head.seq,
        most=MOST_FOLLOWED + 1,
    )
    if len(rows) > MOST_FOLLOWED:
        return None
    changed = [row["post_id"] for row in rows]
    aims = Counter(known.aims)
    aims.subtract(
        _aims(read_for(engine, _AS_IT_WAS, changed, seq=known.head.seq, border=known.border))
    )
    aims.update(_aims(read_for(engine, _AS_IT_IS, changed, border=known.border)))
    too_near = engine.read(
        """
        SELECT channel, campaign FROM current_post
        WHERE local >= :start AND local < :end AND cancelled = 0
        """,
        start=known.border,
        end=border,
    )
    aims.subtract(_aims(too_near))
    return +aims


def _last_known(engine: Engine, border: str) -> _Known | None:
    """Return what was counted last of this calendar, and from no later day on."""
    return next(
        (
            one
            for one in reversed(list(_KNOWN))
            if one.border <= border and has_head(engine, one.head)
        ),
        None,
    )


def _anew(engine: Engine, border: str) -> Counter[Aim]:
    found: Counter[Aim] = Counter()
    for condition, span in [*slices(engine, border), ("local IS NULL", {})]:
        rows = engine.read(
            f"""
            SELECT channel, campaign, count(*) AS posts FROM current_post
            WHERE {condition} AND cancelled = 0 GROUP BY channel, campaign
            """,
            **span,
        )
        for row in rows:
            found[row["channel"], row["campaign"]] += row["posts"]
    return found


def _aims(rows: Iterable[Row]) -> Iterable[Aim]:
    return ((row["channel"], row["campaign"]) for row in rows)
