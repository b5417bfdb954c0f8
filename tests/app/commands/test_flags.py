"""Fresh flags for the gate, stored ones for the screen."""

from datetime import timedelta

from app.commands.decisions import withdraw
from app.commands.flags import keep_flags, present_flags, stored_flags
from app.commands.holds import place_hold
from app.commands.setting import Setting
from app.domain.flag import Severity
from app.domain.hold import Scope
from app.storage import posts
from tests.builders.calendars import (
    MARC,
    POGROM_DAY,
    QUIET_DAY,
    act_as,
    approve_as,
    knowledge,
    ready_post,
)
from tests.builders.moves import move_posts


def both(session, post_id):
    found = posts.by_ids(session.engine, [post_id])
    setting = Setting.of(session.engine)
    fresh = present_flags(session.engine, setting, knowledge(), found)
    return fresh, stored_flags(session.engine, setting, knowledge(), found)


def test_stored_flags_are_those_that_would_be_found_now(session):
    fresh, stored = both(session, ready_post(session, day=POGROM_DAY))
    assert stored == fresh


def test_a_hold_needs_no_new_storing(session):
    post_id = ready_post(session, day=POGROM_DAY)
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Accident")
    fresh, stored = both(session, post_id)
    assert stored == fresh
    assert "hold.active" in [flag.rule for flag in stored[post_id]]


def test_what_is_not_stored_is_left_out_rather_than_shown_as_harmless(session):
    post_id = ready_post(session, day=POGROM_DAY)
    with session.engine.write():
        session.engine.run("DELETE FROM flag_cache")
    _fresh, stored = both(session, post_id)
    assert stored == {}
    with session.engine.write():
        keep_flags(session.engine, knowledge(), posts.by_ids(session.engine, [post_id]))
    _fresh, stored = both(session, post_id)
    assert stored[post_id][0].severity is Severity.STOP


def test_tomorrow_is_flagged_once_the_post_was_moved_and_needs_no_new_storing(session):
    post_id = ready_post(session, "Morgen geht es los.", QUIET_DAY)
    fresh, stored = both(session, post_id)
    assert not [flag for flag in stored[post_id] if flag.rule == "date.moved"]
    move_posts(session, post_ids=[post_id], to_day=QUIET_DAY + timedelta(days=1))
    fresh, stored = both(session, post_id)
    assert [flag.key for flag in stored[post_id] if flag.rule == "date.moved"] == [
        "date.moved:tomorrow"
    ]
    assert stored == fresh
    move_posts(session, post_ids=[post_id], to_day=QUIET_DAY)
    fresh, stored = both(session, post_id)
    assert stored == fresh
    assert not [flag for flag in stored[post_id] if flag.rule == "date.moved"]


def severities_of_twins(session, post_ids):
    """Return how grave it is that each says the same as the others: as shown, and for the gate."""
    setting = Setting.of(session.engine)
    found = posts.by_ids(session.engine, post_ids)
    return [
        [
            flag.severity
            for post in found
            for flag in flags[post.id]
            if flag.rule == "duplicate.text"
        ]
        for flags in (
            stored_flags(session.engine, setting, knowledge(), found),
            present_flags(session.engine, setting, knowledge(), found),
        )
    ]


def test_drafts_make_no_habit_on_screens_either(session):
    """The card called it a note while the gate asked for an answer."""
    twins = [ready_post(session, day=QUIET_DAY + timedelta(days=step)) for step in range(3)]
    shown, found = severities_of_twins(session, twins)
    assert shown == found == [Severity.CAUTION] * 3


def test_what_a_decision_makes_of_the_others_on_its_channel_is_shown_at_once(session, reader):
    twins = [ready_post(session, day=QUIET_DAY + timedelta(days=step)) for step in range(3)]
    for post_id in twins[:2]:
        approve_as(session, reader, post_id)
    shown, found = severities_of_twins(session, twins[2:])
    assert shown == found == [Severity.NOTE]
    act_as(session, MARC)
    (first,) = posts.by_ids(session.engine, twins[:1])
    withdraw(session, post_id=first.id, fingerprint=first.fingerprint, note="Not this one.")
    shown, found = severities_of_twins(session, twins[2:])
    assert shown == found == [Severity.CAUTION]
