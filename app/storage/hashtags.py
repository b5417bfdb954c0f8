"""Which hashtags people have looked at: a confirmation is a row, and the newest one counts."""

from collections.abc import Iterable
from datetime import datetime

from app.domain import wall_time
from app.domain.hashtag import Confirmation
from app.domain.market import MarketId
from app.storage.chain import Entry, Stamp, record_all
from app.storage.engine import Engine
from app.storage.rows import read_for, readable_rows


def confirmations(engine: Engine, hashtags: Iterable[str]) -> dict[str, list[Confirmation]]:
    """Return when each of these folded hashtags was last confirmed, for each market."""
    sql = """
        SELECT h.hashtag, h.market, a.at FROM hashtag_confirmation h JOIN audit a ON a.seq = h.seq
        WHERE h.hashtag IN {these}
          AND h.seq NOT IN (SELECT confirmation FROM absent_confirmation)
        ORDER BY h.seq
    """
    newest: dict[tuple[str, MarketId], datetime] = {}
    with readable_rows():
        for row in read_for(engine, sql, hashtags):
            newest[row["hashtag"], row["market"]] = wall_time.from_stamp(row["at"])
    found: dict[str, list[Confirmation]] = {}
    for (hashtag, market), at in newest.items():
        found.setdefault(hashtag, []).append(Confirmation(hashtag, market, at.date()))
    return found


def confirm(
    engine: Engine, stamp: Stamp, hashtags: Iterable[str], market: MarketId, note: str
) -> list[int]:
    """Note that a reviewer has looked at these folded hashtags; return the places of the notes."""
    return record_all(
        engine,
        stamp,
        [
            Entry(
                "confirm",
                "hashtag_confirmation",
                {"hashtag": hashtag, "market": market, "note": note},
            )
            for hashtag in dict.fromkeys(hashtags)
        ],
    )


def withdraw(engine: Engine, stamp: Stamp, places: Iterable[int], *, are_withdrawn: bool) -> None:
    """Let confirmations at these places count no longer, or again, which a reviewer does."""
    action = "withdraw" if are_withdrawn else "confirm"
    rows = [{"confirmation": place, "is_withdrawn": int(are_withdrawn)} for place in places]
    record_all(engine, stamp, [Entry(action, "hashtag_withdrawn", row) for row in rows])
