"""Hashtags that nobody has looked at."""

from dataclasses import replace

from app.domain.flag import Severity
from app.risks.hashtags import hashtags_of, unconfirmed
from tests.app.risks.builders import facts, post

WHERE = facts()


def flags(text, *confirmed, **changes):
    where = replace(WHERE, confirmed_hashtags=frozenset(confirmed))
    return list(unconfirmed(post(where, text=text, **changes), where))


def test_hashtags_that_nobody_confirmed_are_one_caution():
    (flag,) = flags("Toast verbrannt #ItWasMe #Brot", "brot", first_comment="#Montag")
    assert flag.severity is Severity.CAUTION
    assert flag.key == "hashtag.unconfirmed"
    assert flag.evidence == ("#ItWasMe", "#Montag")
    assert "180" in flag.way_out


def test_confirmed_hashtags_and_none_at_all_are_silent():
    assert flags("Toast verbrannt #ItWasMe", "itwasme") == []
    assert flags("Toast verbrannt, Platz 1") == []


def test_without_a_calendar_nobody_keeps_confirmations():
    assert list(unconfirmed(post(WHERE, text="#Neu"), WHERE)) == []


def test_another_new_hashtag_changes_the_mark_and_another_order_does_not():
    (one,), (other,), (more,) = flags("#a #b"), flags("#B und #A"), flags("#a #b #c")
    assert one.key == other.key == more.key
    assert one.mark == other.mark != more.mark


def test_each_hashtag_is_named_once_as_it_stands_first():
    assert hashtags_of(post(WHERE, text="#Brot #brot #Ofen").content) == ("#Brot", "#Ofen")
    assert hashtags_of(post(WHERE, text="＃麺包").content) == ("＃麺包",)
    assert hashtags_of(post(WHERE, text="Platz #1").content) == ()
