"""Flags that come from other posts, kept until something touches them."""

from app.domain.flag import Severity
from app.domain.post import PostId
from app.storage import comparison_cache
from app.storage.comparison_cache import cached, forget, keep, kept_row
from tests.builders.domain import flag

ONE, TWO = PostId("one"), PostId("two")
TWIN = flag(Severity.CAUTION, "duplicate.text:x")


def test_flags_come_back_at_the_version_that_they_were_kept_for(engine):
    keep(engine, [kept_row(ONE, "v1", 5, (TWIN,)), kept_row(TWO, "v1", 5, ())])
    assert cached(engine, {ONE: "v1", TWO: "v1"}) == {ONE: (TWIN,), TWO: ()}
    assert cached(engine, {ONE: "v2", TWO: "v1"}) == {TWO: ()}


def test_readers_of_two_languages_keep_theirs_side_by_side(engine):
    keep(engine, [kept_row(ONE, "de", 5, (TWIN,))])
    keep(engine, [kept_row(ONE, "en", 5, ())])
    assert cached(engine, {ONE: "de"}) == {ONE: (TWIN,)}
    assert cached(engine, {ONE: "en"}) == {ONE: ()}


def test_what_is_touched_is_forgotten_in_every_language(engine):
    keep(engine, [kept_row(ONE, "de", 5, ()), kept_row(ONE, "en", 5, ())])
    keep(engine, [kept_row(TWO, "en", 5, ())])
    forget(engine, [ONE], 6)
    assert cached(engine, {ONE: "en", TWO: "en"}) == {TWO: ()}
    assert cached(engine, {ONE: "de"}) == {}


def test_what_was_worked_out_before_the_touch_comes_too_late(engine):
    forget(engine, [ONE], 6)
    keep(engine, [kept_row(ONE, "v1", 5, (TWIN,))])
    assert cached(engine, {ONE: "v1"}) == {}
    keep(engine, [kept_row(ONE, "v1", 6, ())])
    keep(engine, [kept_row(ONE, "v2", 5, (TWIN,))])
    assert cached(engine, {ONE: "v1"}) == {ONE: ()}
    assert cached(engine, {ONE: "v2"}) == {}


def test_nothing_is_left_of_a_touch_once_it_is_worked_out_anew(engine):
    forget(engine, [ONE, ONE], 6)
    keep(engine, [kept_row(ONE, "v1", 6, ())])
    assert engine.read("SELECT version FROM comparison_cache") == [{"version": "v1"}]


def test_a_broken_row_is_worked_out_anew(engine):
    keep(engine, [kept_row(ONE, "v1", 5, (TWIN,))])
    with engine.write():
        engine.run("UPDATE comparison_cache SET flags = '[{'")
    assert cached(engine, {ONE: "v1"}) == {}
    assert comparison_cache.cached(engine, {}) == {}
