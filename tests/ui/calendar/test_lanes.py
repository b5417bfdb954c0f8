from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.flag import Severity
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MARKETS,
    MONDAY,
    card,
    flag,
    many_cards,
    on,
    recall,
)
from ui.calendar.lanes import DaySum, Lanes
from ui.plan.folding import Folding

WEEK = timedelta(days=7)
DAYS = tuple(MONDAY + timedelta(days=number) for number in range(7))


def test_a_market_takes_as_many_lanes_as_its_fullest_day():
    cards = [card(number, GERMANY, local=on(MONDAY, 9 + number)) for number in range(3)]
    lanes = Lanes.of(MARKETS, DAYS, cards)
    assert [lane.market.id for lane in lanes.rows].count(GERMANY.id) == 3
    assert lanes.first_rows[FRANCE.id, 0] == 3


def test_an_empty_market_keeps_one_lane():
    lanes = Lanes.of(MARKETS, DAYS, [])
    assert len(lanes.rows) == len(MARKETS)
    assert all(lane.is_last and lane.number == 0 for lane in lanes.rows)


def test_in_a_cell_the_earlier_post_stands_above():
    late, early = card(1, local=on(MONDAY, 18)), card(2, local=on(MONDAY, 9))
    lanes = Lanes.of([GERMANY], DAYS, [late, early])
    assert [lanes.cards[row, 0].id for row in (0, 1)] == [early.id, late.id]


def test_what_is_not_shown_has_no_place():
    elsewhere = card(1, local=on(MONDAY + timedelta(days=30)))
    undated = card(2, local=None)
    other_market = card(3, JAPAN, local=on(MONDAY))
    lanes = Lanes.of([GERMANY], DAYS, [elsewhere, undated, other_market])
    assert not lanes.cards
    assert not lanes.places


def test_heads_count_posts_and_tell_the_gravest_flag():
    cards = [
        card(1, GERMANY, local=on(MONDAY), flags=(flag(Severity.CAUTION),)),
        card(2, FRANCE, local=on(MONDAY), flags=(flag(Severity.STOP),)),
        card(3, FRANCE, local=on(MONDAY + timedelta(days=1))),
    ]
    heads = Lanes.of(MARKETS, DAYS, cards).heads
    assert [(head.post_count, head.severity) for head in heads[:3]] == [
        (2, Severity.STOP),
        (1, None),
        (0, None),
    ]


def test_markets_are_counted():
    lanes = Lanes.of(
        MARKETS, DAYS, [card(1, GERMANY, local=on(MONDAY)), card(2, GERMANY, local=on(DAYS[3]))]
    )
    assert lanes.post_counts[GERMANY.id] == 2
    assert lanes.post_counts[FRANCE.id] == 0


def test_a_day_outside_has_no_place():
    lanes = Lanes.of([GERMANY], DAYS, [])
    assert lanes.first_place(GERMANY.id, DAYS[4]) == (0, 4)
    assert lanes.first_place(FRANCE.id, DAYS[4]) is None
    assert lanes.first_place(GERMANY.id, MONDAY - timedelta(days=1)) is None
    assert lanes.first_place(GERMANY.id, DAYS[-1] + timedelta(days=1)) is None
    assert Lanes.of(MARKETS, (), []).first_place(GERMANY.id, MONDAY) is None


def test_days_that_take_turns_have_rows_for_each_turn():
    later = DAYS[2] + timedelta(days=7)
    busy = [card(number, GERMANY, local=on(later, number + 8)) for number in range(2)]
    lanes = Lanes.of([GERMANY], DAYS, busy, turns=2)
    assert [(row.turn, row.number, row.is_last) for row in lanes.rows] == [
        (0, 0, True),
        (1, 0, False),
        (1, 1, True),
    ]
    assert lanes.first_place(GERMANY.id, later) == (1, 2)
    assert lanes.day(1, 2) == later
    assert lanes.places[busy[1].id] == (2, 2)


def test_a_post_that_moves_leaves_the_table_as_it_is_until_a_market_needs_another_lane():
    post = card(1, local=on(MONDAY))
    before = Lanes.of(MARKETS, DAYS, [post])
    renamed = card(1, local=on(MONDAY), headline="Another name")
    moved = card(1, local=on(DAYS[1]))
    assert before.same_table(Lanes.of(MARKETS, DAYS, [renamed]))
    assert before.same_table(Lanes.of(MARKETS, DAYS, [moved]))
    assert not before.same_table(Lanes.of(MARKETS, DAYS, [post, card(2, local=on(MONDAY))]))
    assert not before.same_table(Lanes.of(MARKETS[:2], DAYS, [post]))
    assert not before.same_table(Lanes.of(MARKETS, DAYS[:3], [post]))


