"""What the rules find in the cases, and cry out at for nothing, is no worse than it was.

A failure names cases by their ids alone; `python3 -m tests.bench.risks --misses --alarms` tells
more.
"""

import pytest

from app.domain.flag import Flag, Severity
from app.risks.index import INDEX
from tests.app.risks import exam
from tests.app.risks.builders import data
from tests.app.risks.case_facts import PLACED, WITHOUT_PLACE, built, hours
from tests.app.risks.check_names import OF_HARMLESS, OF_INCIDENTS, RAISED_BY, is_raised_by

LEAST_RISKY_SEEN = 98.0
"""Percent of risky posts that their own check raises."""
LEAST_INCIDENTS = 95.0
"""Percent of incidents with a check that a program can make."""
MOST_ALARMED = 2.0
"""Percent of ordinary posts, and of harmless ones."""
MOST_TICKS = {"ordinary": 12.0, "harmless": 28.0}
"""Per 100 posts."""

ALL_CASES = (*exam.cases("ordinary"), *exam.cases("risky"))

DESCRIBES = {
    *("id", "market", "channel", "language", "local", "text", "check", "least", "why", "part"),
    *("near", "may_note", "may_ask", "because", "names_day", "day", "day_known", "day_name"),
}


def test_risky_posts_are_seen_by_the_check_that_should_see_them():
    assert exam.totals().risky_seen >= LEAST_RISKY_SEEN


def test_documented_cases_are_asked_about():
    assert exam.totals().incidents_raised >= LEAST_INCIDENTS


@pytest.mark.parametrize("name", ["ordinary", "harmless"])
def test_what_is_fit_to_go_out_is_left_alone(name):
    found = {"ordinary": exam.on_ordinary, "harmless": exam.on_harmless}[name]()
    alarmed = {one.id: [flag.rule for flag in one.alarms] for one in found if one.alarms}
    percent, asked = 100 * len(alarmed) / len(found), exam.ticks(found)
    del found  # a failure would print it, with words of the cases
    assert percent <= MOST_ALARMED, alarmed
    assert asked <= MOST_TICKS[name]


def test_everything_that_a_case_says_has_its_place_or_is_known_to_have_none():
    said = {name for case in ALL_CASES for name in case}
    said |= {f"team.{name}" for case in ALL_CASES for name in case.get("team", ())}
    assert said - DESCRIBES - {"team"} == PLACED | WITHOUT_PLACE
    assert not PLACED & WITHOUT_PLACE


def test_what_a_team_has_decided_reaches_the_rules():
    cases = {case["id"]: case for case in data("risky", "post")}
    homely = next(case for case in cases.values() if "home" in case)
    reaching = next(case for case in cases.values() if "reach" in case)
    timed = next(case for case in cases.values() if "hours" in case.get("team", {}))
    assert built(homely)[1].team.home == homely["home"]
    assert built(reaching)[1].channel.reach == tuple(reaching["reach"])
    assert built(timed)[1].market.hours == hours(timed["team"]["hours"])


def test_a_picture_is_there_where_the_network_wants_one_and_fetched_unless_the_case_says_no():
    for case in exam.cases("risky"):
        post, _facts = built(case)
        if case["channel"] in ("instagram", "tiktok"):
            assert post.content.media, case["id"]
        unfetched = [medium for medium in post.content.media if not medium.digest]
        assert bool(unfetched) is (case["check"] == "picture.not-fetched"), case["id"]


def test_a_flag_is_known_by_its_check_whatever_its_rule_is_called():
    template = _flag("wording.placeholder:template")
    assert is_raised_by(template, "template")
    assert is_raised_by(template, "placeholder")
    assert not is_raised_by(_flag("wording.placeholder:filler"), "template")
    assert is_raised_by(_flag("day.solemn:x"), "day.solemn")
    assert not is_raised_by(_flag("day.solemnity:x"), "day.solemn")


def test_names_of_the_collections_are_all_known():
    allowed = {name for case in data("harmless", "post") for name in case["may_note"]}
    assert allowed <= OF_HARMLESS.keys()
    named = {name for case in data("incidents", "incident") for name in case["catchable_by"]}
    by_people = {"image-review", "second-approval", "automation-approval", "none"}
    assert named - OF_INCIDENTS.keys() == exam.NEEDS_THE_TEAM | by_people | {"crisis-hold"}
    families = {name.partition(".")[0] for names in OF_INCIDENTS.values() for name in names}
    assert families >= {name.partition(".")[0] for name in INDEX} & {"day", "wording", "language"}


def test_only_names_that_differ_from_their_rules_are_translated():
    assert not [check for check, rules in RAISED_BY.items() if rules == (check,)]


def _flag(key: str) -> Flag:
    return Flag(key.partition(":")[0], Severity.CAUTION, key, "", "", "")
