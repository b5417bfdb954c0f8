"""Letters of one script that stand in for those of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.risks.folding import Folded, folded
from app.risks.lookalikes import in_one_script

LATIN = st.text("abcdefghijklmnopqrstuvwxyz", max_size=12)
CYRILLIC = st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ", max_size=12)
GREEK = st.text("αβγδεζηθικλμνξοπρστυφχψωςάέίό", max_size=12)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("hіtlеr", "hitler"),  # Cyrillic і and е
        ("cοffin", "coffin"),  # Greek ο
        ("НITLER", "hitler"),
        ("скидка", "скидка"),
        ("cкидкa", "скидка"),  # Latin c and a
        ("καφέs", "καφεs"),
        ("скидoчкa тут", "скидочка тут"),
        ("ᴄᴏffɪɴ", "coffin"),
        ("ѕаlе", "sale"),  # all Cyrillic but l
    ],
)
def test_a_word_is_read_in_its_main_script(written, read):
    assert folded(written) == read


def test_as_many_letters_of_both_scripts_are_read_as_latin():
    assert in_one_script("zа") == "za"
    assert in_one_script("аc") == "ac"


def test_words_of_different_scripts_side_by_side_stay_as_they_are():
    assert in_one_script("it-компания и pr") == "it-компания и pr"


@given(st.one_of(LATIN, CYRILLIC, GREEK))
def test_a_word_of_one_script_stays_as_it_is(word):
    text = folded(word)
    assert in_one_script(text) == text


@given(st.text(st.sampled_from("aceopxyаеорсхуαορ щшжφσδb1 -"), max_size=40))
def test_the_length_stays_and_reading_twice_changes_nothing_more(text):
    once = in_one_script(text)
    assert len(once) == len(text)
    assert in_one_script(once) == once


@given(st.text("aсеорxу щαο", max_size=30), st.text("aсеорxу щαο", max_size=30))
def test_a_piece_is_shown_as_it_was_written(before, after):
    searched = Folded(f"{before} bаd {after}")  # with a Cyrillic а
    assert any(searched.written(*place) == "bаd" for place in searched.places("bad"))
