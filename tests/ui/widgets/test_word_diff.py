import pytest

from ui.widgets.word_diff import Change, Piece, word_diff


def joined(pieces, *changes):
    return "".join(piece.text for piece in pieces if piece.change in changes)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "Neu"),
        ("Alt", ""),
        ("Guten Morgen, 🎃 Welt!", "Schönen Morgen, 🥖 Welt!"),
        ("毎朝5時に焼きます。", "毎朝6時に焼きます。"),
        ("one\n\ntwo", "one\ntwo three"),
        ("👩‍👩‍👧 family", "👩‍👩‍👧‍👦 family"),
    ],
)
def test_both_texts_can_be_read_out_of_the_pieces(before, after):
    pieces = word_diff(before, after)
    assert joined(pieces, Change.SAME, Change.REMOVED) == before
    assert joined(pieces, Change.SAME, Change.ADDED) == after


def test_a_changed_word_leaves_the_words_around_it_alone():
    assert word_diff("Guten Morgen", "Schönen Morgen") == (
        Piece(Change.REMOVED, "Guten"),
        Piece(Change.ADDED, "Schönen"),
        Piece(Change.SAME, " Morgen"),
    )


def test_in_japanese_only_the_changed_character_counts_as_changed():
    pieces = word_diff("毎朝5時に焼きます", "毎朝6時に焼きます")
    assert [piece.text for piece in pieces if piece.change is Change.REMOVED] == ["5"]


def test_equal_texts_are_one_piece():
    assert word_diff("Brot", "Brot") == (Piece(Change.SAME, "Brot"),)
