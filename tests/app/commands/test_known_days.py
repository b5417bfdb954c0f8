"""The days of a year, as a browser shows them."""

from datetime import date, time

import pytest

from app.commands.days import save_days, switch_day
from app.domain.flag import Severity
from app.domain.observance import Tone
from app.domain.team_day import TeamDay
from tests.builders.calendars import FRANCE, GERMANY, MARC, act_as

TODAY = date(2027, 10, 20)


@pytest.fixture
def listed(session, reader):
    def listing(*markets, year=2027, today=TODAY, **options):
        return reader.day_list(markets or (GERMANY, FRANCE), year, today, **options)

    return listing


def by_id(found):
    return {day.id: day for day in found.days}


def test_an_occasion_of_several_markets_stands_there_once(listed):
    found = by_id(listed())
    assert found["un-violence-women"].markets == (GERMANY, FRANCE)
    assert found["de-reichspogromnacht"].markets == (GERMANY,)
    assert found["de-reichspogromnacht"].spans == ((date(2027, 11, 9), date(2027, 11, 9)),)
    assert len(found) == len(listed().days)


def test_days_stand_in_the_order_of_the_year(listed):
    begins = [day.spans[0][0] for day in listed().days if day.spans]
    assert begins == sorted(begins)


def test_a_month_is_one_span_and_a_band(listed):
    ramadan = by_id(listed(GERMANY))["ramadan-minority"]
    assert ramadan.is_band
    ((first, last),) = ramadan.spans
    assert (last - first).days in (28, 29)


def test_the_coming_days_are_no_holidays_and_end_after_thirty_days(listed):
    coming = listed(GERMANY).coming
    days = [day for day, _known in coming]
    assert days == sorted(days)
    assert days[0] >= TODAY
    assert days[-1] <= date(2027, 11, 18)
    assert "de-reichspogromnacht" in {known.id for _day, known in coming}
    assert not any(known.is_holiday for _day, known in coming)


def test_the_coming_days_go_on_in_the_new_year_whatever_year_is_shown(listed):
    coming = listed(FRANCE, year=2020, today=date(2027, 12, 20)).coming
    assert "fr-7-janvier" in {known.id for _day, known in coming}
    assert {day.year for day, _known in coming} <= {2027, 2028}


def test_a_day_of_the_team_and_one_that_is_switched_off_are_told_apart(session, listed):
    act_as(session, MARC)
    fire = TeamDay("team-fire", "Fire", "fixed 03-14 for 3 days", Tone.HOLIDAY, Severity.CAUTION)
    save_days(session, days=[fire])
    switch_day(session, observance="un-violence-women", market=FRANCE, is_off=True, reason="So")
    found = by_id(listed())
    assert found["team-fire"].spans == ((date(2027, 3, 14), date(2027, 3, 16)),)
    assert found["team-fire"].meaning.is_own
    assert not found["team-fire"].is_holiday
    assert not found["un-violence-women"].meaning.switched_off
    assert by_id(listed(FRANCE))["un-violence-women"].meaning.switched_off


def test_moments_and_eves_are_told_with_their_day(session, listed):
    (market,) = listed(GERMANY).days[:1] and [GERMANY]
    found = by_id(listed(market))
    assert found["de-reichspogromnacht"].moments == ()
    assert all(isinstance(starts, time) for day in found.values() for starts, _end in day.moments)
    assert not found["de-reichspogromnacht"].has_eve


def test_long_work_tells_how_far_it_is(listed):
    heard = []
    listed(worked_out=lambda done, total: heard.append((done, total)))
    assert heard == [(0, 2), (1, 2)]


def test_the_data_of_the_program_has_no_problems(listed):
    assert listed(GERMANY).problems == ()
