"""Greetings of the hour and of the weekday."""

from datetime import datetime

import pytest

from app.domain.flag import Severity
from app.risks.hour_greetings import hour_greeting, weekday_greeting
from tests.app.risks.builders import facts, market, post

THURSDAY = datetime(2026, 11, 5, 10)
WRONG_DAY = [
    ("GB", "en", "Happy Friday!"),
    ("GB", "en", "It's Friday 🎉"),
    ("GB", "en", "Happy Friday everyone"),
    ("DE", "de", "Schönen Freitag!"),
    ("DE", "de", "Endlich Freitag!"),
    ("FR", "fr", "Bon vendredi à tous !"),
    ("ES", "es", "¡Feliz viernes!"),
    ("IT", "it", "Buon venerdì!"),
    ("NL", "nl", "Fijne vrijdag!"),
]
RIGHT_DAY = [
    ("GB", "en", "Happy Thursday!"),
    ("GB", "en", "Happy Friday the 13th"),
    ("GB", "en", "Happy Friday 6 November"),
    ("GB", "en", "Is it Friday? No. Friday's soup"),
    ("FR", "fr", "Joyeux lundi de Pâques"),
    ("GB", "en", "Enjoy your Sunday roast"),
    ("GB", "en", "We say it's Friday"),
    ("GB,FR", "en,fr", "Happy hour"),
]
EVENING, NOON = datetime(2026, 11, 5, 19, 30), datetime(2026, 11, 5, 12)
GOOD_MORNING = [
    ("GB", "en", "Good morning, London!"),
    ("DE", "de", "Guten Morgen zusammen"),
    ("ES", "es", "¡Buenos días!"),
    ("BR", "pt", "Bom dia, gente"),
    ("NL", "nl", "☀️ Goedemorgen!"),
    ("SE", "sv", "God morgon!"),
    ("TR", "tr", "Günaydın!"),
    ("SA", "ar", "صباح الخير"),
    ("RU", "ru", "Доброе утро!"),
    ("JP", "ja", "おはようございます！"),
    ("KR", "ko", "좋은 아침!"),
    ("CN", "zh", "早上好！"),
    ("GR", "el", "Καλημέρα!"),
    ("IL", "he", "בוקר טוב!"),
    ("VN", "vi", "Chào buổi sáng!"),
    ("IN", "hi", "सुप्रभात!"),
]


def raised(rule, case, local=THURSDAY):
    country, languages, text = case
    where = facts(market(country[:2], *languages.split(",")))
    return list(rule(post(where, text=text, local=local, language=languages[:2]), where))


@pytest.mark.parametrize("case", WRONG_DAY, ids=lambda case: case[2])
def test_good_wishes_for_another_weekday_are_a_caution(case):
    (flag,) = raised(weekday_greeting, case)
    assert (flag.rule, flag.severity) == ("date.relative", Severity.CAUTION)
    assert "goes out on a Thursday" in flag.why


@pytest.mark.parametrize("case", RIGHT_DAY, ids=lambda case: case[2])
def test_a_weekday_that_is_no_greeting_or_right_raises_nothing(case):
    assert not raised(weekday_greeting, case)


@pytest.mark.parametrize("case", GOOD_MORNING, ids=lambda case: case[2])
def test_a_good_morning_in_the_evening_is_a_caution(case):
    (flag,) = raised(hour_greeting, case, EVENING)
    assert flag.severity is Severity.CAUTION
    assert "19:30" in flag.why
    assert not raised(hour_greeting, case, NOON)


def test_a_good_evening_belongs_to_the_evening_and_the_night():
    case = ("GB", "en", "Good evening!")
    assert raised(hour_greeting, case)
    assert not raised(hour_greeting, case, EVENING)
    assert not raised(hour_greeting, case, datetime(2026, 11, 5, 1))


@pytest.mark.parametrize(
    "text",
    ["Good Morning Bowl, now with kiwi", "Say good morning to your skin", "good-morning-mug"],
)
def test_a_dish_that_is_called_good_morning_may_be_sold_at_night(text):
    assert not raised(hour_greeting, ("GB", "en", text), EVENING)


def test_the_tray_has_no_hour():
    assert not raised(hour_greeting, ("GB", "en", "Good evening!"), None)
    assert not raised(weekday_greeting, ("GB", "en", "Happy Friday!"), None)
