"""`assess POSTS`."""

import json

import pytest

from app.cli.answer import BAD_INPUT, DONE, FOUND_SOMETHING
from app.cli.table import width_of

HEADER = "id,market,channel,local,text\n"
QUIET = "1,DE,X,2026-11-12 10:30,Frisch aus dem Ofen: unser Roggenbrot liegt für euch bereit.\n"
SOLEMN = "2,DE,X,2026-11-09 10:30,Unsere Kirschen liegen im Glas und warten auf den Winter.\n"
UNKNOWN = QUIET.replace("1,DE", "3,Atlantis")


@pytest.fixture
def posts(tmp_path):
    def written(*rows):
        path = tmp_path / "posts.csv"
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        return path

    return written


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([QUIET], DONE),
        ([QUIET, SOLEMN], FOUND_SOMETHING),
        ([QUIET, UNKNOWN], FOUND_SOMETHING),
        ([UNKNOWN, UNKNOWN], BAD_INPUT),
    ],
)
def test_the_code_says_whether_anything_is_to_be_looked_at(say, posts, rows, code):
    said = say("assess", posts(*rows), "--json")
    assert said.code == code
    assert len(said.facts["posts"]) == len(rows)


def test_programs_get_every_post_with_these_fields(say, posts):
    quiet, solemn, unknown = say("assess", posts(QUIET, SOLEMN, UNKNOWN), "--json").facts["posts"]
    assert [post["id"] for post in (quiet, solemn, unknown)] == ["1", "2", "3"]
    assert quiet["flags"] == unknown["flags"] == []
    (flag,) = solemn["flags"]
    assert set(flag) >= {"rule", "severity", "key", "why", "source"}
    assert (flag["rule"], flag["severity"]) == ("day.solemn", "stop")
    assert unknown["error"].startswith("Row 4, market: “Atlantis”")
    assert "error" not in quiet


def test_people_get_a_table_that_fits(say, posts):
    said = say("assess", posts(QUIET, SOLEMN, UNKNOWN))
    lines = said.out.splitlines()
    assert lines[0].split() == ["Id", "Market", "When", "Flag", "Why"]
    assert "9 Nov 2026, 10:30" in lines[2]
    assert "Not judged" in said.out
    assert lines[-1] == "3 posts: 1 to be looked at, 1 not judged."
    assert max(map(width_of, lines)) <= 100


def test_without_a_flag_only_the_count_is_said(say, posts):
    assert say("assess", posts(QUIET)).out == "1 post: 0 to be looked at.\n"


def test_a_file_is_read_as_what_it_is_said_to_be(say, tmp_path):
    path = tmp_path / "posts.data"
    path.write_text(json.dumps([{"id": "a", "channel": "X", "text": "Brot", "extra": 1}]))
    said = say("assess", path, "--from-format", "json", "--market", "DE")
    assert said.code == DONE
    assert "Not looked at: extra." in said.out


def test_none_that_can_be_read_is_one_sentence_too(say, posts):
    said = say("assess", posts(UNKNOWN))
    assert said.code == BAD_INPUT
    assert "1 post: 0 to be looked at, 1 not judged." in said.out


def test_many_posts_are_summed_up_and_few_are_not(say, posts):
    assert "Worst days" not in say("assess", posts(QUIET, SOLEMN)).out
    said = say("assess", posts(*[QUIET] * 24, SOLEMN))
    assert "Worst days" in said.out
    assert "In 4 days, 25 posts: 1 would have been stopped," in said.out


def test_programs_get_the_sums_too(say, posts):
    summary = say("assess", posts(QUIET, SOLEMN, UNKNOWN), "--json").facts["summary"]
    assert (summary["posts"], summary["stop"], summary["not_judged"]) == (2, 1, 1)
    assert summary["by_market"][0]["market"] == "DE"


def test_a_report_is_written_where_it_is_asked_for(say, posts, tmp_path):
    target = tmp_path / "report.html"
    said = say("assess", posts(QUIET, SOLEMN), "--html", target)
    assert said.code == FOUND_SOMETHING
    assert "report.html" in said.out.replace("\n", "")
    assert "1 would have been stopped" in target.read_text("utf-8")
    refused = say("assess", posts(QUIET), "--html", tmp_path / "no" / "report.html")
    assert refused.code == BAD_INPUT


def test_the_plan_itself_is_never_written_over(say, posts):
    plan = posts(QUIET)
    before = plan.read_bytes()
    assert say("assess", plan, "--html", plan).code == BAD_INPUT
    assert plan.read_bytes() == before
