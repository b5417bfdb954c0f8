"""Sentences of a folded text."""

import pytest

from app.risks.sentences import sentence_around, starts_sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Hello. We open on X at noon. Come!", " We open on X at noon"),
        ("Hello! X", " X"),
        ("one\nX two\nthree", "X two"),
        ("Am 3. X geht es los.", "Am 3. X geht es los"),
        ("明日は休み。Xまで！また", "Xまで"),
        ("X", "X"),
    ],
)
def test_a_sentence_ends_at_its_signs_and_not_at_the_point_of_a_date(text, sentence):
    start, end = sentence_around(text, text.index("X"), text.index("X") + 1)
    assert text[start:end].rstrip(".") == sentence


def test_a_text_without_stops_is_not_searched_to_its_ends():
    text = "a" * 100_000 + "X" + "a" * 100_000
    start, end = sentence_around(text, 100_000, 100_001)
    assert end - start < 1_000


@pytest.mark.parametrize(
    ("text", "starts"),
    [("X a", True), ("✨ X a", True), ("Hi. X a", True), ("Hi X", False), ("Hi\n– X", True)],
)
def test_what_stands_behind_emoji_and_dashes_still_starts_a_sentence(text, starts):
    assert starts_sentence(text, text.index("X")) is starts