def test_only_cells_in_which_something_else_stands_are_changed():
    here, other = card(1, local=on(MONDAY)), card(2, FRANCE, local=on(MONDAY))
    ghost = recall(card(3, GERMANY, local=None), on(DAYS[3]))
    before = Lanes.of(MARKETS, DAYS, [here, other], [ghost])
    after = Lanes.of(MARKETS, DAYS, [replace(here, local=on(DAYS[1])), other])
    assert before.changed_places(after) == {(0, 0), (0, 1), (0, 3)}
    assert before.moves_any(after, {(0, 0), (0, 1)})
    assert before.changed_places(Lanes.of(MARKETS, DAYS, [here, other], [ghost])) == set()
    renamed = Lanes.of(MARKETS, DAYS, [replace(here, headline="New"), other], [ghost])
    assert before.changed_places(renamed) == {(0, 0)}
    assert not before.moves_any(renamed, {(0, 0)})


@given(per_day=st.integers(0, 5), days=st.integers(1, 14))
def test_every_shown_post_has_exactly_one_place(per_day, days):
    shown = tuple(MONDAY + timedelta(days=number) for number in range(days))
    cards = many_cards(MARKETS, MONDAY, days, per_day)
    lanes = Lanes.of(MARKETS, shown, reversed(cards))
    assert len(lanes.cards) == len(lanes.places) == len(cards)
    for (row, column), placed in lanes.cards.items():
        assert lanes.places[placed.id] == (row, column)
        assert lanes.rows[row].market.id == placed.market
        assert lanes.days[column] == placed.day


def test_the_place_of_a_post_follows_it_and_an_empty_place_stays():
    first, second = card(1, local=on(MONDAY, 9)), card(2, local=on(MONDAY, 15))
    before = Lanes.of(MARKETS, DAYS, [first, second])
    after = Lanes.of(MARKETS, DAYS, [first, replace(second, local=on(DAYS[3]))])
    empty_japanese = (before.first_rows[JAPAN.id, 0], 2)
    assert before.moves_to(after, [(1, 0), (0, 0), empty_japanese]) == [
        (0, 3),
        (0, 0),
        (after.first_rows[JAPAN.id, 0], 2),
    ]


def test_the_place_of_a_market_that_has_gone_is_nowhere():
    before, after = Lanes.of(MARKETS, DAYS, []), Lanes.of([GERMANY], DAYS, [])
    assert before.moves_to(after, [(3, 0), (0, 0)]) == [None, (0, 0)]


def test_a_post_takes_the_place_of_an_empty_cell():
    post = card(1, local=on(MONDAY))
    before = Lanes.of([GERMANY], DAYS, [post])
    after = Lanes.of([GERMANY], DAYS, [replace(post, local=on(DAYS[2]))])
    assert before.moves_to(after, [(0, 2), (0, 0)]) == [None, (0, 2)]


@given(data=st.data())
def test_no_two_places_ever_meet(data):
    posts = many_cards(MARKETS[:2], MONDAY, 4, 2)
    moves = st.lists(st.integers(0, 6), min_size=len(posts), max_size=len(posts))
    days = data.draw(moves)
    moved = [replace(one, local=on(DAYS[day])) for one, day in zip(posts, days, strict=True)]
    before, after = (Lanes.of(MARKETS[:2], DAYS, found) for found in (posts, moved))
    places = [(row, column) for row in range(len(before.rows)) for column in range(7)]
    found = before.moves_to(after, places)
    kept = [place for place in found if place is not None]
    assert len(set(kept)) == len(kept)
    for place, goal in zip(places, found, strict=True):
        if place in before.cards:
            assert after.cards[goal].id == before.cards[place].id


# --- ghosts ------------------------------------------------------------------------------------


def test_ghosts_stand_below_all_posts_of_their_day_and_make_room_for_themselves():
    post, moved = card(1, local=on(MONDAY, 18)), card(2, local=on(DAYS[3]))
    late, early = recall(moved, on(MONDAY, 12)), recall(card(3, local=None), on(MONDAY, 9))
    lanes = Lanes.of([GERMANY, FRANCE], DAYS, [post, moved], [late, early])
    assert lanes.ghosts == {(1, 0): early, (2, 0): late}
    assert lanes.cards == {(0, 0): post, (0, 3): moved}
    assert lanes.first_rows[FRANCE.id, 0] == 3


