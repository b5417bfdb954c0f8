"""Finding posts: by their short name, and by words among all of them."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from random import Random

from app.commands.knowledge import Knowledge
from app.commands.reader import Reader
from app.commands.searching import MissingWords, keep_words, missing_words, search
from app.commands.session import Session
from tests.bench.ground import Ground
from tests.bench.large_calendar import sixty_markets
from tests.bench.measurement import ANSWER, Goal, Measurement, seconds


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
    yield Measurement("finding", "find a post by its short name", times, goal=ANSWER)
    yield from _by_words(ground)


def _by_words(ground: Ground) -> Iterator[Measurement]:
    """Search as the window does after the last key: with a reader that is opened for it."""
    knowledge = Knowledge.load()
    with closing(Session.open(ground.calendar, knowledge)) as session:
        while (missing := _missing(ground, knowledge)).rows:
            keep_words(session, words=missing)

    def find(typed: str) -> None:
        with closing(Reader.open(ground.calendar, knowledge)) as reader:
            search(reader, typed, today=date(2027, 1, 1))

    words = ["zzzz", "herbst rabatt", "新春", "a"] * ground.rounds(10, 1)
    times = tuple(seconds(partial(find, typed)) * 1000 for typed in words)
    yield Measurement("finding", "find words in all posts", times, goal=Goal(150))


def _missing(ground: Ground, knowledge: Knowledge) -> MissingWords:
    with closing(Reader.open(ground.calendar, knowledge)) as reader:
        return missing_words(reader)
