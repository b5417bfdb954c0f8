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
    assert not seen(flag()).answers(flag(Severity.STOP))


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
