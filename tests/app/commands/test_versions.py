"""Whether this program is new enough."""

import pytest

from app.commands.versions import check_not_older, is_noted, note_knowledge_used
from app.errors import RefusedError
from app.storage.calendar import newest_knowledge, note_knowledge
from tests.builders.calendars import approve_as, ready_post


def test_a_newer_countersign_keeps_this_one_from_approving(session, reader):
    post_id = ready_post(session)
    with session.writing() as stamp:
        note_knowledge(session.engine, stamp, knowledge="1", rules="999.abc")
    with pytest.raises(RefusedError, match="update it"):
        approve_as(session, reader, post_id)


def test_the_knowledge_in_use_is_noted_once(session):
    assert not is_noted(session.engine, "1.abc")
    with session.writing() as stamp:
        note_knowledge_used(session.engine, stamp, "1.abc")
        note_knowledge_used(session.engine, stamp, "1.abc")
    noted = newest_knowledge(session.engine)
    assert noted is not None
    assert noted.knowledge == "1.abc"
    assert is_noted(session.engine, "1.abc")
    assert not is_noted(session.engine, "2.abc")
    check_not_older(session.engine, "1.def")
    assert session.engine.read("SELECT count(*) AS n FROM knowledge") == [{"n": 1}]


def test_a_later_edition_of_the_days_makes_this_program_the_older_one(session):
    with session.writing() as stamp:
        note_knowledge(session.engine, stamp, knowledge="10.abc", rules="1.abc")
    with pytest.raises(RefusedError, match="update it"):
        check_not_older(session.engine, "9.abc")
    check_not_older(session.engine, "10.def")
    check_not_older(session.engine, "11.abc")


def test_a_version_without_a_number_counts_as_the_oldest(session):
    with session.writing() as stamp:
        note_knowledge(session.engine, stamp, knowledge="spring", rules="first")
    check_not_older(session.engine, session.knowledge.version)
