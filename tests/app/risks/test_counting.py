"""How networks count."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.risks.counting import Unit, count, hashtags, mentions

FAMILY_FLAG_ACCENT = "👨‍👩‍👧‍👦🇩🇪e\u0301"
ENDINGS = ("com", "org")


@pytest.mark.parametrize(
    ("unit", "length"),
    [(Unit.CODE_POINTS, 11), (Unit.GRAPHEMES, 3), (Unit.UTF16, 17), (Unit.BYTES, 36)],
)
def test_one_text_has_a_length_for_each_way_of_counting(unit, length):
    assert count(FAMILY_FLAG_ACCENT, unit) == length


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("Hello, world! 👋", 16),
        ("café", 4),
        ("cafe\u0301", 4),  # composed first
        ("日本語", 6),
        ("한국어", 6),
        ("Привет", 6),
        ("مرحبا", 5),
        ("👾", 2),
        ("🙋🏽", 2),
        ("👨‍🎤", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🧑🏽‍🚀🏳️‍🌈", 4),
        ("🇩🇪🇫🇷", 4),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
        ("1️⃣ 2️⃣", 5),
        ("“quotes” – and …", 17),
        ("𝗕𝗼𝗹𝗱", 8),
        ("https://solvane.example/a-very-long-path?with=questions#and-more", 23),
        ("See https://a.org/b.", 28),
        ("(https://a.org)", 25),
        ("HTTP://A.ORG", 23),
        ("https://a.orgをご覧", 29),
        ("solvane.com", 23),
        ("www.solvane.com/de, today", 30),
        ("shop.solvane.de", 23),
        ("solvane.de/brot", 23),
        ("solvane.de", 10),  # a short name of a country alone makes no link
        ("lena@solvane.com", 16),
        ("e.g. this, z.B. das", 19),
        ("solvane.community", 17),
    ],
)
def test_x_weighs_letters_emoji_and_addresses(text, weight):
    assert count(text, Unit.WEIGHTED, 23, ENDINGS) == weight


def test_without_known_endings_only_full_addresses_count_as_such():
    assert count("solvane.com", Unit.WEIGHTED, 23) == 11
    assert count("https://solvane.com", Unit.WEIGHTED, 23) == 23


def test_mastodon_shortens_addresses_and_the_servers_of_mentions():
    text = "Hi @lena@mastodon.social, https://solvane.example/a/long/path/to/bread"
    assert count(text, Unit.GRAPHEMES, 23) == len("Hi @lena, ") + 23
    assert count(text, Unit.GRAPHEMES) == len(text)


def test_broken_halves_of_a_character_are_counted_and_break_nothing():
    assert count("\ud83d", Unit.UTF16) == 1
    assert count("\ud83d", Unit.BYTES) == 3


@given(st.text(max_size=100), st.text(max_size=100))
def test_units_that_are_stored_add_up(one, other):
    for unit in (Unit.UTF16, Unit.BYTES, Unit.CODE_POINTS):
        assert count(one + other, unit) == count(one, unit) + count(other, unit)


@given(st.text(max_size=200))
def test_nothing_weighs_more_than_twice_its_letters(text):
    assert 0 <= count(text, Unit.WEIGHTED) <= 2 * len(normalize("NFC", text))
    assert 0 <= count(text, Unit.GRAPHEMES) <= len(text)


@given(st.text(st.characters(max_codepoint=0x10FF, exclude_categories=("M", "Cs")), max_size=100))
def test_texts_of_one_unit_for_each_letter_weigh_what_they_have(text):
    assert count(text, Unit.UTF16) == count(text, Unit.CODE_POINTS) == len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#bread and #Brot", ["#bread", "#Brot"]),
        ("#おはよう #パン屋さん", ["#おはよう", "#パン屋さん"]),
        ("＃ハッシュ", ["＃ハッシュ"]),
        ("#1 and #2027", []),
        ("#2027goals", ["#2027goals"]),
        ("a#b, &#39; and https://a.org/#part", []),
        ("#خبز_طازج", ["#خبز_طازج"]),
        ("##double", ["#double"]),
        ("#", []),
    ],
)
def test_hashtags_are_found_in_all_scripts(text, found):
    assert hashtags(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@eins und @zwei.drei, nochmal @eins", ["@eins", "@zwei.drei"]),
        ("brot@solvane.de und solvane.de/@eins", []),
    ],
)
def test_accounts_are_named_by_an_at_once_each(text, found):
    assert mentions(text) == found


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        # written after the classes of twitter-text's public conformance suite
        ("Just a sentence.", 16),
        ("http://solvane.com", 23),
        ("solvane.com", 23),
        ("One https://solvane.com two solvane.com three", 61),
        ("foo.co.jp", 23),
        ("\U00010000\U0010ffff", 4),
        ("저찀쯿쿿", 8),
        ("H\U0001f431☺", 5),
        ("http://solvane.com/Русские_слова", 23),
        ("https://www.solvane.com/list?a=PL0Zn-", 23),
        ("@user #tag $TAG", 15),
        ("line\nbreak", 10),
        ("é" * 280, 280),
        ("の" * 140, 280),
        ("\U0001f431" * 140, 280),
    ],
)
def test_x_weighs_as_the_conformance_suite_has_it(text, weight):
    assert count(text, Unit.WEIGHTED, 23, ENDINGS) == weight
