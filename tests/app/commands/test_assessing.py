"""Flags that no screen has asked for yet."""

from datetime import timedelta

from app.commands.assessing import assess_missing
from tests.builders.calendars import POGROM_DAY, QUIET_DAY, ready_post


def test_missing_flags_are_worked_out_and_named(session, reader):
    post_id = ready_post(session, day=POGROM_DAY)
    with session.engine.write():
        session.engine.run("DELETE FROM flag_cache")
    (card,) = reader.cards_of([post_id])
    assert not card.is_assessed
    changes = assess_missing(session, first=POGROM_DAY, last=POGROM_DAY)
    assert changes.posts == {post_id}
    (card,) = reader.cards_of([post_id])
    assert card.is_assessed
    assert card.flags


def test_when_nothing_is_missing_nothing_is_named(session):
    ready_post(session)
    changes = assess_missing(session, first=QUIET_DAY, last=QUIET_DAY + timedelta(days=1))
    assert changes.posts == frozenset()
