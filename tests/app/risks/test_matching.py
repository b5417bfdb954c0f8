"""Many phrases in one pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.risks.folding import Folded, folded
from app.risks.matching import Hit, Matcher, is_findable, outermost, within


def found(text: str, *phrases: str) -> list[str]:
    searched = Folded(text)
    hits = Matcher((phrase, phrase) for phrase in phrases).hits(searched)
    return [searched.written(hit.start, hit.end) for hit in hits]


@pytest.mark.parametrize(
    ("text", "phrase", "words"),
    [
        ("Big SALE today, wholesale too", "sale", ["SALE"]),
        ("Wir gedenken heute", "gedenk*", ["gedenk"]),
        ("Im Gedenken", "gedenk", []),
        ("Dauertiefpreis!", "*preis", ["preis"]),
        ("Preisfrage", "*preis", []),
        ("Preisfrage", "*preis*", ["Preis"]),
        ("Nuestra REBÁJA", "rebaja", ["REBÁJA"]),
        ("s\u200ba\u200ble", "sale", ["s\u200ba\u200ble"]),
        ("ｓａｌｅ", "sale", ["ｓａｌｅ"]),
        ("本日限り半額です", "半額", ["半額"]),
        ("추모합니다", "추모", ["추모"]),
        ("#PearlHarbor today", "pearl harbor", ["PearlHarbor"]),
        ("#kein9November", "9 november", []),
        ("an ontheway", "on the way", []),
        ("#ontheway!", "on the way", []),
        ("", "sale", []),
    ],
)
def test_a_phrase_is_found_as_words_of_its_own(text, phrase, words):
    assert found(text, phrase) == words


def test_phrases_that_overlap_are_all_found_the_longest_first():
    assert found("Black Friday sale", "friday sale", "black friday", "black") == [
        "Black Friday",
        "Black",
        "Friday sale",
    ]


def test_a_hit_says_what_the_phrase_means():
    (hit,) = Matcher([("sale", 7)]).hits(Folded("a sale"))
    assert (hit.meaning, hit.start, hit.end) == (7, 2, 6)


def test_an_empty_phrase_means_nothing_and_no_phrase_finds_nothing():
    assert found("any text", "", "*") == []
    assert found("any text") == []


@given(st.text(max_size=40), st.text("abcdeäß ", min_size=1, max_size=8), st.text(max_size=40))
def test_it_finds_what_a_plain_search_finds(before, phrase, after):
    searched = Folded(f"{before} {phrase} {after}")
    wanted = folded(phrase.strip())
    hits = Matcher([(phrase, phrase)]).hits(searched)
    assert {(hit.start, hit.end) for hit in hits} >= set(searched.places(wanted) if wanted else ())


SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)), max_size=12)


@given(SPANS)
def test_the_outermost_hits_stand_in_no_longer_one(spans):
    hits = sorted(
        (Hit(None, start, start + length) for start, length in spans),
        key=lambda hit: (hit.start, -hit.end),
    )
    inner = [
        hit
        for hit in hits
        if any(
            other.start <= hit.start
            and hit.end <= other.end
            and (other.start, other.end) != (hit.start, hit.end)
            for other in hits
        )
    ]
    assert outermost(hits) == [hit for hit in hits if hit not in inner]


@given(SPANS, st.integers(-2, 30), st.integers(-2, 30))
def test_hits_are_found_by_where_they_start(spans, first, last):
    hits = [Hit(None, start, start + length) for start, length in sorted(spans)]
    assert list(within(hits, first, last)) == [hit for hit in hits if first <= hit.start <= last]


@pytest.mark.parametrize(
    ("phrase", "is_one"), [("a", True), ("*a", True), ("*", False), ("\u200b", False)]
)
def test_a_phrase_of_nothing_is_told(phrase, is_one):
    assert is_findable(phrase) is is_one
