"""A post's text as the rules read it."""

from app.domain.medium import Medium
from app.risks import reading as readings
from app.risks.meaning import Meaning
from app.risks.reading import base, reading
from tests.app.risks.builders import facts, market, post


def test_everything_that_people_would_read_is_in_it():
    where = facts()
    read = reading(
        post(where, title="A", text="B", first_comment="C", media=(Medium(alt="D"),)), where
    )
    assert read.written == "A\nB\nC\nD"


def test_the_lists_of_the_markets_languages_and_of_the_posts_are_searched(monkeypatch):
    def source(language):
        return [(f"word{language}", Meaning("test", language))]

    monkeypatch.setattr(readings, "SOURCES", (source,))
    where = facts(market("CH", "de-CH", "fr"))
    read = reading(post(where, language="it", text="wordde WORDFR wordit worden wordany"), where)
    fresh = readings.Reading(read.written, read.languages | {"zz"})
    assert [hit.meaning.of for hit in fresh.of("test")] == ["de", "fr", "it", "any"]
    assert list(fresh.words(fresh.of("test"))) == ["wordde", "WORDFR", "wordit", "wordany"]
    assert fresh.of("other") == ()


def test_the_same_text_is_read_once():
    where = facts()
    assert reading(post(where), where) is reading(post(where), where)


def test_a_language_is_known_without_its_region():
    assert [base(language) for language in ("pt-BR", "zh_TW", "EN")] == ["pt", "zh", "en"]


def test_what_is_loaded_before_anybody_asks_is_not_loaded_again(monkeypatch):
    loaded = []

    def source(language):
        loaded.append(language)
        return [("bread", Meaning("test", language))]

    monkeypatch.setattr(readings, "SOURCES", (source,))
    readings.warm_up()
    where = facts(market("DE", "de"))
    assert reading(post(where, text="bread as it is known everywhere"), where).of("test")
    assert loaded == ["any", "de"]
