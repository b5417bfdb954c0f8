"""Terms of a team from a table."""

import pytest

from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.team_term import MOST_TERMS, TermKind
from app.errors import InvalidInputError
from app.exchange.term_files import read_terms

GERMANY = Market(MarketId("m-de"), "DE", "Germany", "DE", ("de",), "Europe/Berlin")


@pytest.fixture
def read(tmp_path):
    def read(text):
        path = tmp_path / "terms.csv"
        path.write_text(text, "utf-8")
        return read_terms(path, [GERMANY])

    return read


def test_every_column_finds_its_place(read):
    found = read(
        "Term,Kind,Market,Language,Severity,Reason,ID\n"
        "bucket list|last trip,avoid,Germany,en,stop,We have lost an aircraft.,t1\n"
        "Solvane,spell,,,,,\n"
    )
    assert found.problems == ()
    avoid, spell = found.terms
    assert (avoid.id, avoid.kind, avoid.words) == (
        "t1",
        TermKind.AVOID,
        ("bucket list", "last trip"),
    )
    assert (avoid.markets, avoid.language) == ((GERMANY.id,), "en")
    assert (avoid.severity, avoid.why) == (Severity.STOP, "We have lost an aircraft.")
    assert (spell.kind, spell.markets, spell.severity) == (TermKind.SPELL, (), Severity.CAUTION)


def test_read_twice_it_is_the_same_term(read):
    text = "words,markets\ncheap,all\n"
    assert read(text).terms == read(text).terms


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (",avoid,,,,", "words"),
        ("**,avoid,,,,", "words"),
        (f"{'x' * 300},avoid,,,,", "words"),
        ("cheap,sell,,,,", "kind"),
        ("cheap,avoid,Atlantis,,,", "markets"),
        ("cheap,avoid,,German,,", "language"),
        ("cheap,avoid,,,loud,", "severity"),
        (f"cheap,avoid,,,,{'x' * 600}", "why"),
    ],
)
def test_a_wrong_row_is_named_by_file_row_and_field_and_the_rest_loads(read, row, field):
    found = read(f"words,kind,markets,language,severity,why\nfine,,,,,\n{row}\n")
    assert [term.words for term in found.terms] == [("fine",)]
    (problem,) = found.problems
    assert "terms.csv" in str(problem)
    assert "row 3" in str(problem)
    assert f"field {field}:" in str(problem)


def test_a_term_that_stands_there_twice_is_named(read):
    found = read("words\ncheap\ncheap\n")
    assert len(found.terms) == len(found.problems) == 1


def test_a_table_without_words_is_refused_with_the_way_out(read):
    with pytest.raises(InvalidInputError, match="needs a column “words”"):
        read("colour\nred\n")


def test_too_long_a_list_is_read_to_its_limit(read):
    found = read("words\n" + "\n".join(f"word{number}" for number in range(MOST_TERMS + 5)))
    assert len(found.terms) == MOST_TERMS
    assert "more than 2,000 terms" in str(found.problems[0])


@pytest.mark.parametrize("words", ["*", "cheap|**", "\u200b", "cheap|\u200d"])
def test_words_that_no_text_can_hold_are_named_by_their_row(read, words):
    found = read(f"words,kind\n{words},avoid\nfine,avoid\n")
    assert [term.words for term in found.terms] == [("fine",)]
    assert "entry of row 2, field words" in str(found.problems[0])
