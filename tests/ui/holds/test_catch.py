from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.hold import Scope
from app.domain.post import PostId
from tests.builders import ui_b
from tests.builders.domain import hand_over, hold
from ui.holds.catch import Catch, caught, target_name, targets

pytestmark = pytest.mark.in_english

CALENDAR = ui_b.calendar()


def card(number, campaign="", **facts):
    post = replace(ui_b.a_post(campaign=campaign), id=PostId(f"p{number}"))
    return ui_b.a_view(post, **facts).card


GERMAN = card(1, "Late loaf")
FRENCH = ui_b.a_view(
    ui_b.a_post(market=ui_b.FRANCE.id, channel=ui_b.FRENCH_FACEBOOK.id),
    market=ui_b.FRANCE,
    channel=ui_b.FRENCH_FACEBOOK,
).card
APPROVED = ui_b.approved(ui_b.a_view()).card
QUEUED = replace(APPROVED, hand_over=hand_over(datetime.fromisoformat("2027-11-09T09:00+00:00")))


@pytest.mark.parametrize(
    ("scope", "target", "count"),
    [
        (Scope.EVERYTHING, "", 3),
        (Scope.REGION, "Europe", 3),
        (Scope.REGION, "Asia", 0),
        (Scope.MARKET, ui_b.GERMANY.id, 2),
        (Scope.NETWORK, "facebook", 1),
        (Scope.CHANNEL, ui_b.INSTAGRAM.id, 2),
        (Scope.CAMPAIGN, "Late loaf", 1),
    ],
)
def test_it_counts_what_the_gate_would_stop(scope, target, count):
    assert caught((GERMAN, FRENCH, APPROVED), scope, target, CALENDAR).posts == count


@pytest.mark.parametrize(
    ("catch", "words"),
    [
        (Catch(0, 0, 0), "It stops no post that is planned now, and every new one that it covers."),
        (Catch(1, 0, 0), "It stops 1 planned post, 0 of them approved."),
        (
            Catch(23, 4, 2),
            (
                "It stops 23 planned posts, 4 of them approved. "
                "2 already lie at the scheduler: take them out there."
            ),
        ),
    ],
)
def test_the_catch_is_said_in_words(catch, words):
    assert catch.sentence() == words


def test_approved_and_queued_posts_are_counted_among_them():
    catch = caught((GERMAN, APPROVED, QUEUED), Scope.EVERYTHING, "", CALENDAR)
    assert catch == Catch(posts=3, approved=2, queued=1)


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
