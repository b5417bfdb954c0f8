"""Flags computed earlier."""

from datetime import date

import pytest

from app.domain.flag import Flag, Severity
from app.domain.post import Fingerprint
from app.storage import flag_cache
from app.storage.audit import head

STOP = Flag(
    "day.solemn",
    Severity.STOP,
    "day",
    "m",
    "9 November",
    "Why",
    "Source",
    "https://x",
    "Out",
    ("a",),
)
ONE, TWO = Fingerprint("1" * 64), Fingerprint("2" * 64)


def always(version):
    return flag_cache.Version(version, lambda _days_ahead: version)


def keep(engine, version, flags):
    rows = [flag_cache.kept_row(one, always(version), found) for one, found in flags.items()]
    flag_cache.keep(engine, rows)


def cached(engine, wanted):
    return flag_cache.cached(engine, {one: always(version) for one, version in wanted.items()})


def test_flags_come_back_for_the_version_of_the_facts_asked_for(engine):
    before = head(engine)
    keep(engine, "v1", {ONE: (STOP,), TWO: ()})
    assert cached(engine, {ONE: "v1", TWO: "v1"}) == {ONE: (STOP,), TWO: ()}
    assert cached(engine, {ONE: "v2", TWO: "v1"}) == {TWO: ()}
    assert head(engine) == before


def test_newer_flags_take_the_place_of_earlier_ones(engine):
    keep(engine, "v1", {ONE: (STOP,)})
    keep(engine, "v1", {ONE: ()})
    assert cached(engine, {ONE: "v1"}) == {ONE: ()}


@pytest.mark.parametrize("broken", ["[{", "7", "[7]", "[null]", '["stop"]', "[{}]", '{"rule": 1}'])
def test_what_was_broken_by_another_hand_is_worked_out_anew(engine, broken):
    keep(engine, "v1", {ONE: (STOP,), TWO: (STOP,)})
    with engine.write():
        sql = "UPDATE flag_cache SET flags = :broken WHERE fingerprint = :one"
        engine.run(sql, broken=broken, one=ONE)
    assert cached(engine, {ONE: "v1", TWO: "v1"}) == {TWO: (STOP,)}


def test_flags_go_by_what_holds_on_the_days_that_the_text_speaks_of(engine):
    meaning = {date(2026, 11, 9): "as it was"}

    version = flag_cache.Version(
        "", lambda days_ahead: " ".join(meaning[day] for day in days_ahead)
    )

    row = flag_cache.kept_row(ONE, version, (STOP,), (date(2026, 11, 9),))
    flag_cache.keep(engine, [row, flag_cache.kept_row(TWO, version, (STOP,))])
    assert flag_cache.cached(engine, {ONE: version, TWO: version}) == {ONE: (STOP,), TWO: (STOP,)}
    meaning[date(2026, 11, 9)] = "decided anew"
    assert flag_cache.cached(engine, {ONE: version, TWO: version}) == {TWO: (STOP,)}
