"""How far a row and a post say the same."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.commands.known_posts import KnownPost
from app.commands.likeness import (
    ROUGHLY_ALIKE,
    all_contents,
    all_days,
    all_times,
    all_words,
    is_alike,
    is_on_its_day,
    likeness,
    words_of,
)
from app.exchange.planned import PlannedPost
from app.storage.imported import Past
from tests.builders.domain import GERMANY, INSTAGRAM, post

MORNING = datetime(2027, 11, 10, 10, 30)
TEXT = "Frisch aus dem Ofen: unser Roggenbrot."


def row(**changes):
    usual = PlannedPost(2, GERMANY, INSTAGRAM, MORNING, False, "de", "1", text=TEXT)
    return replace(usual, **changes)


def known(*versions):
    made = (replace(post(**one), revision=n) for n, one in enumerate(versions, start=1))
    return KnownPost(Past(tuple(made), frozenset()))


def test_words_are_the_text_without_its_layout_else_the_name():
    assert words_of(row(text="a\n\nb  c", name="n")) == "a b c"
    assert words_of(row(text=" ", name="n")) == "n"


def test_a_post_is_known_by_all_that_it_was():
    one = known({"text": "a"}, {"text": "b", "local": None}, {"text": "", "local": None})
    assert all_words(one) == {"a", "b"}
    assert all_times(one) == {MORNING}
    assert all_contents(one) == {("a", MORNING), ("b", None)}
    assert all_days(one) == {("a", MORNING.date()), ("b", None)}


@pytest.mark.parametrize(
    ("changes", "is_so"),
    [
        ({}, True),
        ({"text": TEXT + " Bis gleich!"}, True),
        ({"text": "Kuchen?"}, False),
        ({"text": "Kuchen?", "name": "Brot"}, True),
        ({"text": "", "name": ""}, False),
    ],
)
def test_a_row_is_alike_by_words_or_by_name(changes, is_so):
    assert is_alike(row(**changes), known({"name": "Brot"}), at_least=ROUGHLY_ALIKE) is is_so


def test_likeness_is_that_of_the_closest_version():
    one = known({"text": TEXT}, {"text": "Kuchen?"})
    assert likeness(row(), one, at_least=ROUGHLY_ALIKE) == 100
    assert likeness(row(text="xyz"), one, at_least=ROUGHLY_ALIKE) == 0


def test_the_tray_is_a_day_as_well():
    assert is_on_its_day(row(), known({"local": MORNING.replace(hour=20)}))
    assert not is_on_its_day(row(local=None), known({}))
    assert is_on_its_day(row(local=None), known({"local": None}))
