"""This post and all that follow: who moves, what they meet, and what nobody overwrites."""

from datetime import date, datetime, timedelta

import pytest

from app.commands.moving import move_each
from app.commands.posts import cancel_posts, create_post
from app.commands.shifting import Following, Shift, preview_shift, shift_words, shifted
from app.errors import ConflictError
from tests.builders.calendars import (
    BREAD,
    DE_INSTAGRAM,
    DE_PUSH,
    FR_INSTAGRAM,
    NOW,
    POGROM_DAY,
    QUIET_DAY,
    approve_as,
    knowledge,
    only,
    ready_post,
)
from tests.builders.moves import move_posts

FRIDAY, SATURDAY, MONDAY = date(2027, 11, 12), date(2027, 11, 13), date(2027, 11, 15)
WEEKEND = frozenset({5, 6})


@pytest.mark.parametrize(
    ("day", "days", "days_off", "there"),
    [
        (FRIDAY, 1, frozenset(), SATURDAY),
        (FRIDAY, 1, WEEKEND, MONDAY),
        (SATURDAY, 1, WEEKEND, MONDAY),
        (MONDAY, -1, WEEKEND, FRIDAY),
        (FRIDAY, 5, WEEKEND, date(2027, 11, 19)),
        (FRIDAY, 0, WEEKEND, FRIDAY),
    ],
)
def test_days_off_are_not_counted(day, days, days_off, there):
    assert shifted(day, days, days_off) == there


@pytest.fixture
def plan(session):
    """An early post, one to begin with, and later ones of other channels, markets, campaigns."""
    return {
        "early": ready_post(session, day=QUIET_DAY - timedelta(days=1)),
        "first": ready_post(session, campaign="autumn"),
        "push": ready_post(session, channel=DE_PUSH, day=QUIET_DAY + timedelta(days=1)),
        "french": ready_post(
            session, channel=FR_INSTAGRAM, day=QUIET_DAY + timedelta(days=1), campaign="autumn"
        ),
        "late": ready_post(session, day=QUIET_DAY + timedelta(days=2)),
    }


def preview(session, chosen, following=Following.MARKET, days=1, **facts):
    shift = Shift(tuple(chosen), following, days, **facts)
    return preview_shift(session.engine, knowledge(), shift, NOW)


@pytest.mark.parametrize(
    ("following", "names"),
    [
        (Following.MARKET, ["first", "push", "late"]),
        (Following.CHANNEL, ["first", "late"]),
        (Following.CAMPAIGN, ["first", "french"]),
        (Following.SELECTION, ["first"]),
    ],
)
def test_who_follows(session, plan, following, names):
    found = preview(session, [plan["first"]], following)
    assert [one.card.id for one in found.posts] == [plan[name] for name in names]


def test_of_a_selection_the_earliest_begins(session, plan):
    found = preview(session, [plan["late"], plan["push"]])
    assert [one.card.id for one in found.posts] == [plan["push"], plan["late"]]


def test_cancelled_and_undated_posts_stay(session, plan):
    cancel_posts(session, post_ids=[plan["late"]])
    tray = only(create_post(session, channel_id=DE_INSTAGRAM, local=None, text=BREAD))
    found = preview(session, [plan["first"]], Following.CHANNEL)
    assert [one.card.id for one in found.posts] == [plan["first"]]
    assert preview(session, [tray]).posts == ()


def test_it_says_what_each_post_would_meet(session, reader, plan):
    approve_as(session, reader, plan["first"])
    found = preview(session, [plan["first"]], Following.SELECTION, -7)
    (one,) = found.posts
    assert one.day == POGROM_DAY
    assert (one.is_solemn, one.is_weekend, one.is_past) == (True, False, False)
    assert one.card.is_approved
    assert one.flags[0].severity == max(flag.severity for flag in one.flags)


def test_a_weekend_is_named_or_passed_over(session, plan):
    (one,) = preview(session, [plan["first"]], Following.SELECTION, 4).posts
    assert (one.day, one.is_weekend) == (date(2027, 11, 20), True)
    (other,) = preview(session, [plan["first"]], Following.SELECTION, 4, skips_weekends=True).posts
    assert (other.day, other.is_weekend) == (date(2027, 11, 22), False)


def test_what_would_land_in_the_past_is_named_and_what_is_past_stays(session, plan):
    (one,) = preview(session, [plan["first"]], Following.SELECTION, -30).posts
    assert one.is_past
    later = preview_shift(
        session.engine,
        knowledge(),
        Shift((plan["early"],), Following.CHANNEL, 1),
        datetime(2027, 11, 17, 12, tzinfo=NOW.tzinfo),
    )
    assert ([one.card.id for one in later.posts], later.stay) == ([plan["late"]], 2)


def test_all_of_it_is_one_step_and_comes_back_as_one(session, reader, plan):
    shift = Shift((plan["first"],), Following.MARKET, 3)
    found = preview_shift(session.engine, knowledge(), shift, NOW)
    changes = move_each(session, moves=found.moves, words=shift_words(3, shift))
    assert changes.done == "Shifted 3 posts 3 days later"
    assert [one.day for one in reader.cards_of([one.card.id for one in found.posts])] == [
        one.day for one in found.posts
    ]
    assert session.steps.undo.label == "Shift 3 posts 3 days later"
    session.undo()
    assert reader.cards_of([plan["late"]])[0].day == QUIET_DAY + timedelta(days=2)


def test_a_preview_that_somebody_has_outdated_moves_nothing(session, reader, plan):
    found = preview(session, [plan["first"]])
    move_posts(session, post_ids=[plan["late"]], to_day=date(2027, 12, 1))
    with pytest.raises(ConflictError):
        move_each(session, moves=found.moves)
    assert reader.cards_of([plan["first"]])[0].day == QUIET_DAY


@pytest.mark.parametrize(
    ("days", "skips", "done"),
    [
        (1, False, "Shifted 1 post 1 day later"),
        (-2, False, "Shifted 1 post 2 days earlier"),
        (2, True, "Shifted 1 post 2 weekdays later"),
    ],
)
def test_what_is_said(days, skips, done):
    assert shift_words(1, Shift((), Following.MARKET, days, skips)).done == done


def test_progress_is_told_and_the_reader_asks_the_same(session, reader, plan):
    told = []
    found = reader.preview_shift(
        Shift((plan["first"],), Following.MARKET, 1), lambda *so_far: told.append(so_far)
    )
    assert len(found.posts) == 3
    assert told == [(0, 3)]
