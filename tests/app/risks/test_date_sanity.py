"""Dates in a text, beside their weekday and beside the day of the post."""

from datetime import datetime

import pytest

from app.domain.flag import Severity
from app.risks.date_sanity import passed, weekday_mismatch
from tests.app.risks.builders import facts, market, post

THURSDAY = datetime(2026, 11, 5, 10)
WRONG = [
    ("GB", "en", "Join us Tuesday 11 November"),
    ("GB", "en", "on Tuesday, November 11th"),
    ("GB", "en", "Tue 11 Nov"),
    ("GB", "en", "Tues 11/11"),
    ("US", "en", "Fri 11/14"),
    ("GB", "en", "Friday the 14th"),
    ("DE", "de", "am Dienstag, den 11. November"),
    ("DE", "de", "Di., 11.11."),
    ("DE", "de", "Dienstag, 11.11.2026"),
    ("DE", "de", "Freitag, der 14."),
    ("DE", "de", "Mo. 3. bis Fr. 7. November"),
    ("FR", "fr", "mardi 11 novembre"),
    ("FR", "fr", "le vendredi 14 nov."),
    ("ES", "es", "martes 11 de noviembre"),
    ("ES", "es", "el martes día 11 de noviembre"),
    ("IT", "it", "martedì 11 novembre"),
    ("IT", "it", "mar 11 nov"),
    ("BR", "pt", "terça-feira, 11 de novembro"),
    ("BR", "pt", "terça, dia 11/11"),
    ("NL", "nl", "dinsdag 11 november"),
    ("NL", "nl", "di 11 nov"),
    ("PL", "pl", "we wtorek 11 listopada"),
    ("PL", "pl", "w środę, 10 listopada"),
    ("SE", "sv", "tisdag den 11 november"),
    ("DK", "da", "tirsdag d. 11. november"),
    ("NO", "nb", "tirsdag 11. november"),
    ("FI", "fi", "tiistaina 11. marraskuuta"),
    ("FI", "fi", "ti 11.11."),
    ("TR", "tr", "11 Kasım Salı"),
    ("TR", "tr", "17 Kasım Cuma günü"),
    ("SA", "ar", "الثلاثاء 11 نوفمبر"),
    ("SA", "ar", "الثلاثاء ١١ نوفمبر"),
    ("LB", "ar", "الثلاثاء 11 تشرين الثاني"),
    ("RU", "ru", "во вторник, 11 ноября"),
    ("UA", "uk", "у вівторок, 11 листопада"),
    ("CZ", "cs", "v úterý 11. listopadu"),
    ("GR", "el", "Τρίτη 11 Νοεμβρίου"),
    ("IL", "he", "ביום שלישי, 11 בנובמבר"),
    ("HR", "hr", "utorak, 11. studenoga"),
    ("HU", "hu", "november 11., kedd"),
    ("HU", "hu", "november 11-én, kedden"),
    ("HU", "hu", "2026. november 11. (kedd)"),
    ("RO", "ro", "marți, 11 noiembrie"),
    ("JP", "ja", "11月11日（火）"),
    ("JP", "ja", "11月11日(火・祝)"),
    ("JP", "ja", "11月11日火曜日"),
    ("JP", "ja", "11/11(火)開催"),
    ("KR", "ko", "11월 11일(화)"),
    ("KR", "ko", "11월 11일 화요일"),
    ("KR", "ko", "11.11(화)"),
    ("CN", "zh", "11月11日（周二）"),
    ("TW", "zh", "11月11日(二)"),
    ("CN", "zh", "11月11日 星期二"),
    ("ID", "id", "Selasa, 11 November"),
    ("TH", "th", "วันอังคารที่ 11 พฤศจิกายน"),
    ("VN", "vi", "Thứ Ba, ngày 11 tháng 11"),
    ("VN", "vi", "thứ 3 ngày 11/11"),
    ("IN", "hi", "मंगलवार, 11 नवंबर"),
    ("GB", "en", "Tuesday 11 November 2026"),
    ("BE", "nl,fr,de", "mardi 11 novembre"),
    ("GB", "en", "Mon 10 - Fri 14 November"),
]
RIGHT = [
    ("GB", "en", "Join us Wednesday 11 November"),
    ("GB", "en", "Wed 11/11"),
    ("GB", "en", "Monday, 4 May 1970"),
    ("GB", "en", "Friday the 13th"),
    ("DE", "de", "Mi 11.11."),
    ("DE", "de", "Mo 2. bis Fr 6. November"),
    ("DE", "de", "2.–6. November (Mo–Fr)"),
    ("GB", "en", "Sat and Sun, 14 and 15 November"),
    ("GB", "en", "Open Monday to Friday, 3 November to 10 December"),
    ("US", "en", "Wed 11/11"),
    ("US", "en", "Thu 12/11"),
    ("GB", "en", "From 3 November (Monday to Friday) we open"),
    ("GB", "en", "We open 11 November. Tuesday follows"),
    ("TH", "th", "วันพุธที่ 11 พฤศจิกายน 2569"),
    ("JP", "ja", "11月11日（水）"),
    ("JP", "ja", "令和8年11月11日（水）"),
    ("VN", "vi", "Thứ Tư, ngày 11 tháng 11"),
    ("KR", "ko", "11/11(수)"),
    ("HU", "hu", "november 11-én, szerdán"),
    ("HU", "hu", "november 11., szerda"),
    ("FI", "fi", "ke 11.11."),
    ("IL", "he", "ביום רביעי, 11 בנובמבר"),
    ("GB", "en", "Saturday 10 artists play"),
    ("DE", "de", "Dienstag 9.30 Uhr"),
    ("FR", "fr", "samedi 10h30"),
    ("GB", "en", "Save the date: Saturday 12 June"),
    ("GB", "en", "Tuesday 24/7 support"),
    ("GB", "en", "Sat 31 June"),
    ("GB", "en", "Mon 31-1 November"),
    ("GB", "en", "Sun 31 and 1 November"),
    ("GB", "en", "Sat 29 February"),
    ("GB", "en", "Sat 31 February and 30 February"),
]
OVER = [
    ("GB", "en", "Offer ends 3 November."),
    ("GB", "en", "Register until 31 October!"),
    ("DE", "de", "Nur noch bis 3. November!"),
    ("DE", "de", "Anmeldung bis 31.10. möglich"),
    ("FR", "fr", "Jusqu'au 3 novembre"),
    ("ES", "es", "Hasta el 3 de noviembre"),
    ("JP", "ja", "11月3日まで"),
    ("KR", "ko", "11월 3일까지"),
    ("CN", "zh", "11月3日截止"),
    ("TR", "tr", "3 Kasım'a kadar"),
    ("HU", "hu", "november 3-ig"),
    ("FI", "fi", "3.11. asti"),
    ("PL", "pl", "do 3 listopada"),
    ("RU", "ru", "до 3 ноября"),
    ("SE", "sv", "till den 3 november"),
    ("GB", "en", "Join us on 3 November in the hall"),
    ("DE", "de", "Wir sehen uns am 3. November"),
    ("TH", "th", "ถึง 3 พฤศจิกายน"),
    ("VN", "vi", "đến hết ngày 3/11"),
    ("IL", "he", "עד 3 בנובמבר"),
    ("SA", "ar", "حتى 3 نوفمبر"),
    ("NL", "nl", "t/m 3 november"),
    ("IT", "it", "fino al 3 novembre"),
    ("BR", "pt", "até 3 de novembro"),
    ("GR", "el", "έως 3 Νοεμβρίου"),
    ("CZ", "cs", "do 3. listopadu"),
    ("US", "en", "Ends 11/3"),
    ("GB", "en", "Ends 3/11"),
    ("GB", "en", "Join us 1-3 November in the hall"),
    ("GB", "en", "Tickets until 31 December 2025"),
]
STILL_FINE = [
    ("GB", "en", "Open since 12 March"),
    ("GB", "en", "On 3 November we opened our doors. Thank you!"),
    ("GB", "en", "Founded on 3 November 1970"),
    ("GB", "en", "Offer ends 9 November"),
    ("DE", "de", "Am 3. November war es so weit"),
    ("GB", "en", "until 31 January"),
    ("GB", "en", "On 31 October we danced"),
    ("GB", "en", "Join us on 5/6"),
    ("CA", "en", "Ends 3/11"),
    ("TH", "th", "ถึง 3 พฤศจิกายน 2568"),
    ("GB", "en", "Ends 31 June"),
]


