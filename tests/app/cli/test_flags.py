"""`flags FILE`."""

from app.cli.answer import BAD_INPUT, DONE, FOUND_SOMETHING
from tests.builders.calendars import POGROM_DAY, QUIET_DAY
from tests.builders.words import ON_THE_NINTH


def test_the_worst_flag_comes_first_and_ends_with_1(say, path):
    said = say("flags", path)
    assert said.code == FOUND_SOMETHING
    lines = said.out.splitlines()
    assert lines[2].startswith(ON_THE_NINTH)
    assert "9 Nov 2027, 10:30" in lines[2]
    assert "Anniversary of the November pogroms" in lines[2]
    assert "day.solemn" in lines[3]
    assert "4 posts, of which 1 has a flag that a reviewer must answer." in lines[-1]
    assert max(map(len, lines)) <= 100


def test_programs_get_every_post_of_the_span(say, path):
    facts = say("flags", path, "--json", "--from", POGROM_DAY, "--to", QUIET_DAY).facts
    assert [post["id"] for post in facts["posts"]] == [ON_THE_NINTH, "DE-0002", "DE-0001"]
    (worst, *_notes) = facts["posts"][0]["flags"]
    assert worst["severity"] == "stop"
    assert set(worst) >= {"rule", "severity", "key", "why", "source"}
    assert facts["need_a_look"] == 1


def test_a_market_without_risks_ends_with_0(say, path):
    said = say("flags", path, "--market", "france")
    assert said.code == DONE
    assert "1 post, of which 0 have a flag" in said.out


def test_flags_are_only_read(say, path):
    before = path.read_bytes()
    say("flags", path)
    assert say("flags", path, "--market", "Atlantis").code == BAD_INPUT
    assert path.read_bytes() == before
