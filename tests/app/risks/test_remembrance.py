"""What a post may not do that is the remembrance of its day."""

from app.risks.remembrance import remembrance_flags
from tests.app.risks.builders import facts, post


def test_a_quiet_post_may_be_the_remembrance():
    where = facts()
    assert list(remembrance_flags(post(where, text="Wir gedenken."), where)) == []
