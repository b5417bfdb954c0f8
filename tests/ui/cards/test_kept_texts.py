import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.cards import kept_texts
from ui.cards.kept_texts import SOFT_HYPHEN, KeptTexts, runs_right_to_left

LETTERS = st.characters(exclude_characters=SOFT_HYPHEN, exclude_categories=["Cs"])
LONG = "Soft wool, warm light and a cup of tea for long evenings in November"


@pytest.fixture
def texts(qapp):
    return KeptTexts(QFont("DejaVu Sans", 9))


def test_a_text_that_fits_is_not_cut(texts):
    assert texts.line("Soft wool", texts.width("Soft wool")).text() == "Soft wool"


def test_a_text_that_is_too_long_ends_in_an_ellipsis_and_fits(texts):
    line = texts.line(LONG, 120)
    assert line.text().endswith("…")
    assert line.size().width() <= 120


def test_a_name_is_cut_between_words_where_one_word_fits(qapp):
    names = KeptTexts(QFont("DejaVu Sans", 9), keeps_words=True)
    assert names.line("Day of repentance", names.width("Day of repen…")).text() == "Day of…"
    assert names.line("Repentance", names.width("Repen…")).text() == "Repen…"


def test_two_lines_are_broken_between_words_and_only_the_last_is_cut(texts):
    first, second = texts.lines(LONG, 120, 2)
    assert LONG.startswith(first.text())
    assert not first.text().endswith("…")
    assert second.text().endswith("…")
    assert LONG.removeprefix(first.text()).lstrip().startswith(second.text().rstrip("…"))


def test_no_line_begins_or_ends_with_the_dot_that_parts_what_stands_in_one_line(texts):
    for room in ("Ember: three", "Ember: three ·"):
        first, second = texts.lines("Ember: three · Questions", texts.width(room), 2)
        assert (first.text(), second.text()) == ("Ember: three", "Questions")


def test_a_word_is_divided_where_it_may_be_and_the_mark_of_it_is_not_seen_otherwise(texts):
    name = "Remem\u00adbrance"
    assert texts.line(name, 200).text() == "Remembrance"
    divided = texts.lines(name, texts.width("Remembr"), 2)
    assert [line.text() for line in divided] == ["Remem-", "brance"]


def test_a_short_text_takes_one_line_only(texts):
    assert [line.text() for line in texts.lines("Tea", 120, 2)] == ["Tea"]


def test_emoji_are_never_cut_in_two(texts):
    candles = "🕯️🕯️🕯️🕯️🕯️🕯️🕯️🕯️🕯️🕯️🕯️🕯️"
    first, _second = texts.lines(candles, 60, 2)
    first.text().encode("utf-8")
    assert candles.startswith(first.text())


def test_a_line_is_laid_out_once(texts):
    assert texts.line(LONG, 120) is texts.line(LONG, 120)
    assert texts.line(LONG, 120) is not texts.line(LONG, 160)


@given(st.text(LETTERS, max_size=200), st.integers(0, 200))
def test_a_text_is_cut_where_qt_would_cut_it(text, width):
    texts = KeptTexts(QFont("DejaVu Sans", 9))
    whole = QFontMetrics(texts.font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    assert texts.line(text, width).text() == whole


def test_what_is_kept_does_not_grow_for_ever(texts, monkeypatch):
    monkeypatch.setattr(kept_texts, "KEPT", 10)
    for number in range(40):
        texts.line(f"Post {number}", 100)
    assert len(texts._kept) <= 10  # noqa: SLF001
    assert len(texts._laid_out) <= 10  # noqa: SLF001


@given(st.text(max_size=60), st.integers(0, 300))
def test_any_text_fits_any_room_without_a_fault(text, width):
    texts = KeptTexts(QFont("DejaVu Sans", 9))
    for line in texts.lines(text, width, 2):
        line.size()


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("وصلت شموع", True),
        ("שלום", True),
        ("Tea", False),
        ("秋の", False),
        ("2 × 3", False),
        ("", False),
    ],
)
def test_the_first_letter_decides_the_direction(text, is_so):
    assert runs_right_to_left(text) is is_so


def test_digits_before_arabic_letters_do_not_decide():
    assert runs_right_to_left("24 ساعة")
