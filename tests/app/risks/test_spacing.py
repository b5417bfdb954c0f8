"""Posts of one channel that stand too close."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.flag import Severity
from app.risks.spacing import same_minute, too_close
from tests.app.risks.builders import GERMANY, NOON, facts, post
from tests.app.risks.companions import beside, other

WHERE = facts()
MINUTE = timedelta(minutes=1)


def near(minutes, network="facebook"):
    where = facts(GERMANY, network)
    met = other(where, local=NOON + minutes * MINUTE, text="Der Hof ist offen.")
    return beside(too_close, post(where), met, where=where)


def test_the_same_minute_is_a_caution():
    (flag,) = beside(same_minute, post(WHERE), other(WHERE, text="Der Hof ist offen."))
    assert flag.severity is Severity.CAUTION
    assert flag.key == "timing.same-minute:id-DE-0002"
    assert "DE-0002" in flag.headline
    assert "12:00" in flag.why


def test_a_sibling_at_the_same_minute_is_a_note():
    (flag,) = beside(same_minute, post(WHERE), other(WHERE, is_sibling=True))
    assert flag.severity is Severity.NOTE
    (flag,) = beside(same_minute, post(WHERE), other(WHERE, is_sibling=True), other(WHERE, "A"))
    assert flag.severity is Severity.CAUTION


def test_another_minute_another_channel_and_the_tray_are_silent():
    elsewhere = other(facts(network="x"))
    assert beside(same_minute, post(WHERE), other(WHERE, local=NOON + MINUTE), elsewhere) == []
    assert beside(same_minute, post(WHERE, local=None), other(WHERE, local=None)) == []


@pytest.mark.parametrize(
    ("network", "usual"), [("facebook", 30), ("x", 10), ("push", 60), ("unheard-of", 30)]
)
def test_how_far_apart_is_usual_depends_on_the_network(network, usual):
    (flag,) = near(usual - 1, network)
    assert str(usual) in flag.why
    assert near(usual, network) == []
    assert [flag.key for flag in near(1 - usual, network)] == [flag.key]


def test_only_what_rings_asks_for_a_tick():
    assert [flag.severity for flag in near(5)] == [Severity.NOTE]
    assert [flag.severity for flag in near(5, "push")] == [Severity.CAUTION]


def test_the_nearest_is_named_once():
    met = [other(WHERE, f"DE-000{n}", local=NOON + n * MINUTE) for n in (9, 4, 7)]
    (flag,) = beside(too_close, post(WHERE), *met)
    assert flag.headline == "4 minutes from DE-0004"


def test_the_same_minute_and_the_tray_are_not_called_close():
    assert near(0) == []
    assert beside(too_close, post(WHERE, local=None), other(WHERE)) == []
    assert beside(too_close, post(WHERE), other(WHERE, local=None)) == []


def test_another_gap_changes_the_mark_and_another_text_does_not():
    (one,), (wider,) = near(5), near(6)
    assert (one.key, one.mark) != (wider.key, wider.mark)
    met = other(WHERE, local=NOON + 5 * MINUTE)
    reworded = replace(met, post=met.post.changed(text="Anders."))
    (first,), (second,) = (beside(too_close, post(WHERE), each) for each in (met, reworded))
    assert first.mark == second.mark
