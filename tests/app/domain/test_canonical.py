"""One text for one value."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.canonical import canonical_json, cleaned, length_prefixed, sha256

PARTS = st.lists(st.one_of(st.none(), st.integers(), st.text()))


@given(PARTS, PARTS)
def test_two_different_lists_never_give_the_same_text(one, other):
    same = [None if v is None else str(v) for v in one] == [
        None if v is None else str(v) for v in other
    ]
    assert (length_prefixed(one) == length_prefixed(other)) == same


def test_nothing_differs_from_empty():
    assert length_prefixed([None]) != length_prefixed([""])


def test_json_does_not_depend_on_the_order_in_which_it_was_made():
    assert (
        canonical_json({"b": 1, "a": "ü"})
        == canonical_json({"a": "ü", "b": 1})
        == '{"a":"ü","b":1}'
    )


@given(st.text())
def test_a_cleaned_text_can_be_stored_and_hashed(text):
    assert "\0" not in cleaned(text)
    assert len(sha256(cleaned(text))) == 64


def test_cleaning_takes_only_what_nothing_can_hold():
    assert cleaned("a\0b\ud800\u202e👩‍🍳\n") == "ab\u202e👩‍🍳\n"
