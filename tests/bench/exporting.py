"""Exporting 10,000 approved posts, and whether the window answers meanwhile."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from time import perf_counter

from app.commands.exports import ExportChange, export_posts
from app.commands.session import now_utc
from app.commands.views import ExportOutcome
from app.domain.market import MarketId
from tests.bench import baseline
from tests.bench.desk import SEEN_600, Desk, Pulse, wait_until
from tests.bench.ground import Ground
from tests.bench.large_calendar import sixty_markets
from tests.bench.measurement import NEVER_STUCK, Measurement

SHARE_THAT_LEAVES = 0.58
"""Of the posts of a span, as the calendar was made."""


def measure(ground: Ground) -> Iterator[Measurement]:
    """Export as the dialog does, each time from a calendar that has exported nothing yet."""
    previews, exports, counts = [], [], []
    late: list[float] = []
    for number in range(ground.rounds(3, 1)):
        desk = Desk(ground.another(number), SEEN_600, ground.folder, ground.today)
        try:
            desk.settle()
            pulse = Pulse()
            previews.append(_preview(desk, ground))
            spent, done = export_all(desk, ground)
            exports.append(spent)
            counts.append((done.post_count, done.left_in))
            late += pulse.stop()
        finally:
            desk.close()
    left, stayed = counts[0]
    note = f"{left:,} leave and {stayed:,} stay in, as the gate says of each"
    looked_at = f"{left + stayed:,} posts"
    yield Measurement(
        "exporting", f"preview an export: ask the gate about {looked_at}", tuple(previews), "s"
    )
    yield Measurement(
        "exporting",
        f"export {left:,} approved posts, until the folder stands",
        tuple(exports),
        "s",
        note=note,
    )
    yield Measurement(
        "exporting",
        "how late the window answers meanwhile",
        tuple(late),
        goal=NEVER_STUCK,
        baseline=baseline.gaps(SEEN_600.size, 1),
    )


def _wish(ground: Ground) -> dict[str, object]:
    first = ground.today + timedelta(days=2)
    a_day = ground.scale.posts / ground.scale.days
    days = round(ground.rows() / (a_day * SHARE_THAT_LEAVES))
    last = min(first + timedelta(days=days), ground.last_day)
    markets = frozenset(MarketId(one.code) for one in sixty_markets()[: ground.scale.markets])
    return {"preset": "buffer", "first": first, "last": last, "market_ids": markets}


def _preview(desk: Desk, ground: Ground) -> float:
    found = []
    started = perf_counter()
    desk.run_beside(
        lambda reader: reader.preview_export(**_wish(ground), now=now_utc()), found.append
    )
    wait_until(lambda: found, why="the gate never answered")
    return perf_counter() - started


def export_all(desk: Desk, ground: Ground) -> tuple[float, ExportOutcome]:
    """Export the span; return the seconds until the folder stands, and what is in it."""
    done: list[ExportChange] = []
    folder = Path(mkdtemp(dir=ground.folder))
    started = perf_counter()
    desk.run(partial(export_posts, **_wish(ground), folder=folder), done.append)
    wait_until(lambda: done, why="the export never stood")
    return perf_counter() - started, done[0].outcome
