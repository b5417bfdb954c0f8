"""What a calendar says of itself."""

import pytest

from app.storage.audit import head
from app.storage.calendar import (
    Knowledge,
    calendar_facts,
    facts_changed_at,
    newest_knowledge,
    note_knowledge,
)
from app.storage.markets import save_market
from app.storage.migrations import SCHEMA_VERSION
from app.storage.sqlite import create_calendar
from tests.app.storage.ground import GERMANY


@pytest.mark.parametrize("is_sample", [False, True])
def test_a_calendar_knows_its_name_and_whether_it_is_a_sample(tmp_path, desk, is_sample):
    path = tmp_path / "new.countersign"
    stamp = desk.stamp("olga")
    engine = create_calendar(path, name="Frühling", is_sample=is_sample, stamp=stamp)
    facts = calendar_facts(engine)
    engine.close()
    assert (facts.name, facts.is_sample, facts.made_at) == ("Frühling", is_sample, stamp.at)
    assert len(facts.id) == 36


def test_the_newest_knowledge_is_noted_once(desk, engine):
    assert newest_knowledge(engine) is None
    note_knowledge(engine, desk.stamp("ana"), knowledge="2026-10", rules="7")
    noted = head(engine)
    note_knowledge(engine, desk.stamp("ben"), knowledge="2026-10", rules="7")
    assert head(engine) == noted
    note_knowledge(engine, desk.stamp("ben"), knowledge="2026-11", rules="7")
    assert newest_knowledge(engine) == Knowledge("2026-11", "7", SCHEMA_VERSION)


def test_what_an_approval_rests_on_has_a_last_change(desk, engine):
    before = facts_changed_at(engine)
    desk.hold()
    desk.approved()
    assert facts_changed_at(engine) == before
    save_market(engine, desk.stamp("olga"), GERMANY)
    assert facts_changed_at(engine) == head(engine).seq > before
    desk.hold()
    note_knowledge(engine, desk.stamp("ana"), knowledge="2026-10", rules="7")
    assert facts_changed_at(engine) == head(engine).seq
