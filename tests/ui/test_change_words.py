import pytest

from app.domain.change import ChangeSet
from ui.change_words import said

pytestmark = pytest.mark.in_english
MOVE = ChangeSet("Move DE-0142 to Tue 10 Nov", done="Moved DE-0142 to Tue 10 Nov")


def test_a_move_says_what_it_ended_and_what_came():
    changes = ChangeSet(MOVE.label, done=MOVE.done, ended_approvals=1, stops_came=2)
    assert said(changes) == ("Moved DE-0142 to Tue 10 Nov · approval ended · 2 stops came")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"ended_approvals": 3}, "3 approvals ended"),
        ({"stops_came": 1, "cautions_came": 4}, "1 stop came"),
        ({"cautions_came": 4}, "4 cautions came"),
        ({"left_queued": ("Buffer",)}, "still queued in Buffer: take it out there"),
    ],
)
def test_each_consequence_has_its_words(facts, words):
    changes = ChangeSet(MOVE.label, done=MOVE.done, **facts)
    assert said(changes) == f"{MOVE.done} · {words}"


def test_undo_says_that_the_approval_is_back():
    back = ChangeSet("Undid: Move DE-0142 to Tue 10 Nov", returned_approvals=1, takes_back=True)
    assert said(back) == ("Undid: Move DE-0142 to Tue 10 Nov · approval is back")


def test_what_has_no_words_of_its_own_is_done():
    assert said(ChangeSet("Cancel DE-0142")) == "Done: Cancel DE-0142"


def test_what_was_undone_in_the_settings_says_what_they_say_now():
    back = ChangeSet("Undid: Rename Lea", done="Lea is called Lena now", takes_back=True)
    assert said(back) == "Undid: Rename Lea · Lea is called Lena now"
