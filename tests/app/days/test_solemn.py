"""The data file of solemn days, and what becomes of a wrong entry in it."""

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from app.days.rules import dates_in
from app.days.solemn import (
    LONGEST_SHORT_NAME,
    SOFT_HYPHEN,
    SOLEMN_DAYS,
    edition_of,
    read_solemn_days,
)
from app.domain.flag import Severity
from app.domain.observance import Tone
from app.errors import InvalidInputError

RIGHT = {
    "id": '"xx-day"',
    "en": '"A day"',
    "names": '{ de = "Ein Tag" }',
    "markets": '["DE"]',
    "rule": '"fixed 11-09"',
    "tone": '"mourning"',
    "severity": '"block"',
    "why": '"It happened."',
    "source": '"A book"',
    "source_url": '"https://example.org"',
    "source_checked": "true",
}


def written(path: Path, *entries: dict[str, str]) -> Path:
    tables = ["\n".join(f"{key} = {value}" for key, value in entry.items()) for entry in entries]
    path.write_text("".join(f"[[day]]\n{table}\n" for table in tables), "utf-8")
    return path


def test_every_entry_that_comes_with_the_program_can_be_read():
    known = read_solemn_days(SOLEMN_DAYS)
    assert len(known.entries) == 608
    assert known.problems == ()
    assert edition_of(SOLEMN_DAYS).number >= 1


def test_the_founding_day_is_a_stop_with_its_source():
    days = {entry.id: entry for entry in read_solemn_days(SOLEMN_DAYS).entries}
    day = days["de-reichspogromnacht"]
    assert (day.severity, day.tone) == (Severity.STOP, Tone.MOURNING)
    assert day.is_checked
    assert "1938" in day.why
    assert "Kristallnacht" in day.terms


@pytest.mark.parametrize("day", read_solemn_days(SOLEMN_DAYS).entries, ids=lambda day: day.id)
def test_each_day_has_a_name_for_which_a_cell_has_room(day):
    is_needed = len(day.name) > LONGEST_SHORT_NAME or SOFT_HYPHEN in day.short
    assert bool(day.short) is is_needed
    assert len(day.short.replace(SOFT_HYPHEN, "")) <= LONGEST_SHORT_NAME


def test_no_two_days_of_a_market_look_the_same_on_one_date():
    years = range(2024, 2030)
    entries = read_solemn_days(SOLEMN_DAYS).entries
    shown = [
        (market, date, entry.short or entry.name)
        for entry in entries
        for market in entry.markets
        for year in years
        for date in dates_in(entry.rule, year)
    ]
    assert len(shown) == len(set(shown))


def test_another_text_has_another_digest(tmp_path):
    changed = tmp_path / "days.toml"
    changed.write_text(SOLEMN_DAYS.read_text("utf-8") + "\n# mended\n", "utf-8")
    assert edition_of(changed).digest != edition_of(SOLEMN_DAYS).digest


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", '""'),
        ("en", "5"),
        ("short", '"Seventeen letters"'),
        ("names", "{}"),
        ("markets", '["XX"]'),
        ("markets", "[]"),
        ("markets", '["Germany"]'),
        ("rule", '"fixed 02-30"'),
        ("tone", '"cheerful"'),
        ("tone", '"holiday"'),
        ("severity", '"stop"'),
        ("why", '""'),
        ("source_checked", '"yes"'),
        ("subdivisions", '["Bavaria"]'),
        ("since", "-4"),
        ("duration", "0"),
        ("moments", '["nine"]'),
        ("moments", '["25:00-26:00"]'),
        ("moments", '["10:00-09:00"]'),
        ("moments_zone", '"Mars/Olympus"'),
        ("moments_zone", '"../etc"'),
        ("severty", '"block"'),
    ],
)
def test_a_wrong_entry_is_named_and_the_rest_loads(tmp_path, field, value):
    wrong = RIGHT | {"id": '"xx-wrong"'} | {field: value}
    known = read_solemn_days(written(tmp_path / "days.toml", RIGHT, wrong))
    assert [entry.id for entry in known.entries] == ["xx-day"]
    (problem,) = known.problems
    assert "days.toml" in str(problem)
    assert f"field {field}:" in str(problem)
    assert "entry xx-wrong" in str(problem) or field == "id"


def test_the_source_says_what_the_day_is_and_the_incident_stands_beside_it():
    days = {entry.id: entry for entry in read_solemn_days(SOLEMN_DAYS).entries}
    pogroms = days["de-reichspogromnacht"]
    assert pogroms.source == "Jewish Museum Berlin"
    assert "KFC" in pogroms.incident
    assert all(day.incident_url.startswith("http") for day in days.values() if day.incident)
    assert not [day.id for day in days.values() if "case)" in day.source]


def test_an_incident_needs_the_page_that_tells_of_it(tmp_path):
    wrong = RIGHT | {"incident": '"A post"'}
    known = read_solemn_days(written(tmp_path / "days.toml", wrong))
    assert "entry xx-day, field incident_url" in str(known.problems[0])


def test_a_missing_field_is_named(tmp_path):
    wrong = {key: value for key, value in RIGHT.items() if key != "why"}
    known = read_solemn_days(written(tmp_path / "days.toml", wrong))
    assert known.entries == ()
    assert "entry xx-day, field why" in str(known.problems[0])


def test_an_id_may_stand_only_once(tmp_path):
    known = read_solemn_days(written(tmp_path / "days.toml", RIGHT, RIGHT))
    assert len(known.entries) == 1
    assert "field id: it is used twice" in str(known.problems[0])


@pytest.mark.parametrize("text", ["[[day]\n", "day = 5\n", "day = [1, 2]\n"])
def test_a_file_that_is_no_list_of_days_is_refused(tmp_path, text):
    path = tmp_path / "days.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidInputError, match=r"days\.toml"):
        read_solemn_days(path)


def test_an_absent_file_is_refused(tmp_path):
    with pytest.raises(InvalidInputError, match=r"none\.toml"):
        read_solemn_days(tmp_path / "none.toml")


@pytest.mark.parametrize("meta", ["", "meta = 5\n", '[meta]\nedition = "new"\n'])
def test_a_file_without_an_edition_is_the_oldest(tmp_path, meta):
    path = tmp_path / "days.toml"
    path.write_text(meta, "utf-8")
    assert edition_of(path).number == 0


def test_moments_are_read_as_clock_times(tmp_path):
    day = RIGHT | {"moments": '["09:05-09:07"]', "moments_zone": '"Europe/Istanbul"'}
    (entry,) = read_solemn_days(written(tmp_path / "days.toml", day)).entries
    assert entry.moments == ((time(9, 5), time(9, 7)),)
    assert entry.moments_zone == "Europe/Istanbul"


def test_a_day_is_named_in_the_first_language_it_has(tmp_path):
    (entry,) = read_solemn_days(written(tmp_path / "days.toml", RIGHT)).entries
    many = replace(entry, names=(("nl", "Dag"), ("fr", "Jour")))
    assert many.name_in(("en", "fr-BE")) == "Jour"
    assert many.name_in(("ja",)) == "A day"
    assert entry.name_in(("ja",)) == "Ein Tag"


def test_an_entry_counts_in_its_countries_or_everywhere(tmp_path):
    (entry,) = read_solemn_days(written(tmp_path / "days.toml", RIGHT)).entries
    assert entry.counts_in("DE")
    assert not entry.counts_in("FR")
    assert replace(entry, markets=frozenset("*")).counts_in("FR")
