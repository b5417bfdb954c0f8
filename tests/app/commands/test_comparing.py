"""Posts beside others, at the real gate and on the real screens."""

from datetime import datetime, time, timedelta

import pytest

from app.commands.comparing import companions_of, touched_by
from app.commands.decisions import refuse, withdraw
from app.commands.flags import present_flags, stored_flags
from app.commands.posts import cancel_posts, create_post, edit_post, mark_ready
from app.commands.setting import Setting
from app.commands.views import Stage
from app.storage import posts
from tests.builders.calendars import (
    BREAD,
    DE_INSTAGRAM,
    FR_INSTAGRAM,
    LENA,
    MARC,
    NORA,
    QUIET_DAY,
    act_as,
    approve_as,
    knowledge,
    only,
    ready_post,
)
from tests.builders.moves import move_posts
from tests.builders.stored import all_post_ids

LATER = QUIET_DAY + timedelta(days=7)
NOON = time(12)
OTHER = "Am Samstag öffnen wir schon um sieben, und der Kaffee geht auf uns."


def rules(reader, post_id, family="duplicate"):
    return {flag.rule for flag in reader.post(post_id).flags if flag.family == family}


def stage(reader, post_id):
    return reader.post(post_id).card.stage


def edit(session, post_id, **fields):
    (post,) = posts.by_ids(session.engine, [post_id])
    return edit_post(session, post_id=post_id, base_revision=post.revision, changes=fields)


def agree(session, reader):
    """Check that what is stored for the screens is what the gate would find now."""
    found = posts.by_ids(session.engine, all_post_ids(session.engine))
    found = [post for post in found if not post.cancelled]
    setting = Setting.of(session.engine)
    fresh = present_flags(session.engine, setting, knowledge(), found)
    stored = stored_flags(session.engine, setting, knowledge(), found)
    assert {key: set(flags) for key, flags in stored.items()} == {
        key: set(flags) for key, flags in fresh.items()
    }
    for post in found:
        (card,) = reader.cards_of([post.id])
        assert card.stage is stage(reader, post.id)


def test_a_draft_and_its_approval_leave_the_approval_of_its_twin_alone(session, reader):
    first = ready_post(session)
    approve_as(session, reader, first)
    draft = ready_post(session, day=LATER)
    assert stage(reader, first) is Stage.APPROVED
    assert rules(reader, first) == set()
    assert rules(reader, draft) == {"duplicate.text"}
    approve_as(session, reader, draft)
    assert [stage(reader, post_id) for post_id in (first, draft)] == [Stage.APPROVED] * 2
    agree(session, reader)


def test_whoever_is_edited_afterwards_carries_the_flag(session, reader):
    first, second = ready_post(session), ready_post(session, day=LATER)
    for post_id in (first, second):
        approve_as(session, reader, post_id)
    edit(session, first, text=f"{BREAD}!")
    assert rules(reader, first) == {"duplicate.text"}
    assert stage(reader, first) is Stage.ENDED
    assert stage(reader, second) is Stage.APPROVED
    agree(session, reader)


def test_undo_brings_an_approval_back_unless_a_twin_was_approved_in_between(session, reader):
    first = ready_post(session)
    approve_as(session, reader, first)
    edit(session, first, text=OTHER)
    session.undo()
    assert stage(reader, first) is Stage.APPROVED
    edit(session, first, text=OTHER)
    second = ready_post(session, day=LATER)
    approve_as(session, reader, second)
    edit(session, first, text=BREAD)
    assert rules(reader, first) == {"duplicate.text"}
    assert stage(reader, first) is Stage.ENDED
    assert stage(reader, second) is Stage.APPROVED
    agree(session, reader)


def test_a_cancelled_twin_is_none_and_one_that_was_moved_away_neither(session, reader):
    first, second = ready_post(session), ready_post(session, day=LATER)
    assert rules(reader, first) == {"duplicate.text"}
    changes = cancel_posts(session, post_ids=[second])
    assert changes.reflagged == {first}
    assert rules(reader, first) == set()
    agree(session, reader)
    session.undo()
    assert rules(reader, first) == {"duplicate.text"}
    agree(session, reader)
    move_posts(session, post_ids=[second], to_day=QUIET_DAY + timedelta(days=200))
    assert rules(reader, first) == set()
    agree(session, reader)


def test_the_change_names_the_cells_of_posts_that_it_touches(session):
    first, second = ready_post(session), ready_post(session, day=LATER)
    changes = edit(session, second, text=OTHER)
    assert changes.posts == {second}
    assert changes.reflagged == {first}
    assert {day for _market, day in changes.cells} == {QUIET_DAY, LATER}


def test_posts_that_have_nothing_to_do_with_each_other_touch_nobody(session):
    ready_post(session)
    second = ready_post(session, text=OTHER, day=LATER)
    changes = edit(session, second, text=f"{OTHER} Ja!")
    assert changes.reflagged == frozenset()


def test_the_same_minute_counts_on_one_channel_only(session, reader):
    first, _other = ready_post(session), ready_post(session, OTHER, channel=FR_INSTAGRAM)
    assert rules(reader, first, "timing") == set()
    ready_post(session, OTHER)
    assert rules(reader, first, "timing") == {"timing.same-minute"}
    agree(session, reader)


def sibling_of(session, post_id, text="Tout chaud : notre pain de seigle au levain.", **fields):
    return ready_post(session, text, channel=FR_INSTAGRAM, idea=post_id, **fields)


