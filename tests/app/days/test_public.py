"""Public holidays, in languages that are always named."""

import subprocess
import sys
from datetime import date

import pytest

from app.days.public import (
    dates_of,
    public_holidays,
    region_name,
    regions_of,
    supported_language,
)


def holidays_of(country, *languages, reader="en", subdivisions=(), year=2026):
    return public_holidays(
        country=country, subdivisions=subdivisions, languages=languages, reader=reader, year=year
    )


def names(found):
    return {(day.day, day.name, day.local_name) for day in found}


@pytest.mark.parametrize("environment", ["C", "C.UTF-8", "uk_UA.UTF-8", "de_DE", ""])
def test_names_do_not_follow_the_environment(monkeypatch, environment):
    for variable in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.setenv(variable, environment)
    found = names(holidays_of("DE", "de"))
    assert (date(2026, 1, 1), "New Year's Day", "Neujahr") in found
    assert (date(2026, 10, 3), "German Unity Day", "Tag der Deutschen Einheit") in found


def test_a_reader_reads_in_their_language_where_the_package_has_it():
    assert "Неділя" not in str(names(holidays_of("DE", "de", reader="fr")))
    assert (date(2026, 1, 1), "Новий рік", "Neujahr") in names(holidays_of("DE", "de", reader="uk"))
    assert (date(2026, 1, 1), "New Year's Day", "Neujahr") in names(
        holidays_of("DE", "de", reader="sw")
    )


def test_a_market_names_them_in_its_first_language_that_is_known():
    assert (date(2026, 5, 1), "Labor Day", "عيد العمال") in names(holidays_of("DZ", "xx", "ar"))


def test_a_country_with_one_language_is_named_in_it():
    assert (date(2026, 2, 6), "Waitangi Day", "Waitangi Day") in names(holidays_of("NZ", "en"))


def test_what_is_observed_without_being_free_says_so():
    whys = {day.name: day.why for day in holidays_of("US", "en")}
    assert whys["Memorial Day"] == "A public holiday in this market."
    assert "not a public holiday" in whys["Halloween"]


def test_a_public_holiday_is_not_noted_twice_under_another_name():
    days = [day.day for day in holidays_of("US", "en")]
    assert len(days) == len(set(days))


def test_school_holidays_are_left_out():
    assert len([day for day in holidays_of("DE", "de") if day.day.month == 8]) == 0


def test_holidays_of_regions_name_their_regions():
    found = {
        day.name: day.subdivisions
        for day in holidays_of("DE", "de", subdivisions=("DE-BY", "DE-SN", "DE-XX"))
    }
    assert found["Epiphany"] == ("DE-BY",)
    assert found["Reformation Day"] == ("DE-SN",)
    assert found["Corpus Christi"] == ("DE-BY", "DE-SN")
    assert found["Good Friday"] == ()
    assert "Epiphany" not in {day.name for day in holidays_of("DE", "de")}


def test_an_estimate_is_marked_and_its_name_is_plain():
    eid = next(day for day in holidays_of("DZ", "ar") if day.name == "Eid al-Fitr")
    assert eid.is_estimate
    assert eid.local_name == "عيد الفطر"
    new_year = next(day for day in holidays_of("DZ", "ar") if day.day == date(2026, 1, 1))
    assert not new_year.is_estimate


@pytest.mark.parametrize(("country", "year"), [("XX", 2026), ("de", 2026), ("DE", 2150), ("JP", 1)])
def test_an_unknown_country_or_year_has_none(country, year):
    assert holidays_of(country, "de", year=year) == ()


def test_dates_of_a_name_are_found_in_any_category():
    assert list(dates_of("ID", "en_US", "Day of Silence", 2026)) == [date(2026, 3, 19)]
    assert list(dates_of("DZ", "en_US", "Ashura", 2026)) == [date(2026, 6, 25)]  # an estimate
    assert list(dates_of("XX", "en_US", "Ashura", 2026)) == []


@pytest.mark.parametrize(
    ("wanted", "supported", "default", "found"),
    [
        (("de",), ("de", "en_US"), "de", "de"),
        (("en",), ("en_GB", "en_US"), "en_GB", "en_GB"),
        (("en",), ("en_AU", "en_US", "th"), "th", "en_US"),
        (("en-US",), ("en_GB", "en_US"), "en_GB", "en_US"),
        (("pt-BR",), ("en_US", "pt_BR"), "pt_BR", "pt_BR"),
        (("pt",), ("en_US", "pt_BR"), "en_US", "pt_BR"),
        (("zh-Hant",), ("zh_CN", "zh_TW"), "zh_CN", "zh_TW"),
        (("zh-Hans-SG",), ("zh_CN", "zh_TW"), "zh_TW", "zh_CN"),
        (("xx", "fr"), ("de", "fr"), "de", "fr"),
        (("xx",), ("de", "fr"), "de", "de"),
        (("en",), (), None, None),
    ],
)
def test_the_best_language_is_chosen_and_never_left_open(wanted, supported, default, found):
    assert supported_language(wanted, supported, default) == found


def test_a_region_is_called_by_its_name():
    assert region_name("DE-BY") == "Bayern"
    assert region_name("FR-PAC") == "FR-PAC"
    assert region_name("XX-1") == "XX-1"


def test_regions_go_by_their_names_and_codes():
    assert regions_of("DE")["Bayern"] == "BY"
    assert regions_of("DE")["BY"] == "BY"
    assert regions_of("ZZ") == {}


def in_a_fresh_process(lines: str) -> str:
    words = [sys.executable, "-c", lines]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def test_who_asks_for_one_country_does_not_wait_for_all():
    loaded = in_a_fresh_process(
        "import sys; from app.days.public import kind_of; kind_of('DE').subdivisions;"
        "print(sum(name.startswith('holidays.countries.') for name in sys.modules))"
    )
    assert 1 <= int(loaded) < 10


def test_each_country_that_the_package_knows_stands_alone():
    known = in_a_fresh_process(
        "from app.days.public import kind_of; from holidays.registry import EntityLoader;"
        "codes = EntityLoader.get_country_codes(include_aliases=False);"
        "print(all(kind_of(code).country == code for code in codes))"
    )
    assert known == "True"
