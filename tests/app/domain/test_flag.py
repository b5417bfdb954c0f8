"""Flags, their marks and their order."""

from app.domain.flag import Severity, facts_in, mark_of, worst
from tests.builders.domain import flag


def test_a_mark_follows_the_severity_and_the_facts():
    assert mark_of(Severity.STOP, "a") == mark_of(Severity.STOP, "a")
    assert mark_of(Severity.STOP, "a") != mark_of(Severity.CAUTION, "a")
    assert mark_of(Severity.STOP, "a", "b") != mark_of(Severity.STOP, "ab")


def test_at_another_severity_it_is_the_same_risk_with_the_same_facts_and_another_sight():
    usual = flag()
    raised = usual.at(Severity.STOP)
    assert raised == flag(Severity.STOP)
    assert (raised.key, facts_in(raised.mark)) == (usual.key, facts_in(usual.mark))
    assert raised.sight != usual.sight
    assert facts_in(flag(fact="later").mark) != facts_in(usual.mark)


def test_the_family_is_the_first_part_of_the_rule():
    assert flag().family == "day"


def test_a_blocked_flag_is_the_worst():
    assert max(Severity) is Severity.BLOCKED


def test_the_worst_of_no_flags_is_nothing():
    assert worst([]) is None
    assert worst([Severity.NOTE, Severity.STOP, Severity.CAUTION]) is Severity.STOP


def test_a_flag_in_another_state_is_another_sight():
    assert flag().sight == flag().sight
    assert flag().sight != flag(fact="later").sight
