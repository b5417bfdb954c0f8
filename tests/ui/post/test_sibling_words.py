from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.commands.alike import Alike
from app.commands.idea import Ahead, Version
from app.commands.views import Sibling
from tests.builders import ui_b
from ui.post.sibling_words import (
    ahead_words,
    alike_words,
    change_words,
    listed,
    reads_the_same_language,
    when_words,
    where_words,
)

VIEW = ui_b.a_view()
CARD = VIEW.card

pytestmark = pytest.mark.in_english


def test_whose_change_was_not_followed_is_said_with_name_and_day():
    ahead = Ahead("DE-0142", ui_b.LENA_PERSON.id, datetime(2027, 11, 3, 12, tzinfo=UTC))
    assert ahead_words(ahead, ui_b.calendar()) == (
        "Not updated since Lena Brandt changed DE-0142 on Wed 3 Nov"
    )


def test_place_language_and_time_are_said():
    assert where_words(CARD, "Germany") == f"Germany · {CARD.channel.name}"
    assert when_words(Version(VIEW.post, CARD, "Germany", None)).startswith("German · Tue 9 Nov")
    in_tray = replace(CARD, local=None)
    assert when_words(Version(VIEW.post, in_tray, "Germany", None)) == "German · no date"


def test_siblings_that_say_the_same_are_counted_and_a_few_named():
    def siblings(count):
        cards = [replace(CARD, name=f"FR-{number:04d}") for number in range(count)]
        return [Sibling(card, is_older=False) for card in cards]

    assert alike_words(siblings(1)) == "1 sibling says the same: FR-0000"
    assert alike_words(siblings(5)) == "5 siblings say the same: FR-0000, FR-0001, FR-0002 …"


def test_what_changes_and_whose_approval_ends_is_said():
    alike = Alike(CARD, "Germany", ("text", "link"), ())
    assert change_words(alike, ui_b.calendar()) == "Changes: text and link"
    approved = replace(alike, approvers=(ui_b.MARC_PERSON.id,))
    assert change_words(approved, ui_b.calendar()).endswith("Ends the approval by Marc Fournier.")


def test_names_are_listed_as_people_do():
    assert [listed([]), listed(["a"]), listed("abc")] == ["", "a", "a, b and c"]


def test_one_language_of_two_countries_can_be_compared():
    british, german = replace(CARD, language="en-GB"), CARD
    assert reads_the_same_language(british, replace(CARD, language="en"))
    assert not reads_the_same_language(british, german)
