from datetime import datetime

import pytest

from app.domain.medium import Medium
from tests.builders import ui_b
from ui.widgets.field_words import field_words, told_apart


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("text", "Brot", "Brot"),
        ("local", datetime(2027, 11, 9, 10, 0), "Tue 9 Nov, 10:00"),
        ("local", None, "no date"),
        ("channel", ui_b.INSTAGRAM.id, "Instagram"),
        ("channel", "gone", "gone"),
        ("language", "ja", "Japanese"),
        ("tags", ("brot", "ofen"), "brot, ofen"),
        ("options", (("place", "Berlin"),), "place: Berlin"),
        ("media", (Medium("https://x", "0123456789", "A loaf"),), "A loaf · x"),
        (
            "media",
            (Medium("https://x/a/br%C3%B6tchen.jpg?w=9"), Medium("", "62bd04ca99", "An oven")),
            "no alt text · brötchen.jpg\nAn oven",
        ),
        ("media", (Medium("https://[x"),), "no alt text · https://[x"),
        ("ready", True, "yes"),
        ("ready", False, "no"),
        ("labels", (), ""),
    ],
)
def test_every_kind_of_value_has_words(field, value, words):
    assert field_words(field, value, ui_b.calendar()) == words


@pytest.mark.in_english
def test_pictures_that_differ_never_read_the_same():
    loaf, other, none = (
        (Medium("https://x/loaf.jpg", "62bd04ca99", "A loaf"),),
        (Medium("https://x/loaf.jpg", "71cc04ca99", "A loaf"),),
        (),
    )
    assert told_apart("media", (loaf, none), ui_b.calendar()) == ("A loaf · loaf.jpg", "")
    assert told_apart("media", (loaf, other, none), ui_b.calendar()) == (
        "A loaf · https://x/loaf.jpg · 62bd04ca",
        "A loaf · https://x/loaf.jpg · 71cc04ca",
        "",
    )


def test_values_that_are_the_same_read_the_same():
    loaf = (Medium("https://x/loaf.jpg", "62bd04ca99", "A loaf"),)
    assert len(set(told_apart("media", (loaf, loaf), ui_b.calendar()))) == 1
    assert told_apart("text", ("Brot", "Brot"), ui_b.calendar()) == ("Brot", "Brot")
