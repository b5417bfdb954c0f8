"""What a plan would have raised, counted."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.commands.replay import (
    Replay,
    ReplayPost,
    Tally,
    in_one_sentence,
    summary,
)
from app.domain.flag import Flag, Severity

NOTE, CAUTION, STOP, BLOCKED = Severity


def flag(severity, rule="day.solemn"):
    return Flag(rule, severity, f"{rule}:x", "m", "Headline", "Why.")


def post(*severities, market="DE", local=datetime(2026, 3, 2, 10), rule="day.solemn"):
    flags = tuple(flag(severity, rule) for severity in severities)
    return ReplayPost("p", market, "X", local, "Text", flags)


def replay(*posts, notes=()):
    return Replay("plan.csv", posts, notes)


def test_each_post_counts_once_by_its_gravest_flag():
    found = replay(
        post(), post(NOTE), post(CAUTION, NOTE), post(CAUTION, CAUTION), post(STOP), post(BLOCKED)
    ).tally
    assert found == Tally(posts=6, blocked=1, stopped=1, asked=2, noted=1)
    assert found.stays_in == 2
    assert found.passes == 2


def test_what_could_not_be_read_is_not_counted_as_harmless():
    unread = replace(post(), error="Row 3, local: no date.")
    found = replay(post(STOP), unread)
    assert found.tally.posts == 1
    assert found.unread == (unread,)
    assert summary(found)["not_judged"] == 1


def test_lists_go_by_time_and_what_has_no_date_comes_last():
    late, early, undated = (
        post(STOP, local=datetime(2026, 9, 1, 9)),
        post(BLOCKED, local=datetime(2026, 2, 1, 9)),
        post(STOP, local=None),
    )
    found = replay(undated, late, early, post(CAUTION))
    assert found.stopped == (early, late, undated)
    assert len(found.asked_about) == 1
    assert found.span == (date(2026, 2, 1), date(2026, 9, 1))
    assert replay(undated).span is None


def test_months_are_in_order_and_markets_with_most_to_answer_first():
    found = replay(
        post(CAUTION, market="FR", local=datetime(2026, 12, 1, 9)),
        post(CAUTION, market="FR", local=datetime(2027, 1, 1, 9)),
        post(STOP, market="DE", local=datetime(2026, 12, 5, 9)),
        post(market="PL", local=None),
    )
    assert list(found.by_month()) == [(2026, 12), (2027, 1)]
    assert list(found.by_market()) == ["DE", "FR", "PL"]
    assert found.by_market()["FR"].asked == 2


def test_the_worst_day_is_the_one_with_most_stopped_and_quiet_days_are_none():
    def on(day, *severities):
        return post(*severities, local=datetime(2026, 5, day, 10))

    found = replay(on(1, CAUTION), on(1, CAUTION), on(2, STOP), on(3, NOTE), on(4))
    assert list(found.worst_days()) == [date(2026, 5, 2), date(2026, 5, 1)]


def test_a_rule_counts_a_post_once_however_often_it_is_raised():
    found = replay(
        post(CAUTION, STOP), post(CAUTION), post(NOTE, rule="channel.fold"), post(CAUTION)
    ).by_rule()
    assert list(found) == ["day.solemn", "channel.fold"]
    assert found["day.solemn"] == Tally(posts=3, stopped=1, asked=2)


@pytest.mark.parametrize(
    ("posts", "sentence"),
    [
        (
            [post(STOP, local=datetime(2026, 1, 1, 9)), post(local=datetime(2026, 12, 31, 9))],
            "In 12 months, 2 posts: 1 would have been stopped, 0 asked about.",
        ),
        ([post(CAUTION)], "On 1 day, 1 post: 0 would have been stopped, 1 asked about."),
        (
            [post(local=datetime(2026, 1, 1, 9)), post(local=datetime(2026, 1, 14, 9))],
            "In 14 days, 2 posts: 0 would have been stopped, 0 asked about.",
        ),
        (
            [post(local=datetime(2016, 1, 1, 9)), post(local=datetime(2026, 1, 1, 9))],
            "In 10 years, 2 posts: 0 would have been stopped, 0 asked about.",
        ),
        (
            [post(BLOCKED, local=None)],
            "Without dates, 1 post: 1 would have been stopped, 0 asked about.",
        ),
    ],
)
def test_all_of_it_is_said_in_one_sentence(posts, sentence):
    assert in_one_sentence(replay(*posts)) == sentence


def test_programs_get_the_same_figures():
    facts = summary(replay(post(STOP), post(CAUTION, market="FR", rule="timing.night")))
    assert (facts["first"], facts["last"]) == ("2026-03-02", "2026-03-02")
    assert (facts["posts"], facts["stop"], facts["caution"]) == (2, 1, 1)
    (month,) = facts["by_month"]
    assert month["month"] == "2026-03"
    assert [one["market"] for one in facts["by_market"]] == ["DE", "FR"]
    assert [one["rule"] for one in facts["by_rule"]] == ["day.solemn", "timing.night"]
    assert facts["worst_days"][0]["day"] == "2026-03-02"
    assert summary(replay())["first"] is None
