from datetime import UTC, datetime

import pytest

from app.commands.views import Candidate
from tests.builders.ui import FRANCE, GERMANY, JAPAN, card
from ui.exchange.gate_preview import GatePreview

NOW = datetime(2026, 11, 9, 10, 0, tzinfo=UTC)


def candidate(number, hour, *reasons, market=GERMANY, day=10, **facts):
    local = datetime(2026, 11, day, hour, 0)
    return Candidate(card(number, market, local=local), reasons, **facts)


def names(candidates):
    return [one.card.name for one in candidates]


def test_what_leaves_stands_in_the_order_of_its_local_clock():
    found = [candidate(1, 12), candidate(2, 9, market=JAPAN), candidate(3, 9, market=FRANCE)]
    assert names(GatePreview.of(found, NOW).leaving) == ["FR-0003", "JP-0002", "DE-0001"]


def test_what_can_be_mended_soonest_comes_first_and_what_is_past_last():
    found = [
        candidate(1, 8, "late", day=9),
        candidate(2, 12, "one", "two"),
        candidate(3, 18, "one"),
        candidate(4, 9, "one"),
    ]
    assert names(GatePreview.of(found, NOW).staying) == [
        *("DE-0004", "DE-0003", "DE-0002", "DE-0001")
    ]


def test_whether_a_post_is_past_is_a_matter_of_its_zone():
    found = [
        candidate(1, 18, "one", market=JAPAN, day=9),
        candidate(2, 18, "one", market=GERMANY, day=9),
    ]
    assert names(GatePreview.of(found, NOW).staying) == ["DE-0002", "JP-0001"]


@pytest.mark.in_english
def test_counts_are_words():
    many = [candidate(number, 9) for number in range(31)]
    stay = [candidate(number, 9, "why") for number in range(12)]
    assert GatePreview.of([*many, *stay], NOW).counts() == "31 leave · 12 stay in"
    assert GatePreview.of([many[0], stay[0]], NOW).counts() == "1 leaves · 1 stays in"


@pytest.mark.in_english
def test_what_stays_behind_is_counted_by_field():
    found = [
        candidate(1, 9, stays_behind=("alt", "campaign")),
        candidate(2, 9, stays_behind=("alt",)),
        candidate(3, 9, "why", stays_behind=("labels",)),
    ]
    said = GatePreview.of(found, NOW).left_behind()
    assert said.endswith("hand-over sheet: alt texts of 2 posts, campaign of 1 post.")
    assert "labels" not in said


def test_where_everything_is_carried_nothing_is_said():
    assert GatePreview.of([candidate(1, 9)], NOW).left_behind() == ""


def test_a_period_without_posts_is_empty():
    assert GatePreview.of([], NOW).is_empty
    assert not GatePreview.of([candidate(1, 9, "why")], NOW).is_empty


def test_a_post_without_a_time_does_not_confuse_the_order():
    undated = Candidate(card(5, GERMANY, local=None), ("no date",))
    found = [undated, candidate(4, 9, "one")]
    assert names(GatePreview.of(found, NOW).staying) == ["DE-0004", "DE-0005"]
