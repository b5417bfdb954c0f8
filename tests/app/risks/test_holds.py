"""Stop orders as flags."""

from dataclasses import replace

from app.domain.flag import Severity
from app.domain.hold import Scope
from app.risks.holds import hold as hold_flags
from tests.app.risks.builders import facts, post
from tests.builders.domain import hold


def test_a_hold_that_covers_the_post_is_a_stop_with_its_reason():
    where = facts(holds=(hold(),))
    (flag,) = hold_flags(post(where), where)
    assert flag.severity is Severity.STOP
    assert flag.headline == "On hold: Wait for news"
    assert "lifts the hold" in flag.way_out
    assert flag.evidence == ("Wait for news",)


def test_a_lifted_hold_and_one_for_others_say_nothing():
    where = facts(holds=(hold(lifted=31), hold(Scope.MARKET, "m-fr")))
    assert not list(hold_flags(post(where), where))


def test_a_long_reason_fits_a_headline_and_stands_whole_in_the_text():
    long = replace(hold(), reason="The earthquake in the region " * 4)
    where = facts(holds=(long,))
    (flag,) = hold_flags(post(where), where)
    assert len(flag.headline) <= 60
    assert long.reason in flag.why


def test_each_hold_is_a_risk_of_its_own():
    second = replace(hold(), id="h2", placed_seq=40)
    where = facts(holds=(hold(), second))
    flags = list(hold_flags(post(where), where))
    assert len({flag.key for flag in flags}) == len({flag.mark for flag in flags}) == 2
