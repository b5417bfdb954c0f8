"""Who may be called about a hold."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from app.commands.hold_calls import EVERY_ONE, call_words, calls_of
from app.domain.duty import NO_ROSTER, DutyId, Roster, Week
from app.domain.hold import HeldPost, Scope
from tests.builders.calendars import DE_INSTAGRAM, FRANCE, GERMANY, LENA, MARC
from tests.builders.domain import hold

NOON = datetime(2027, 11, 17, 11, tzinfo=UTC)
ROSTER = Roster(
    (),
    (
        Week(DutyId("a"), LENA, GERMANY, time(9), time(18), "Europe/Berlin"),
        Week(DutyId("b"), MARC, FRANCE, time(14), time(18), "Europe/Paris"),
    ),
)


@pytest.fixture
def calendar(session, reader):
    return replace(reader.calendar(), roster=ROSTER)


@pytest.mark.parametrize(
    ("scope", "target", "said"),
    [
        (Scope.EVERYTHING, "", "Lena Brandt (Germany), nobody (France)"),
        (Scope.CAMPAIGN, "Herbst", "Lena Brandt (Germany), nobody (France)"),
        (Scope.REGION, "Europe", "Lena Brandt (Germany), nobody (France)"),
        (Scope.NETWORK, "push", "Lena Brandt (Germany)"),
        (Scope.CHANNEL, DE_INSTAGRAM, "Lena Brandt (Germany)"),
        (Scope.MARKET, FRANCE, "nobody (France)"),
    ],
)
def test_whoever_is_on_duty_where_a_hold_reaches_is_named(calendar, scope, target, said):
    assert call_words(calendar, scope, target, NOON) == f"On duty now: {said}"


def test_of_one_post_those_of_its_market_can_be_called(calendar):
    alone = replace(hold(Scope.POST, "p1"), post=HeldPost("FR-0001", FRANCE))
    assert calls_of(calendar, alone, NOON) == "On duty now: nobody (France)"
    assert calls_of(calendar, hold(Scope.MARKET, GERMANY), NOON).endswith("Lena Brandt (Germany)")


def test_without_a_roster_nobody_is_named(calendar):
    bare = replace(calendar, roster=NO_ROSTER)
    assert call_words(bare, Scope.EVERYTHING, "", NOON) == ""


def test_of_many_markets_some_are_named_and_the_others_counted(calendar):
    markets = [replace(calendar.market(GERMANY), id=str(number)) for number in range(9)]
    weeks = [replace(ROSTER.weeks[0], id=DutyId(market.id), market=market.id) for market in markets]
    many = replace(calendar, markets=tuple(markets), roster=Roster((), tuple(weeks)))
    assert call_words(many, Scope.EVERYTHING, "", NOON).endswith(", 6 more markets")
    assert call_words(many, Scope.EVERYTHING, "", NOON, most=EVERY_ONE).count("Lena Brandt") == 9


def test_where_the_roster_names_nobody_that_is_said(calendar):
    german = replace(calendar, roster=Roster((), ROSTER.weeks[:1]))
    assert call_words(german, Scope.MARKET, FRANCE, NOON) == "The roster names nobody for France."
    assert call_words(german, Scope.EVERYTHING, "", NOON) == "On duty now: Lena Brandt (Germany)"
