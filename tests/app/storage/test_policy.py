"""What the owner has decided about approvals."""

import pytest

from app.domain.policy import Policy
from app.errors import RefusedError
from app.storage.policy import policy, save_policy


def test_a_new_calendar_has_the_usual_policy_until_an_owner_changes_it(desk, engine):
    assert policy(engine) == Policy()
    save_policy(engine, desk.stamp("olga"), Policy(approvers_on_stop=2), "After November")
    assert policy(engine) == Policy(approvers_on_stop=2)


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_only_an_owner_changes_the_policy(desk, engine, who):
    with pytest.raises(RefusedError, match="Only an owner"):
        save_policy(engine, desk.stamp(who), Policy(), "Faster")
