"""What must come out at the schedulers."""

from dataclasses import replace
from datetime import time, timedelta
from functools import partial
from pathlib import Path

import pytest

from app.commands import recalling
from app.commands.days import save_days
from app.commands.decisions import withdraw
from app.commands.duty import save_duty
from app.commands.exports import confirm_taken_out, export_posts
from app.commands.holds import lift_hold, place_hold
from app.commands.markets import save_channel, save_market
from app.commands.posts import back_to_draft, cancel_posts, edit_post, mark_ready, put_in_tray
from app.commands.terms import save_terms
from app.domain.channel import Channel, ChannelId
from app.domain.duty import DutyId, Week
from app.domain.flag import Severity
from app.domain.hold import Scope
from app.domain.market import PublishingHours
from app.domain.observance import Tone
from app.domain.recall import Why
from app.domain.team_day import TeamDay
from app.domain.team_term import TeamTerm, TermKind
from tests.builders.calendars import (
    BREAD,
    DE_INSTAGRAM,
    FR_INSTAGRAM,
    GERMANY,
    MARC,
    NORA,
    NOW,
    QUIET_DAY,
    act_as,
    approve_as,
    ready_post,
)
from tests.builders.moves import adapt_posts, move_posts

NEXT_DAY = QUIET_DAY + timedelta(days=1)


@pytest.fixture
def handed(session, reader, tmp_path):
    """Two posts of one day that lie at Buffer."""
    found = [ready_post(session), ready_post(session, text=f"{BREAD} Bis morgen!")]
    for post_id in found:
        approve_as(session, reader, post_id)
    export_posts(
        session,
        preset="buffer",
        first=QUIET_DAY,
        last=QUIET_DAY,
        market_ids=[GERMANY],
        folder=tmp_path,
    )
    return found


def whys(reader):
    return {one.card.name: [cause.why for cause in one.causes] for one in reader.recall_list()}


def day_after(reader, days):
    reader.clock = lambda: NOW + timedelta(days=days)


def test_what_lies_there_as_it_stands_here_needs_nobody(reader, handed):
    assert reader.recall_list() == ()
    assert reader.ghosts(QUIET_DAY, QUIET_DAY) == ()


def test_a_moved_post_is_told_whole_as_the_scheduler_will_send_it(session, reader, handed):
    move_posts(session, post_ids=[handed[0]], to_day=NEXT_DAY)
    (one,) = reader.recall_list()
    assert (one.card.id, one.card.day) == (handed[0], NEXT_DAY)
    assert (one.local, one.market.name) == (
        reader.post(handed[1]).post.content.local,
        "Germany",
    )
    assert (one.scheduler, one.channel.id, one.text) == ("Buffer", DE_INSTAGRAM, BREAD)
    assert (one.handed_by, one.handed_at) == ("lena", NOW)
    assert Path(one.folder, one.hand_over.file).is_file()
    assert "delete it" in one.way_out


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (cancel_posts, Why.CANCELLED),
        (put_in_tray, Why.IN_TRAY),
        (back_to_draft, Why.DRAFT),
    ],
)
def test_each_way_to_take_a_post_out_of_the_plan_recalls_it(session, reader, handed, change, why):
    change(session, post_ids=[handed[0]])
    assert whys(reader) == {"DE-0001": [why]}
    (ghost,) = reader.ghosts(QUIET_DAY, QUIET_DAY)
    assert ghost == reader.recall_list()[0]
    session.undo()
    assert whys(reader) == {}


def test_other_words_recall_it_also_when_they_are_approved(session, reader, handed):
    view = reader.post(handed[0])
    edit_post(
        session, post_id=handed[0], base_revision=view.post.revision, changes={"text": f"{BREAD}!"}
    )
    approve_as(session, reader, handed[0])
    assert whys(reader) == {"DE-0001": [Why.CHANGED]}
    (ghost,) = reader.ghosts(QUIET_DAY, QUIET_DAY)
    assert ghost.text == ghost.headline == BREAD


