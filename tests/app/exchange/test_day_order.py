"""Day or month first: asked of all dates together."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.day_order import DayOrder, guess_order


@pytest.mark.parametrize(
    ("texts", "day_first"),
    [
        (["9/11/2027", "25/11/2027"], True),
        (["11/9/2027", "11/25/2027"], False),
        (["Tue 9/11/2027"], True),
        (["Tuesday 11/9/2027"], False),
        (["9-11-27", "28-11-27"], True),
        (["25/12"], True),
    ],
)
def test_one_date_that_can_only_be_read_in_one_way_decides_for_all(texts, day_first):
    found = guess_order(texts, otherwise=not day_first)
    assert (found.day_first, found.is_proven) == (day_first, True)


def test_a_sheet_that_mixes_both_has_no_order():
    assert guess_order(["25/11/2027", "11/25/2027", "9/11/2027"], otherwise=True) == DayOrder(
        None, "9/11/2027"
    )


def test_without_proof_dates_that_lie_closer_together_are_likelier():
    days_in_november = ["1/11/2027", "2/11/2027", "8/11/2027"]
    assert guess_order(days_in_november, otherwise=False) == DayOrder(
        day_first=True, example="1/11/2027", is_proven=False
    )
    american = ["11/1/2027", "11/2/2027", "11/8/2027"]
    assert guess_order(american, otherwise=True).day_first is False


def test_without_any_hint_the_custom_of_the_markets_decides():
    for custom in (True, False):
        found = guess_order(["9/11/2027"], otherwise=custom)
        assert (found.day_first, found.is_proven) == (custom, False)


@pytest.mark.parametrize(
    "texts", [[], ["9.11.2027"], ["2027-11-09"], ["5/5/2027"], ["hello"], ["13/14/2027"], ["9 Nov"]]
)
def test_dates_that_need_no_order_leave_it_to_the_custom(texts):
    assert guess_order(texts, otherwise=True) == DayOrder(day_first=True)


@given(
    st.dates(date(2024, 1, 1), date(2032, 1, 1)),
    st.integers(20, 60),
    st.booleans(),
)
def test_a_month_of_daily_posts_is_never_read_the_wrong_way(start, length, day_first):
    pattern = "%d/%m/%Y" if day_first else "%m/%d/%Y"
    texts = [(start + timedelta(days=n)).strftime(pattern) for n in range(length)]
    assert guess_order(texts, otherwise=not day_first).day_first is day_first
