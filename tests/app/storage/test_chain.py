"""The one way to write history."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.errors import ConflictError, InvalidInputError
from app.storage.chain import NOTHING_YET, Entry, Stamp, hash_of, head, record, record_all
from app.storage.sqlite import open_calendar
from tests.app.storage.ground import NOW

HOLD = {"id": "h", "scope": "everything", "target": "", "reason": "Earthquake"}


def test_an_event_and_its_row_have_the_same_place(desk, engine):
    seq = record(engine, desk.stamp("ana"), "place", "hold", HOLD)
    (event,) = engine.read("SELECT * FROM audit WHERE seq = :seq", seq=seq)
    assert (event["actor"], event["origin"], event["action"]) == ("ana", "ana@desk", "place")
    assert event["entity"] == "hold:h"
    assert head(engine).seq == seq
    assert event["hash"] == head(engine).hash == hash_of(event)
    assert engine.read("SELECT * FROM hold") == [{"seq": seq, **HOLD}]


def test_a_row_that_is_refused_leaves_no_event(desk, engine):
    before = head(engine)
    with pytest.raises(ConflictError):
        record_all(engine, desk.stamp("ana"), [Entry("place", "hold", HOLD)] * 2)
    assert head(engine) == before


@pytest.mark.parametrize("unkeepable", ["a\0b", "a\ud800b"])
def test_what_no_file_can_keep_is_refused_in_one_sentence(desk, engine, unkeepable):
    before = head(engine)
    with pytest.raises(InvalidInputError, match="plain text"):
        record(engine, desk.stamp("ana"), "place", "hold", HOLD | {"reason": unkeepable})
    assert head(engine) == before


def test_a_moment_is_kept_in_utc_to_the_millisecond():
    at = datetime(2026, 11, 9, 1, 2, 3, 4567, tzinfo=timezone(timedelta(hours=9)))
    assert Stamp(NOW, "", at).moment == "2026-11-08T16:02:03.004Z"
    assert Stamp(NOW, "", at.astimezone(UTC)).moment == "2026-11-08T16:02:03.004Z"


def test_order_is_kept_when_clocks_go_back(desk, engine, calendar_path):
    for year in (2038, 1970, 2026):
        stamp = replace(desk.stamp("ana"), at=NOW.replace(year=year))
        record(engine, stamp, "place", "hold", HOLD | {"id": str(year)})
    events = engine.read("SELECT at FROM audit ORDER BY seq DESC LIMIT 3")
    assert [event["at"][:4] for event in events] == ["2026", "1970", "2038"]
    open_calendar(calendar_path).close()


def test_a_history_without_events_has_no_head(engine):
    class Empty:
        def read(self, _sql):
            return []

    assert head(Empty()) == NOTHING_YET