def test_a_withdrawn_approval_recalls_it_and_leaves_a_ghost(session, reader, handed):
    act_as(session, MARC)
    fingerprint = reader.post(handed[0]).post.fingerprint
    withdraw(session, post_id=handed[0], fingerprint=fingerprint, note="The price is wrong.")
    assert whys(reader) == {"DE-0001": [Why.SAID_NO]}
    assert len(reader.ghosts(QUIET_DAY, QUIET_DAY)) == 1


def test_a_hold_recalls_what_it_covers_until_that_is_read_again(session, reader, handed):
    place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Fire")
    assert whys(reader) == {"DE-0001": [Why.HELD], "DE-0002": [Why.HELD]}
    assert reader.ghosts(QUIET_DAY, QUIET_DAY) == ()
    act_as(session, MARC)
    lift_hold(session, hold_id=reader.calendar().holds[0].id, reason="All are safe")
    assert whys(reader) == {"DE-0001": [Why.ENDED], "DE-0002": [Why.ENDED]}
    approve_as(session, reader, handed[0])
    assert whys(reader) == {"DE-0002": [Why.ENDED]}


def test_a_hold_of_one_post_recalls_it_alone_until_that_is_read_again(session, reader, handed):
    place_hold(session, scope=Scope.POST, target=handed[1], reason="Fire")
    assert whys(reader) == {"DE-0002": [Why.HELD]}
    act_as(session, MARC)
    lift_hold(session, hold_id=reader.calendar().holds[0].id, reason="All are safe")
    assert whys(reader) == {"DE-0002": [Why.ENDED]}
    approve_as(session, reader, handed[1])
    assert whys(reader) == {}


def test_a_hold_covers_what_lies_there_whatever_the_post_has_become(session, reader, handed):
    act_as(session, NORA)
    save_channel(session, channel=Channel(ChannelId("DE-x"), GERMANY, "x", "X", "@solvane"))
    view = reader.post(handed[0])
    edit_post(
        session, post_id=handed[0], base_revision=view.post.revision, changes={"channel": "DE-x"}
    )
    place_hold(session, scope=Scope.CHANNEL, target=DE_INSTAGRAM, reason="Fire")
    assert whys(reader)["DE-0001"] == [Why.HELD, Why.CHANGED]


def test_a_hold_lifted_before_the_export_recalls_nothing(session, reader, tmp_path):
    post_id = ready_post(session)
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Fire")
    act_as(session, MARC)
    lift_hold(session, hold_id=reader.calendar().holds[0].id, reason="All are safe")
    approve_as(session, reader, post_id)
    export_posts(
        session,
        preset="buffer",
        first=QUIET_DAY,
        last=QUIET_DAY,
        market_ids=[GERMANY],
        folder=tmp_path,
    )
    assert reader.recall_list() == ()


def test_a_sibling_for_another_market_recalls_nothing_but_a_cancelled_original_does(
    session, reader, handed
):
    adapt_posts(session, post_ids=[handed[0]], to=FR_INSTAGRAM)
    assert reader.recall_list() == ()
    cancel_posts(session, post_ids=[handed[0]])
    (ghost,) = reader.ghosts(QUIET_DAY, QUIET_DAY)
    assert (ghost.market.id, ghost.card.name) == (GERMANY, "DE-0001")


def test_only_the_posts_that_were_asked_for_are_looked_at(session, reader, handed):
    put_in_tray(session, post_ids=handed)
    assert [one.card.id for one in reader.recall_list([handed[1]])] == [handed[1]]
    assert reader.recall_list([]) == ()


def test_the_ghosts_of_some_posts_are_found_on_whatever_day_they_stand(session, reader, handed):
    put_in_tray(session, post_ids=[handed[0]])
    place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Fire")
    assert [one.card.id for one in reader.ghosts_of(handed)] == [handed[0]]
    assert reader.ghosts_of(handed) == reader.ghosts(QUIET_DAY, QUIET_DAY)
    assert reader.ghosts_of([handed[1]]) == reader.ghosts_of([]) == ()


