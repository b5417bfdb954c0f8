"""Finding a post by its short name: all the search that there is."""

from collections.abc import Iterator
from contextlib import closing
from random import Random

from app.commands.knowledge import Knowledge
from app.commands.reader import Reader
from tests.bench.ground import Ground
from tests.bench.large_calendar import sixty_markets
from tests.bench.measurement import ANSWER, Measurement, seconds


def measure(ground: Ground) -> Iterator[Measurement]:
    """Look posts up by names such as DE-0142; one in ten is of none."""
    chance = Random(7)
    markets = sixty_markets()[: ground.scale.markets]
    most = ground.scale.posts * 10 // (9 * len(markets))
    names = [
        f"{chance.choice(markets).code}-{chance.randrange(1, most):04d}"
        for _round in range(ground.rounds(500, 50))
    ]
    with closing(Reader.open(ground.calendar, Knowledge.load())) as reader:
        times = tuple(seconds(lambda name=name: reader.find_post(name)) * 1000 for name in names)
    yield Measurement(
        "finding",
        "find a post by its short name",
        times,
        goal=ANSWER,
        note="the window has no search for words yet",
    )
