"""How many people must approve."""

import pytest

from app.domain.flag import Severity
from app.domain.policy import Policy
from tests.builders.domain import flag


@pytest.mark.parametrize(
    ("severity", "approvers"), [(Severity.NOTE, 1), (Severity.CAUTION, 1), (Severity.STOP, 2)]
)
def test_a_stop_needs_as_many_as_the_owner_says(severity, approvers):
    assert Policy(approvers_on_stop=2).approvers_for([flag(severity)]) == approvers


@pytest.mark.parametrize(("on_stop", "approvers"), [(1, 2), (2, 2), (3, 3)])
def test_a_remembrance_is_never_one_persons_word(on_stop, approvers):
    policy = Policy(approvers_on_stop=on_stop)
    assert policy.approvers_for([], as_remembrance=True) == 2
    stopped = policy.approvers_for([flag(Severity.STOP)], as_remembrance=True)
    assert stopped == approvers
