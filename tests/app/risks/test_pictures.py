"""Pictures that nobody may have seen, or that some readers cannot see."""

import pytest

from app.domain.flag import Severity
from app.domain.medium import Medium
from app.risks.pictures import count, unfetched, without_alt
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


def loaf(alt="A loaf on a wooden board", number=1, url=""):
    return Medium(url, f"{number}" * 64, alt)


def raised(rule, network, *media, **content):
    where = facts(network=network)
    return [(flag.key, flag.severity) for flag in rule(post(where, media=media, **content), where)]


def test_a_picture_without_a_description_is_a_caution_where_the_network_carries_them():
    assert raised(without_alt, "instagram", loaf(), loaf(" ")) == [
        ("picture.no-alt:missing", Severity.CAUTION)
    ]
    assert not raised(without_alt, "instagram", loaf())
    assert not raised(without_alt, "push", loaf(""))
    assert not raised(without_alt, "friendster", loaf(""))
    assert not raised(without_alt, "instagram")


def test_videos_and_stories_carry_none():
    assert not raised(without_alt, "instagram", loaf("", url="https://a.de/x.mp4?v=1"))
    assert not raised(without_alt, "instagram", loaf(""), post_type="Story")


@pytest.mark.parametrize(
    "alt",
    [
        *("IMG_2034.jpg", "roggenbrot-final_v2.png", "DSC0001", "Screenshot 2026-11-29 at 10.24"),
        *("Bild", "ALT TEXT", "画像", "Photo 3", "…", "unnamed (1)"),
    ],
)
def test_a_file_s_name_is_no_description(alt):
    assert raised(without_alt, "x", loaf(alt)) == [("picture.no-alt:empty", Severity.CAUTION)]


@pytest.mark.parametrize(
    "alt", ["Bild einer Backstube", "Loaf", "Photo of 3 loaves", "焼きたてのパン", "Brot Nr. 5"]
)
def test_a_short_description_is_one(alt):
    assert not raised(without_alt, "x", loaf(alt))


def test_another_picture_without_a_description_has_not_been_seen_yet():
    where = facts(network="x")
    (one,) = without_alt(post(where, media=(loaf(""),)), where)
    (other,) = without_alt(post(where, media=(loaf("", 2),)), where)
    assert one.key == other.key
    assert one.mark != other.mark


def test_more_pictures_than_a_network_takes_cannot_leave():
    five = [loaf(number=number) for number in range(5)]
    assert raised(count, "x", *five) == [("picture.count", Severity.BLOCKED)]
    assert not raised(count, "x", *five[:4])
    assert not raised(count, "facebook", *five)
    assert not raised(count, "friendster", *five)


def test_more_than_schedulers_send_is_a_caution():
    eleven = [loaf(number=number) for number in range(11)]
    assert raised(count, "instagram", *eleven) == [("picture.count", Severity.CAUTION)]


@pytest.mark.parametrize(
    ("network", "what"), [("instagram", "a picture or a video"), ("youtube", "a video")]
)
def test_a_picture_that_is_still_missing_is_a_note(network, what):
    where = facts(network=network)
    (flag,) = count(post(where), where)
    assert (flag.key, flag.severity) == ("picture.missing", Severity.NOTE)
    assert what in flag.why
    assert not raised(count, "facebook")
