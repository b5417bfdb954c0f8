"""Opening a calendar of 100,000 posts in a running program, with 600 and 5,000 posts in view."""

from collections.abc import Iterator

from tests.bench import baseline
from tests.bench.desk import SEEN_600, SEEN_5000, Desk, Look
from tests.bench.ground import Ground
from tests.bench.measurement import Measurement


def measure(ground: Ground) -> Iterator[Measurement]:
    """Open the calendar again and again."""
    for look in (SEEN_600, SEEN_5000):
        yield from _with(ground, look)


def _with(ground: Ground, look: Look) -> Iterator[Measurement]:
    rounds = ground.rounds(10, 2)
    desk = Desk(ground.calendar, look, ground.folder, ground.today)
    try:
        times = []
        for _round in range(rounds):
            times.append(desk.open())
            desk.settle()
        yield Measurement(
            "opening",
            f"open and paint {ground.scale.posts:,} posts, {desk.cards_in_view():,} in view",
            tuple(times),
            baseline=baseline.repaints(look.size, rounds),
            note=f"{ground.scale.markets} markets, 28 days, {desk.cards_in_period():,} posts read",
        )
    finally:
        desk.close()
