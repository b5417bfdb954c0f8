"""The search of all posts by words: the nearest of those in which all words stand."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.post import PostId
from app.storage import post_index
from app.storage.engine import Engine, Row
from app.storage.post_index import END, TRAY, Named, first_of, holding, walk

SLICE = 25_000
"""So many places of the audit one statement looks at: no reader keeps a writer waiting for long."""
MOST_COUNTED = 1_000
"""Whoever has found more types on, and never asks how many there were."""
MOST_NAMED = 20_000
"""Where the index names more posts than that, and few that are meant, all are looked through."""
_NEAREST_FIRST = """
    CASE WHEN local >= :today THEN 0 WHEN local IS NULL THEN 1 ELSE 2 END,
    CASE WHEN local >= :today THEN local END, local DESC,
    CASE WHEN local < :today THEN post_id END DESC, post_id
"""
_ALL, _OUTSIDE = "TRUE", "place IS NULL"
"""Which rows are looked through: all, or those that the index does not hold."""


class Hit(NamedTuple):
    """A post that a search has found, and its local time; nothing in the tray."""

    post: PostId
    local: str | None
    """As it is stored: such texts sort by time."""


class Hits(NamedTuple):
    """What a search has found."""

    nearest: list[Hit]
    """From today on by time, then the tray, then the past from its end; not all of very many."""
    total: int
    """How many there are; beyond MOST_COUNTED nobody has counted on."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is looked for, and how much of it."""

    wanted: Sequence[str]
    today: date
    most: int
    but: str
    checked: Callable[[], None]
    size: int


def search(
    engine: Engine,
    wanted: Sequence[str],
    *,
    today: date,
    most: int,
    but: PostId | None = None,
    checked: Callable[[], None] = lambda: None,
    size: int = SLICE,
) -> Hits:
    """Return the posts, all but one, in which all words stand, wherever in them.

    At least one word must be wanted, and `most` are told of; between steps `checked` is called.
    """
    wish = _Wish(wanted, today, most, but or "", checked, size)
    if not post_index.is_there(engine):
        return _looked_through(engine, wish, _ALL)
    stand = engine.stand()
    hits = _looked_up(engine, wish)
    # A post that was saved meanwhile may have been in neither when it was asked.
    return hits if engine.stand() == stand else _looked_up(engine, wish)


# --- by the index ---------------------------------------------------------------------------------


def _looked_up(engine: Engine, wish: _Wish) -> Hits:
    # What the index takes in meanwhile is found twice, and never missed.
    outside = _looked_through(engine, wish, _OUTSIDE)
    inside = _inside(engine, wish)
    if inside is None:
        return _looked_through(engine, wish, _ALL)
    known = {hit.post for hit in outside.nearest}
    inside = [hit for hit in inside if hit.post not in known]
    nearest = _nearest_first([*outside.nearest, *inside], wish.today.isoformat())[: wish.most]
    return Hits(nearest, outside.total + len(inside))


def _inside(engine: Engine, wish: _Wish) -> list[Hit] | None:
    """Return the hits that the index holds, the nearest for certain; nothing where it helps not."""
    named = 0
    found: list[Named] = []
    for step in _steps(engine, wish):
        wish.checked()
        named += len(step)
        if named > MOST_NAMED:
            return None
        found += (one for one in step if one.is_hit)
        if step and _is_enough(found, wish, step[-1].day):
            break
    return [Hit(PostId(one.post or ""), one.local) for one in found]


def _steps(engine: Engine, wish: _Wish) -> Iterator[list[Named]]:
    """Go from today on, through the tray, and back through the past."""
    today = first_of(wish.today)
    yield from walk(engine, wish.wanted, wish.but, today, TRAY)
    yield from walk(engine, wish.wanted, wish.but, TRAY, END)
    yield from walk(engine, wish.wanted, wish.but, 0, today, backwards=True)


def _is_enough(found: Sequence[Named], wish: _Wish, day: int) -> bool:
    """Within a day the index is in no order: a day that is still under way is not known yet."""
    if len(found) <= MOST_COUNTED or len(found) < wish.most:
        return False
    return found[wish.most - 1].day != day


# --- by looking through ---------------------------------------------------------------------------


def _looked_through(engine: Engine, wish: _Wish, which: str) -> Hits:
    condition, asked = holding(wish.wanted)
    condition = f"{which} AND {condition}"
    asked |= {"today": wish.today.isoformat(), "but": wish.but, "most": wish.most}
    nearest: list[Hit] = []
    total = 0
    for first, last in _slices(engine, which, wish.size):
        wish.checked()
        asked |= {"first": first, "last": last, "farthest": _farthest(nearest, asked)}
        some = _nearest_of_slice(engine, condition, asked)
        if total <= MOST_COUNTED:
            is_all = len(some) < wish.most and not asked["farthest"]
            total += len(some) if is_all else _count_of_slice(engine, condition, asked)
        nearest = _nearest_first([*nearest, *some], asked["today"])[: wish.most]
    return Hits(nearest, total)


def _nearest_of_slice(engine: Engine, condition: str, asked: Row) -> list[Hit]:
    """Return the nearest hits of a slice; none behind the farthest that would be told of."""
    nearer = "AND local >= :today AND local <= :farthest" if asked["farthest"] else ""
    rows = engine.read(
        f"""
        SELECT post_id, local FROM post_words
        WHERE seq >= :first AND seq < :last {nearer} AND {condition}
        ORDER BY {_NEAREST_FIRST} LIMIT :most
        """,
        **asked,
    )
    return [Hit(row["post_id"], row["local"]) for row in rows]


def _count_of_slice(engine: Engine, condition: str, asked: Row) -> int:
    (row,) = engine.read(
        f"""
        SELECT count(*) AS count FROM post_words
        WHERE seq >= :first AND seq < :last AND {condition}
        """,
        **asked,
    )
    count: int = row["count"]
    return count


def _nearest_first(hits: Sequence[Hit], today: str) -> list[Hit]:
    """Return hits in the order of _NEAREST_FIRST."""
    dated = sorted((hit for hit in hits if hit.local), key=lambda hit: (hit.local, hit.post))
    border = bisect_left(dated, today, key=lambda hit: hit.local or "")
    undated = sorted(hit for hit in hits if not hit.local)
    return [*dated[border:], *undated, *reversed(dated[:border])]


def _farthest(nearest: Sequence[Hit], asked: Row) -> str:
    """Return the time of the last post that is told of, where as many as can be are to come."""
    last = nearest[-1].local if len(nearest) == asked["most"] else None
    return last if last and last >= asked["today"] else ""


def _slices(engine: Engine, which: str, size: int) -> Iterator[tuple[int, int]]:
    """Return where each slice begins and ends, without those that hold nothing."""
    end = 0
    while True:
        (row,) = engine.read(
            f"SELECT min(seq) AS first FROM post_words WHERE seq >= :end AND {which}", end=end
        )
        if row["first"] is None:
            return
        end = row["first"] + size
        yield row["first"], end
