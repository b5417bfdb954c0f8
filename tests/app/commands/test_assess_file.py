"""Posts of a file judged without a calendar."""

import json
from datetime import date, datetime

import pytest

from app.commands.assess_file import assess_file
from app.domain.flag import Severity
from app.errors import InvalidInputError
from tests.architecture.project import ROOT
from tests.builders.calendars import knowledge

TREAT = "Treat yourself today, you have earned it with all your work this week."
GERMAN = "Unsere neue Herbstkarte ist da – kommt vorbei und probiert die Kürbissuppe."


@pytest.fixture
def judge(tmp_path):
    def judged(*posts, **options):
        path = tmp_path / "posts.json"
        path.write_text(json.dumps(posts), encoding="utf-8")
        return assess_file(path, knowledge(), today=date(2026, 6, 1), **options)

    return judged


def post(**fields):
    usual = {"id": "a", "market": "DE", "channel": "Instagram", "local": "2026-11-12T10:30"}
    return {**usual, "text": GERMAN, **fields}


def keys(assessed):
    return {flag.key: flag.severity for flag in assessed.flags}


def test_a_day_a_text_and_a_time_are_judged_as_in_a_calendar(judge):
    (solemn, english, gap) = judge(
        post(local="2026-11-09T10:30"),
        post(text=TREAT),
        post(local="2026-03-29T02:30"),
    ).posts
    assert keys(solemn)["day.solemn:de-reichspogromnacht"] is Severity.STOP
    assert keys(english) == {"language.other": Severity.CAUTION}
    assert keys(gap)["timing.gap"] is Severity.BLOCKED


def test_a_language_that_is_said_is_no_surprise(judge):
    assert keys(judge(post(text=TREAT, language="en")).posts[0]) == {}


def test_each_networks_rules_apply_once(judge):
    (both,) = judge(post(text=f"{GERMAN} " * 6, channel="X + Threads + Facebook")).posts
    (flag,) = both.flags
    assert flag.key == "channel.length:text"
    assert flag.severity is Severity.BLOCKED
    assert both.networks == ("x", "threads", "facebook")


def test_the_union_is_judged_by_the_days_of_all_its_members(judge):
    (union,) = judge(post(market="EU", local="2026-05-04T20:00", text=TREAT)).posts
    found = {flag.key: flag for flag in union.flags}
    day = found["day.solemn:nl-dodenherdenking"]
    assert day.severity is Severity.STOP
    assert "It is kept in Netherlands." in day.why
    assert "day.moment:nl-dodenherdenking" in found
    assert "language.other" not in found


def test_each_member_has_its_own_clocks(judge):
    (late,) = judge(post(market="Global", local="2026-11-08T23:30Z", text=TREAT)).posts
    assert keys(late)["day.solemn:de-reichspogromnacht"] is Severity.CAUTION  # 00:30 in Berlin
    (early,) = judge(post(market="Global", local="2026-11-08T20:30Z", text=TREAT)).posts
    assert "day.solemn:de-reichspogromnacht" not in keys(early)


def test_a_day_of_everybody_is_said_once_and_for_all(judge):
    (union,) = judge(post(market="EU", local="2026-01-27T10:00", text=TREAT)).posts
    day = next(flag for flag in union.flags if flag.key == "day.solemn:un-holocaust")
    assert "It is kept in" not in day.why


def test_an_offset_is_read_in_the_markets_time(judge):
    (found,) = judge(post(local="2026-11-08T23:30Z")).posts
    assert (found.local, found.zone) == (datetime(2026, 11, 9, 0, 30), "Europe/Berlin")


def test_without_a_date_there_is_no_day_and_without_a_time_the_usual_one(judge):
    found = judge(post(local=None), post(local="2026-11-09"))
    undated, dated = found.posts
    assert undated.local is None
    assert undated.flags == ()
    assert dated.local == datetime(2026, 11, 9, 10)
    without_a_date, without_a_time, without_pictures = found.notes
    assert without_a_date.startswith("1 post has no date: days and hours were not judged for it.")
    assert without_a_time == "1 post names no time of day: 10:00 was taken."
    assert without_pictures == "The file names no pictures: they were not judged."


def test_every_post_comes_back_in_its_order_also_one_that_cannot_be_read(judge):
    found = judge(
        post(id="1", market="SE"), post(id="2", market="Atlantis"), post(id="3", local="never")
    )
    assert [one.id for one in found.posts] == ["1", "2", "3"]
    assert found.unreadable == 2
    assert found.posts[1].error.startswith("Post 2, market: “Atlantis” is no country")
    assert found.posts[2].error.startswith("Post 3, local: “never” is no date")


def test_a_market_for_all_is_taken_where_a_post_names_none(judge):
    (found,) = judge(post(market=None, local="2026-11-09"), market="Austria").posts
    assert "day.solemn:at-novemberpogrome" in keys(found)
    with pytest.raises(InvalidInputError, match="Atlantis"):
        judge(post(), market="Atlantis")


@pytest.mark.parametrize("name", ["harmless.toml", "incidents.toml"])
def test_the_collections_of_posts_are_read_whole(name):
    found = assess_file(ROOT / "tests" / "data" / name, knowledge(), today=date(2026, 6, 1))
    assert found.unreadable == 0
    assert len(found.posts) > 30


def test_half_letters_and_null_bytes_do_no_harm(judge):
    (found,) = judge(post(text="a\ud800b\u0000c", id="\ud800")).posts
    assert found.error == ""


def test_posts_of_one_file_are_judged_beside_each_other(judge):
    first = post(id="a", local="2026-11-10T10:30")
    again = post(id="b", local="2026-11-17T10:30")
    found = judge(first, again, post(id="c", channel="X", local="2026-11-18T10:30")).posts
    twins = [[flag for flag in one.flags if flag.family == "duplicate"] for one in found]
    assert "Nearly the same as post b" in twins[0][0].headline
    assert "Nearly the same as post a" in twins[1][0].headline
    assert not twins[2]
    both = judge(post(id="a", channel="X + Threads")).posts
    assert "duplicate" not in {flag.family for flag in both[0].flags}
