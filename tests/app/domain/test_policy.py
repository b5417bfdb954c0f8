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
