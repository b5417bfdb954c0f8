"""How a sheet was read last time."""

import pytest

from app.commands import import_memory
from app.commands.import_memory import NOTHING, Said, keep, recall
from app.storage.settings import keep_setting
from tests.builders.calendars import GERMANY

HEADERS = ("Date", "Copy")
SAID = Said({"text": 1}, GERMANY, frozenset({"hook"}))


def test_what_was_said_is_remembered_for_the_same_header_only(session):
    keep(session.engine, HEADERS, SAID)
    assert recall(session.engine, HEADERS) == SAID
    assert recall(session.engine, ("Date", "Text")) == NOTHING


def test_nothing_said_is_nothing_to_remember(session):
    keep(session.engine, HEADERS, SAID)
    keep(session.engine, HEADERS, NOTHING)
    assert recall(session.engine, HEADERS) == SAID
    keep(session.engine, HEADERS, Said({"text": 0}))
    assert recall(session.engine, HEADERS) == Said({"text": 0})


def test_what_is_said_now_counts_before_what_was_said_then():
    assert Said({"text": 0}).or_else(SAID) == Said({"text": 0}, GERMANY, frozenset({"hook"}))
    assert NOTHING.or_else(SAID) == SAID
    assert SAID.or_else(NOTHING) == SAID


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"columns": 1}'])
def test_what_cannot_be_read_is_guessed_again(session, kept):
    keep_setting(session.engine, import_memory._name(HEADERS), kept)  # noqa: SLF001
    assert recall(session.engine, HEADERS) == NOTHING
