"""Where the brand is at home, as an owner says it."""

from datetime import date

import pytest

from app.commands.home import save_home
from app.commands.setting import Setting
from app.errors import InvalidInputError, RefusedError
from tests.builders.calendars import LENA, MARC, NORA, act_as, ready_post


@pytest.mark.parametrize("by", [LENA, MARC])
def test_only_an_owner_says_where_the_brand_is_at_home(session, by):
    act_as(session, by)
    with pytest.raises(RefusedError, match="Only an owner"):
        save_home(session, country="DE", reason="Founded there")


def test_the_days_of_the_home_country_count_in_other_markets(session, reader):
    act_as(session, NORA)
    changes = save_home(session, country="US", reason="Founded there")
    assert (changes.done, changes.everything) == ("The brand is at home in United States", True)
    assert Setting.of(session.engine).team.home == "US"
    post_id = ready_post(session, day=date(2028, 9, 11))
    assert "day.home:us-9-11" in {flag.key for flag in reader.post(post_id).flags}
    assert save_home(session, country="", reason="Sold").done == "The brand has no home country"


@pytest.mark.parametrize(("country", "reason"), [("XX", "So"), ("Germany", "So"), ("DE", " ")])
def test_a_home_is_a_country_and_has_a_reason(session, country, reason):
    act_as(session, NORA)
    with pytest.raises(InvalidInputError, match=r"country code|Write why"):
        save_home(session, country=country, reason=reason)
    assert Setting.of(session.engine).team.home == ""
