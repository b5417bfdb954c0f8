"""Days of good wishes, and when they are."""

from datetime import date

import pytest

from app.errors import InvalidInputError
from app.risks.meaning import ANY_LANGUAGE
from app.risks.occasions import FULL, NAME, phrases, read_occasions

RIGHT = """
[[occasion]]
id = "tea-day"
dates = { "fixed 05-21" = "* GB", "nth 1 mon 6" = "GB", "fixed 01-02" = "IN" }
names = { en = ["Tea Day"], de = ["Teetag"] }
full = { en = ["Have a nice cup"] }
source = "Nobody"
source_url = "https://example.org/"
"""


def read(tmp_path, text):
    path = tmp_path / "greetings.toml"
    path.write_text(text, "utf-8")
    return read_occasions(path)


def occasion(name):
    return read_occasions().entries[name]


def test_the_file_has_no_problems_and_each_entry_some_words():
    found = read_occasions()
    assert not found.problems
    assert len(found.entries) >= 100
    assert all(entry.names or entry.full for entry in found.entries.values())
    named = {other for entry in found.entries.values() for other in entry.others}
    assert named <= set(found.entries)


@pytest.mark.parametrize("name", sorted(read_occasions().entries))
def test_every_occasion_has_a_date_where_it_is_kept(name):
    entry = occasion(name)
    assert all(dating.dates(2026) for dating in entry.datings)


@pytest.mark.parametrize(
    ("name", "country", "year", "dates"),
    [
        ("mothers-day", "GB", 2026, ["2026-03-15"]),
        ("mothers-day", "US", 2026, ["2026-05-10"]),
        ("mothers-day", "FR", 2026, ["2026-05-31"]),
        ("mothers-day", "FR", 2020, ["2020-06-07"]),
        ("mothers-day", "ES", 2026, ["2026-05-03"]),
        ("mothers-day", "NO", 2026, ["2026-02-08"]),
        ("mothers-day", "TH", 2026, ["2026-08-12"]),
        ("mothers-day", "EG", 2026, ["2026-03-21"]),
        ("fathers-day", "DE", 2026, ["2026-05-14"]),
        ("thanksgiving", "CA", 2026, ["2026-10-12"]),
        ("thanksgiving", "DE", 2026, []),
        ("black-friday", "DE", 2026, ["2026-11-27"]),
        ("easter", "GR", 2026, ["2026-04-12"]),
        ("easter", "DE", 2026, ["2026-04-05"]),
        ("lunar-new-year", "DE", 2026, ["2026-02-17", "2026-02-18"]),
        ("diwali", "IN", 2026, ["2026-11-08"]),
        ("hanukkah", "US", 2026, ["2026-12-05"]),
        ("womens-day", "ZA", 2026, ["2026-03-08", "2026-08-09"]),
        ("kings-day", "NL", 2025, ["2025-04-26"]),
    ],
)
def test_a_day_falls_where_its_country_has_it(name, country, year, dates):
    assert list(occasion(name).dates_in(country, year)) == list(map(date.fromisoformat, dates))


def test_a_country_is_known_missing_or_neither():
    assert occasion("thanksgiving").is_missing_in("DE")
    assert not occasion("thanksgiving").is_missing_in("US")
    assert occasion("independence-day").is_missing_in("DE")
    assert not occasion("independence-day").is_missing_in("US")
    assert not occasion("independence-day").is_known_in("WS")
    assert occasion("halloween").is_known_in("WS")


def test_names_are_looked_for_in_the_languages_of_a_text_and_in_english(tmp_path):
    kinds = {meaning.kind for _words, meaning in phrases("de")}
    assert kinds == {NAME, FULL}
    words = {words for words, _meaning in phrases("de")}
    assert {"Muttertag", "Frohes neues Jahr"} <= words
    assert "Mother's Day" in {words for words, _meaning in phrases(ANY_LANGUAGE)} - words
    assert not list(phrases("en"))
    assert "fête des mères" not in words
    assert "morsdag" in {words for words, _meaning in phrases("no")}


def test_a_rule_can_hold_beside_that_of_all_others(tmp_path):
    (entry,) = read(tmp_path, RIGHT).entries.values()
    assert entry.dates_in("GB", 2026) == (date(2026, 5, 21), date(2026, 6, 1))
    assert entry.dates_in("DE", 2026) == (date(2026, 5, 21),)
    assert entry.dates_in("IN", 2026) == (date(2026, 1, 2),)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("fixed 05-21", "fixed 13-21", "entry tea-day, field dates: “fixed 13-21” is no rule"),
        ("nth 1 mon 6", "nth 1 mon 6 unless easter then x", "field dates: “easter” is no rule"),
        (
            'names = { en = ["Tea Day"], de = ["Teetag"] }',
            "names = 3",
            "field names: a list of texts",
        ),
        ('["Tea Day"]', "3", "entry tea-day, names, field en"),
        ("full =", "fill =", "field fill: this field is not known"),
        ('id = "tea-day"', "before = 99", "entry #1, field"),
    ],
)
def test_a_wrong_entry_is_named_and_the_others_stay(tmp_path, old, new, problem):
    other = RIGHT.replace("tea-day", "coffee-day")
    found = read(tmp_path, RIGHT.replace(old, new) + other)
    assert set(found.entries) == {"coffee-day"}
    (error,) = found.problems
    assert problem in str(error)


def test_an_id_stands_once(tmp_path):
    (error,) = read(tmp_path, RIGHT + RIGHT).problems
    assert "used twice" in str(error)


@pytest.mark.parametrize(
    ("text", "problem"), [("a = [", "cannot be read"), ("occasion = 3", "heading")]
)
def test_a_file_that_is_none_is_refused(tmp_path, text, problem):
    with pytest.raises(InvalidInputError, match=problem):
        read(tmp_path, text)
