"""What the same weeks cost in a longer plan, beside one of 10,000 posts.

Processor time of all threads, the two plans by turns: what else runs on the machine hardly counts.
"""

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from time import process_time

from app.commands.knowledge import Knowledge
from app.commands.reader import Reader
from app.commands.searching import campaigns, search
from tests.bench.desk import SEEN_600, Desk
from tests.bench.ground import Ground
from tests.bench.large_calendar import kept_calendar
from tests.bench.measurement import Goal, Measurement
from tests.bench.paging import BEFORE, NEXT, turn, turn_and_read
from tests.bench.saving import drop, undo
from tests.bench.scale import SHORT

MOST = 1.2
"""What is on the screen costs at most a fifth more, however long the plan is."""
MANY = 20
NOWHERE, COMMON = ("zzzz", "quokka", "herbst rabatt", "9876"), ("e", "th", "bread", '"e s"')
"""What is found as often in every plan: to tell of a post costs more than to find it."""
Costs = dict[str, list[float]]


def measure(ground: Ground) -> Iterator[Measurement]:
    """Open, page, paint, save and look up in both plans by turns."""
    yield from compared(ground, kept_calendar(SHORT, ground.today))


def compared(ground: Ground, short: Path) -> Iterator[Measurement]:
    """Measure the plan of the ground beside a short one."""
    short = Path(shutil.copy(short, ground.folder / "Short.countersign"))
    few: Costs = defaultdict(list)
    many: Costs = defaultdict(list)
    for _lap in range(ground.rounds(6, 1)):
        _work(short, few, ground)
        _work(ground.calendar, many, ground)
    for what, samples in many.items():
        middle = sorted(few[what])[len(few[what]) // 2]
        yield Measurement(
            "growth",
            f"{what}: {ground.scale.posts:,} posts",
            tuple(samples),
            goal=Goal(middle * MOST, "median"),
            note=f"{middle:,.1f} ms with {SHORT.posts:,}",
        )


def _work(path: Path, costs: Costs, ground: Ground) -> None:
    """Do in one plan what people do all day, and note what each deed costs."""

    def cost(what: str, deed: Callable[[], object], times: int = 1) -> None:
        before = process_time()
        for _time in range(times):
            deed()
        costs[what].append((process_time() - before) * 1000 / times)

    desk = Desk(path, SEEN_600, ground.folder, ground.today)
    try:
        cost("open, until the grid is painted", desk.open)
        cost("next four weeks at once, with their posts", lambda: turn_and_read(desk, NEXT))
        desk.rest()
        cost("the four weeks before, read ahead", lambda: turn(desk, BEFORE))
        desk.rest()
        cost("repaint all cards in view", desk.viewport.repaint, MANY)
        cost("scroll by 40 pixels", lambda: desk.wheel(40), MANY)
        desk.to_top()
        for _round in range(3):
            cost("drop, until it is saved and painted", lambda: drop(desk, ground.today))
            desk.settle()
            cost("undo, until it is saved and painted", lambda: undo(desk))
            desk.settle()
    finally:
        desk.close()
    with closing(Reader.open(path, Knowledge.load())) as reader:
        cost("find a post by its name", lambda: reader.find_post("DE-0142"), MANY)
        cost("name all campaigns", lambda: campaigns(reader), MANY)
        for what, words in (("no post", NOWHERE), ("very many", COMMON)):
            cost(f"search all posts for words of {what}", partial(_search, reader, words, ground))


def _search(reader: Reader, words: Sequence[str], ground: Ground) -> None:
    for typed in words:
        search(reader, typed, today=ground.today)
