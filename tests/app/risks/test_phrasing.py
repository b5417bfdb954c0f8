"""How flags speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.flag import Severity
from app.risks.phrasing import LONGEST_HEADLINE, fitted, quoted, way_out


def test_a_short_line_stays_and_a_long_one_ends_in_an_ellipsis():
    assert fitted("Armistice\n Day") == "Armistice Day"
    assert fitted("x" * 61) == "x" * 59 + "…"


@given(st.text())
def test_a_headline_is_one_line_that_fits(text):
    line = fitted(text)
    assert len(line) <= LONGEST_HEADLINE
    assert "\n" not in line


def test_evidence_is_quoted_once_and_not_without_end():
    assert quoted(["TBD", "TBD", "x" * 200]) == ("TBD", "x" * 79 + "…")
    assert len(quoted(str(number) for number in range(100))) == 8


@pytest.mark.parametrize(
    ("severity", "word"),
    [
        (Severity.NOTE, "Nothing"),
        (Severity.CAUTION, "tick"),
        (Severity.STOP, "written reason"),
        (Severity.BLOCKED, "mended"),
    ],
)
def test_every_severity_names_the_way_out(severity, word):
    assert word in way_out(severity)
