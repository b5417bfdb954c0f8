"""The words of the recall list."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.commands.recall_words import cause_text, cause_words
from app.commands.views import Recall
from app.domain.gate import Reason, Refusal
from app.domain.recall import Cause, Why
from tests.builders import ui

NINTH = ui.on(ui.THE_NINTH, 10)
NOW = datetime.fromisoformat("2026-11-01T09:00+00:00")


def recall(*causes, **facts):
    return ui.recall(ui.card(**facts), NINTH, causes=causes)


TABLE = [
    (Cause(Why.CANCELLED), "It was cancelled.", "cancelled"),
    (Cause(Why.HELD, "Fire in Hamburg"), "A hold stops it: Fire in Hamburg", "on hold"),
    (
        Cause(Why.SAID_NO, "refuse", "The price is wrong."),
        "A reviewer refused it: The price is wrong.",
        "refused",
    ),
    (
        Cause(Why.SAID_NO, "changes", "Name the town."),
        "A reviewer asked for changes: Name the town.",
        "approval withdrawn",
    ),
    (
        Cause(Why.SAID_NO, "withdraw", "The price is wrong."),
        "A reviewer withdrew the approval: The price is wrong.",
        "approval withdrawn",
    ),
    (Cause(Why.IN_TRAY), "It was put in the tray: it has no date any more.", "in the tray"),
    (Cause(Why.CHANGED, "link text"), "It was changed since: link, text.", "changed"),
    (Cause(Why.DRAFT), "It was put back to draft.", "back to draft"),
    (
        Cause(Why.ENDED, refusal=Refusal(Reason.HELD_SINCE, "Fire")),
        "A hold was lifted (Fire), and nobody has read it again since.",
        "approval ended",
    ),
    (
        Cause(Why.ENDED, refusal=Refusal(Reason.UNSEEN, "Late")),
        "Whoever approved it has not seen “Late”.",
        "approval ended",
    ),
    (
        Cause(Why.ENDED, refusal=Refusal(Reason.NEEDS_ANOTHER, "1")),
        "Its approval has ended.",
        "approval ended",
    ),
]


@pytest.mark.parametrize(("cause", "sentence", "words"), TABLE)
def test_each_cause_has_a_sentence_and_a_few_words(cause, sentence, words):
    one = recall(cause)
    assert cause_text(one, cause) == sentence
    assert cause_words(one) == words


def test_a_move_names_the_new_day_or_only_the_new_time():
    away = recall(Cause(Why.MOVED), local=NINTH + timedelta(days=2))
    assert cause_text(away, away.causes[0]) == "It was moved to Wed 11 Nov, 10:00."
    assert cause_words(away) == "moved to Wed 11 Nov"
    later = recall(Cause(Why.MOVED), local=NINTH + timedelta(hours=2))
    assert cause_words(later) == "moved"


def test_each_cause_there_is_has_words():
    for why in Why:
        one = recall(Cause(why, "refuse" if why is Why.SAID_NO else ""), local=None)
        assert cause_text(one, one.causes[0])
        assert cause_words(replace(one)) == cause_words(one) != ""
    assert isinstance(one, Recall)
