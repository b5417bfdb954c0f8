"""The next post that asks for a look, across all periods."""

from datetime import date, timedelta

import pytest

from app.commands.flagged import next_flagged
from app.commands.post_filter import EVERYTHING
from app.errors import AppError
from tests.builders.calendars import (
    FR_INSTAGRAM,
    FRANCE,
    GERMANY,
    POGROM_DAY,
    QUIET_DAY,
    ready_post,
)

BOTH = (GERMANY, FRANCE)
LONG_BEFORE = POGROM_DAY - timedelta(days=100)
LONG_AFTER = POGROM_DAY + timedelta(days=100)
SELLS = "Heute feiern wir: Rabatt auf alles!"


def found(reader, beyond: date | None, step: int, wanted=EVERYTHING, markets=BOTH):
    card = next_flagged(reader, beyond=beyond, step=step, wanted=wanted, markets=markets)
    return card.id if card is not None else None


@pytest.fixture
def stop(session):
    return ready_post(session, text=SELLS, day=POGROM_DAY)


def test_it_is_found_from_far_before_and_far_after(session, reader, stop):
    for days in (-60, 60):
        ready_post(session, day=POGROM_DAY + timedelta(days=days))
    assert found(reader, LONG_BEFORE, 1) == stop
    assert found(reader, LONG_AFTER, -1) == stop


def test_without_a_day_the_outermost_one_of_the_plan_is_found(session, reader, stop):
    later = ready_post(session, text=SELLS, day=date(2028, 11, 9))
    assert found(reader, None, 1) == stop
    assert found(reader, None, -1) == later


def test_the_day_itself_is_not_beyond_it(reader, stop):
    assert found(reader, POGROM_DAY, 1) is None
    assert found(reader, POGROM_DAY, -1) is None


def test_of_one_day_they_come_by_market_and_time(session, reader, stop):
    ready_post(session, text="Soldes [TODO]", day=POGROM_DAY, channel=FR_INSTAGRAM)
    assert found(reader, LONG_BEFORE, 1, markets=BOTH) == stop
    assert found(reader, LONG_BEFORE, 1, markets=BOTH[::-1]) != stop
    assert found(reader, LONG_AFTER, -1, markets=BOTH[::-1]) == stop


def test_only_what_the_filter_wants_in_the_markets_that_are_shown_counts(reader, stop):
    assert found(reader, LONG_BEFORE, 1, wanted=EVERYTHING.saying("nowhere")) is None
    assert found(reader, LONG_BEFORE, 1, markets=(FRANCE,)) is None


def test_a_calendar_without_posts_has_none(reader):
    assert found(reader, QUIET_DAY, 1) is None
    assert found(reader, QUIET_DAY, -1) is None


def test_a_search_that_nobody_wants_any_more_ends(reader, stop):
    def enough():
        raise AppError("enough")

    with pytest.raises(AppError):
        next_flagged(
            reader, beyond=LONG_BEFORE, step=1, wanted=EVERYTHING, markets=BOTH, checked=enough
        )
