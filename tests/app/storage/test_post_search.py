"""The search of all posts: the nearest of those in which all words stand."""

from datetime import timedelta
from unittest.mock import ANY

import pytest

from app.storage import post_search
from app.storage.post_search import Hit
from app.storage.post_words import wanted_words
from tests.app.storage.ground import MONDAY

TODAY = MONDAY.date()


def hits(engine, typed, **how):
    how = {"today": TODAY, "most": 60, **how}
    return post_search.search(engine, wanted_words(typed), **how)


def found(engine, typed, **how):
    return {hit.post for hit in hits(engine, typed, **how).nearest}


@pytest.mark.parametrize(
    "field", ["name", "title", "text", "first_comment", "campaign", "link", "gloss", "notes"]
)
def test_a_post_is_found_by_each_of_its_texts(desk, field):
    post = desk.create(**{field: "Zwölf Äpfel"})
    desk.create()
    assert found(desk.engine, "zwolf APFEL") == {post.id}


@pytest.mark.parametrize("field", ["tags", "labels"])
def test_a_post_is_found_by_tags_and_labels(desk, field):
    post = desk.create(**{field: ("first", "evergreen")})
    assert found(desk.engine, "evergreen") == {post.id}


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Große Eröffnung", "eroffnung"),
        ("Ёлка и подарки", "елка"),
        ("新春セール", "新春"),
        ("ｾｰﾙ", "セール"),
        ("مَرحبًا", "مرحبا"),
        ("İstanbul", "istanbul"),
        ("Καλημέρα", "ΚΑΛΗΜΕΡΑ"),
        ("한국어", "한국"),
    ],
)
def test_case_and_accents_of_all_scripts_are_folded(desk, text, typed):
    post = desk.create(text=text)
    assert found(desk.engine, typed) == {post.id}


def test_signs_that_sql_reads_as_placeholders_are_plain_signs(desk):
    discount, plain = desk.create(text="Save 50% now"), desk.create(text="Save 500 now_")
    assert found(desk.engine, "50%") == {discount.id}
    assert found(desk.engine, "now_") == {plain.id}
    assert found(desk.engine, "\\") == set()


def test_a_phrase_never_runs_over_two_texts(desk):
    post = desk.create(title="Summer", text="Sale")
    assert found(desk.engine, '"summer sale"') == set()
    assert found(desk.engine, "summer sale") == {post.id}


def test_the_number_is_found(desk):
    post = desk.create(text="Sale")
    assert found(desk.engine, f"{post.number:04d}") == {post.id}


def test_an_edit_is_found_by_its_new_words_only(desk):
    post = desk.create(text="Winter")
    desk.edit("ana", post, text="Spring", local=None)
    assert found(desk.engine, "winter") == set()
    assert hits(desk.engine, "spring") == ([Hit(post.id, None)], 1)


def test_a_cancelled_post_is_not_found_until_it_is_back(desk):
    post = desk.edit("ana", desk.create(text="Winter"), cancelled=True)
    assert found(desk.engine, "winter") == set()
    desk.edit("ana", post, cancelled=False)
    assert found(desk.engine, "winter") == {post.id}


def test_all_slices_are_searched_and_each_post_comes_once(desk):
    made = sorted(desk.create(text="Sale").id for _number in range(5))
    asked = []
    searched = hits(desk.engine, "sale", size=2, checked=lambda: asked.append("slice"))
    assert searched == ([Hit(post, MONDAY.isoformat("T", "minutes")) for post in made], 5)
    assert len(asked) > 2


def test_what_comes_next_stands_first_and_the_past_last_whatever_slice_it_is_of(desk):
    days = [-1, 2, None, -2, 0, 1, 9]
    made = {
        day: desk.create(text="Sale", local=None if day is None else MONDAY + timedelta(days=day))
        for day in days
    }
    order = [made[day].id for day in (0, 1, 2, 9, None, -1, -2)]
    for size in (1, 3, 100):
        for most in range(1, 8):
            searched = hits(desk.engine, "sale", most=most, size=size)
            assert [hit.post for hit in searched.nearest] == order[:most]
            assert searched.total == 7


def test_the_first_of_many_are_counted_and_nobody_counts_on(desk, monkeypatch):
    monkeypatch.setattr(post_search, "MOST_COUNTED", 2)
    made = sorted(desk.create(text="Sale").id for _number in range(6))
    searched = hits(desk.engine, "sale", most=2, size=1)
    assert ([hit.post for hit in searched.nearest], searched.total) == (made[:2], 3)


def test_one_post_can_be_left_out(desk):
    one, other = desk.create(text="Sale"), desk.create(text="Sale")
    assert hits(desk.engine, "sale", but=one.id) == ([Hit(other.id, ANY)], 1)
