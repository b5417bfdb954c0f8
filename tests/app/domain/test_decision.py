"""Decisions and what they have seen."""

import pytest

from app.domain.decision import Verdict, says_why
from app.domain.flag import Severity
from tests.builders.domain import decision, flag, seen


@pytest.mark.parametrize("verdict", list(Verdict))
def test_only_an_approval_says_yes(verdict):
    assert decision(verdict).is_approval is (verdict is Verdict.APPROVE)


def test_a_flag_is_answered_only_in_the_state_in_which_it_was_seen():
    assert seen(flag()).answers(flag())
    assert not seen(flag()).answers(flag(fact="later"))
    assert not seen(flag()).answers(flag(key="day.solemn:y"))
    assert not seen(flag()).answers(flag(Severity.STOP))


def test_whoever_has_answered_a_stop_has_answered_less_with_the_same_facts():
    assert seen(flag(Severity.STOP)).answers(flag(Severity.CAUTION))
    assert not seen(flag(Severity.STOP)).answers(flag(Severity.CAUTION, fact="later"))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (".", False),
        ("ok ok", False),
        ("12345678 !!!", False),
        ("It is quiet.", True),
        ("追悼の投稿", True),
        ("منشور تذكاري", True),
    ],
)
def test_a_dot_is_no_reason(words, says):
    assert says_why(words) is says
