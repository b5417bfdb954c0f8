"""Letters by which mojibake is told."""

import pytest

from app.exchange.alphabets import share_of_letters


@pytest.mark.parametrize(
    ("text", "languages", "share"),
    [
        ("plain ASCII, 100 €", ["de"], 1.0),
        ("Grüße „aus“ Köln – 20 %", ["de"], 1.0),
        ("l’été", ["fr"], 1.0),
        ("Zażółć", ["pl"], 1.0),
        ("Zażółć", ["de"], 0.0),
        ("¿ytni", ["pl"], 0.0),
        ("S„o", ["pt"], 0.0),
        ("publicaciуn", ["ru"], 0.0),
        ("Свежий хлеб", ["ru-RU"], 1.0),
        ("焼きたて", ["ja"], 1.0),
        ("焼きたて", ["de"], 0.0),
        ("İstanbul", ["tr"], 1.0),
    ],
)
def test_letters_belong_to_languages_and_signs_to_no_word(text, languages, share):
    assert share_of_letters(text, languages) == share


def test_a_long_text_is_judged_by_its_beginning():
    assert share_of_letters("ü" * 5000 + "ł" * 5000, ["de"]) == 1.0
