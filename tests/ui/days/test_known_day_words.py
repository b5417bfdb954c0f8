from datetime import date, time, timedelta

import pytest

from app.domain.market import MarketId
from app.domain.observance import Tone
from tests.builders.ui import FRANCE, GERMANY
from tests.builders.ui_d import NINTH, known_day
from ui.days.known_day_words import (
    detail_words,
    facts_of,
    incident_words,
    short_when,
    source_words,
    when_words,
    where_words,
)

pytestmark = pytest.mark.in_english

ONE_DAY = timedelta(days=1)


def test_a_day_is_told_whole_with_its_eve_and_its_minute():
    day = known_day(moments=((time(9, 5), time(9, 7)),), has_eve=True)
    assert when_words(day) == (
        "Tuesday, 9 November 2027, begins in the evening before, quiet at 09:05"
    )


def test_several_days_are_a_span_and_many_spans_are_counted():
    assert when_words(known_day(spans=((NINTH, NINTH + 2 * ONE_DAY),))) == "9–11 Nov 2027"
    many = tuple((NINTH + 3 * n * ONE_DAY,) * 2 for n in range(6))
    assert when_words(known_day(spans=many)).endswith("2 more")


def test_what_has_only_a_minute_is_on_every_day():
    daily = known_day(spans=(), moments=((time(9), time(9, 1)),))
    assert when_words(daily) == "every day, quiet at 09:00"
    assert short_when(daily) == "Every day"


def test_the_list_has_short_dates():
    assert short_when(known_day()) == "Tue 9 Nov"
    assert short_when(known_day(), date(2027, 11, 10)) == "Wed 10 Nov"


def test_markets_are_named_and_all_of_them_are_all():
    both = known_day(markets=(GERMANY.id, FRANCE.id))
    assert where_words(both, [GERMANY, FRANCE]) == "All markets"
    assert where_words(known_day(markets=(GERMANY.id,)), [GERMANY, FRANCE]) == GERMANY.name
    assert where_words(known_day(markets=(GERMANY.id,)), [GERMANY]) == GERMANY.name


@pytest.mark.parametrize(
    ("meaning", "said"),
    [
        ({}, "Stop · Mourning"),
        ({"is_own": True}, "Stop · Your team's day · Mourning"),
        ({"switched_off": "Switched off by Marc: So"}, "Stop · Switched off · Mourning"),
        ({"tone": Tone.HOLIDAY}, "Stop · Public holiday"),
    ],
)
def test_the_quiet_line_says_what_is_special(meaning, said):
    day = known_day(meaning=meaning, markets=(MarketId("elsewhere"),))
    assert detail_words(day, [GERMANY]) == said


def test_only_what_is_known_is_told():
    assert facts_of(known_day()) == [("Why", "It was so.")]
    whole = known_day(
        meaning={
            "switched_off": "By Marc",
            "clash": "Halloween",
            "legal": "Quiet day.",
            "is_estimate": True,
            "terms": ("a", "b"),
        }
    )
    told = dict(facts_of(whole))
    assert list(told) == [
        "Switched off",
        "Why",
        "Collides with",
        "Law",
        "Date",
        "Words that name it",
    ]
    assert told["Law"] == "Quiet day. Check with counsel."


def test_a_source_says_whether_it_was_read():
    assert source_words(known_day()) == "Source: A paper – not checked yet"
    assert source_words(known_day(meaning={"is_checked": True})).endswith("– checked")
    assert source_words(known_day(meaning={"is_own": True})) == "Source: A paper"
    assert source_words(known_day(meaning={"source": ""})) == ""


def test_what_went_wrong_on_a_day_is_told_apart_from_what_it_is():
    told = known_day(meaning={"incident": "A brand's message of 2022, A paper"})
    assert incident_words(told) == "What went wrong: A brand's message of 2022, A paper"
    assert incident_words(known_day()) == ""