def raised(rule, case, local=THURSDAY):
    country, languages, text = case
    where = facts(market(country, *languages.split(",")))
    return list(rule(post(where, text=text, local=local, language=languages[:2]), where))


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case[2])
def test_a_date_on_another_weekday_is_a_caution_in_every_language(case):
    flag, *_end_of_span = raised(weekday_mismatch, case)
    assert (flag.rule, flag.severity) == ("date.weekday-mismatch", Severity.CAUTION)


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: case[2])
def test_a_date_that_may_be_right_raises_nothing(case):
    assert not raised(weekday_mismatch, case)
    assert not raised(passed, case)


def test_the_flag_shows_the_words_and_says_which_weekday_the_date_is():
    (flag,) = raised(weekday_mismatch, ("GB", "en", "Come on Tuesday, 11 November!"))
    assert flag.evidence == ("Tuesday, 11 November",)
    assert "11 Nov 2026 is a Wednesday" in flag.why
    assert flag.key == "date.weekday-mismatch:11-11"


def test_the_same_wrong_date_is_one_risk_however_often_it_stands():
    case = ("GB", "en", "Tuesday 11 November, yes, Tuesday 11 November. Friday 12 November too.")
    keys = [flag.key for flag in raised(weekday_mismatch, case)]
    assert keys == ["date.weekday-mismatch:11-11", "date.weekday-mismatch:11-12"]


def test_a_post_in_the_tray_has_no_day_to_compare_with():
    assert not raised(weekday_mismatch, ("GB", "en", "Tuesday 11 November"), local=None)
    assert not raised(passed, ("GB", "en", "Offer ends 3 November."), local=None)


@pytest.mark.parametrize("case", OVER, ids=lambda case: case[2])
def test_a_deadline_or_an_invitation_that_is_over_is_a_caution(case):
    (flag,) = raised(passed, case)
    assert (flag.rule, flag.severity) == ("date.passed", Severity.CAUTION)


@pytest.mark.parametrize("case", STILL_FINE, ids=lambda case: case[2])
def test_history_and_what_is_to_come_is_left_alone(case):
    assert not raised(passed, case)


def test_the_same_deadline_is_one_risk():
    (flag,) = raised(passed, ("GB", "en", "Offer ends 3 November. Really: ends 3 November."))
    assert flag.key == "date.passed:11-03"
    assert "3 Nov 2026" in flag.why