def test_a_ghost_is_no_post_in_any_count():
    lanes = Lanes.of([GERMANY], DAYS, [], [recall(card(1, flags=(flag(),)), on(MONDAY))])
    assert lanes.post_counts[GERMANY.id] == 0
    assert (lanes.heads[0].post_count, lanes.heads[0].severity) == (0, None)


def test_ghosts_of_other_markets_and_days_are_left_out():
    elsewhere = [recall(card(1, JAPAN), on(MONDAY)), recall(card(2), on(DAYS[-1] + WEEK))]
    assert Lanes.of([GERMANY], DAYS, [], elsewhere).ghosts == {}


def test_the_place_of_a_ghost_follows_it_and_it_changes_the_shape():
    post, ghost = card(1, local=on(MONDAY, 9)), recall(card(2, local=None), on(MONDAY, 9))
    before = Lanes.of([GERMANY], DAYS, [post], [ghost])
    after = Lanes.of([GERMANY], DAYS, [replace(post, local=on(DAYS[2]))], [ghost])
    gone = Lanes.of([GERMANY], DAYS, [post])
    assert before.moves_to(after, [(1, 0)]) == [(0, 0)]
    assert before.moves_to(gone, [(1, 0)]) == [(0, 0)]
    assert not before.same_table(gone)
    assert before.same_table(Lanes.of([GERMANY], DAYS, [post], [replace(ghost, text="Other")]))


# --- regions and what is folded ----------------------------------------------------------------


BY_REGION = Folding(by_region=True)


def names(lanes):
    return [lane.region.name if lane.region else lane.market.code for lane in lanes.rows]


def test_a_region_has_a_head_above_its_markets():
    lanes = Lanes.of(MARKETS, DAYS, [card(1, JAPAN, local=on(MONDAY))], folding=BY_REGION)
    assert names(lanes) == ["EMEA", "DE", "FR", "SA", "APAC", "JP"]
    assert lanes.cards == {(5, 0): lanes.shown[0]}
    assert lanes.first_place(JAPAN.id, DAYS[2]) == (5, 2)


def test_a_folded_region_takes_one_row_and_sums_up_its_days():
    cards = [
        card(1, GERMANY, local=on(MONDAY), flags=(flag(Severity.CAUTION),)),
        card(2, FRANCE, local=on(MONDAY), flags=(flag(Severity.STOP),)),
        card(3, FRANCE, local=on(DAYS[1])),
        card(4, JAPAN, local=on(MONDAY)),
    ]
    ghosts = [recall(card(5, GERMANY, local=None), on(DAYS[3]))]
    folding = BY_REGION.turned(region="EMEA")
    lanes = Lanes.of(MARKETS, DAYS, cards, ghosts, folding=folding)
    assert names(lanes) == ["EMEA", "APAC", "JP"]
    assert lanes.sums == {
        (0, 0): DaySum(2, Severity.STOP),
        (0, 1): DaySum(1),
        (0, 3): DaySum(0, None, 1),
    }
    assert set(lanes.places) == {cards[3].id}
    assert set(lanes.shown) == set(cards), "they count all the same"
    assert lanes.heads[0].post_count == 3
    assert lanes.heads[0].severity is Severity.STOP
    assert lanes.post_counts[FRANCE.id] == 2
    assert lanes.gravest == {GERMANY.id: Severity.CAUTION, FRANCE.id: Severity.STOP}
    assert lanes.first_place(FRANCE.id, DAYS[1]) == (0, 1)


def test_a_folded_market_takes_one_row_below_its_region():
    cards = [card(number, GERMANY, local=on(MONDAY, 9 + number)) for number in range(3)]
    lanes = Lanes.of(MARKETS, DAYS, cards, folding=Folding(markets=frozenset({GERMANY.id})))
    assert [lane.is_folded for lane in lanes.rows] == [True, False, False, False]
    assert lanes.sums == {(0, 0): DaySum(3)}


def test_who_stands_on_a_post_that_is_folded_away_stands_in_its_row_and_back():
    post = card(1, FRANCE, local=on(DAYS[2]))
    before = Lanes.of(MARKETS, DAYS, [post], folding=BY_REGION)
    folded = Lanes.of(MARKETS, DAYS, [post], folding=BY_REGION.turned(region="EMEA"))
    plain = Lanes.of(MARKETS, DAYS, [post])
    assert before.moves_to(folded, [before.places[post.id]]) == [(0, 2)]
    assert folded.moves_to(before, [(0, 2), (1, 1)]) == [(0, 2), (4, 1)]
    assert folded.moves_to(plain, [(0, 2)]) == [(0, 2)], "without heads it is the first market"
    gone = Lanes.of([JAPAN], DAYS, [])
    assert before.moves_to(gone, [(0, 0), (1, 0)]) == [None, None]
