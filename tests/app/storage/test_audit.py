"""Reading the one order of all events."""

from app.storage import exports
from app.storage.audit import (
    Head,
    event_at,
    events,
    events_of_post,
    has_head,
    head,
    newest_event,
    newest_hash_of,
    rows_of,
)


def test_events_come_in_their_order_and_in_pieces(desk, engine):
    desk.create()
    all_events = events(engine, 0, 1000)
    assert [event.seq for event in all_events] == list(range(1, head(engine).seq + 1))
    assert events(engine, 3, 2) == all_events[3:5]
    assert all_events[0].entity.startswith("calendar:")
    assert (all_events[-1].actor, all_events[-1].origin) == ("ana", "ana@desk")


def test_all_that_happened_to_a_post_and_nothing_else(desk, engine):
    desk.approved()
    post = desk.create(inherited=["eva"])
    other = desk.edit("ana", post, text="Better")
    desk.decide("ben", other)
    export_id = desk.export(other)
    exports.close_hand_over(engine, desk.stamp("ana"), export_id, post.id, "Taken out")
    assert [(event.action, event.entity) for event in events_of_post(engine, post.id)] == [
        ("create", f"post:{post.id}"),
        ("inherit", f"authorship:{post.id}@eva"),
        ("revise", f"revision:{post.id}@1"),
        ("revise", f"revision:{post.id}@2"),
        ("approve", f"decision:{post.id}@2"),
        ("hand over", f"export_item:export-1@{post.id}"),
        ("close", f"hand_over_closed:export-1@{post.id}"),
    ]


def test_a_head_seen_earlier_is_still_there(desk, engine):
    earlier = head(engine)
    desk.create()
    assert has_head(engine, earlier)
    assert has_head(engine, Head(0, ""))


def test_a_head_of_a_rewritten_or_shortened_history_is_not(engine):
    newest = head(engine)
    assert not has_head(engine, Head(newest.seq, "0" * 64))
    assert not has_head(engine, Head(newest.seq + 1, newest.hash))


def test_each_event_has_the_row_that_it_recorded(desk, engine):
    post = desk.create()
    found = events(engine, 0, 1000)
    rows = rows_of(engine, found)
    assert set(rows) == {event.seq for event in found}
    (revision,) = [rows[event.seq] for event in found if event.table == "revision"]
    assert revision["post_id"] == post.id
    assert rows_of(engine, []) == {}


def test_the_newest_event_of_some_tables_is_that_and_no_other(desk, engine):
    before = newest_hash_of(engine, ("market_version", "hold"))
    desk.create()
    assert newest_hash_of(engine, ("market_version", "hold")) == before
    desk.hold()
    assert newest_hash_of(engine, ("market_version", "hold")) == head(engine).hash != before
    assert newest_hash_of(engine, ("export",)) == ""


def test_one_event_by_its_place_and_the_newest_of_some_tables(desk, engine):
    post = desk.create()
    desk.hold()
    assert event_at(engine, post.seq).entity == f"revision:{post.id}@1"
    assert event_at(engine, 10_000) is None
    assert newest_event(engine, ["revision", "decision"], after=0).seq == post.seq
    assert newest_event(engine, ["revision"], after=post.seq) is None
    assert newest_event(engine, ["decision"], after=0) is None
