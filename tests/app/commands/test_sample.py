"""The sample calendar."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.commands.calendars import create_sample
from app.commands.sample import fill_sample, next_anchor
from app.commands.views import Stage
from app.domain.flag import Severity
from app.domain.wall_time import instant_of
from app.errors import RefusedError
from tests.builders.calendars import knowledge, reader_of

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = create_sample(tmp_path_factory.mktemp("s") / "sample.countersign", TODAY, knowledge())
    reader = reader_of(path)
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def cards(sample):
    anchor = sample.calendar().anchor
    return sample.cards(anchor - timedelta(days=21), anchor + timedelta(days=21))


@pytest.mark.parametrize(
    ("today", "anchor"),
    [
        (date(2026, 11, 8), date(2026, 11, 9)),
        (date(2026, 11, 9), date(2026, 11, 9)),
        (date(2026, 11, 10), date(2027, 11, 9)),
    ],
)
def test_the_sample_stands_around_the_next_ninth_of_november(today, anchor):
    assert next_anchor(today) == anchor


def test_the_sample_is_marked_as_one(sample):
    assert sample.calendar().is_sample


def test_the_sample_is_a_real_teams_plan(sample, cards):
    assert len(sample.calendar().markets) == 8
    assert len(cards) + len(sample.tray()) >= 240
    assert Counter(card.stage for card in cards)[Stage.APPROVED] >= 80
    assert all(card.is_assessed for card in cards)


def test_the_founding_incident_is_in_it_as_a_stop_that_nobody_approved(sample, cards):
    anchor = sample.calendar().anchor
    (incident,) = [
        card
        for card in cards
        if card.day == anchor and card.channel.network == "push" and card.market == "DE"
    ]
    assert incident.severity is Severity.STOP
    assert not incident.is_approved


def test_a_remembrance_is_in_it_that_two_have_approved_and_one_that_waits_for_the_second(sample):
    anchor = sample.calendar().anchor
    cards = sample.cards(anchor, anchor + timedelta(days=4))
    remembered = {
        card.market: (card.stage, len(view.remembrance.said_by))
        for card in cards
        if (view := sample.post(card.id)).remembrance and view.remembrance.said_by
    }
    assert remembered == {"DE": (Stage.APPROVED, 2), "FR": (Stage.WAITING, 1)}


def test_every_risk_of_the_first_set_can_be_seen_in_it(cards):
    families = {flag.rule for card in cards for flag in card.flags if flag.severity > Severity.NOTE}
    assert {"day.solemn", "wording.placeholder", "language.other", "timing.hours"} <= families
    assert "channel.length" in families


def test_whoever_opens_it_on_its_day_finds_posts_that_go_out_in_48_hours(sample):
    markets = {market.id: market for market in sample.calendar().markets}
    made_at = datetime.combine(TODAY, time(9), tzinfo=UTC)
    soon = [
        card
        for card in sample.cards(TODAY, TODAY + timedelta(days=3))
        if made_at < instant_of(card.local, markets[card.market].zone) < made_at + timedelta(days=2)
    ]
    assert len(soon) >= 8
    assert {card.stage for card in soon} >= {Stage.APPROVED, Stage.WAITING, Stage.DRAFT}


def test_what_is_approved_in_it_asks_for_nothing_unanswered(cards):
    for card in cards:
        if card.stage is Stage.APPROVED:
            assert all(flag.severity is not Severity.BLOCKED for flag in card.flags)


def test_no_invented_approval_gets_into_a_calendar_that_is_no_sample(session):
    with pytest.raises(RefusedError, match="sample calendar only"):
        fill_sample(session, TODAY)
