"""Good wishes, and whether the market has their day about now."""

from datetime import datetime

import pytest

from app.domain.flag import Severity
from app.risks.greetings import wrong_day
from tests.app.risks.builders import facts, market, post

WRONG = [
    ("GB", "en", "Happy Independence Day! Show us your flags", "2026-07-04"),
    ("GB", "en", "Happy Mother's Day to all mums!", "2026-05-10"),
    ("GB", "en", "This Sunday is Mother's Day. Flowers?", "2026-05-06"),
    ("GB", "en", "Mother's Day gifts: order by Friday", "2026-05-04"),
    ("FR", "fr", "Bonne fête des Mères à toutes les mamans", "2026-05-10"),
    ("FR", "fr", "Dimanche, c'est la fête des mères", "2026-05-06"),
    ("DE", "de", "Alles Gute zum Muttertag!", "2026-05-31"),
    ("ES", "es", "¡Feliz Día de la Madre!", "2026-05-10"),
    ("SE", "sv", "Glad mors dag!", "2026-05-10"),
    ("PL", "pl", "Wszystkiego najlepszego z okazji Dnia Matki", "2026-05-10"),
    ("DE", "de", "Happy Thanksgiving!", "2026-11-26"),
    ("CA", "en", "Happy Thanksgiving!", "2026-11-26"),
    ("US", "en", "Happy Thanksgiving!", "2026-10-12"),
    ("BR", "pt", "Feliz Dia dos Namorados!", "2026-02-14"),
    ("RU", "ru", "С Рождеством!", "2026-12-25"),
    ("GR", "el", "Καλό Πάσχα!", "2026-04-04"),
    ("GB", "en", "Happy Father's Day", "2026-06-14"),
    ("AU", "en", "Happy Father's Day", "2026-06-21"),
    ("US", "en", "Happy Labor Day", "2026-05-01"),
    ("IN", "en", "Happy Independence Day", "2026-07-04"),
    ("DE", "de", "Happy Independence Day", "2026-07-04"),
    ("GB", "en", "Happy New Year!", "2026-12-31 00:00"),
    ("JP", "ja", "あけましておめでとうございます", "2026-12-31 00:00"),
    ("KR", "ko", "어린이날 축하해요", "2026-06-01"),
    ("TR", "tr", "Anneler Günü kutlu olsun", "2026-05-03"),
    ("EG", "ar", "كل عام وأنتم بخير عيد الأم سعيد", "2026-05-10"),
    ("TH", "th", "สุขสันต์วันแม่", "2026-05-10"),
    ("US", "en", "Happy Diwali", "2026-10-20"),
    ("SA", "ar", "عيد الفطر مبارك", "2026-05-27"),
    ("IT", "it", "Buona Festa del papà!", "2026-06-21"),
    ("US", "en", "Happy Hanukkah!", "2026-12-20"),
    ("GB", "en", "Happy St Patrick's Day", "2026-03-18"),
    ("CN", "zh", "教师节快乐", "2026-10-05"),
    ("GB", "en", "Happy Easter!", "2026-04-12"),
    ("GB", "en", "It's Mother's Day today", "2026-05-10"),
    ("NL", "nl", "Fijne Moederdag!", "2026-05-17"),
    ("BE", "nl", "Fijne Moederdag allemaal!", "2026-05-17"),
    ("IL", "he", "חג העצמאות שמח", "2026-05-14"),
    ("JP", "ja", "感謝祭おめでとう", "2026-11-26"),
    ("GB", "en", "Mother's Day is on Sunday 10 May. Flowers?", "2026-05-02"),
    ("GB", "en", "World Book Day is tomorrow", "2026-04-22"),
]
RIGHT = [
    ("GB", "en", "Happy Mother's Day to all mums!", "2026-03-15"),
    ("GB", "en", "Mother's Day is on Sunday: order by Friday", "2026-03-11"),
    ("DE", "de", "Am Sonntag ist Muttertag", "2026-05-06"),
    ("DE", "de", "Muttertagsgeschenke ab 10 €", "2026-04-20"),
    ("FR", "fr", "Bonne fête des Mères", "2026-05-31"),
    ("US", "en", "Happy Thanksgiving!", "2026-11-25"),
    ("DE", "de", "Happy Thanksgiving to our American friends", "2026-11-26"),
    ("DE", "de", "Frohe Weihnachten und ein gutes neues Jahr", "2026-12-23"),
    ("GB", "en", "Happy New Year!", "2027-01-01"),
    ("CN", "zh", "新年快乐", "2026-02-17"),
    ("VN", "vi", "Chúc mừng năm mới", "2026-02-17"),
    ("US", "en", "Happy Lunar New Year", "2026-02-17"),
    ("RU", "ru", "С Новым годом и Рождеством!", "2026-12-30"),
    ("GR", "el", "Καλό Πάσχα!", "2026-04-11"),
    ("GB", "en", "Christmas jumpers are in", "2026-11-20"),
    ("GB", "en", "Easter eggs left over? Recipe inside", "2026-04-10"),
    ("GB", "en", "Belated happy Mother's Day", "2026-03-17"),
    ("IN", "en", "Happy Diwali", "2026-11-08"),
    ("US", "en", "Our founder met her husband on Valentine's Day", "2026-08-10"),
    ("SE", "sv", "God jul!", "2026-12-20"),
    ("SE", "sv", "Vi öppnar i juli", "2026-06-20"),
    ("DE", "de", "Ein gutes neues Jahr beginnt mit guter Planung", "2027-01-05"),
    ("GB", "en", "Black Friday starts now", "2026-11-20"),
    ("GB", "en", "Merry Christmas", "2026-12-24"),
    ("DE", "de", "Guten Rutsch!", "2026-12-30"),
    ("TH", "th", "สุขสันต์วันแม่", "2026-08-12"),
    ("IE", "en", "Happy St Patrick's Day", "2027-03-17"),
    ("DK", "da", "God fornøjelse i julen", "2026-12-01"),
    ("IT", "it", "Buon anno scolastico a tutti!", "2026-09-14"),
    ("FR", "fr", "Bonne année scolaire", "2026-09-01"),
    ("GB", "en", "Happy new year group photos", "2026-09-03"),
    ("ES", "es", "Ha sido un buen año", "2026-12-10"),
    ("PT", "pt", "Foi um bom ano para nós", "2026-11-10"),
    ("IT", "it", "Un buon anno per il vino", "2026-10-10"),
    ("DE", "de", "Alles Gute, Sankt Martin!", "2026-11-11"),
    ("US", "en", "Thanksgiving is on Thursday 26 November", "2026-11-20"),
    ("HK", "en", "Happy Independence Day", "2026-07-04"),
    ("CA", "en", "Happy Canada Day weekend!", "2026-07-03"),
    ("IN", "hi", "बाल दिवस की शुभकामनाएं", "2026-11-14"),
    ("xx", "xx", "Happy Independence Day", "2026-07-04"),
    ("KZ", "ru,xx", "С Днем Независимости, Казахстан", "2026-12-16"),
]


