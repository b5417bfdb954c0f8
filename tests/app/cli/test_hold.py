"""`hold FILE`: at once, and with all that it stops."""

import pytest

from app.cli import hold
from app.cli.answer import BAD_INPUT, DONE, FOUND_SOMETHING
from tests.builders.calendars import LENA, reader_of
from tests.builders.words import APPROVED, FRENCH, ON_THE_NINTH, UNREAD

STORM = "Storm in the north"


@pytest.fixture
def place(say, path):
    def placed(*words):
        return say("hold", path, "--as", "Lena", "--reason", STORM, *words)

    return placed


def test_what_it_stops_is_listed(place, path):
    said = place("--scope", "market", "--target", "germany")
    assert said.code == DONE
    assert "The hold stands: Storm in the north" in said.out
    assert "It stops 3 posts." in said.out
    assert all(name in said.out for name in (APPROVED, UNREAD, ON_THE_NINTH))
    assert FRENCH not in said.out
    reader = reader_of(path)
    (placed,) = reader.calendar().holds
    reader.close()
    assert (placed.target, placed.placed_by, placed.is_active) == ("DE", LENA, True)


def test_the_same_hold_a_second_time_stands_and_says_so(place):
    words = ("--scope", "market", "--target", "germany")
    assert "The same hold stands already" not in place(*words).out
    assert f"The same hold stands already, by Lena Brandt: “{STORM}”." in place(*words).out


def test_nothing_that_it_stops_leaves_afterwards(place, say, path, tmp_path):
    place("--scope", "everything")
    words = ("--preset", "buffer", "--to", tmp_path / "out", "--as", "Lena", "--json")
    facts = say("export", path, *words).facts
    assert facts["left"] == []
    assert all(any(STORM in why for why in post["reasons"]) for post in facts["stayed_in"])
    assert not (tmp_path / "out").exists()


def test_what_lies_at_a_scheduler_must_be_taken_out_by_hand(place, say, path, tmp_path):
    words = ("--preset", "buffer", "--to", tmp_path / "out", "--as", "Lena")
    assert say("export", path, *words, "--market", "FR").code == DONE
    said = place("--scope", "network", "--target", "Facebook")
    assert said.code == FOUND_SOMETHING
    assert "1 lies at Buffer already" in said.out
    facts = place("--scope", "channel", "--target", "FR Facebook", "--json").facts
    assert facts["queued"] == 1
    (caught,) = facts["caught"]
    assert (caught["id"], caught["scheduler"]) == (FRENCH, "Buffer")


def test_one_post_alone_is_held_by_its_name(place, path):
    said = place("--scope", "post", "--target", "de-0001")
    assert said.code == DONE
    assert "It stops 1 post." in said.out
    reader = reader_of(path)
    (placed,) = reader.calendar().holds
    reader.close()
    assert placed.post.name == "DE-0001"


def test_a_long_list_says_that_there_is_more(place, monkeypatch):
    monkeypatch.setattr(hold, "MOST_LISTED", 1)
    said = place("--scope", "region", "--target", "europe")
    assert "It stops 4 posts." in said.out
    assert "Listed are the first 1." in said.out


def test_a_campaign_that_no_post_belongs_to_still_gets_its_hold(place, path):
    said = place("--scope", "campaign", "--target", "Spring")
    assert said.code == DONE
    assert "It stops 0 posts." in said.out
    assert "belong to" not in said.out  # none belongs to any


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--scope", "market", "--target", "Atlantis"), "Germany (DE), France (FR)"),
        (("--scope", "market"), "Germany (DE), France (FR)"),
        (("--scope", "galaxy"), "'everything'"),
        (("--scope", "post", "--target", "DE-9999"), "such as DE-0142"),
        (("--scope", "post"), "such as DE-0142"),
        (("--scope", "everything", "--target", "DE"), "DE"),
        (("--scope", "everything", "--reason", " "), "Write why"),
        (("--scope", "everything", "--as", "Zoe"), "Lena Brandt"),
    ],
)
def test_what_cannot_be_meant_changes_nothing(place, path, words, named):
    before = path.read_bytes()
    said = place(*words)
    assert said.code == BAD_INPUT
    assert named in said.err
    assert said.err.count("\n") == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("word", ["lift", "approve"])
def test_lifting_and_approving_need_a_person_at_the_window(say, path, word):
    before = path.read_bytes()
    said = say(word, path, "--as", "Marc")
    assert said.code == BAD_INPUT
    assert "open the calendar in the window" in said.err
    assert path.read_bytes() == before
