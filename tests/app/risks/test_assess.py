"""All rules together."""

import sys
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import count

import pytest
from babel.languages import get_official_languages
from hypothesis import given
from hypothesis import strategies as st

from app.domain.flag import Severity
from app.domain.market import PublishingHours
from app.domain.medium import Medium
from app.domain.severity_rule import SeverityRule
from app.domain.team import Team
from app.risks.assess import (
    assess,
    assess_beside,
    assess_hashtags,
    assess_move,
    assess_place,
)
from tests.app.risks.builders import GERMANY, by_key, data, facts, market, post
from tests.app.risks.companions import other
from tests.builders.domain import hold

MAY_NOTE = {
    "day.solemn": "solemn-day",
    "day.eve": "solemn-day",
    "day.moment": "solemn-day",
    "day.holiday": "holiday",
    "timing.night": "waking-hours",
}
NETWORKS = {"X": "x", "Facebook": "facebook", "Instagram": "instagram", "LinkedIn": "linkedin"}
FOUNDING = datetime(2026, 11, 9, 13)
EXTREMES = {
    "empty": "",
    "emoji only": "🎉👨‍👩‍👧‍👦🇩🇪" * 500,
    "one letter, 100,000 times": "a" * 100_000,
    "dots": "a." * 50_000,
    "question marks": "?" * 100_000,
    "question marks apart": "where ??? " * 10_000,
    "lines": "@" + "\n" * 100_000,
    "blanks": "さん、" + " " * 100_000,
    "crosses": "××x" * 33_000,
    "open brackets": "[({<*%$" * 15_000,
    "stars": "**a" * 33_000,
    "addresses": "https://a.de " * 8_000,
    "hashtags": "#a " * 33_000,
    "right to left and back": "مرحبا hello \u202eשלום " * 5_000,
    "zero width": "\u200b\u200d\u2060" * 33_000,
    "half a character": "\ud83d and more",
    "accents": "e\u0301" * 50_000,
    "placeholders": "{{a}} lorem ipsum tbd " * 4_000,
}
FULL_OF_HITS = {
    "days told from today": "heute morgen gestern ",
    "weekdays": "Montag, 9. November ",
    "tomorrow and its weekday": "Morgen Dienstag, 9.11.2026. ",
    "good wishes": "Frohe Weihnachten ",
    "days that another market has": "Alles Gute zum Muttertag ",
    "greetings": "Guten Morgen ",
    "outcomes": "Wir haben gewonnen! ",
    "outcomes without an end": "Wir haben gewonnen ",
    "offers in a memorial": "Wir gedenken der Opfer. Rabatt! 99 € ",
}


@pytest.mark.parametrize("case", data("harmless", "post"), ids=lambda case: case["id"])
def test_harmless_posts_raise_no_false_alarm(case):
    languages = get_official_languages(case["market"], de_facto=True)
    where = facts(market(case["market"], *languages), NETWORKS[case["channel"]])
    harmless = post(where, text=case["text"], local=case["local"], language=case["language"])
    alarms = [
        flag
        for flag in assess(harmless, where)
        if flag.severity >= Severity.CAUTION and MAY_NOTE.get(flag.rule) not in case["may_note"]
    ]
    assert not alarms


def test_the_worst_comes_first_and_equal_facts_give_equal_flags():
    where = facts(replace(GERMANY, hours=PublishingHours(time(8), time(12))), "x", (hold(),))
    risky = post(where, local=FOUNDING, text="Hi {{name}}, lorem ipsum. " + "x" * 280)
    flags = assess(risky, where)
    assert [flag.severity for flag in flags] == sorted(
        (flag.severity for flag in flags), reverse=True
    )
    assert flags == assess(risky, where)
    assert set(by_key(flags)) >= {
        "channel.length:text",
        "hold.active:h1",
        "day.solemn:de-reichspogromnacht",
        "wording.placeholder:template",
        "wording.placeholder:filler",
        "timing.hours",
    }


def test_every_flag_says_what_why_and_the_way_out():
    where = facts(GERMANY, "push", (hold(),))
    for local in (FOUNDING, datetime(2027, 3, 28, 2, 30), datetime(2026, 10, 3)):
        for text in ("", "Hi {{name}} at https://example.com " * 20, "Good morning to all of you"):
            for flag in assess(post(where, local=local, text=text), where):
                assert flag.headline
                assert len(flag.headline) <= 60
                assert flag.why.endswith((".", flag.evidence[-1] if flag.evidence else "."))
                assert flag.way_out
                assert flag.mark
                assert flag.key.startswith(flag.rule)


