"""Pictures that nobody may have seen."""

from app.domain.flag import Severity
from app.domain.medium import Medium
from app.risks.pictures import unfetched
from tests.app.risks.builders import facts, post

ADDRESS = "https://media.solvane.example/loaf.png"


def flags(*media):
    where = facts()
    return list(unfetched(post(where, media=media), where))


def test_a_picture_that_is_an_address_only_asks_for_a_tick():
    (flag,) = flags(Medium(ADDRESS))
    assert (flag.severity, flag.evidence) == (Severity.CAUTION, (ADDRESS,))


def test_a_picture_that_the_calendar_keeps_asks_for_nothing():
    assert flags(Medium(ADDRESS, "a" * 64), Medium(digest="b" * 64)) == []


def test_another_address_is_another_risk():
    one, other = flags(Medium(ADDRESS), Medium(f"{ADDRESS}?2"))
    assert one.key != other.key
