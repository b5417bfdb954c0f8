"""A damaged calendar is noticed: it is refused, or verifying finds it, or nothing was harmed."""

import random
from collections import Counter
from contextlib import closing

import pytest

from app.errors import CalendarFileError
from app.storage.audit import verify
from app.storage.schema.guards import GUARDED
from app.storage.sqlite import open_calendar
from tests.app.storage.ground import Desk, found_team
from tests.faults.scale import times

TRIES = times(40, 600)
PAGE = 4096
ALL_OF = "SELECT * FROM"


@pytest.fixture
def history(tmp_path):
    path = tmp_path / "plan.countersign"
    found_team(path)
    desk = Desk.at(path)
    for number in range(30):
        post = desk.create(text=f"Text {number} " * 20, inherited=["olga"] if number % 5 else [])
        if number % 2:
            desk.decide("ben", post)
        if number % 4 == 1:
            desk.export(post, name=f"export-{number}")
    desk.lift(desk.hold())
    desk.engine.close()
    return path


def flip_a_bit(data, at, _chance):
    data[at] ^= 1 << at % 8


def zero_a_sector(data, at, _chance):
    start = at // 512 * 512
    data[start : start + 512] = bytes(512)


def overwrite_a_page(data, at, chance):
    start = at // PAGE * PAGE
    data[start : start + PAGE] = chance.randbytes(PAGE)


def cut_off(data, at, _chance):
    del data[at:]


WAYS = (flip_a_bit, zero_a_sector, overwrite_a_page, cut_off)


def everything(engine):
    tables = ("audit", *(guarded.table for guarded in GUARDED))
    return {table: engine.read(f"{ALL_OF} {table}") for table in tables}


def test_no_damage_goes_unnoticed(history, tmp_path):
    whole = history.read_bytes()
    with closing(open_calendar(history)) as engine:
        expected = everything(engine)
    chance = random.Random(7)
    noticed = Counter()
    for number in range(TRIES):
        way, at = chance.choice(WAYS), chance.randrange(len(whole))
        data = bytearray(whole)
        way(data, at, chance)
        damaged = tmp_path / "damaged.countersign"
        damaged.write_bytes(data)
        by = who_notices(damaged, expected)
        assert by, f"try {number}: {way.__name__} at {at} went unnoticed"
        noticed[by] += 1
        damaged.unlink()
        assert list(tmp_path.iterdir()) == [history]
    print(dict(noticed))  # noqa: T201
    assert noticed["opening"]


def who_notices(path, expected):
    try:
        engine = open_calendar(path)
    except CalendarFileError:
        return "opening"
    with closing(engine):
        try:
            if verify(engine):
                return "verifying"
            return "nothing harmed" if everything(engine) == expected else ""
        except CalendarFileError:
            return "reading"
