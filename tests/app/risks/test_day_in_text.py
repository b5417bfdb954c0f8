"""A solemn day that a text plans something for."""

from datetime import datetime

import pytest

from app.domain.flag import Severity
from app.risks.day_in_text import named_in_text
from tests.app.risks.builders import facts, market, post

NOVEMBER = datetime(2026, 11, 2, 12)


def raised(country, language, text, local=NOVEMBER):
    where = facts(market(country, language))
    return list(named_in_text(post(where, text=text, local=local, language=language), where))


@pytest.mark.parametrize(
    ("country", "language", "text", "severity"),
    [
        ("DE", "de", "Am 9. November ist Party bei uns!", Severity.STOP),
        ("DE", "de", "Neueröffnung am 9.11. um 18 Uhr", Severity.CAUTION),
        ("DE", "de", "Nur bis zum 9. November: 20 % Rabatt auf alles", Severity.CAUTION),
        ("DE", "de", "Am 9. November bleibt die Bibliothek zu.", Severity.NOTE),
        ("DE", "de", "Am 9. November gedenken wir der Opfer. Kommt dazu.", Severity.NOTE),
        ("DE", "de", "9. November, Reichspogromnacht: die Lesung beginnt um 19 Uhr", Severity.NOTE),
    ],
)
def test_cheer_is_as_grave_as_the_day_and_a_plan_a_question(country, language, text, severity):
    (flag,) = raised(country, language, text)
    assert (flag.rule, flag.severity) == ("day.text", severity)
    assert flag.key == "day.text:de-reichspogromnacht"


def test_the_flag_says_the_words_the_date_and_the_reason_of_the_day():
    (flag,) = raised("DE", "de", "Am Montag, dem 9. November ist Party bei uns!")
    assert flag.evidence == ("Montag, dem 9. November",)
    assert "9 Nov 2026" in flag.why
    assert flag.source


def test_a_day_that_is_not_a_stop_is_asked_about_where_the_text_invites_to_an_event():
    case = ("RU", "ru", datetime(2026, 8, 27, 12))
    (flag,) = raised(case[0], case[1], "3 сентября ждём вас на мастер-класс", case[2])
    assert flag.severity is Severity.CAUTION
    (flag,) = raised(case[0], case[1], "3 сентября мастер-класс", case[2])
    assert flag.severity is Severity.NOTE


def test_tomorrow_counts_where_its_sentence_celebrates():
    eve = datetime(2026, 11, 8, 12)
    (flag,) = raised("DE", "de", "Morgen wird gefeiert: große Party!", eve)
    assert flag.severity is Severity.STOP
    (flag,) = raised("DE", "de", "Morgen ist zu. Die Party war toll!", eve)
    assert flag.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("country", "language", "text"),
    [
        ("FR", "fr", "Le 9 novembre, soirée chez nous"),
        ("DE", "de", "Am 10. November ist Party bei uns!"),
        ("DE", "de", "Party am 9. November 2025: Rückblick"),
        ("DE", "de", "Party am 9. Oktober"),
        ("US", "en", "We won 9/11 points"),
        ("TH", "th", "9 พฤศจิกายน 2569 ปาร์ตี้"),
        ("DE", "de", "Freitag der 9. ist Party"),
    ],
)
def test_other_days_markets_and_what_is_over_raise_nothing(country, language, text):
    assert not raised(country, language, text)


def test_two_numbers_are_a_date_where_a_word_says_so():
    autumn = datetime(2026, 11, 4, 12)
    (flag,) = raised("FR", "fr", "Atelier le 13/11 en salle B", autumn)
    assert flag.key == "day.text:fr-13-novembre"
    assert not raised("FR", "fr", "Score 13/11 en salle B", autumn)


def test_what_another_rule_says_of_the_same_day_is_not_said_twice():
    text = "Gedenken an die Reichspogromnacht am 9. November: 20 % Rabatt, große Party!"
    assert not raised("DE", "de", text)


def test_the_same_day_is_one_risk_and_the_tray_has_none():
    text = "Am 9. November Party! Ja, am 9. November Party!"
    assert len(raised("DE", "de", text)) == 1
    assert not raised("DE", "de", text, None)
