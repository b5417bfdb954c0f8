"""The same words or picture again."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.days.written import written_day
from app.domain.companion import NOT_APPROVED, Standing
from app.domain.flag import Severity
from app.domain.medium import Medium
from app.risks.duplicates import duplicate, picture_again
from tests.app.risks.builders import NOON, facts, post
from tests.app.risks.companions import beside, other

WHERE = facts()
DAY = timedelta(days=1)
TEXT = "Die Heide blüht, und wir haben neue Wanderkarten im Laden an der Brücke."
AGAIN = "Die Heide blüht, und wir haben neue Wanderkarten im Laden an der Brücke!"
WEEK = "Menü der Woche {}: Linsensuppe und Zimtschnecken für {},90 im Hof."


def twin(name="DE-0002", local=NOON - 20 * DAY, text=AGAIN, **changes):
    return other(WHERE, name, local=local, text=text, **changes)


def duplicates(*others, text=TEXT, **changes):
    one = replace(post(WHERE, text=text), **changes)
    return beside(duplicate, one, *others)


@pytest.mark.parametrize(
    ("apart", "said"), [(-20, "20 days earlier"), (1, "1 day later"), (0, "same day")]
)
def test_the_same_words_on_one_channel_are_a_caution_that_shows_both(apart, said):
    local = NOON + apart * DAY + timedelta(hours=1)
    (flag,) = duplicates(twin(local=local))
    assert flag.severity is Severity.CAUTION
    assert flag.key == "duplicate.text:id-DE-0002"
    assert "DE-0002" in flag.headline
    assert flag.headline.endswith(f" of {written_day(local.date())}")
    assert said in flag.why
    assert flag.evidence == (TEXT, AGAIN)


def test_other_words_other_channels_other_seasons_and_the_tray_are_silent():
    elsewhere = other(facts(network="x"), text=AGAIN, local=NOON - DAY)
    long_ago = twin(local=NOON - 91 * DAY)
    different = twin(text="Heute bleibt der Laden zu, wir sind selbst wandern.")
    undated = twin(local=None)
    assert duplicates(elsewhere, long_ago, different, undated) == []


def test_many_twins_raise_one_flag_of_the_nearest():
    (flag,) = duplicates(
        twin("DE-0003", NOON - 40 * DAY), twin("DE-0002", NOON - 9 * DAY - timedelta(hours=2))
    )
    assert flag.key.endswith("DE-0002")
    assert "1 more post" in flag.why
    assert flag.severity is Severity.CAUTION


def test_another_twin_or_another_version_of_it_changes_the_mark():
    first, second = twin(), twin("DE-0003", NOON - 50 * DAY)
    (alone,), (both,) = duplicates(first), duplicates(first, second)
    (edited,) = duplicates(twin(text=TEXT))
    assert alone.key == both.key == edited.key
    assert len({alone.mark, both.mark, edited.mark}) == 3


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"series": "s1"}, id="a series"),
        pytest.param({"text": WEEK.format(41, 6)}, id="other numbers"),
    ],
)
def test_what_is_repeated_on_purpose_is_a_note(changes):
    text = WEEK.format(42, 7) if "text" in changes else TEXT
    (flag,) = duplicates(twin(**changes), text=text, series="s1")
    assert flag.severity is Severity.NOTE


def test_the_third_time_at_one_time_of_day_is_a_habit():
    (twice,) = duplicates(twin(local=NOON - 7 * DAY))
    (thrice,) = duplicates(twin(local=NOON - 7 * DAY), twin("DE-0003", NOON + 7 * DAY))
    assert twice.severity is Severity.CAUTION
    assert thrice.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("standing", "severity"), [(NOT_APPROVED, Severity.CAUTION), (Standing(5, 1), Severity.NOTE)]
)
def test_in_a_calendar_drafts_make_no_habit_of_anything(standing, severity):
    twins = (twin(local=NOON - 7 * DAY), twin("DE-0003", NOON + 7 * DAY))
    kept = tuple(replace(one, standing=standing) for one in twins)
    where = replace(WHERE, companions=kept, confirmed_hashtags=frozenset())
    (flag,) = duplicate(post(WHERE, text=TEXT), where)
    assert flag.severity is severity


PICTURE = (Medium(digest="d" * 64),)
SOLEMN = datetime(2026, 11, 9, 12)


def again(*others, local=NOON, media=PICTURE):
    return beside(picture_again, post(WHERE, text=TEXT, local=local, media=media), *others)


def shown(local, text="Was machen Pirat und Schnecke? Sie lachen.", media=PICTURE, **changes):
    return other(WHERE, local=local, text=text, media=media, **changes)


def test_a_picture_shown_before_is_a_note():
    (flag,) = again(shown(NOON - 100 * DAY))
    assert flag.severity is Severity.NOTE
    assert written_day((NOON - 100 * DAY).date()) in flag.headline
    assert "Pirat" in flag.evidence[0]


def test_a_picture_shown_before_is_a_caution_on_a_solemn_day():
    (flag,) = again(shown(SOLEMN - 100 * DAY), local=SOLEMN)
    assert flag.severity is Severity.CAUTION


def test_a_picture_of_later_of_long_ago_of_elsewhere_or_of_a_twin_is_not_used_before():
    assert again(shown(NOON + DAY), shown(NOON - 366 * DAY)) == []
    assert again(shown(NOON - DAY, text=AGAIN)) == []
    assert again(other(facts(network="x"), local=NOON - DAY, media=PICTURE)) == []
    assert again(shown(NOON - DAY), media=(Medium(url="https://a.example/1.jpg"),)) == []
    assert again(shown(NOON - DAY), local=None) == []
