"""Texts in another language than their market's."""

from itertools import product

import pytest

from app.domain.flag import Severity
from app.risks.language import (
    declared_language,
    detected_language,
    language_name,
    other_language,
    warm_up,
)
from tests.app.risks.builders import GERMANY, data, facts, market, post

POSTS = data("language_posts", "post")
LANGUAGES = sorted({case["language"] for case in POSTS})
WHERE = facts(GERMANY)


def test_no_post_is_doubted_in_its_own_language():
    doubted = [
        case["text"] for case in POSTS if detected_language(case["text"], [case["language"]])
    ]
    assert not doubted


def test_wrong_pairings_are_caught_nearly_always():
    pairs = [
        (case, language)
        for case, language in product(POSTS, LANGUAGES)
        if case["language"] != language
    ]
    caught = [bool(detected_language(case["text"], [language])) for case, language in pairs]
    ordinary = [found for found, (case, _) in zip(caught, pairs, strict=True) if not case["hard"]]
    assert sum(caught) / len(caught) >= 0.975
    assert sum(ordinary) / len(ordinary) >= 0.99


def test_no_harmless_post_is_doubted():
    from babel.languages import get_official_languages  # noqa: PLC0415

    for case in data("harmless", "post"):
        languages = get_official_languages(case["market"], de_facto=True)
        assert not detected_language(case["text"], languages), case["id"]


def test_a_foreign_text_is_a_caution_that_names_both_languages():
    french = "Trois questions que vous nous posez tous les jours à la boulangerie."
    (flag,) = other_language(post(WHERE, text=french), WHERE)
    assert flag.severity is Severity.CAUTION
    assert flag.headline == "Reads like French, not German"
    assert "Germany" in flag.why
    assert flag.evidence[0] == "French"


def test_another_text_in_the_same_wrong_language_is_the_same_fact():
    (one,) = other_language(post(WHERE, text="Demain, le café est offert à tous."), WHERE)
    (other,) = other_language(post(WHERE, text="Notre nouveau pain est arrivé ce matin."), WHERE)
    (english,) = other_language(post(WHERE, text="Our new bread has arrived this morning."), WHERE)
    assert (one.key, one.mark) == (other.key, other.mark)
    assert one.mark != english.mark


@pytest.mark.parametrize(
    ("text", "languages", "found"),
    [
        ("", ["de"], None),
        ("🎉🎉🎉 100 %", ["de"], None),
        ("Hello there, how are you?", [], None),
        ("Hi there", ["de"], None),  # too short
        ("New drop. Friday.", ["ja"], "en"),
        ("新商品", ["de"], None),  # too short
        ("送料無料です。", ["de"], "ja"),
        ("送料無料送料無料", ["ja"], None),  # Han signs alone
        ("我们的新面包来了，请来尝尝", ["ja"], "zh"),
        ("我們的新麵包來了", ["zh-Hant"], None),
        ("오늘의 빵", ["ko"], None),
        ("오늘의 빵이 나왔어요", ["ja"], "ko"),
        ("Наш новый хлеб уже здесь, приходите", ["de"], "ru"),
        ("Наш новий хліб уже тут, приходьте", ["de"], "uk"),
        ("Наш новий хліб уже тут, приходьте скоріше", ["ru"], "uk"),
        ("Привет", ["ru"], None),  # too short to tell it from others
        ("ขนมปังใหม่มาแล้ว", ["en"], "th"),
        ("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", ["en"], None),  # letters that no list has
        ("New arrivals: ブラウン and ホワイト sneakers for everyone", ["ja"], None),
        ("𝗪𝗲𝗹𝗰𝗼𝗺𝗲 𝘁𝗼 𝗼𝘂𝗿 𝗻𝗲𝘄 𝗯𝗮𝗸𝗲𝗿𝘆 𝗶𝗻 𝘁𝗵𝗲 𝗰𝗶𝘁𝘆", ["de"], "en"),
        ("https://www.solvane.example/our-new-bread @our_new_bakery #freshbread", ["de"], None),
        ("Our new bread is here, come and taste it", ["de", "xx"], None),  # xx is not in the model
        ("Our new bread is here, come and taste it", ["de", "en-GB"], None),
        ("Vårt nye brød er her, kom og smak på det", ["nb"], None),
    ],
)
def test_it_only_speaks_up_where_it_is_sure(text, languages, found):
    assert detected_language(text, languages) == found


def test_a_very_long_text_is_judged_by_its_beginning():
    text = "Our new bread is here. " * 5000
    assert detected_language(text, ["de"]) == "en"


@pytest.mark.parametrize(
    ("language", "reader", "name"),
    [
        ("fr", "en", "French"),
        ("fr", "de", "Französisch"),
        ("pt-BR", "en", "Portuguese"),
        ("zz-q", "en", "zz-q"),
        ("fr", "xx", "French"),
        ("fr", "not a locale", "French"),
    ],
)
def test_languages_are_named_in_the_reader_s(language, reader, name):
    assert language_name(language, reader) == name


def test_the_model_may_be_loaded_beforehand_and_twice():
    warm_up()
    warm_up()


def test_the_title_counts_too():
    where = facts(market("DE", "de"), "youtube")
    title = "Three ways to bake the perfect loaf of bread"
    assert list(other_language(post(where, title=title, text=""), where))


FRENCH = "Trois questions que vous nous posez tous les jours à la boulangerie."
GERMAN = "Drei Fragen, die ihr uns jeden Tag in der Bäckerei stellt."


@pytest.mark.parametrize(
    ("languages", "said", "text", "headline"),
    [
        (("de", "fr"), "de", FRENCH, "Marked as German, reads like French"),
        (("de", "fr"), "fr-CH", GERMAN, "Marked as French, reads like German"),
        (("de",), "en", GERMAN, "Marked as English, reads like German"),
    ],
)
def test_a_text_that_is_marked_with_another_language_is_a_note(languages, said, text, headline):
    where = facts(market("CH", *languages))
    (flag,) = declared_language(post(where, text=text, language=said), where)
    assert (flag.severity, flag.headline) == (Severity.NOTE, headline)


@pytest.mark.parametrize(
    ("languages", "said", "text"),
    [
        (("de", "fr"), "de", GERMAN),
        (("de", "fr"), "", FRENCH),
        (("de",), "de-AT", FRENCH),
        (("de", "it"), "de", FRENCH),
        (("de", "fr"), "fr", "Brot"),
    ],
)
def test_what_is_right_or_flagged_elsewhere_is_no_note(languages, said, text):
    where = facts(market("CH", *languages))
    assert not list(declared_language(post(where, text=text, language=said), where))
