"""A post again and again, as drafts."""

from datetime import date, datetime, timedelta

import pytest

from app.commands.repeating import MOST, Rhythm, days_after, repeat_post
from app.errors import InvalidInputError, RefusedError
from tests.builders.calendars import (
    LENA,
    MARC,
    NOW,
    QUIET_DAY,
    act_as,
    approve_as,
    ready_post,
)

WEEKLY = days_after(QUIET_DAY, Rhythm.WEEKS, 1, 3)


@pytest.mark.parametrize(
    ("first", "rhythm", "every", "expected"),
    [
        ("2027-11-30", Rhythm.DAYS, 2, ("2027-12-02", "2027-12-04")),
        ("2027-11-30", Rhythm.WEEKS, 1, ("2027-12-07", "2027-12-14")),
        ("2027-12-31", Rhythm.MONTHS, 1, ("2028-01-31", "2028-02-29")),
        ("2027-11-09", Rhythm.WEEKDAYS, 1, ("2027-12-14", "2028-01-11")),
        ("2027-11-30", Rhythm.WEEKDAYS, 1, ("2027-12-28", "2028-01-25")),
        ("2028-02-29", Rhythm.YEARS, 1, ("2029-02-28", "2030-02-28")),
    ],
)
def test_days_come_again_as_people_mean_it(first, rhythm, every, expected):
    found = days_after(date.fromisoformat(first), rhythm, every, 2)
    assert tuple(day.isoformat() for day in found) == expected


def test_each_copy_is_an_unapproved_draft_of_one_series_at_the_same_hour(session, reader):
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    changes = repeat_post(session, post_id=post_id, days=WEEKLY)
    assert changes.label == "Repeat DE-0001 3 times"
    copies = sorted(
        (reader.post(copy).post for copy in changes.posts), key=lambda post: post.occurrence
    )
    assert [copy.content.local for copy in copies] == [
        datetime.combine(day, datetime(2027, 11, 16, 10, 30).time()) for day in WEEKLY
    ]
    assert {(copy.series, copy.ready, copy.copied_from) for copy in copies} == {
        (post_id, False, post_id)
    }
    assert [copy.occurrence for copy in copies] == [1, 2, 3]
    assert not any(reader.post(copy.id).card.is_approved for copy in copies)
    assert reader.post(post_id).card.is_approved


def test_who_wrote_the_first_may_not_approve_the_others(session, reader):
    post_id = ready_post(session)
    act_as(session, MARC)
    (copy,) = repeat_post(session, post_id=post_id, days=WEEKLY[:1]).posts
    assert reader.post(copy).authors == {LENA, MARC}


def test_a_copy_of_a_series_stays_in_it(session, reader):
    post_id = ready_post(session)
    (second,) = repeat_post(session, post_id=post_id, days=WEEKLY[:1]).posts
    (third,) = repeat_post(session, post_id=second, days=WEEKLY[1:2]).posts
    post = reader.post(third).post
    assert (post.series, post.occurrence) == (post_id, 2)


def test_one_step_takes_all_of_them_back(session, reader):
    changes = repeat_post(session, post_id=ready_post(session), days=WEEKLY)
    session.undo()
    assert all(reader.post(copy).post.cancelled for copy in changes.posts)


@pytest.mark.parametrize("count", [0, MOST + 1])
def test_none_and_too_many_are_refused(session, count):
    post_id = ready_post(session)
    with pytest.raises(InvalidInputError):
        repeat_post(session, post_id=post_id, days=days_after(QUIET_DAY, Rhythm.DAYS, 1, count))


def test_nothing_comes_again_in_the_past(session, reader):
    post_id = ready_post(session)
    with pytest.raises(RefusedError, match="past"):
        repeat_post(session, post_id=post_id, days=[*WEEKLY, (NOW - timedelta(days=2)).date()])
    assert len(reader.cards(date(2027, 1, 1), date(2028, 12, 31))) == 1
