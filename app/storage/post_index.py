"""The index of letters: which posts may hold some words, in the order of time. It is only a hint.

Whatever it names is looked at, and whatever it does not hold is looked through.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from app.storage.engine import Engine, Row
from app.storage.schema.letter_index import TABLE

AT_ONCE = 50
"""So many posts are put in together: a save waits for no more than that."""
MOST_OUTSIDE = 500
"""So many posts that it does not hold cost a search next to nothing."""
_LONGEST = 3
_MOST_ASKED = 24
"""So many grams are asked for together; with more of them hardly a post less is looked at."""
_DAY = 1 << 20
"""So many places a day has, many more than posts."""
TRAY = (1 << 22) * _DAY
"""The places of posts without a day begin here, behind all days."""
END = 1 << 62
_STEP = 500
"""So many places one statement names: no reader keeps a writer waiting for long."""
_MERGED = 64
"""So many pages of the index are merged after each growth: what has grown stays quick to ask."""
_SIGNS = {sign: 0x2400 + sign for sign in range(128) if not chr(sign).isalnum()}
"""Blanks and signs as something that SQLite takes for letters."""


class Named(NamedTuple):
    """A place that the index names, with the post that has it; none where it was given up."""

    place: int
    post: str | None
    local: str | None
    is_hit: bool
    """Whether all the words stand in the post."""

    @property
    def day(self) -> int:
        """The number of its day; the tray counts as one."""
        return min(self.place, TRAY) // _DAY


def holding(wanted: Sequence[str]) -> tuple[str, Row]:
    """Return what must be so of a row. LIKE would do, but is slow where letters are not Latin."""
    parts = [f"instr(words, :word_{place}) > 0" for place, _word in enumerate(wanted)]
    words: Row = {f"word_{place}": word for place, word in enumerate(wanted)}
    return " AND ".join(["post_id <> :but", *parts]), words


def first_of(day: date) -> int:
    """Return the first place of a day."""
    return day.toordinal() * _DAY


def is_there(engine: Engine) -> bool:
    """Tell whether this calendar has an index, and this SQLite can ask it."""
    if engine.name != "sqlite":
        return False
    try:
        engine.read(f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH 'a' LIMIT 1")
    except sqlite3.Error:  # damage is none of these: it has become a sentence
        return False
    return True


def walk(
    engine: Engine,
    wanted: Sequence[str],
    but: str,
    first: int,
    end: int,
    *,
    backwards: bool = False,
) -> Iterator[list[Named]]:
    """Return the places from `first` to before `end` whose posts may hold all words, in steps."""
    condition, asked = holding(wanted)
    order = "DESC" if backwards else "ASC"
    asked |= {"grams": _asked_of(wanted), "but": but, "most": _STEP}
    while True:
        rows = engine.read(
            f"""
            SELECT named.place, post_id, local, {condition} AS is_hit FROM (
              SELECT rowid AS place FROM {TABLE}
              WHERE {TABLE} MATCH :grams AND rowid >= :first AND rowid < :end
              ORDER BY rowid {order} LIMIT :most
            ) AS named LEFT JOIN post_words USING (place)
            """,
            **asked,
            first=first,
            end=end,
        )
        named = [Named(row["place"], row["post_id"], row["local"], row["is_hit"]) for row in rows]
        yield named
        if len(named) < _STEP:
            return
        first, end = (first, named[-1].place) if backwards else (named[-1].place + 1, end)


# --- what keeps it up to date ---------------------------------------------------------------------


def is_behind(engine: Engine, *, most: int) -> bool:
    """Tell whether the index lacks so many posts, or still holds so much that is no more."""
    (row,) = engine.read(
        """
        SELECT (SELECT count(*) FROM (SELECT 1 FROM post_words WHERE place IS NULL LIMIT :most))
          + (SELECT count(*) FROM (SELECT 1 FROM post_words_left LIMIT :most)) AS posts
        """,
        most=most,
    )
    return row["posts"] >= most and is_there(engine)


def catch_up(engine: Engine) -> None:
    """Take some of what is no more out of the index; where all is out, put some posts in."""
    with engine.write():
        if not _take_out(engine):
            _put_in(engine)
        engine.run(f"INSERT INTO {TABLE}({TABLE}, rank) VALUES ('merge', :pages)", pages=_MERGED)


def _take_out(engine: Engine) -> bool:
    """SQLite must be told what it was told before: nothing may get a place that is not free."""
    left = engine.read("SELECT place, words FROM post_words_left LIMIT :most", most=AT_ONCE)
    engine.run_many(
        f"INSERT INTO {TABLE}({TABLE}, rowid, grams) VALUES ('delete', :place, :grams)",
        [{"place": row["place"], "grams": _grams_of(row["words"])} for row in left],
    )
    engine.run_many("DELETE FROM post_words_left WHERE place = :place", left)
    return bool(left)


def _put_in(engine: Engine) -> None:
    rows = engine.read(
        "SELECT seq, local, words FROM post_words WHERE place IS NULL ORDER BY seq LIMIT :most",
        most=AT_ONCE,
    )
    places = _free_places(engine, [row["local"] for row in rows])
    put = [
        {"place": place, "seq": row["seq"], "grams": _grams_of(row["words"])}
        for place, row in zip(places, rows, strict=True)
    ]
    engine.run_many(f"INSERT INTO {TABLE}(rowid, grams) VALUES (:place, :grams)", put)
    engine.run_many("UPDATE post_words SET place = :place WHERE seq = :seq", put)


def _free_places(engine: Engine, times: Iterable[str | None]) -> Iterator[int]:
    """Return a place for each of these times, behind those that are taken on its day."""
    taken: dict[int, int] = {}
    for local in times:
        first = first_of(date.fromisoformat(local[:10])) if local else TRAY
        if first not in taken:
            taken[first] = _last_taken(engine, first, first + _DAY if local else END)
        taken[first] += 1
        yield taken[first]


def _last_taken(engine: Engine, first: int, end: int) -> int:
    (row,) = engine.read(
        "SELECT max(place) AS last FROM post_words WHERE place >= :first AND place < :end",
        first=first,
        end=end,
    )
    return first - 1 if row["last"] is None else int(row["last"])


# --- grams ----------------------------------------------------------------------------------------


def _grams_of(words: str) -> str:
    """Return all that stands in words and is one, two or three letters long, each once."""
    letters = words.translate(_SIGNS)
    pairs = [*map(str.__add__, letters, letters[1:])]
    return " ".join({*letters, *pairs, *map(str.__add__, pairs, letters[2:])})


def _asked_of(wanted: Iterable[str]) -> str:
    """Return what the index is asked for: grams that stand wherever all these words stand."""
    grams = list(dict.fromkeys(gram for word in wanted for gram in _longest_of(word)))
    some = grams[:: 1 + len(grams) // _MOST_ASKED]
    return " AND ".join(f'"{gram}"' for gram in some)


def _longest_of(word: str) -> Iterator[str]:
    letters = word.translate(_SIGNS)
    for start in range(max(1, len(letters) - _LONGEST + 1)):
        yield letters[start : start + _LONGEST]