def test_a_sibling_that_was_not_touched_since_a_correction_carries_the_flag(session, reader):
    german = ready_post(session, f"{BREAD} Nur 29 Cent.")
    french = sibling_of(session, german)
    assert rules(reader, french, "sibling") == set()
    edit(session, german, text=f"{BREAD} Nur 39 Cent.")
    (flag,) = (flag for flag in reader.post(french).flags if flag.family == "sibling")
    assert flag.rule == "sibling.corrected"
    assert flag.evidence == ("29 → 39",)
    assert "Lena Brandt" in flag.why
    agree(session, reader)
    edit(session, french, text="Tout chaud : notre pain de seigle, 39 centimes.")
    assert rules(reader, french, "sibling") == set()
    agree(session, reader)


def test_a_mended_comma_and_the_drafting_of_a_sibling_are_no_correction(session, reader):
    german = ready_post(session)
    french = only(
        create_post(
            session,
            channel_id=FR_INSTAGRAM,
            local=datetime.combine(QUIET_DAY, NOON),
            text=BREAD,
            idea=german,
        )
    )
    edit(session, french, text="Tout chaud : notre pain de seigle au levain.")
    mark_ready(session, post_ids=[french])
    edit(session, french, text="Tout chaud: notre pain de seigle, au levain!")
    assert rules(reader, german, "sibling") == set()
    edit(session, french, text="Tout chaud: notre pain de blé, au levain!")
    assert rules(reader, german, "sibling") == {"sibling.corrected"}
    agree(session, reader)


def test_a_correction_leaves_an_approved_sibling_alone_and_says_so_itself(session, reader):
    german = ready_post(session, f"{BREAD} Nur 29 Cent.")
    french = sibling_of(session, german)
    approve_as(session, reader, french)
    changes = edit(session, german, text=f"{BREAD} Nur 39 Cent.")
    assert changes.reflagged == frozenset()
    assert stage(reader, french) is Stage.APPROVED
    assert rules(reader, german, "sibling") == {"sibling.left-behind"}
    approve_as(session, reader, german)
    assert [stage(reader, one) for one in (german, french)] == [Stage.APPROVED] * 2
    agree(session, reader)
    act_as(session, MARC)
    (post,) = posts.by_ids(session.engine, [french])
    withdraw(session, post_id=french, fingerprint=post.fingerprint, note="The price is wrong.")
    assert rules(reader, french, "sibling") == {"sibling.corrected"}
    agree(session, reader)


def test_a_no_to_a_sibling_is_told_until_either_is_changed(session, reader):
    german = ready_post(session)
    french = sibling_of(session, german)
    act_as(session, MARC)
    (post,) = posts.by_ids(session.engine, [german])
    changes = refuse(
        session, post_id=german, fingerprint=post.fingerprint, note="Nobody may promise that."
    )
    assert changes.reflagged == {french}
    assert changes.posts == {german}
    (flag,) = (flag for flag in reader.post(french).flags if flag.family == "sibling")
    assert flag.rule == "sibling.sent-back"
    assert flag.evidence == ("Nobody may promise that.",)
    agree(session, reader)
    act_as(session, LENA)
    edit(session, french, text="Notre pain de seigle au levain vous attend.")
    assert rules(reader, french, "sibling") == set()
    agree(session, reader)


def test_an_approval_keeps_what_stood_beside_the_post(session, reader):
    first, second = ready_post(session), ready_post(session, day=LATER)
    approve_as(session, reader, second, by=NORA)
    approve_as(session, reader, first, by=MARC)
    seen = {one.key for one in reader.post(first).decisions[-1].seen}
    assert f"duplicate.text:{second}" in seen
    assert [stage(reader, one) for one in (first, second)] == [Stage.APPROVED] * 2


def test_many_touched_posts_are_worked_out_when_a_screen_asks(session, reader):
    for number in range(12):
        ready_post(session, clock=time(9, 5 * number))
    post_id = ready_post(session)
    changes = edit(session, post_id, text=OTHER)
    assert len(changes.reflagged) == 12
    cards = reader.cards_of(sorted(changes.reflagged))
    assert {card.is_assessed for card in cards} == {True, False}
    (card,) = reader.cards_of([post_id])
    assert card.is_assessed


def test_a_post_that_is_in_no_calendar_yet_meets_the_calendar_and_its_own_file(session):
    known = ready_post(session)
    (post,) = posts.by_ids(session.engine, [known])
    new = post.changed(id="new", number=0, revision=0, local=datetime.combine(LATER, NOON))
    newer = new.changed(id="newer", local=datetime.combine(LATER, time(17)))
    found = companions_of(session.engine, Setting.of(session.engine), [new, newer])
    names = {key: [other.name for other in others] for key, others in found.items()}
    assert names == {
        "new": ["DE-0001", "another new post"],
        "newer": ["DE-0001", "another new post"],
    }
    sibling = newer.changed(id="sibling", idea=known, channel=FR_INSTAGRAM, market="FR")
    (met,) = companions_of(session.engine, Setting.of(session.engine), [sibling])["sibling"]
    assert met.is_sibling


def test_a_version_that_is_not_the_saved_one_stands_approved_by_nobody(session, reader):
    post_id = ready_post(session)
    ready_post(session, day=LATER)
    approve_as(session, reader, post_id)
    (post,) = posts.by_ids(session.engine, [post_id])
    setting = Setting.of(session.engine)
    assert companions_of(session.engine, setting, [post]) == {}
    other = post.changed(text=f"{BREAD}!")
    assert list(companions_of(session.engine, setting, [other])) == [post_id]


def test_nothing_at_all_touches_nobody(session):
    assert touched_by(session.engine, [], []) == frozenset()


@pytest.mark.parametrize("channel", [DE_INSTAGRAM, FR_INSTAGRAM])
def test_posts_in_the_tray_stand_beside_nobody_but_siblings(session, reader, channel):
    ready_post(session)
    post_id = only(create_post(session, channel_id=channel, local=None, text=BREAD))
    assert rules(reader, post_id) == set()
