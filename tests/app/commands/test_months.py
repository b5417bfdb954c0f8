"""Occasions that last for weeks."""

from datetime import timedelta

from app.commands.months import LongOccasion, long_occasions
from tests.builders.ui import GERMANY, JAPAN, MONDAY, observance

DAYS = [MONDAY + timedelta(days=number) for number in range(5)]
FAST = observance(name="Ramadan", why="A month of fasting.")
MONTH = observance(name="Movember", why="")


def test_an_occasion_of_several_markets_stands_once_from_its_first_day_to_its_last():
    found = {
        GERMANY.id: {DAYS[0]: (), DAYS[1]: (FAST,), DAYS[2]: (FAST,)},
        JAPAN.id: {DAYS[1]: (FAST,), DAYS[2]: (FAST,), DAYS[4]: ()},
    }
    assert long_occasions(found) == (
        LongOccasion("Ramadan", FAST.why, DAYS[1], DAYS[2], (GERMANY.id, JAPAN.id)),
    )


def test_where_it_begins_on_another_day_it_stands_apart_and_the_earlier_comes_first():
    found = {
        GERMANY.id: {DAYS[1]: (FAST,), DAYS[2]: (FAST,)},
        JAPAN.id: {DAYS[2]: (FAST, MONTH), DAYS[3]: (MONTH,)},
    }
    assert [(one.name, one.first, one.markets) for one in long_occasions(found)] == [
        ("Ramadan", DAYS[1], (GERMANY.id,)),
        ("Ramadan", DAYS[2], (JAPAN.id,)),
        ("Movember", DAYS[2], (JAPAN.id,)),
    ]


def test_without_any_there_is_none():
    assert long_occasions({GERMANY.id: {DAYS[0]: ()}}) == ()
