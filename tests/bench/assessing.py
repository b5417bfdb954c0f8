"""Working out the flags of 20,000 posts: beside the window, in one process, and as they are kept.

`python -m tests.bench.assessing CALENDAR COUNT` measures once, in a fresh process.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path
from threading import Lock

from app.commands.assessing import assessed, in_channel_order
from app.commands.crew import Crew, share
from app.commands.flags import AT_ONCE, present_flags, stored_flags
from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.domain.post import Post, PostId
from app.storage import posts
from app.storage.engine import Engine
from app.storage.sqlite import open_calendar
from tests.bench.ground import Ground, in_a_process_of_its_own
from tests.bench.measurement import Measurement, seconds


def measure(ground: Ground) -> Iterator[Measurement]:
    """Assess in fresh processes, one after the other."""
    rounds = ground.rounds(5, 1)
    words = (str(ground.calendar), str(2 * ground.rows()))
    found = [in_a_process_of_its_own("tests.bench.assessing", *words) for _round in range(rounds)]
    count = found[0]["posts"]
    for key, what in (
        ("crew", f"assess {count:,} posts beside the window, cold: no process has started yet"),
        ("again", f"assess {count:,} posts beside the window again"),
        ("cold", f"assess {count:,} posts in one process, lists, models and days not loaded yet"),
        ("warm", f"assess {count:,} posts in one process again"),
        ("kept", f"read the kept flags of {count:,} posts"),
    ):
        times = tuple(one[key] for one in found)
        rate = count / sorted(times)[len(times) // 2]
        note = f"{rate:,.0f} posts a second"
        yield Measurement("assessing", what, times, "s", note=note)


def once(calendar: Path, count: int) -> dict[str, float]:
    """Return the seconds of each way, started by this process."""
    bare = _without_flags(calendar)
    with closing(open_calendar(bare, read_only=True)) as engine:
        ids = in_channel_order(_first(engine, count))
    with closing(Crew(bare)) as crew:
        beside = {name: seconds(lambda: _share(crew, ids)) for name in ("crew", "again")}
    return beside | _alone(calendar, count)


def _without_flags(calendar: Path) -> Path:
    """Return a copy in which none are stored: what is stored is not worked out."""
    bare = Path(shutil.copy(calendar, calendar.with_name("Without flags.countersign")))
    with closing(open_calendar(bare)) as engine, engine.write():
        engine.run("DELETE FROM flag_cache")
    return bare


def _share(crew: Crew, ids: tuple[PostId, ...]) -> None:
    """Have posts assessed in slices by all processes, as the window does."""
    left, turn = ids, Lock()

    def work(number: int) -> None:
        nonlocal left
        while True:
            with turn:
                some, rest = share(left, number, AT_ONCE)
                left = tuple(rest)
            if not some:
                return
            crew.members[number].ask(assessed, tuple(some))

    with ThreadPoolExecutor(len(crew.members)) as threads:
        list(threads.map(work, range(len(crew.members))))


def _alone(calendar: Path, count: int) -> dict[str, float]:
    with closing(open_calendar(calendar, read_only=True)) as engine:
        knowledge = Knowledge.load()
        setting = Setting.of(engine)
        found = _first(engine, count)
        return {
            "posts": len(found),
            "cold": seconds(lambda: present_flags(engine, setting, knowledge, found)),
            "warm": seconds(lambda: present_flags(engine, setting, knowledge, found)),
            "kept": seconds(lambda: stored_flags(engine, setting, knowledge, found)),
        }


def _first(engine: Engine, count: int) -> list[Post]:
    return posts.between(engine, date.min, date.max)[:count]


if __name__ == "__main__":
    path, number = sys.argv[1:]
    print(json.dumps(once(Path(path), int(number))))
