"""Days told from the one on which a text is read."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.flag import Severity
from app.risks.hour_greetings import weekday_greeting
from app.risks.relative_days import after_midnight, contradicted, moved
from tests.app.risks.builders import facts, market, post

THURSDAY = datetime(2026, 11, 5, 10)
WRONG = [
    ("GB", "en", "Tomorrow, Saturday, we open"),
    ("GB", "en", "Today, Friday, only"),
    ("GB", "en", "See you tonight, Monday"),
    ("GB", "en", "tomorrow (Saturday)"),
    ("GB", "en", "Saturday (tomorrow) at 8"),
    ("GB", "en", "tomorrow, 8 November"),
    ("DE", "de", "Morgen, Samstag, geht es los"),
    ("DE", "de", "Heute am Freitag"),
    ("DE", "de", "morgen am 8. November"),
    ("DE", "de", "Heute ist Freitag"),
    ("FR", "fr", "Demain samedi, on ouvre"),
    ("FR", "fr", "Ce soir, vendredi"),
    ("FR", "fr", "demain, 8 novembre"),
    ("ES", "es", "Mañana sábado abrimos"),
    ("ES", "es", "hoy viernes"),
    ("IT", "it", "Domani, sabato"),
    ("BR", "pt", "Amanhã, sábado"),
    ("BR", "pt", "hoje é sexta-feira"),
    ("NL", "nl", "Morgen (zaterdag)"),
    ("PL", "pl", "Jutro, w sobotę"),
    ("PL", "pl", "Dziś piątek"),
    ("SE", "sv", "I morgon, lördag"),
    ("DK", "da", "I morgen, lørdag"),
    ("NO", "nb", "I morgen, lørdag"),
    ("FI", "fi", "Huomenna lauantaina"),
    ("TR", "tr", "Yarın cumartesi"),
    ("TR", "tr", "bugün cuma"),
    ("SA", "ar", "غدا السبت"),
    ("RU", "ru", "Завтра, в субботу"),
    ("UA", "uk", "Завтра, у суботу"),
    ("CZ", "cs", "Zítra v sobotu"),
    ("GR", "el", "Αύριο Σάββατο"),
    ("IL", "he", "מחר, שבת"),
    ("HR", "hr", "Sutra, u subotu"),
    ("HU", "hu", "Holnap, szombaton"),
    ("RO", "ro", "Mâine, sâmbătă"),
    ("JP", "ja", "明日（土）"),
    ("JP", "ja", "明日11月8日（日）"),
    ("JP", "ja", "今日は金曜日"),
    ("KR", "ko", "내일(토)"),
    ("KR", "ko", "내일 토요일"),
    ("CN", "zh", "明天周六"),
    ("CN", "zh", "明天（11月8日）"),
    ("ID", "id", "Besok, Sabtu"),
    ("TH", "th", "พรุ่งนี้วันเสาร์"),
    ("VN", "vi", "Ngày mai, thứ Bảy"),
]
RIGHT = [
    ("GB", "en", "Tomorrow, Friday, we open"),
    ("GB", "en", "Today, Thursday, only"),
    ("GB", "en", "tomorrow, Saturday and Sunday closed"),
    ("GB", "en", "Today and Friday"),
    ("GB", "en", "Good Friday"),
    ("DE", "de", "Freitag Morgen um 9"),
    ("DE", "de", "Jeden Morgen frisch"),
    ("DE", "de", "von heute bis Sonntag"),
    ("ES", "es", "el viernes por la mañana"),
    ("GB", "en", "Happy Thursday!"),
    ("GB", "en", "happy Friday the 13th"),
    ("GB", "en", "The Friday happy hour"),
    ("GB", "en", "Good morning"),
    ("FR", "fr", "Joyeux lundi de Pâques"),
    ("GB", "en", "Today only. Friday: closed"),
    ("GB", "en", "Today, tomorrow, Saturday"),
    ("NL", "nl", "zaterdagmorgen"),
    ("NL", "nl", "vrijdag morgen open"),
    ("GB", "en", "enjoy your Sunday roast"),
    ("GB", "en", "tonight, Wednesday: the late show"),
    ("GB", "en", "This weekend, Saturday"),
]


def raised(rule, country, languages, text, *, local=THURSDAY, written_for=None):
    where = replace(facts(market(country, *languages.split(","))), written_for=written_for)
    return list(rule(post(where, text=text, local=local, language=languages[:2]), where))


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case[2])
def test_a_word_beside_a_day_that_it_does_not_mean_is_a_caution_in_every_language(case):
    (flag,) = raised(contradicted, *case)
    assert (flag.rule, flag.severity) == ("date.relative", Severity.CAUTION)


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: case[2])
def test_a_word_beside_its_day_and_lists_of_days_raise_nothing(case):
    assert not raised(contradicted, *case)
    assert not raised(weekday_greeting, *case)


def test_the_flag_says_what_the_word_means_when_the_post_goes_out():
    (flag,) = raised(contradicted, "GB", "en", "Tomorrow, Saturday. And again: tomorrow, Sunday.")
    assert flag.why == (
        "“Tomorrow” is 6 Nov 2026 when the post goes out, a Friday, and the text says Saturday."
    )
    assert flag.evidence == ("Tomorrow", "Saturday")


def test_a_post_without_a_day_has_no_tomorrow():
    for rule in (contradicted, after_midnight, moved):
        assert not raised(rule, "GB", "en", "Tomorrow, Saturday", local=None)


def test_tonight_in_the_small_hours_is_a_note():
    (flag,) = raised(after_midnight, "GB", "en", "Tonight at nine", local=datetime(2026, 11, 5, 2))
    assert flag.severity is Severity.NOTE
    assert not raised(after_midnight, "GB", "en", "Tonight at nine", local=datetime(2026, 11, 5, 9))
    assert not raised(
        after_midnight, "GB", "en", "Tomorrow at nine", local=datetime(2026, 11, 5, 2)
    )


def test_tomorrow_in_a_post_that_was_moved_is_a_caution_for_each_such_word():
    text = "See you tomorrow, or tonight, or tomorrow night."
    first, second = raised(moved, "GB", "en", text, written_for=date(2026, 11, 3))
    assert first.why == "The post was moved: “tomorrow” was 4 Nov 2026 and now is 6 Nov 2026."
    assert [first.key, second.key] == ["date.moved:tomorrow", "date.moved:tonight"]
    assert first.severity is Severity.CAUTION


def test_another_move_is_another_state_of_the_same_risk():
    (one,) = raised(moved, "GB", "en", "tomorrow", written_for=date(2026, 11, 3))
    (other,) = raised(
        moved, "GB", "en", "tomorrow", local=datetime(2026, 11, 9, 9), written_for=date(2026, 11, 3)
    )
    assert one.key == other.key
    assert one.mark != other.mark


def test_a_post_that_was_not_moved_or_came_back_raises_nothing():
    assert not raised(moved, "GB", "en", "tomorrow")
    assert not raised(moved, "GB", "en", "tomorrow", written_for=THURSDAY.date())


def test_this_weekend_moves_with_its_week():
    assert not raised(moved, "GB", "en", "this weekend", written_for=date(2026, 11, 3))
    (flag,) = raised(moved, "GB", "en", "this weekend", written_for=date(2026, 10, 29))
    assert "29 Oct 2026" in flag.why
    assert flag.evidence == ("this weekend",)
