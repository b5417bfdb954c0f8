"""The words of posts beside their versions: what a search of the whole calendar reads."""

import pytest

from app.storage import post_search, post_words
from app.storage.post_words import wanted_words
from tests.app.storage.ground import MONDAY


def found(engine, typed):
    hits = post_search.search(engine, wanted_words(typed), today=MONDAY.date(), most=60)
    return {hit.post for hit in hits.nearest}


def forget(desk):
    with desk.engine.write():
        desk.engine.run("UPDATE post_words SET version = 0, words = ''")


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
