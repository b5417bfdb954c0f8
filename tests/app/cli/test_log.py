"""`log FILE`: the one order of events."""

from app.cli.answer import BAD_INPUT, DONE
from app.cli.table import width_of
from tests.builders.words import APPROVED


def test_every_event_says_who_where_when_and_what(say, path):
    said = say("log", path)
    assert said.code == DONE
    lines = said.out.splitlines()
    assert lines[0].split() == ["No.", "When", "(UTC)", "Who", "and", "where", "Post", "What"]
    assert "Made the calendar “Solvane”" in said.out
    assert "Marc Fournier" in said.out
    assert "test@here" in said.out
    assert "1 Nov 2027, 12:00" in said.out
    assert max(map(width_of, lines)) <= 100


def test_programs_get_the_order_without_a_gap(say, path):
    events = say("log", path, "--json").facts["events"]
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert events[-1]["at"] == "2027-11-01T12:00:00.000Z"
    assert all(event["hash"] for event in events)


def test_a_hold_is_in_it_at_once(say, path):
    say("hold", path, "--as", "Lena", "--scope", "everything", "--reason", "Storm")
    assert "Placed a hold on Everything: Storm" in say("log", path).out


def test_one_post_has_its_own_log(say, path):
    events = say("log", path, "--post", APPROVED.lower(), "--json").facts["events"]
    assert {event["post"] for event in events} == {APPROVED}
    assert [event["what"] for event in events][1:] == ["Written", "Marked ready", "Approved"]


def test_a_post_that_is_not_there_is_one_sentence(say, path):
    said = say("log", path, "--post", "DE-9999")
    assert said.code == BAD_INPUT
    assert "DE-9999" in said.err
