"""A team's own severities, laid over what the rules have found."""

import pytest

from app.domain.flag import Flag, Severity, mark_of
from app.domain.market import MarketId
from app.domain.severity_rule import SeverityRule
from app.risks.phrasing import way_out
from app.risks.severity import weighed

GERMANY = MarketId("m-de")


def found(rule: str, severity: Severity, why: str = "It is so.") -> Flag:
    return Flag(rule, severity, rule, mark_of(severity, rule), "About it", why)


def weighed_one(flag: Flag, chosen: Severity, rule: str = "") -> Flag:
    choice = SeverityRule(rule or flag.rule, chosen, "We have talked about it.")
    (one,) = weighed([flag], (choice,), GERMANY)
    return one


@pytest.mark.parametrize(
    ("rule", "usual", "chosen", "outcome"),
    [
        ("timing.night", Severity.CAUTION, Severity.NOTE, Severity.NOTE),
        ("timing.night", Severity.CAUTION, Severity.STOP, Severity.STOP),
        ("day.holiday", Severity.NOTE, Severity.CAUTION, Severity.CAUTION),
        ("day.solemn", Severity.STOP, Severity.CAUTION, Severity.CAUTION),
        ("day.solemn", Severity.STOP, Severity.NOTE, Severity.CAUTION),
        ("wording.names-and-sells", Severity.STOP, Severity.NOTE, Severity.CAUTION),
        ("channel.length", Severity.BLOCKED, Severity.NOTE, Severity.BLOCKED),
        ("channel.length", Severity.CAUTION, Severity.NOTE, Severity.NOTE),
        ("hold.active", Severity.STOP, Severity.NOTE, Severity.STOP),
    ],
)
def test_a_choice_goes_only_so_far(rule, usual, chosen, outcome):
    flag = found(rule, usual)
    for whom in (rule, flag.family):
        one = weighed_one(flag, chosen, whom)
        assert one.severity is outcome
        assert one.mark == mark_of(outcome, rule)


def test_a_hold_stays_a_stop_even_where_its_family_is_named():
    flag = found("hold.active", Severity.STOP)
    assert weighed_one(flag, Severity.CAUTION, "hold") == flag


def test_a_day_that_was_switched_off_stays_a_note_however_grave_days_are():
    flag = found("day.switched-off", Severity.NOTE)
    for rule in ("day", "day.switched-off"):
        assert weighed_one(flag, Severity.STOP, rule) == flag


def test_the_flag_says_who_lowered_it_and_why_and_who_can_lift_it_now():
    lowered = weighed_one(found("timing.night", Severity.CAUTION), Severity.NOTE)
    assert lowered.why == (
        "It is so. Lowered from “Caution” to “Note” by the owner: We have talked about it."
    )
    assert lowered.way_out == way_out(Severity.NOTE)


def test_the_flag_says_who_raised_it_and_why():
    raised = weighed_one(found("timing.night", Severity.CAUTION, why=""), Severity.STOP)
    assert raised.why == ("Raised from “Caution” to “Stop” by the owner: We have talked about it.")
    assert raised.way_out == way_out(Severity.STOP)


def test_a_reason_is_no_part_of_the_mark():
    flag = found("timing.night", Severity.CAUTION)
    reasons = ("One reason", "Quite another reason")
    choices = [SeverityRule(flag.rule, Severity.STOP, reason) for reason in reasons]
    first, second = (weighed([flag], (choice,), GERMANY)[0] for choice in choices)
    assert first.mark == second.mark
    assert first.why != second.why


def test_what_nobody_has_spoken_of_stays_as_it_is():
    flag = found("timing.night", Severity.CAUTION)
    assert weighed([flag], (), GERMANY) == (flag,)
    assert weighed_one(flag, Severity.NOTE, "timing.hours") == flag
    assert weighed_one(flag, Severity.CAUTION) == flag
