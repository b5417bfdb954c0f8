"""The names by which texts speak of solemn days."""

import pytest

from app.errors import InvalidInputError
from app.risks.day_names import HINT, KNOWN, NAME, day_names, read_day_names
from app.risks.meaning import ANY_LANGUAGE
from app.risks.reading import reading
from tests.app.risks.builders import facts, market, post


def named(text: str, language: str = "de", country: str = "DE") -> set[tuple[str, str]]:
    where = facts(market(country, language))
    hits = reading(post(where, text=text), where).of(NAME, KNOWN, HINT)
    return {(hit.meaning.kind, hit.meaning.of) for hit in hits}


def test_the_names_that_come_with_the_program_can_be_read():
    assert read_day_names().entries
    assert not read_day_names().problems


def test_a_text_names_a_day_by_its_name_and_by_its_terms():
    assert (NAME, "de-volkstrauertag") in named("Am Volkstrauertag bleibt es still.")
    assert (NAME, "de-reichspogromnacht") in named("85 Jahre Pogromnacht")


def test_declined_names_are_found():
    assert (NAME, "pl-powstanie-warszawskie") in named(
        "W rocznicę Powstania Warszawskiego", "pl", "PL"
    )


def test_what_is_known_everywhere_is_found_in_every_language():
    assert (KNOWN, "chernobyl") in named("Спомин про Чорнобиль", "en", "GB")
    assert (KNOWN, "un-holocaust") in named("Les victimes de l'Holocauste", "fr", "FR") or (
        KNOWN,
        "un-holocaust",
    ) in named("The Holocaust", "fr", "FR")


def test_english_names_of_foreign_days_need_a_text_in_english():
    assert (NAME, "de-volkstrauertag") in named("National day of mourning", "en", "GB")
    assert (NAME, "de-volkstrauertag") not in named("National day of mourning", "de", "DE")


def test_a_date_and_a_place_only_hint_at_a_day():
    assert named("Sale until January 6", "en", "US") == {(HINT, "us-jan-6")}
    assert (HINT, "jp-hiroshima") in named("広島に新しい店", "ja", "JP")


def test_days_that_shops_name_every_year_only_hint():
    assert (HINT, "fr-toussaint") in named("Vacances de la Toussaint", "fr", "FR")
    assert (HINT, "us-thanksgiving") in named("Thanksgiving table", "en", "US")


def test_each_day_has_each_of_its_names_once():
    phrases = list(day_names(ANY_LANGUAGE))
    assert len(phrases) == len(set(phrases))


def test_the_english_names_of_foreign_days_are_for_english_only():
    assert named("National Day of Mourning", "en", "AU")
    assert set(day_names("en")).isdisjoint(day_names("de"))
    assert not list(day_names("de"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[day", "names.toml cannot be read"),
        ("day = 5", "needs each entry under a heading"),
    ],
)
def test_a_file_that_is_none_is_named(tmp_path, text, named):
    path = tmp_path / "names.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidInputError, match=named):
        read_day_names(path)


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        ('id = "no-such-day"', "entry no-such-day, field id: no solemn day"),
        ('id = "anzac"', "entry anzac, field id: it is used twice"),
        ('id = "es-11-m"\nnames = 5', "entry es-11-m, field names"),
        ('names = ["x"]', "entry #2, field id"),
        ('id = "es-11-m"\nname = ["x"]', "entry es-11-m, field name: "),
    ],
)
def test_a_wrong_entry_is_named_and_the_rest_is_read(tmp_path, entry, named):
    path = tmp_path / "names.toml"
    path.write_text(f'[[day]]\nid = "anzac"\nnames = ["Anzac"]\n[[day]]\n{entry}\n', "utf-8")
    read = read_day_names(path)
    assert [entry.id for entry in read.entries] == ["anzac"]
    (problem,) = read.problems
    assert named in str(problem)
