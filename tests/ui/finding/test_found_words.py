from dataclasses import replace
from datetime import datetime

import pytest

from app.commands.searching import Findings, Found
from app.domain.post import PostId
from ui.finding.found_words import came_to, what, where

pytestmark = pytest.mark.in_english

FOUND = Found(PostId("p"), "DE-0142", "Germany", "instagram", datetime(2027, 1, 12, 10), "Sale", "")


def bare(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def test_each_post_says_where_it_is():
    assert bare(where(FOUND)) == "DE-0142 · Tue, 12 Jan 2027, 10:00 · Germany · Instagram"
    assert "In the tray" in where(replace(FOUND, local=None))


def test_what_the_headline_hides_is_shown_beside_it():
    assert what(FOUND) == "Sale"
    assert bare(what(replace(FOUND, excerpt="…of bread"))) == "Sale – …of bread"


def test_the_count_says_how_many_and_what_is_not_read_yet():
    assert came_to(Findings(" loaf ")) == "No posts with “loaf”"
    assert came_to(Findings("a", (FOUND,), 1)) == "1 post"
    assert came_to(Findings("a", (FOUND,), 70)) == "The first 1 of 70 posts"
    many = Findings("a", (FOUND,), 70, has_more=True)
    assert came_to(many) == "The first 1 of more than 70 posts"
    assert came_to(Findings("a", (FOUND,), 1, 2)) == "1 post · 2 older posts are still being read"