def test_the_soonest_comes_first(session, reader, handed, tmp_path):
    soon = ready_post(session, text=f"{BREAD} Heute.", day=QUIET_DAY - timedelta(days=3))
    approve_as(session, reader, soon)
    export_posts(
        session,
        preset="buffer",
        first=QUIET_DAY - timedelta(days=7),
        last=QUIET_DAY,
        market_ids=[GERMANY],
        folder=tmp_path / "second",
    )
    cancel_posts(session, post_ids=[*handed, soon])
    assert [one.card.name for one in reader.recall_list()] == ["DE-0003", "DE-0001", "DE-0002"]


def test_a_ghost_stands_on_the_day_of_its_market_only(session, reader, handed):
    put_in_tray(session, post_ids=[handed[0]])
    day = timedelta(days=1)
    assert len(reader.ghosts(QUIET_DAY, QUIET_DAY)) == 1
    assert reader.ghosts(QUIET_DAY - day, QUIET_DAY - day) == ()
    assert reader.ghosts(QUIET_DAY + day, QUIET_DAY + day) == ()


def test_what_was_taken_out_leaves_the_list(session, reader, handed):
    put_in_tray(session, post_ids=handed)
    confirm_taken_out(session, post_id=handed[0], reason="Deleted in Buffer")
    assert list(whys(reader)) == ["DE-0002"]


def test_what_has_gone_out_leaves_the_list(session, reader, handed):
    put_in_tray(session, post_ids=handed)
    day_after(reader, 20)
    assert reader.recall_list() == ()
    assert reader.ghosts(QUIET_DAY, QUIET_DAY) == ()


def test_a_risk_that_comes_up_later_recalls_what_lies_there(session, reader, handed):
    act_as(session, NORA)
    germany = reader.calendar().market(GERMANY)
    save_market(session, market=replace(germany, name="Deutschland"))
    assert reader.recall_list() == ()
    late = PublishingHours(time(16), time(20))
    save_market(session, market=replace(germany, hours=late))
    assert whys(reader) == {"DE-0001": [Why.ENDED], "DE-0002": [Why.ENDED]}
    assert reader.ghosts(QUIET_DAY, QUIET_DAY) == ()


TERM = TeamTerm("t", TermKind.AVOID, ("Morgen",), Severity.STOP)
FIRE = TeamDay("team-fire", "The fire", "fixed 11-16", Tone.MOURNING, Severity.STOP)
SUNDAYS = Week(
    DutyId("w"), NORA, GERMANY, time(9), time(18), "Europe/Berlin", weekdays=frozenset({6})
)


@pytest.mark.parametrize(
    "change",
    [
        partial(save_terms, terms=[TERM]),
        partial(save_days, days=[FIRE]),
        partial(save_duty, duty=[SUNDAYS]),
    ],
    ids=["a term", "a day", "duty"],
)
def test_what_the_team_decides_later_recalls_what_lies_there(session, reader, handed, change):
    act_as(session, NORA)
    assert reader.recall_list() == ()
    change(session)
    assert Why.ENDED in whys(reader)["DE-0002"]


def test_a_newer_program_looks_at_all_that_lies_there(reader, handed, monkeypatch):
    looked_at = []
    monkeypatch.setattr(recalling, "is_noted", lambda *_facts: looked_at.append(1) or False)
    assert reader.recall_list() == ()
    assert looked_at


def test_a_scheduler_that_nobody_knows_any_more_has_a_name_and_a_way_out(session, handed):
    assert recalling.scheduler_name("old-tool") == "Old tool"
    assert recalling.way_out("old-tool").startswith("Find it in Old tool")


def test_back_to_draft_and_ready_again_is_as_it_was(session, reader, handed):
    back_to_draft(session, post_ids=[handed[0]])
    mark_ready(session, post_ids=[handed[0]])
    assert reader.recall_list() == ()
