"""Commands and places by what somebody types of their names."""

import pytest

from app.commands.fuzzy import ranked, score

NAMES = [
    "Export…",
    "Next flagged post",
    "Previous flagged post",
    "New post",
    "Put in the tray",
    "Übersicht",
]


def best(typed):
    return ranked(typed, [(name, name) for name in NAMES])


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("exp", "Export…"),
        ("EXPORT…", "Export…"),
        ("nfp", "Next flagged post"),
        ("ne fl", "Next flagged post"),
        ("tray", "Put in the tray"),
        ("flaged", "Next flagged post"),
        ("post new", "New post"),
        ("uber", "Übersicht"),
        ("sicht", "Übersicht"),
    ],
)
def test_a_name_is_found_by_its_beginning_pieces_initials_and_slips(typed, name):
    assert best(typed)[0] == name


def test_what_fits_better_stands_first_and_the_rest_keeps_its_order():
    assert best("new")[0] == "New post"
    assert best("flagged") == ("Next flagged post", "Previous flagged post")
    assert best("") == tuple(NAMES)


@pytest.mark.parametrize("typed", ["xyz", "xylophone", "laggd"])
def test_what_does_not_fit_is_left_out(typed):
    assert best(typed) == ()


def test_a_name_without_words_fits_nothing():
    assert score("export", "") == 0
