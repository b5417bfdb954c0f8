"""Pages of the one order of events."""

import pytest

from app.domain.market import MarketId
from app.domain.person import PersonId
from app.storage import history
from app.storage.history import Sought, events_before
from app.storage.schema.guards import GUARDED

EVERYTHING = tuple(guarded.table for guarded in GUARDED)


@pytest.fixture(autouse=True)
def narrow_slices(monkeypatch):
    monkeypatch.setattr(history, "SLICE", 3)


def tables(found):
    return [event.table for event in found]


def test_the_newest_come_first_across_slices(desk, engine):
    desk.approved()
    found = events_before(engine, Sought(EVERYTHING), None, 1000)
    assert [event.seq for event in found] == list(range(found[0].seq, 0, -1))


def test_a_page_goes_on_where_the_last_one_ended(desk, engine):
    desk.approved()
    first = events_before(engine, Sought(EVERYTHING), None, 4)
    second = events_before(engine, Sought(EVERYTHING), first[-1].seq, 4)
    assert [event.seq for event in (*first, *second)] == list(
        range(first[0].seq, first[0].seq - 8, -1)
    )


def test_only_the_tables_that_are_wanted(desk, engine):
    desk.approved()
    assert set(tables(events_before(engine, Sought(("decision",)), None, 9))) == {"decision"}


def test_only_what_a_person_did(desk, engine):
    desk.approved()
    found = events_before(engine, Sought(EVERYTHING, PersonId("ben")), None, 99)
    assert {event.actor for event in found} == {"ben"}


@pytest.mark.parametrize("table", sorted(history._BY_MARKET))  # noqa: SLF001
def test_every_table_of_a_market_can_be_asked_by_it(engine, table):
    assert events_before(engine, Sought((table,), market=MarketId("nowhere")), None, 9) == []


def test_only_what_belongs_to_a_market(desk, engine):
    post = desk.approved()
    there = events_before(engine, Sought(EVERYTHING, market=post.content.market), None, 99)
    assert {"revision", "decision", "market_version", "channel_version"} <= set(tables(there))
    elsewhere = events_before(engine, Sought(EVERYTHING, market=MarketId("fr")), None, 99)
    assert not {"revision", "decision"} & set(tables(elsewhere))


def test_what_has_no_market_is_not_asked_at_all(engine):
    sought = Sought(("policy_version",), market=MarketId("de"))
    assert events_before(engine, sought, None, 9) == []


def test_only_what_happened_in_a_time(engine):
    (newest,) = events_before(engine, Sought(EVERYTHING), None, 1)
    day = newest.at.date().isoformat()
    inside = Sought(EVERYTHING, first=day, until=f"{day}U")
    assert newest in events_before(engine, inside, None, 9)
    assert events_before(engine, Sought(EVERYTHING, until="1970"), None, 9) == []


def test_posts_that_are_cancelled_still(desk, engine):
    back, gone = desk.create(), desk.create()
    cancelled = [desk.edit("ana", post, cancelled=True) for post in (back, gone)]
    desk.edit("ana", cancelled[0], cancelled=False)
    found = events_before(engine, Sought(("revision",), only_cancelled=True), None, 9)
    assert [event.seq for event in found] == [cancelled[1].seq]
