"""Prices, dates and times for which a sign still stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.risks.folding import folded
from app.risks.open_values import open_values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("from XX.XX. on", "xx.xx."),
        ("open at XX:XX", "xx:xx"),
        ("now XX €", "xx €"),
        ("now €XX,XX", "€xx,xx"),
        ("save X% today", "x%"),
        ("only $X", "$x"),
        ("price: ???", ": ???"),
        ("starts at ?? Uhr", "?? uhr"),
        ("on 00.00. we open", "00.00."),
        ("price: ____", ": ____"),
        ("more than ??? people came", "???"),
        ("until (??) we bake", "(??)"),
        ("for ××× only", "×××"),
    ],
)
def test_a_value_that_is_open_is_found(text, value):
    read = folded(text)
    assert [read[start:end] for start, end in open_values(read)] == [value]


def test_two_blanks_are_no_game():
    text = "come to ____ on ______ at six"
    assert [text[start:end] for start, end in open_values(text)] == ["____", "______"]


@pytest.mark.parametrize(
    "text",
    [
        "Love you xxx",
        "3 x €5, 2 x 10 %",
        "XXL sale, Size XX",
        "I like ____ on my bread",
        "What??? Really??",
        "open 10:00-20:00, from 00:00",
        "10.000.000 €",
        "XX. century",
        "",
    ],
)
def test_kisses_games_and_numbers_are_left_alone(text):
    assert list(open_values(folded(text))) == []


@given(st.text("xX?_€$%.: 05", max_size=60))
def test_any_text_can_be_read(text):
    assert all(start < end for start, end in open_values(folded(text)))
