from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.commands.views import DayKnowledge
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.recall import Cause, Why
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MARKETS,
    MONDAY,
    THE_NINTH,
    KeptCards,
    approved,
    card,
    day_knowledge,
    flag,
    on,
    recall,
)
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.cell_words import CARD_ROLE
from ui.calendar.lanes import Lanes
from ui.calendar.period import Period
from ui.calendar.period_posts import PeriodPosts
from ui.cards.dragging import Drop, mime_of
from ui.plan.folding import Folding
from ui.plan.plan_view import READ_AT_ONCE

TUESDAY = MONDAY + timedelta(days=1)
TWO_WEEKS = Period(MONDAY, 2)
FIRST = card(1, GERMANY, local=on(MONDAY, 9))
SECOND = card(2, GERMANY, local=on(MONDAY, 15), flags=(flag(Severity.CAUTION),))
FRENCH = approved(card(3, FRANCE, local=on(TUESDAY)))
Role = Qt.ItemDataRole


@pytest.fixture
def source():
    return KeptCards([FIRST, SECOND, FRENCH])


@pytest.fixture
def model(source, qtmodeltester):
    made = CalendarModel(source, TWO_WEEKS)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    made.show_period(TWO_WEEKS, MARKETS)
    yield made
    del tester


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


def test_one_post_is_one_index(model):
    assert model.card(model.index_of(FIRST.id)) == FIRST
    assert model.data(model.index_of(SECOND.id), CARD_ROLE) == SECOND
    assert not model.index_of(card(99).id).isValid()
    assert model.rowCount() == 5
    assert model.columnCount() == 14


def test_a_child_has_no_cells(model):
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


@pytest.mark.in_english
def test_a_post_is_told_to_eye_ear_and_pointer(model):
    index = model.index_of(FIRST.id)
    assert model.data(index, Role.DisplayRole) == FIRST.headline
    assert "not approved" in model.data(index, Role.AccessibleTextRole)
    assert model.data(index, Role.AccessibleDescriptionRole) == FIRST.text
    assert FIRST.name in model.data(index, Role.ToolTipRole)
    assert model.data(index, Role.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_the_box_is_ticked_for_approved_posts_only(model):
    assert model.data(model.index_of(FRENCH.id), Role.CheckStateRole) == Qt.CheckState.Checked
    assert model.data(model.index_of(FIRST.id), Role.CheckStateRole) == Qt.CheckState.Unchecked


def test_clicking_a_box_asks_for_the_review_and_ticks_nothing(model, qtbot):
    index = model.index_of(FIRST.id)
    with qtbot.waitSignal(model.review_requested) as asked:
        assert not model.setData(index, Qt.CheckState.Checked, Role.CheckStateRole)
    assert asked.args == [FIRST.id]
    assert model.data(index, Role.CheckStateRole) == Qt.CheckState.Unchecked
    assert not model.setData(index, "Another name", Role.EditRole)


def test_an_empty_cell_tells_market_day_and_what_the_day_means(model):
    model.show_days(day_knowledge())
    index = model.index_at(GERMANY.id, THE_NINTH)
    words = model.data(index, Role.AccessibleTextRole)
    assert "Germany" in words
    assert "9 November 2026" in words
    assert "Pogrom anniversary" in words
    assert "synagogues burned" in model.data(index, Role.ToolTipRole)
    assert model.data(index, Role.DisplayRole) is None
    assert model.data(model.index_at(JAPAN.id, MONDAY), Role.ToolTipRole) is None


def test_heads_name_day_and_market(model):
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Mon 2 Nov"
    assert model.headerData(0, Qt.Orientation.Vertical) == "Germany"
    assert model.headerData(0, Qt.Orientation.Vertical, Role.ToolTipRole) is None


def test_only_posts_can_be_dragged_and_every_cell_takes_them(model):
    post, empty = model.index_of(FIRST.id), model.index_at(JAPAN.id, MONDAY)
    assert model.flags(post) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(empty) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(empty) & Qt.ItemFlag.ItemIsDropEnabled
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_a_drop_asks_for_the_move_and_changes_nothing(model, qtbot):
    before = dict(model.lanes.cards)
    target = model.index_at(FRANCE.id, THE_NINTH)
    data = mime_of([FIRST, SECOND])
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
    with qtbot.waitSignal(model.dropped) as asked:
        assert not model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
    assert asked.args == [Drop((FIRST.id, SECOND.id), FRANCE.id, THE_NINTH, is_copy=False)]
    assert asked.args[0].seen == {FIRST.id: FIRST.local, SECOND.id: SECOND.local}
    with qtbot.waitSignal(model.dropped) as asked:
        model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, target)
    assert asked.args[0].is_copy
    assert dict(model.lanes.cards) == before


