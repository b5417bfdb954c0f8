"""Words whose letters are hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.risks.disguise import masked_words, plain_words


def read(text):
    return [plain for plain, _start, _end in plain_words(text)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("what an 1d10t", ["idiot"]),
        ("such a m0r0n!", ["moron"]),
        ("w3ird stuff", ["weird"]),
        ("cr@zy and sta$h", ["crazy", "stash"]),
        ("a m.o.r.o.n here", ["moron", "oron"]),
        ("such a m o r o n", ["amoron", "moron"]),
        ("m-o-r-o-n", ["moron", "oron"]),
        ("m*o*r*o*n", ["moron", "oron"]),
        ("т.у.п.о.й", ["тупой", "упой"]),
    ],
)
def test_a_hidden_word_is_read_as_its_letters(text, plain):
    assert read(text) == plain


@pytest.mark.parametrize(
    "text",
    ["5 o'clock, 10 km", "f4g", "e.g. U.S.", "a b c", "24h open", "at 10:30", "1.2.3.4.5.6", ""],
)
def test_numbers_and_abbreviations_hide_nothing(text):
    assert read(text) == []


def test_a_word_tells_where_it_stands():
    text = "oh m.o.r.o.n, m0r0n"
    written = [text[start:end] for _plain, start, end in plain_words(text)]
    assert written == ["m0r0n", "m.o.r.o.n", "o.r.o.n"]


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    assert all(0 <= start < end <= len(text) for _plain, start, end in plain_words(text))


def test_a_very_long_text_does_not_hang():
    assert len(read("a." * 50_000)) > 1000
    assert len(read("a1b2 " * 10_000)) == 10_000


@pytest.mark.parametrize(
    ("text", "word"),
    [("what a m***n", "moron"), ("m*r*n", ""), ("m*ron, really", "moron"), ("mor**", "moron")],
)
def test_asterisks_stand_for_letters(text, word):
    found = [pattern for pattern, _start, _end in masked_words(text)]
    assert [bool(pattern.fullmatch(word)) for pattern in found] == ([True] if word else [])


@pytest.mark.parametrize(
    "text", ["free returns*", "**bold**", "*note*", "5*", "a*b", "***", "2*3*4", "", "no stars"]
)
def test_footnotes_and_marks_hide_nothing(text):
    assert list(masked_words(text)) == []


def test_a_masked_word_tells_where_it_stands():
    text = "oh m***n!"
    assert [text[start:end] for _pattern, start, end in masked_words(text)] == ["m***n"]
