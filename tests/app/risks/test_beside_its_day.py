"""A remembrance that goes out beside its day."""

from datetime import datetime

import pytest

from app.domain.flag import Severity
from app.risks.beside_its_day import remembered_beside
from tests.app.risks.builders import facts, market, post

WORDS = "We remember all who died at Pearl Harbor."
DAY_BEFORE = datetime(2026, 12, 6, 18)


def raised(text, local, country="US", language="en"):
    where = facts(market(country, language))
    return list(remembered_beside(post(where, text=text, local=local, language=language), where))


@pytest.mark.parametrize("day", [5, 6, 8, 9])
def test_a_remembrance_a_day_or_two_beside_its_day_is_a_caution(day):
    (flag,) = raised(WORDS, DAY_BEFORE.replace(day=day))
    assert flag.severity is Severity.CAUTION
    assert flag.key == "day.remembered-beside:us-pearl-harbor"
    assert "7 Dec 2026" in flag.headline
    assert flag.evidence == ("Pearl Harbor",)


def test_a_hashtag_names_the_day_as_well():
    assert raised("A moment to remember with us. #PearlHarbor", DAY_BEFORE)


@pytest.mark.parametrize(
    ("text", "local"),
    [
        (WORDS, DAY_BEFORE.replace(day=7)),
        (WORDS, datetime(2026, 11, 20, 12)),
        (WORDS, None),
        ("Tomorrow we remember all who died at Pearl Harbor.", DAY_BEFORE),
        ("On December 7 we remember all who died at Pearl Harbor.", DAY_BEFORE),
        ("Our ferry to Pearl Harbor leaves at nine.", DAY_BEFORE),
        ("We remember all who came.", DAY_BEFORE),
    ],
)
def test_on_the_day_far_from_it_with_a_date_or_without_remembrance_nothing_is_said(text, local):
    assert not raised(text, local)


def test_a_day_that_the_market_does_not_keep_is_nowhere_beside():
    assert not raised(WORDS, DAY_BEFORE, country="PT")


def test_the_mark_is_of_the_date_alone():
    (one,) = raised(WORDS, DAY_BEFORE)
    (other,) = raised("We honour the victims of Pearl Harbor.", DAY_BEFORE)
    assert (one.key, one.mark) == (other.key, other.mark)
