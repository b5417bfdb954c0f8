from datetime import datetime

import pytest

from app.domain.medium import Medium
from tests.builders import ui_b
from ui.widgets.field_words import field_words


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
        ("media", (Medium("https://x", "0123456789", "A loaf"),), "01234567 · https://x · A loaf"),
        ("ready", True, "yes"),
        ("ready", False, "no"),
        ("labels", (), ""),
    ],
)
def test_every_kind_of_value_has_words(field, value, words):
    assert field_words(field, value, ui_b.calendar()) == words
