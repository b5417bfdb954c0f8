"""What stands in a text for a colleague."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.risks.colleague_notes import colleague_notes
from app.risks.folding import Folded

THINGS = ("picture", "link")


def notes(text):
    read = Folded(text)
    return [read.written(*span).strip() for span in colleague_notes(read, THINGS)]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("@Nora, other picture please. We open at six.", "@Nora, other picture please"),
        ("Soup today.\n@nora swap the link!", "@nora swap the link"),
        ("※佐藤さん、明日公開してください。", "※佐藤さん、明日公開して"),
        ("Ojo Marta: mañana. Abrimos hoy.", "Ojo Marta:"),
        ("june_plan_v2 We open at six", "june_plan_v2"),
        ("bread_final_ok: we open", "bread_final_ok"),
        ("hero-image.png We open at six", "hero-image.png"),
    ],
)
def test_a_word_to_a_colleague_is_found(text, note):
    assert notes(text) == [note]


@pytest.mark.parametrize(
    "text",
    [
        "@nora_bakes has baked for us",
        "With @nora, the picture of the day",
        "Photo: @nora",
        "#we_love_v2 and @my_new_ok",
        "https://solvane.example/plan_v2 and solvane.example/hero.png",
        "皆さん、おはようございます",
        "Ojo: hoy cerramos antes"[:3],
        "snake_case_words",
        "",
    ],
)
def test_words_for_readers_are_left_alone(text):
    assert notes(text) == []


@given(st.text(max_size=150))
def test_any_text_can_be_read(text):
    assert notes(text) is not None
