"""Everything that happened, in the one order of events."""

from app.commands.holds import place_hold
from app.commands.log import log_entries, log_of_post
from app.domain.hold import Scope
from tests.builders.calendars import (
    DE_INSTAGRAM,
    GERMANY,
    LENA,
    MARC,
    QUIET_DAY,
    act_as,
    approve_as,
    only,
    ready_post,
)
from tests.builders.moves import copy_posts


def test_every_event_stands_in_its_order_with_who_and_where(session, reader, monkeypatch):
    monkeypatch.setattr("app.commands.log.AT_ONCE", 3)
    post = ready_post(session)
    approve_as(session, reader, post)
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Storm")
    entries = list(log_entries(reader))
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    said = [(entry.who, entry.post, entry.what) for entry in entries]
    assert ("Lena Brandt", "DE-0001", "Written") in said
    assert ("Marc Fournier", "DE-0001", "Approved") in said
    assert said[-1] == ("Lena Brandt", "", "Placed a hold on Everything: Storm")
    assert {entry.origin for entry in entries[2:]} == {"test@here"}


def test_what_a_hold_is_aimed_at_is_said_by_its_name(session, reader):
    place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Storm")
    place_hold(session, scope=Scope.CHANNEL, target=DE_INSTAGRAM, reason="Hacked")
    place_hold(session, scope=Scope.CAMPAIGN, target="Spring", reason="Late")
    assert [entry.what for entry in log_entries(reader)][-3:] == [
        "Placed a hold on Market Germany: Storm",
        "Placed a hold on Channel Germany · Instagram: Hacked",
        "Placed a hold on Campaign Spring: Late",
    ]


def test_the_log_of_a_post_holds_its_own_events_only(session, reader):
    first = ready_post(session)
    act_as(session, MARC)
    copy = only(copy_posts(session, post_ids=[first], to_day=QUIET_DAY))
    act_as(session, LENA)
    entries = list(log_of_post(reader, copy))
    assert {entry.post for entry in entries} == {"DE-0002"}
    assert [entry.what for entry in entries] == [
        "Gave it its number",
        "Took over the words of Lena Brandt",
        "Copied from another post",
    ]