def test_the_place_alone_raises_day_time_and_hold():
    where = facts(GERMANY, "x", (hold(),))
    risky = post(where, local=FOUNDING.replace(hour=3), text="Hi {{name}} " + "x" * 300)
    assert {flag.family for flag in assess_place(risky, where)} == {"day", "timing", "hold"}
    assert set(assess_place(risky, where)) < set(assess(risky, where))


def test_what_stands_beside_a_post_is_told_apart_from_the_post_itself():
    where = facts(GERMANY, "x")
    text = "Zimtschnecken, frisch aus dem Ofen, morgens um sechs und bis sie alle sind. #schnecken"
    risky = post(where, local=FOUNDING, text=text)
    beside = replace(where, companions=(other(where, text=text, local=FOUNDING),))
    assert assess_beside(risky, where) == ()
    assert {flag.family for flag in assess_beside(risky, beside)} == {"duplicate", "timing"}
    assert set(assess_beside(risky, beside)) < set(assess(risky, beside))


def test_hashtags_alone_are_asked_about_alone():
    where = replace(facts(GERMANY, "x", (hold(),)), confirmed_hashtags=frozenset())
    tagged = post(where, local=FOUNDING, text="Hi {{name}} #schnecken")
    assert [flag.rule for flag in assess_hashtags(tagged, where)] == ["hashtag.unconfirmed"]


def test_a_move_alone_asks_about_the_day_for_which_a_text_was_written():
    where = replace(facts(GERMANY, "x", (hold(),)), written_for=FOUNDING.date() - timedelta(days=3))
    moved = post(where, local=FOUNDING, text="Hi {{name}}, morgen gibt es Zimtschnecken!")
    assert [flag.rule for flag in assess_move(moved, where)] == ["date.moved"]


def test_the_teams_own_severities_are_laid_over_what_the_rules_find():
    lowered = Team(severities=(SeverityRule("day.solemn", Severity.NOTE, "We only read"),))
    where = replace(facts(), team=lowered)
    (flag,) = (f for f in assess(post(where, local=FOUNDING), where) if f.family == "day")
    assert flag.severity is Severity.CAUTION
    assert "We only read" in flag.why


def test_an_edit_of_the_text_leaves_the_flags_of_the_day_alone():
    where = facts()
    before = assess(post(where, local=FOUNDING, text="Guten Tag."), where)
    after = assess(post(where, local=FOUNDING, text="Wir gedenken."), where)
    assert [(flag.key, flag.mark) for flag in before] == [(flag.key, flag.mark) for flag in after]


@pytest.mark.parametrize("network", ["x", "instagram", "mastodon", "push"])
@pytest.mark.parametrize("text", EXTREMES.values(), ids=EXTREMES)
def test_no_text_is_too_much(text, network):
    where = facts(GERMANY, network)
    strange = post(where, text=text, title=text[:5000], media=(Medium(alt=text[:5000]),))
    assert by_key(assess(strange, where)) is not None


@pytest.mark.parametrize("piece", FULL_OF_HITS.values(), ids=FULL_OF_HITS)
def test_a_text_eight_times_as_long_is_about_eight_times_the_work(piece):
    where = facts(GERMANY, "x")
    assess(post(where, text=piece * 10), where)  # what is loaded once
    short, long = (_calls(piece * (size // len(piece)), where) for size in (5_000, 40_000))
    assert long < 16 * short


def _calls(text, where):
    """Return how many calls of functions it takes: a figure that no other program changes."""
    calls = count()
    strange = post(where, text=text)
    sys.setprofile(lambda _frame, event, _what: next(calls) if "call" in event else None)
    try:
        assess(strange, where)
    finally:
        sys.setprofile(None)
    return next(calls)


@given(st.text(max_size=300), st.datetimes(datetime(1900, 1, 1), datetime(2200, 12, 31)))
def test_any_text_at_any_time_has_flags_with_keys_of_their_own(text, local):
    where = facts(market("JP", "ja", zone="Asia/Tokyo"), "x")
    by_key(assess(post(where, text=text, local=local.replace(second=0, microsecond=0)), where))


@pytest.mark.parametrize("year", [1900, 2200])
def test_the_first_and_the_last_year_are_only_years(year):
    for country in ("DE", "IL", "SA", "CN"):
        where = facts(market(country, "en"))
        assess(post(where, local=datetime(year, 1, 1, 12)), where)