def raised(country, languages, text, when):
    local = datetime.fromisoformat(when)
    local = local if local.hour or len(when) > len("2026-01-01") else local.replace(hour=10)
    where = facts(market(country, *languages.split(",")))
    return list(wrong_day(post(where, text=text, local=local, language=languages[:2]), where))


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case[0]} {case[2]}")
def test_good_wishes_for_a_day_on_another_date_are_a_caution(case):
    (flag,) = raised(*case)
    assert (flag.rule, flag.severity) == ("greeting.wrong-day", Severity.CAUTION)
    assert flag.source


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: f"{case[0]} {case[2]}")
def test_a_right_greeting_an_early_offer_and_a_mere_mention_raise_nothing(case):
    assert not raised(*case)


def test_the_flag_says_when_the_market_has_the_day():
    (flag,) = raised("GB", "en", "Happy Mother's Day!", "2026-05-10")
    assert flag.key == "greeting.wrong-day:mothers-day"
    assert "15 Mar 2026" in flag.why
    assert flag.evidence == ("Happy Mother's Day",)


def test_a_market_without_the_day_is_told_so():
    (flag,) = raised("DE", "de", "Happy Thanksgiving!", "2026-11-26")
    assert flag.headline == "A day that DE does not have"


def test_the_same_day_is_one_risk():
    text = "Happy Mother's Day! And again: happy Mother's Day!"
    assert len(raised("GB", "en", text, "2026-05-10")) == 1


def test_another_day_is_another_state_of_the_risk():
    (one,) = raised("GB", "en", "Happy Mother's Day!", "2026-05-10")
    (other,) = raised("GB", "en", "Happy Mother's Day!", "2026-05-11")
    assert one.key == other.key
    assert one.mark != other.mark


def test_a_public_holiday_of_that_name_is_its_day():
    """Of Hungary and Teachers' Day a rule speaks, of Gabon and its holidays the library."""
    assert not raised("UG", "en", "Happy National Day!", "2026-07-14")
    assert raised("TR", "en", "Happy Republic Day!", "2026-01-26")


def test_the_tray_has_no_day():
    where = facts(market("GB", "en"))
    assert not list(wrong_day(post(where, local=None, text="Happy Mother's Day!"), where))


@pytest.mark.parametrize("language", ["tlh", "not a language"])
def test_a_language_without_names_of_countries_is_no_obstacle(language):
    where = facts(market("GB", "en"))
    local = datetime(2026, 7, 4, 12)
    wish = post(where, text="Happy Independence Day!", local=local, language=language)
    assert [flag.severity for flag in wrong_day(wish, where)] == [Severity.CAUTION]


def test_a_text_that_names_a_day_without_end_is_judged_by_the_first_places():
    calm, wish = "Our founders met on Valentine's Day. ", "Happy Valentine's Day! "
    assert raised("GB", "en", calm * 3 + wish, "2026-08-10")
    assert not raised("GB", "en", calm * 500 + wish, "2026-08-10")
