"""The history, page by page."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.commands.history_pages import (
    Kind,
    Wanted,
    history_page,
    kind_name,
    version_at,
    version_in,
)
from app.commands.holds import lift_hold, place_hold
from app.commands.posts import cancel_posts, edit_post
from app.domain.hold import Scope
from tests.builders.calendars import (
    BREAD,
    FR_INSTAGRAM,
    FRANCE,
    GERMANY,
    LENA,
    MARC,
    NOW,
    act_as,
    approve_as,
    ready_post,
)

TODAY = NOW.astimezone().date()


@pytest.fixture
def german(session, reader):
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    return post_id


@pytest.fixture
def french(session):
    return ready_post(session, channel=FR_INSTAGRAM)


def said(reader, **wanted):
    page = history_page(reader, Wanted(**wanted))
    return [(entry.post, entry.what) for entry in page.entries]


def test_the_newest_come_first_in_words(session, reader, german):
    place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Storm")
    assert said(reader)[:4] == [
        ("", "Placed a hold on Market Germany: Storm"),
        ("DE-0001", "Approved"),
        ("DE-0001", "Marked ready"),
        ("DE-0001", "Written"),
    ]


def test_a_hold_of_one_post_stands_in_its_history_and_in_that_of_its_market(
    session, reader, german, french
):
    place_hold(session, scope=Scope.POST, target=german, reason="Storm")
    act_as(session, MARC)
    lift_hold(session, hold_id=reader.calendar().holds[0].id, reason="Over")
    told = [
        ("DE-0001", "Lifted the hold on this post: Over"),
        ("DE-0001", "Put this post on hold: Storm"),
    ]
    assert said(reader, kind=Kind.HOLDS) == said(reader, post=german)[:2] == told
    assert said(reader, kind=Kind.HOLDS, market=GERMANY) == told
    assert said(reader, kind=Kind.HOLDS, market=FRANCE) == said(reader, post=french)[:0] == []


def test_pages_follow_each_other_to_the_end(reader, german, french):
    whole = history_page(reader, Wanted()).entries
    before, paged = None, []
    while True:
        page = history_page(reader, Wanted(), before, size=3)
        paged += page.entries
        before = page.more_before
        if before is None:
            break
    assert tuple(paged) == whole


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_name_and_can_be_asked_for(reader, german, kind):
    assert kind_name(kind)
    found = history_page(reader, Wanted(kind=kind)).entries
    assert len(found) < len(history_page(reader, Wanted()).entries)


def test_by_person_and_by_market(reader, german, french):
    assert said(reader, person=MARC) == [("DE-0001", "Approved")]
    assert said(reader, person=LENA, market=FRANCE, kind=Kind.POSTS) == [
        ("FR-0001", "Marked ready"),
        ("FR-0001", "Written"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "is_found"),
    [
        (TODAY, TODAY, True),
        (TODAY, None, True),
        (None, TODAY, True),
        (None, date.max, True),
        (TODAY + timedelta(days=1), None, False),
        (None, TODAY - timedelta(days=1), False),
    ],
)
def test_by_days_of_this_computer(reader, german, first, last, is_found):
    assert (("DE-0001", "Approved") in said(reader, first=first, last=last)) is is_found
    of_post = said(reader, post=german, first=first, last=last)
    assert (("DE-0001", "Approved") in of_post) is is_found


def test_of_one_post(session, reader, german, french):
    assert said(reader, post=german) == [
        ("DE-0001", "Approved"),
        ("DE-0001", "Marked ready"),
        ("DE-0001", "Written"),
    ]
    assert said(reader, post=german, person=MARC) == [("DE-0001", "Approved")]
    page = history_page(reader, Wanted(post=german), size=2)
    assert page.more_before is not None
    rest = history_page(reader, Wanted(post=german), page.more_before)
    assert [entry.what for entry in rest.entries] == ["Written"]


def test_posts_that_are_cancelled_still(session, reader, german, french):
    cancel_posts(session, post_ids=[french])
    cancel_posts(session, post_ids=[german])
    session.undo()
    assert said(reader, kind=Kind.CANCELLED) == [("FR-0001", "Cancelled")]


def test_a_version_beside_its_neighbours(session, reader, german):
    edit_post(session, post_id=german, base_revision=2, changes={"text": "Neu"})
    found = version_at(reader, german, 2)
    assert found.version.content.text == found.before.content.text == BREAD
    assert found.newest.content.text == "Neu"
    assert version_at(reader, german, 1).before is None
    assert version_at(reader, german, 9) is None


def test_which_version_an_event_has_saved(reader, german):
    entries = history_page(reader, Wanted(post=german)).entries
    assert [version_in(entry) for entry in entries] == [0, 2, 1]
    assert version_in(replace(entries[1], entity="revision:nonsense")) == 0


def test_the_clock_of_the_test_is_what_was_recorded(reader, german):
    newest = history_page(reader, Wanted()).entries[0]
    assert newest.at == datetime(2027, 11, 1, 12, tzinfo=UTC)