def test_a_drop_beside_the_cells_asks_for_nothing(model):
    model.dropped.connect(lambda _drop: pytest.fail("asked"))
    assert not model.dropMimeData(mime_of([FIRST]), Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert not model.canDropMimeData(
        mime_of([FIRST]), Qt.DropAction.MoveAction, -1, -1, QModelIndex()
    )


def test_only_what_is_selected_travels(model):
    data = model.mimeData([model.index_of(FIRST.id), model.index_at(JAPAN.id, MONDAY)])
    assert data.formats() == model.mimeTypes()
    assert model.supportedDropActions() == Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def changed_cells(model, qtbot, deed) -> list[tuple[int, int]]:
    cells = []
    model.dataChanged.connect(lambda top, _bottom: cells.append((top.row(), top.column())))
    deed()
    return cells


def test_a_changed_post_repaints_its_cell_alone(model, source, qtbot):
    source.put(replace(SECOND, headline="Another name"))
    place = model.index_of(SECOND.id)
    cells = changed_cells(
        model, qtbot, lambda: model.on_changed(ChangeSet("", posts=frozenset({SECOND.id})))
    )
    assert cells == [(place.row(), place.column())]
    assert model.card(place).headline == "Another name"


def test_a_moved_post_takes_selection_and_current_cell_along(model, source):
    kept = QPersistentModelIndex(model.index_of(SECOND.id))
    other = QPersistentModelIndex(model.index_of(FRENCH.id))
    source.put(replace(SECOND, local=on(TUESDAY, 15)))
    model.on_changed(ChangeSet("", cells=frozenset({(GERMANY.id, TUESDAY)})))
    assert model.card(kept).id == SECOND.id
    assert kept.column() == 1
    assert model.card(other).id == FRENCH.id


def test_an_empty_cell_keeps_its_market_and_day_when_lanes_go(model, source):
    third_market = model.index_at(JAPAN.id, TUESDAY)
    kept = QPersistentModelIndex(third_market)
    second_lane = QPersistentModelIndex(model.index(1, 5))
    source.put(replace(SECOND, local=None))
    model.refresh()
    assert model.lane(kept.row()).market == JAPAN
    assert kept.column() == 1
    assert model.lane(second_lane.row()).market == GERMANY
    assert second_lane.column() == 5


def test_no_move_resets_the_model(model, source):
    model.modelReset.connect(lambda: pytest.fail("reset"))
    source.put(replace(FIRST, local=on(TUESDAY)))
    model.refresh()


@pytest.fixture
def reads(source, monkeypatch):
    """Collect which cells are read again, and "all" for the whole period."""
    collected = []
    cards, cards_in = source.cards, source.cards_in
    monkeypatch.setattr(source, "cards", lambda *span: collected.append("all") or cards(*span))
    monkeypatch.setattr(
        source, "cards_in", lambda cells: collected.append(set(cells)) or cards_in(cells)
    )
    return collected


def test_a_change_elsewhere_is_not_even_read(model, reads):
    far = MONDAY + timedelta(days=200)
    model.on_changed(
        ChangeSet("", posts=frozenset({card(99).id}), cells=frozenset({(GERMANY.id, far)}))
    )
    model.on_changed(ChangeSet("", cells=frozenset({(GERMANY.id, None)})))
    assert reads == []


def test_only_the_touched_cells_are_read_again(model, source, reads):
    source.put(replace(FIRST, local=on(THE_NINTH)))
    touched = {(GERMANY.id, MONDAY), (GERMANY.id, THE_NINTH)}
    model.on_changed(ChangeSet("", posts=frozenset({FIRST.id}), cells=frozenset(touched)))
    assert reads == [touched]
    assert model.index_of(FIRST.id).column() == 7
    assert model.card(model.index_of(SECOND.id)) is SECOND


def test_a_change_of_many_cells_reads_the_period_at_once(model, reads):
    markets = [MarketId(f"m{number}") for number in range(READ_AT_ONCE)]
    cells = {(market, day) for market in markets for day in (MONDAY, TUESDAY)}
    model.on_changed(ChangeSet("Import", cells=frozenset(cells)))
    assert reads == ["all"]
    assert model.card(model.index_of(FIRST.id)) is FIRST


def test_a_post_that_came_from_an_unnamed_cell_stands_once(model, source):
    source.put(replace(FIRST, local=on(THE_NINTH)))
    model.on_changed(ChangeSet("", cells=frozenset({(GERMANY.id, THE_NINTH)})))
    assert [one.id for one in model.lanes.cards.values()].count(FIRST.id) == 1
    assert model.index_of(FIRST.id).column() == 7


def test_a_shown_post_is_read_again_even_if_no_cell_is_named(model, source):
    source.put(approved(FIRST))
    model.on_changed(ChangeSet("", posts=frozenset({FIRST.id})))
    assert model.card(model.index_of(FIRST.id)).is_approved


def test_a_cancelled_post_goes(model, source):
    source.kept.remove(FIRST)
    model.on_changed(ChangeSet("", posts=frozenset({FIRST.id})))
    assert not model.index_of(FIRST.id).isValid()


def test_cards_that_are_as_before_stay_the_very_same(model, source):
    source.kept = [replace(one) for one in source.kept]
    model.refresh()
    assert model.card(model.index_of(FIRST.id)) is FIRST


def test_everything_means_everything(model, source):
    source.put(replace(FIRST, headline="Another name"))
    model.on_changed(ChangeSet("", everything=True))
    assert model.card(model.index_of(FIRST.id)).headline == "Another name"


def test_other_days_and_markets_can_be_shown(model):
    model.show_period(Period(THE_NINTH, 1), [FRANCE])
    assert model.period == Period(THE_NINTH, 1)
    assert model.markets == (FRANCE,)
    assert model.rowCount() == 1
    assert model.columnCount() == 7
    assert not model.index_at(GERMANY.id, THE_NINTH).isValid()
    assert not model.index_at(FRANCE.id, MONDAY).isValid()


def test_a_market_that_goes_takes_its_indexes_along(model):
    kept = QPersistentModelIndex(model.index_at(JAPAN.id, MONDAY))
    model.show_period(TWO_WEEKS, [GERMANY])
    assert not kept.isValid()


def test_a_day_brings_its_own_severity(model):
    assert model.day_severity(GERMANY.id, THE_NINTH) is None
    model.show_days(day_knowledge())
    assert model.day_severity(GERMANY.id, THE_NINTH) is Severity.STOP
    assert model.day_severity(FRANCE.id, THE_NINTH) is None


def test_days_can_be_learned_before_there_are_rows(source, qtbot):
    model = CalendarModel(source, TWO_WEEKS)
    with qtbot.waitSignal(model.heads_changed):
        model.show_days(day_knowledge())


# --- ghosts ------------------------------------------------------------------------------------


GHOST = recall(card(9, GERMANY, local=on(TUESDAY, 12)), on(MONDAY, 12))


@pytest.fixture
def haunted(model, source):
    source.recalls = [GHOST]
    model.refresh()
    return model.index(2, 0)


@pytest.mark.in_english
def test_a_ghost_is_told_to_eye_and_ear_and_is_no_card(model, haunted, qtmodeltester):
    assert model.card(haunted) is None
    assert model.ghost(haunted) == GHOST
    assert model.post_at(haunted) == GHOST.card.id
    assert model.data(haunted, Role.DisplayRole) == GHOST.headline
    assert "Still queued in Buffer" in model.data(haunted, Role.AccessibleTextRole)
    assert model.data(haunted, Role.AccessibleDescriptionRole) == GHOST.text
    assert GHOST.way_out in model.data(haunted, Role.ToolTipRole)
    assert model.data(haunted, CARD_ROLE) is None
    assert model.data(haunted, Role.CheckStateRole) is None
    qtmodeltester.check(model)


def test_a_ghost_can_be_chosen_but_neither_dragged_nor_ticked(model, haunted):
    flags = model.flags(haunted)
    assert flags & Qt.ItemFlag.ItemIsSelectable
    assert flags & Qt.ItemFlag.ItemIsEnabled
    assert not flags & Qt.ItemFlag.ItemIsDragEnabled
    assert not flags & Qt.ItemFlag.ItemIsUserCheckable


def test_an_empty_cell_is_about_no_post(model):
    assert model.post_at(model.index(3, 5)) is None
    assert model.post_at(model.index_of(FIRST.id)) == FIRST.id


def test_a_ghost_comes_with_the_change_that_makes_it_and_goes_with_its_end(model, source):
    source.recalls = [GHOST]
    model.on_changed(ChangeSet("Move", posts=frozenset({GHOST.card.id})))
    assert model.ghost(model.index(2, 0)) == GHOST
    kept = QPersistentModelIndex(model.index(2, 0))
    model.on_changed(ChangeSet("Move", posts=frozenset({FIRST.id})))
    assert model.ghost(kept) is GHOST
    source.recalls = []
    model.on_changed(ChangeSet("Taken out", posts=frozenset({GHOST.card.id})))
    assert not model.lanes.ghosts


def test_only_a_ghost_that_is_told_otherwise_is_painted_anew(model, source, haunted, qtbot):
    with qtbot.assertNotEmitted(model.dataChanged):
        model.refresh()
    source.recalls = [replace(GHOST, headline="Another name")]
    with qtbot.waitSignal(model.dataChanged) as told:
        model.on_changed(ChangeSet("Rename", posts=frozenset({GHOST.card.id})))
    assert told.args[0] == model.index(2, 0)


def test_what_is_on_the_list_but_seen_on_its_card_is_no_ghost(model, source):
    held = replace(GHOST, causes=(Cause(Why.HELD, "Fire"),))
    elsewhere = replace(GHOST, local=on(MONDAY + timedelta(days=60)))
    source.recalls = [held, elsewhere]
    model.on_changed(ChangeSet("Hold", posts=frozenset({GHOST.card.id})))
    assert not model.lanes.ghosts


def test_a_change_that_names_no_post_leaves_the_ghosts_alone(model, source, haunted):
    source.recalls = []
    model.on_changed(ChangeSet("Nothing", cells=frozenset({(GERMANY.id, MONDAY)})))
    assert model.ghost(haunted) is GHOST


@pytest.mark.in_english
def test_a_time_without_anybody_on_duty_is_told_to_eye_ear_and_pointer(model):
    index = next(
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.card(model.index(row, column)) is None
    )
    market, day = model.place(index)
    model.show_days(DayKnowledge(gaps={(market, day): "Nobody 18:00–20:00"}))
    assert model.duty_gap(market, day) == "Nobody 18:00–20:00"
    assert "Nobody 18:00–20:00" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Nobody 18:00–20:00" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert model.markets_with_gaps(day) == [model.market_at(index).name]


def test_what_was_arranged_ahead_is_not_arranged_again(model, monkeypatch):
    after = Period(TWO_WEEKS.first + timedelta(days=14), 2)
    posts = PeriodPosts.of(after, [card(9, FRANCE, local=on(after.first))])
    here, ahead = model.posts, model.arrange_ahead(posts)
    monkeypatch.setattr(Lanes, "stacked", None)  # nobody may ask for it
    model.show_period(after, MARKETS, posts)
    assert model.lanes is ahead
    model.show_period(TWO_WEEKS, MARKETS, here)
    assert set(model.shown_cards()) == {FIRST, SECOND, FRENCH}


@pytest.mark.parametrize("change", ["filter", "markets", "folding", "posts"])
def test_what_was_arranged_ahead_does_not_stand_for_anything_else(model, change):
    after = Period(TWO_WEEKS.first + timedelta(days=14), 2)
    posts = PeriodPosts.of(
        after, [card(number, FRANCE, local=on(after.first)) for number in (8, 9)]
    )
    ahead = model.arrange_ahead(posts)
    match change:
        case "filter":
            model.set_keeps(lambda one: one.id != card(9, FRANCE).id)
        case "markets":
            model.show_markets((FRANCE,))
        case "folding":
            model.set_folding(Folding(markets=frozenset({FRANCE.id})))
        case _:
            posts = PeriodPosts.of(after, [card(8, FRANCE, local=on(after.first))])
    model.show_period(after, model.markets, posts)
    assert model.lanes is not ahead
    fresh = CalendarModel(KeptCards(list(posts.cards)), after)
    fresh.set_keeps(model._keeps)  # noqa: SLF001 - the same filter
    fresh.set_folding(model.folding)
    fresh.show_period(after, model.markets)
    assert model.lanes == fresh.lanes
