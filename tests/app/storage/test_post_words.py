"""The words of posts beside their versions: what a search of the whole calendar reads."""

import pytest

from app.storage import post_words
from app.storage.post_words import Hit, wanted_words
from tests.app.storage.ground import MONDAY


def found(engine, typed, **how):
    slices = post_words.search(engine, wanted_words(typed), **how)
    return {hit.post for hits in slices for hit in hits}


def forget(desk):
    with desk.engine.write():
        desk.engine.run("DELETE FROM post_words")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Sale now", ("sale", "now")),
        ("“Summer  Sale” now", ("summer sale", "now")),
        ('"open quote', ("open quote",)),
        ("STRASSE Straße", ("strasse",)),
        ("  ", ()),
        ('""', ()),
    ],
)
def test_words_are_wanted_singly_and_quoted_ones_together(typed, wanted):
    assert wanted_words(typed) == wanted


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
    assert list(post_words.search(desk.engine, ("spring",))) == [[Hit(post.id, None)]]


def test_a_cancelled_post_is_not_found_until_it_is_back(desk):
    post = desk.edit("ana", desk.create(text="Winter"), cancelled=True)
    assert found(desk.engine, "winter") == set()
    desk.edit("ana", post, cancelled=False)
    assert found(desk.engine, "winter") == {post.id}


def test_all_slices_are_searched_and_each_post_comes_once(desk):
    made = [desk.create(text="Sale") for _number in range(5)]
    slices = list(post_words.search(desk.engine, ("sale",), size=2))
    assert len(slices) > 2
    assert sorted(hit.post for hits in slices for hit in hits) == [post.id for post in made]
    assert {hit.local for hits in slices for hit in hits} == {MONDAY.isoformat("T", "minutes")}
    parts = [post_words.search(desk.engine, ("sale",), size=2, part=n, parts=2) for n in (0, 1)]
    halves = [{hit.post for hits in part for hit in hits} for part in parts]
    assert sorted(halves[0] | halves[1]) == [post.id for post in made]
    assert not halves[0] & halves[1]


def test_a_slice_tells_of_no_more_than_anybody_looks_at(desk, monkeypatch):
    monkeypatch.setattr(post_words, "MOST_OF_SLICE", 2)
    for _number in range(3):
        desk.create(text="Sale")
    assert [len(hits) for hits in post_words.search(desk.engine, ("sale",))] == [2]


def test_words_that_are_missing_are_made_and_none_are_made_twice(desk):
    post, other = desk.create(text="Winter"), desk.create(text="Autumn")
    assert post_words.count_missing(desk.engine) == 0
    forget(desk)
    assert post_words.count_missing(desk.engine) == 2
    assert post_words.missing(desk.engine, limit=1) == [other.id]
    post_words.keep_missing(desk.engine, post_words.rows_of([post, other]))
    assert post_words.missing(desk.engine, limit=9) == []
    assert found(desk.engine, "winter") == {post.id}


def test_words_that_come_late_never_hide_a_newer_version(desk):
    post = desk.create(text="Winter")
    old = post_words.rows_of([post])
    forget(desk)
    desk.edit("ana", post, text="Spring")
    post_words.keep_missing(desk.engine, old)
    assert found(desk.engine, "spring") == {post.id}


def test_words_of_an_earlier_way_of_folding_are_made_anew(desk):
    post = desk.create(text="Winter")
    with desk.engine.write():
        desk.engine.run("UPDATE post_words SET version = 0, words = 'old'")
    assert post_words.missing(desk.engine, limit=9) == [post.id]
    post_words.keep_missing(desk.engine, post_words.rows_of([post]))
    assert found(desk.engine, "winter") == {post.id}


def test_campaigns_are_listed_once_and_those_of_cancelled_posts_not_at_all(desk):
    for campaign in ("winter", "Élan", "", "winter"):
        desk.create(campaign=campaign)
    desk.edit("ana", desk.create(campaign="gone"), cancelled=True)
    assert post_words.campaigns(desk.engine) == ["Élan", "winter"]
