"""Texts that are not finished."""

import pytest

from app.domain.flag import Severity
from app.domain.medium import Medium
from app.risks.wording import placeholder
from tests.app.risks.builders import data, facts, market, post

WHERE = facts(market("GB", "en"))
COUNTRIES = {"en": "GB", "pt": "BR", "sv": "SE", "ar": "EG", "ja": "JP", "ko": "KR", "zh": "TW"}


def kinds(text, where=WHERE, **changes):
    return {
        flag.key.partition(":")[2] for flag in placeholder(post(where, text=text, **changes), where)
    }


@pytest.mark.parametrize("case", data("unfinished", "post"), ids=lambda case: case["text"][:40])
def test_unfinished_texts_are_found_in_fifteen_languages_and_finished_ones_are_not(case):
    language = case["language"]
    where = facts(market(COUNTRIES.get(language, language.upper()), language))
    assert kinds(case["text"], where) == {case["kind"]} - {"none"}


@pytest.mark.parametrize(
    ("case", "severity"),
    [
        ("mcdonalds-2017", Severity.STOP),
        ("hbomax-2021", Severity.STOP),
        ("littlemix-2016", Severity.CAUTION),
        ("disick-2016", Severity.CAUTION),
    ],
)
def test_the_documented_cases_would_have_been_raised(case, severity):
    (found,) = (one for one in data("incidents", "incident") if one["id"] == case)
    flags = list(placeholder(post(WHERE, text=found["text"]), WHERE))
    assert max(flag.severity for flag in flags) is severity


def test_no_other_documented_text_is_called_unfinished():
    for case in data("incidents", "incident"):
        if "placeholder" not in case["catchable_by"] and not case.get("description"):
            assert not kinds(case["text"]), case["id"]


@pytest.mark.parametrize(
    "text",
    [
        *("Hi {{name}}!", "{% if vip %}Hello{% endif %}", "Hi ${name}", "Hi {first_name}"),
        *("*|FNAME|*", "%%FirstName%%", "Dear %NAME%,", "@@city@@", "##CITY##", "[[city]]"),
        *("{Hi|Hello} there", "<first_name>", "<NAME>", "<b>New</b>", "[object Object]", "#N/A"),
    ],
)
def test_fields_of_every_common_template_language_are_found(text):
    assert kinds(text) == {"template"}


@pytest.mark.parametrize(
    "text",
    [
        *("I <3 you", ">_<", "100% cotton, 20% off%", "a < b and c > d", "{ }", "[…]"),
        *("#1 in #NYC", "me@example.company", "*wow* **really new**", "(TBA by our band)"),
        *("Contact test-kitchen@solvane.example", "$5 {5 pieces}", "~~ spring ~~", "5*5*5"),
    ],
)
def test_signs_alone_give_nothing_away(text):
    assert kinds(text) == set()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "[Product name] is here"),
        ("first_comment", "[link]"),
        ("link", "https://solvane.example/{{slug}}"),
        ("media", (Medium(alt="[insert alt text]"),)),
    ],
)
def test_every_field_that_people_read_is_looked_at(field, value):
    assert kinds("Fresh bread today.", **{field: value}) <= {"template", "missing"}
    assert kinds("Fresh bread today.", **{field: value})


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("https://example.com/shop", True),
        ("http://localhost:8000/", True),
        ("http://127.0.0.1/", True),
        ("https://shop.test/a", True),
        ("https://staging.invalid", True),
        ("https://my-example.com/", False),
        ("https://example.community/", False),
        ("https://latest.de/", False),
        ("https://solvane.example/de", False),
    ],
)
def test_addresses_that_lead_nowhere_are_found(link, found):
    assert (kinds("Read on.", link=link) == {"address"}) is found


def test_letters_in_an_address_are_no_template():
    assert kinds("https://solvane.de/caf%c3%a9/%fa%b0 is open") == set()


def test_one_kind_is_one_flag_with_all_its_words():
    (flag,) = placeholder(post(WHERE, text="Hi {{first}} {{last}}, hi {{first}}"), WHERE)
    assert flag.key == "wording.placeholder:template"
    assert flag.evidence == ("{{first}}", "{{last}}")
    assert flag.source_url
    assert flag.way_out


def test_edits_elsewhere_leave_the_mark_and_other_words_change_it():
    (one,) = placeholder(post(WHERE, text="Hi {{first}}, welcome"), WHERE)
    (same,) = placeholder(post(WHERE, text="{{first}}: good morning"), WHERE)
    (other,) = placeholder(post(WHERE, text="Hi {{last}}, welcome"), WHERE)
    assert (one.key, one.mark) == (same.key, same.mark)
    assert one.key == other.key
    assert one.mark != other.mark


def test_hidden_letters_and_wide_ones_do_not_slip_past():
    assert kinds("Lo\u200brem ip\u00adsum") == {"filler"}
    assert kinds("ＴＢＤ") == {"marker"}


def test_the_words_of_a_language_count_where_it_is_spoken_or_written():
    text = "Unser Fest [Foto nachtragen]"
    assert kinds(text) == set()
    assert kinds(text, language="de-AT") == {"missing"}
    assert kinds(text, facts(market("CH", "fr", "de-CH"))) == {"missing"}


def test_a_long_text_in_brackets_is_for_the_readers():
    assert (
        kinds("[We need your photo of the bread that you baked with our flour this week]") == set()
    )


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("As an AI language model, I bake bread.", "en", "assistant"),
        ("Sure! Here are three breads", "en", "assistant"),
        ("Claro! Aqui vai uma sugestão de pão", "pt", "assistant"),
        ("Please post after six. Fresh bread!", "en", "note"),
        ("Option 2: Fresh bread", "en", "note"),
        ("Variante B (kurz): Frisches Brot", "de", "note"),
        ("Texte alternatif : du pain", "fr", "note"),
        ("bread_final_v2 Fresh bread", "en", "note"),
        ("Aún por aprobar: pan fresco", "es", "held"),
        ("Fresh bread from XX.XX. on", "en", "marker"),
        ("Fresh bread asdfasdf", "en", "filler"),
        ("Vivamus tincidunt ligula faucibus porttitor", "de", "filler"),
        ("test test", "de", "test"),
    ],
)
def test_other_leftovers_are_found(text, language, kind):
    assert kind in kinds(text, facts(market(COUNTRIES.get(language, language.upper()), language)))


@pytest.mark.parametrize(
    "text",
    [
        "Option A: rye. Option B: wheat. Which one?",
        "Our new version: rye",
        "Tempor is a word, and labore another",
        "https://solvane.example/test-push/lorem is open",
        "Love you xxx",
        "Don't forget to tag us",
        "Please check the link in our bio",
    ],
)
def test_what_only_looks_like_a_leftover_is_left_alone(text):
    assert kinds(text) == set()
