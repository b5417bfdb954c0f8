"""Words with a tone, from data files."""

import tomllib

import pytest

from app.risks.day_names import NAMES
from app.risks.matching import ANY_ENDING
from app.risks.meaning import ANY_LANGUAGE, Meaning
from app.risks.tone_words import TONES, PriceWords, price_words, read_tones, tone_words

LANGUAGES = {
    *("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "tr", "ar", "ru"),
    *("uk", "cs", "el", "he", "hr", "hu", "ro", "ja", "ko", "zh", "id", "hi", "th", "vi"),
}


def test_there_are_words_for_the_languages_of_most_markets():
    assert set(read_tones().by_language) >= LANGUAGES
    assert not read_tones().problems


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_sells_celebrates_whets_the_appetite_and_remembers(language):
    kinds = {meaning.kind for _phrase, meaning in read_tones().by_language[language].phrases}
    assert kinds >= {
        *("tone.selling", "tone.festive", "tone.appetite", "tone.memorial", "tone.remembers"),
        "tone.ordinary",
    }


def test_a_wildcard_stands_at_an_end_only():
    for words in read_tones().by_language.values():
        for phrase, _meaning in words.phrases:
            assert ANY_ENDING not in phrase.strip(ANY_ENDING)
    names = tomllib.loads(NAMES.read_text("utf-8"))["day"]
    for phrase in (name for each in names for name in each.get("names", ())):
        assert ANY_ENDING not in phrase.strip(ANY_ENDING)


def test_a_language_adds_its_words_to_those_of_any():
    german = set(tone_words("de"))
    assert ("rabatt*", Meaning("tone.selling")) in german
    assert ("🎉", Meaning("tone.festive")) in set(tone_words(ANY_LANGUAGE)) - german
    assert ("korting*", Meaning("tone.selling")) not in german


def test_an_unknown_language_adds_nothing():
    assert not tone_words("xx")


def test_languages_that_are_read_alike_share_a_file_and_have_it_once():
    assert tone_words("no") is tone_words("nb")
    assert price_words(frozenset({"no"})) == price_words(frozenset({"nb", "no", "nn"}))


def test_prices_have_words_of_their_own():
    assert "zł" in price_words(frozenset({"pl"})).signs
    assert "taniej" in price_words(frozenset({"pl"})).after
    assert PriceWords(before=("a",)).with_others(PriceWords(before=("b",))).before == ("a", "b")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[tone", "xx.toml cannot be read"),
        ("tone = 5", "xx.toml, entry tone, field tone"),
        ("[tone]\nselling = 5", "xx.toml, entry tone, field selling"),
        ("[tone]\nsellin = []", "xx.toml, entry tone, field sellin"),
        ('[price]\nsigns = [""]', "xx.toml, entry price, field signs"),
    ],
)
def test_a_wrong_list_is_named_and_the_rest_is_read(tmp_path, text, named):
    (tmp_path / "xx.toml").write_text(text, "utf-8")
    (tmp_path / "de.toml").write_bytes((TONES / "de.toml").read_bytes())
    read = read_tones(tmp_path)
    assert set(read.by_language) == {"de"}
    (problem,) = read.problems
    assert named in str(problem)
