"""Flags computed earlier."""

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


def keep(engine, version, flags):
    flag_cache.keep(engine, flag_cache.kept_rows(version, flags))


def test_flags_come_back_for_the_version_of_the_facts_asked_for(engine):
    before = head(engine)
    keep(engine, "v1", {ONE: (STOP,), TWO: ()})
    assert flag_cache.cached(engine, {ONE: "v1", TWO: "v1"}) == {ONE: (STOP,), TWO: ()}
    assert flag_cache.cached(engine, {ONE: "v2", TWO: "v1"}) == {TWO: ()}
    assert head(engine) == before


def test_newer_flags_take_the_place_of_earlier_ones(engine):
    keep(engine, "v1", {ONE: (STOP,)})
    keep(engine, "v1", {ONE: ()})
    assert flag_cache.cached(engine, {ONE: "v1"}) == {ONE: ()}


def test_what_was_broken_by_another_hand_is_worked_out_anew(engine):
    keep(engine, "v1", {ONE: (STOP,), TWO: (STOP,)})
    with engine.write():
        engine.run("UPDATE flag_cache SET flags = '[{' WHERE fingerprint = :one", one=ONE)
    assert flag_cache.cached(engine, {ONE: "v1", TWO: "v1"}) == {TWO: (STOP,)}
