"""What holds are aimed at and how much they stop, in words."""

from dataclasses import replace

import pytest

from app.commands.catch import Catch
from app.commands.hold_words import (
    stands_already,
    stops,
    target_name,
    targets,
    who_reads_again,
    would_stop,
    would_stop_it,
)
from app.domain.hold import HeldPost, Scope
from app.domain.market import MarketId
from app.domain.person import Role
from tests.builders import ui_b
from tests.builders.domain import hold

CALENDAR = ui_b.calendar()
NONE = "It stops no post that is planned now, and every new one that it covers."
MANY = "It stops 23 planned posts, 4 of them approved."


@pytest.mark.parametrize(
    ("catch", "words"),
    [
        (Catch(0), NONE),
        (Catch(1), "It stops 1 planned post."),
        (Catch(1, 0), "It stops 1 planned post, 0 of them approved."),
        (Catch(0, queued=1), f"{NONE} 1 already lies at the scheduler: take it out there."),
        (
            Catch(23, 4, 2),
            f"{MANY} 2 already lie at the scheduler: take them out there.",
        ),
    ],
)
def test_what_a_hold_would_stop_is_said_in_words(catch, words):
    assert would_stop(catch) == words


@pytest.mark.parametrize(
    ("catch", "words"),
    [
        (Catch(0), "Stops 0 posts"),
        (Catch(1), "Stops 1 post"),
        (Catch(14, queued=3, schedulers=("Buffer",)), "Stops 14 posts · 3 still queued in Buffer"),
        (
            Catch(2, queued=2, schedulers=("Buffer", "Old tool")),
            "Stops 2 posts · 2 still queued in Buffer, Old tool",
        ),
    ],
)
def test_what_a_hold_stops_is_said_in_words(catch, words):
    assert stops(catch) == words


def test_the_same_hold_a_second_time_is_told_with_who_and_why():
    first = hold(Scope.CAMPAIGN, "Late  loaf")
    held = replace(CALENDAR, holds=(first,))
    words = stands_already(Scope.CAMPAIGN, "late loaf", held)
    assert words.startswith("The same hold stands already, by ")
    assert f"“{first.reason}”" in words
    assert stands_already(Scope.CAMPAIGN, "Early loaf", held) == ""
    assert stands_already(Scope.REGION, "late loaf", held) == ""
    lifted = replace(CALENDAR, holds=(replace(first, lifted_seq=9),))
    assert stands_already(Scope.CAMPAIGN, "late loaf", lifted) == ""


@pytest.mark.parametrize(
    ("catch", "words"),
    [
        (Catch(1), "It stops this post alone."),
        (Catch(1, 0), "It stops this post alone."),
        (Catch(1, 1), "It stops this post, which is approved."),
        (Catch(0), "It is cancelled or has gone out: there is nothing left to stop."),
        (
            Catch(1, 1, 1),
            "It lies at the scheduler already, where no hold reaches it: take it out there.",
        ),
    ],
)
def test_what_a_hold_of_one_post_would_stop_is_said_of_that_post(catch, words):
    assert would_stop_it(catch) == words


def test_every_scope_can_be_aimed_at_what_the_calendar_has():
    assert targets(Scope.EVERYTHING, CALENDAR, ()) == ()
    assert targets(Scope.REGION, CALENDAR, ()) == (("Europe", "Europe"),)
    assert targets(Scope.MARKET, CALENDAR, ())[0] == ("m-de", "Germany")
    assert ("facebook", "Facebook") in targets(Scope.NETWORK, CALENDAR, ())
    assert ("c-de-ig", "Germany · Instagram") in targets(Scope.CHANNEL, CALENDAR, ())
    assert targets(Scope.CAMPAIGN, CALENDAR, ("Late loaf",)) == (("Late loaf", "Late loaf"),)


def test_a_hold_is_called_after_what_it_covers():
    assert target_name(hold(), CALENDAR) == "Everything"
    assert target_name(hold(Scope.MARKET, "m-de"), CALENDAR) == "Germany"
    assert target_name(hold(Scope.CAMPAIGN, "Late loaf"), CALENDAR) == "Late loaf"
    assert target_name(hold(Scope.CHANNEL, "gone"), CALENDAR) == "gone"
    alone = replace(hold(Scope.POST, "p1"), post=HeldPost("DE-0142", MarketId("m-de")))
    assert target_name(alone, CALENDAR) == "DE-0142"


def test_whoever_cannot_review_reads_who_can():
    assert who_reads_again(CALENDAR) == "Marc Fournier, Nora Haddad can read them again."
    reviewers = [
        replace(ui_b.MARC_PERSON, name=name, role=Role.REVIEWER) for name in ("A", "B", "C", "D")
    ]
    gone = replace(ui_b.MARC_PERSON, name="E", is_active=False)
    many = ui_b.calendar(people=(ui_b.LENA_PERSON, *reviewers, gone))
    assert who_reads_again(many) == "A, B, C and 1 more reviewer can read them again."
