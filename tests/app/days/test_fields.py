"""What is wrong with an entry is named by file, entry and field."""

import pytest

from app.days.fields import Fields
from app.errors import InvalidInputError

WRONG = Fields(
    "days.toml",
    "xx-day",
    {
        "text": 5,
        "blank": " ",
        "number": True,
        "big": 99,
        "truth": "yes",
        "texts": "one",
        "list": ["ok", ""],
        "names": {},
        "mixed": {"de": ""},
        "tone": "merry",
    },
)


@pytest.mark.parametrize(
    ("ask", "field"),
    [
        (lambda fields: fields.text("text"), "text"),
        (lambda fields: fields.text("blank"), "blank"),
        (lambda fields: fields.text("absent"), "absent"),
        (lambda fields: fields.text("text", ""), "text"),
        (lambda fields: fields.number("number", 1, range(1, 9)), "number"),
        (lambda fields: fields.number("big", 1, range(1, 9)), "big"),
        (lambda fields: fields.truth("truth"), "truth"),
        (lambda fields: fields.texts("texts"), "texts"),
        (lambda fields: fields.texts("list"), "list"),
        (lambda fields: fields.named_texts("names"), "names"),
        (lambda fields: fields.named_texts("mixed"), "mixed"),
        (lambda fields: fields.choice("tone", {"solemn": 1}), "tone"),
        (lambda fields: fields.refuse_others_than({"text"}), "blank"),
    ],
)
def test_a_wrong_field_is_named(ask, field):
    with pytest.raises(InvalidInputError, match=f"days.toml, entry xx-day, field {field}: ."):
        ask(WRONG)


def test_right_fields_are_handed_over():
    fields = Fields(
        "days.toml",
        "xx-day",
        {"id": "x", "n": 3, "yes": True, "all": ["DE"], "names": {"de": "Tag"}, "tone": "solemn"},
    )
    assert fields.text("id") == "x"
    assert fields.text("absent", "") == ""
    assert fields.number("n", 1, range(5)) == 3
    assert fields.number("absent", 1, range(5)) == 1
    assert fields.truth("yes")
    assert not fields.truth("absent")
    assert fields.texts("all", "[A-Z]{2}") == ("DE",)
    assert fields.texts("absent") == ()
    assert fields.named_texts("names") == (("de", "Tag"),)
    assert fields.choice("tone", {"solemn": 7}) == 7
    fields.refuse_others_than({"id", "n", "yes", "all", "names", "tone"})
