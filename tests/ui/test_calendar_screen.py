from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton

from app.commands.post_filter import EVERYTHING
from app.commands.posts import cancel_posts, create_post
from app.commands.reader import Reader
from app.domain.change import ChangeSet
from tests.builders import calendars
from tests.builders.calendars import (
    DE_PUSH,
    FRANCE,
    GERMANY,
    POGROM_DAY,
    QUIET_DAY,
)
from tests.ui.screen_desk import screen_desk
from ui.cards.dragging import Drop
from ui.plan.plan_view import Side, ViewKind
from ui.theme import DARK


@pytest.fixture
def desk(tmp_path, qtbot):
    yield from screen_desk(tmp_path, qtbot)


def test_it_shows_the_posts_of_its_period_and_counts_them(desk, qtbot):
    with qtbot.waitSignal(desk.screen.counted) as told:
        post = desk.new_post()
    assert told.args == [1, 0, 0]
    assert desk.screen.view.choice.choose_post(post)


def test_a_drop_moves_the_post_and_its_approval_is_gone_in_the_grid(desk, qtbot):
    post = desk.new_post()
    desk.screen.grid.dropped.emit(Drop((post,), GERMANY, POGROM_DAY))
    qtbot.waitUntil(lambda: desk.card(post).day == POGROM_DAY)
    desk.screen.go_to(POGROM_DAY)
    assert desk.screen.view.choice.choose_post(post)
    assert desk.screen.view.choice.current_place() == (GERMANY, POGROM_DAY)


def test_a_drop_into_the_tray_takes_the_date_off(desk, qtbot):
    post = desk.new_post()
    desk.screen.tray.tray.dropped.emit(Drop((post,), None, None))
    qtbot.waitUntil(lambda: desk.card(post).local is None)
    assert desk.screen.tray.tray.rowCount() == 1
    assert desk.screen.grid.lanes.places == {}


def test_a_drag_out_of_the_tray_that_is_given_up_leads_back_to_where_it_began(desk, qtbot):
    screen, post = desk.screen, desk.new_post()
    screen.go_to(QUIET_DAY)
    began = screen.span
    for _time in range(2):
        screen.tray.view.lifted.emit()
        screen.view.drag.pager.paged.emit(1)
        assert screen.span != began
        screen.tray.view.given_up.emit()
        assert screen.span == began
    screen.tray.view.lifted.emit()
    screen.view.drag.pager.paged.emit(1)
    there = screen.span
    screen.grid.dropped.emit(Drop((post,), GERMANY, there.first))
    screen.tray.view.given_up.emit()
    assert screen.span == there
    qtbot.waitUntil(lambda: desk.card(post).day == there.first)


def test_another_market_with_one_such_channel_gets_a_version_at_once(desk, qtbot):
    post = desk.new_post()
    desk.screen.grid.dropped.emit(Drop((post,), FRANCE, QUIET_DAY))
    qtbot.waitUntil(lambda: len(desk.screen.grid.lanes.cards) == 2)
    assert desk.card(post).market == GERMANY
    assert desk.dialogs("channel_dialog") == []


def test_another_market_without_such_a_channel_is_asked_about(desk, qtbot):
    post = desk.new_post(DE_PUSH)
    desk.screen.grid.dropped.emit(Drop((post,), FRANCE, QUIET_DAY))
    qtbot.waitUntil(lambda: bool(desk.dialogs("channel_dialog")))
    (dialog,) = desk.dialogs("channel_dialog")
    assert len(desk.screen.grid.lanes.cards) == 1
    dialog.findChild(QPushButton, "make_version").click()
    assert len(desk.screen.grid.lanes.cards) == 2


def test_details_are_asked_for_by_the_post_that_is_chosen(desk, qtbot):
    post = desk.new_post()
    with qtbot.waitSignal(desk.screen.post_chosen) as told:
        desk.screen.view.choice.choose_post(post)
    assert told.args == [post]
    with qtbot.waitSignal(desk.screen.post_opened) as told:
        desk.screen.open_chosen()
    assert told.args == [post]


def test_a_new_post_begins_where_the_focus_is(desk, qtbot):
    desk.screen.view.choice.choose_place(FRANCE, QUIET_DAY)
    with qtbot.waitSignal(desk.screen.new_post_requested) as told:
        desk.screen.new_post()
    assert told.args == [FRANCE, QUIET_DAY]


def test_from_the_tray_a_new_post_has_no_date(desk, qtbot):
    desk.new_post()
    desk.screen.tray.show()
    post = desk.new_post()
    desk.screen.deeds.carry_out(Drop((post,), None, None))
    desk.screen.tray.view.setFocus()
    qtbot.waitUntil(desk.screen.tray.view.hasFocus)
    with qtbot.waitSignal(desk.screen.new_post_requested) as told:
        desk.screen.new_post()
    assert told.args == [None, None]
    desk.screen.tray.view.selectAll()
    assert [card.id for card in desk.screen.chosen_cards()] == [post]


def test_periods_follow_each_other_and_today_leads_home(desk, qtbot):
    desk.screen.view.choice.choose_place(FRANCE, QUIET_DAY)
    first = desk.screen.period
    with qtbot.waitSignal(desk.screen.turned):
        desk.screen.go_later()
    assert desk.screen.period == first.next()
    assert desk.screen.view.choice.current_place()[0] == FRANCE
    desk.screen.go_earlier()
    desk.screen.go_earlier()
    assert desk.screen.period == first.previous()
    desk.screen.go_today()
    assert desk.screen.period.holds(QUIET_DAY)
    assert desk.screen.view.choice.current_place() == (FRANCE, QUIET_DAY)


def test_more_or_fewer_weeks_keep_the_current_day(desk):
    desk.screen.view.choice.choose_place(FRANCE, QUIET_DAY + timedelta(days=8))
    desk.screen.set_weeks(1)
    assert desk.screen.period.weeks == 1
    assert desk.screen.period.holds(QUIET_DAY + timedelta(days=8))
    desk.screen.set_weeks(4)
    assert len(desk.screen.period.days) == 28


def test_another_view_begins_where_the_person_stands(desk, qtbot):
    post = desk.new_post()
    desk.screen.view.choice.choose_post(post)
    with qtbot.waitSignal(desk.screen.turned):
        desk.screen.show_view(ViewKind.MONTH)
    month = desk.screen.present
    assert desk.screen.kind is ViewKind.MONTH
    assert month.current_post() == post
    qtbot.waitUntil(lambda: month.isAncestorOf(QApplication.focusWidget()))
    desk.screen.deeds.nudge(Side.DOWN)
    assert desk.card(post).day == QUIET_DAY + timedelta(days=7)
    assert month.current_post() == post
    desk.screen.show_view(ViewKind.GRID)
    assert desk.screen.view.choice.current_place() == (GERMANY, QUIET_DAY + timedelta(days=7))
    assert desk.screen.view.choice.current_post() == post


def test_more_weeks_are_shown_in_the_grid(desk):
    desk.screen.show_view(ViewKind.MONTH)
    desk.screen.set_weeks(4)
    assert desk.screen.kind is ViewKind.GRID
    assert desk.screen.weeks == 4


def test_a_filter_counts_in_every_view(desk):
    desk.new_post()
    desk.screen.finder.set_filter(EVERYTHING.saying("nowhere"))
    assert not desk.screen.grid.shown_cards()
    desk.screen.show_view(ViewKind.MONTH)
    assert not desk.screen.present.model.shown_cards()
    counts = []
    desk.screen.counted.connect(lambda *told: counts.append(told[0]))
    desk.screen.finder.clear()
    assert len(desk.screen.present.model.shown_cards()) == 1
    assert counts[-1] == 1


@pytest.mark.parametrize("kind", [kind for kind in ViewKind if kind is not ViewKind.LEAVING])
def test_every_view_tells_how_many_are_selected(desk, qtbot, kind):
    posts = [desk.new_post(), desk.new_post()]
    counts = []
    desk.screen.selected.connect(counts.append)
    desk.screen.view.choice.choose_post(posts[0])
    desk.screen.show_view(kind)
    qtbot.waitUntil(lambda: desk.screen.is_settled)
    for table in desk.screen.present.findChildren(QAbstractItemView):
        table.selectAll()
    assert counts[-1] == len(posts)
    desk.screen.present.select_nothing()
    assert counts[-1] == 0


def test_what_is_taken_back_is_chosen_or_can_be_shown(desk):
    here, away = desk.new_post(), desk.new_post(day=QUIET_DAY + timedelta(days=60))
    gone = desk.new_post()
    cancel_posts(desk.session, post_ids=[gone])
    desk.screen.refresh()
    assert desk.screen.find_again([here]) is None
    assert desk.screen.present.current_post() == here
    assert desk.screen.find_again([away]) == away
    assert desk.screen.find_again([]) is None
    assert desk.screen.find_again([gone]) is None, "it is cancelled: nowhere to be shown"


def test_what_the_days_mean_is_shown_when_it_is_known(desk, qtbot):
    desk.screen.go_to(POGROM_DAY)
    assert not desk.screen.weeks_view.has_looked_closer
    qtbot.waitUntil(lambda: desk.screen.weeks_view.has_looked_closer)
    names = [one.name for one in desk.screen.grid.observances(GERMANY, POGROM_DAY)]
    assert any("pogrom" in name.casefold() for name in names)


def test_who_pages_on_has_the_days_looked_up_only_where_they_stop(desk, qtbot, monkeypatch):
    qtbot.waitUntil(lambda: desk.screen.weeks_view.has_looked_closer)
    asked = []
    monkeypatch.setattr(Reader, "days", lambda _self, first, last: asked.append((first, last)))
    monkeypatch.setattr(desk.screen.grid, "show_days", lambda _days: None)
    for _page in range(3):
        desk.screen.go_later()
    qtbot.waitUntil(lambda: desk.screen.weeks_view.has_looked_closer)
    assert asked == [(desk.screen.period.first, desk.screen.period.last)]


@pytest.fixture
def asked(desk, qtbot, monkeypatch):
    """Collect which first days are read, once the next period has been read ahead."""
    qtbot.waitUntil(lambda: desk.screen.weeks_view.looks_ahead)
    collected = []
    plain = Reader.cards
    monkeypatch.setattr(
        Reader, "cards", lambda reader, *days: collected.append(days[0]) or plain(reader, *days)
    )
    return collected


def test_the_next_period_stands_ready_before_anybody_pages(desk, asked, qtbot):
    post = desk.new_post(day=QUIET_DAY + timedelta(days=14))
    qtbot.waitUntil(lambda: desk.screen.weeks_view.looks_ahead)
    asked.clear()
    desk.screen.go_later()
    assert asked == []
    assert desk.screen.view.choice.choose_post(post)


def test_what_was_changed_since_is_read_again_when_one_pages(desk, asked):
    post = desk.new_post(day=QUIET_DAY + timedelta(days=14))
    desk.screen.go_later()
    assert asked[-1] == desk.screen.period.first
    assert desk.screen.view.choice.choose_post(post)


def test_who_pages_back_finds_the_period_before_ready(desk, asked, qtbot):
    desk.screen.go_earlier()
    qtbot.waitUntil(lambda: desk.screen.weeks_view.looks_ahead)
    asked.clear()
    desk.screen.go_earlier()
    assert asked == []


def test_much_at_once_is_read_beside_the_window_and_then_shown(desk, asked):
    post = desk.new_post()
    asked.clear()
    desk.screen.on_changed(ChangeSet("Hold", everything=True))
    assert asked
    assert desk.screen.view.choice.choose_post(post)


def test_a_post_is_found_on_whatever_day_it_stands(desk):
    post = desk.new_post(day=QUIET_DAY + timedelta(days=60))
    assert not desk.screen.view.choice.choose_post(post)
    desk.screen.reveal(post)
    assert desk.screen.view.choice.current_card().id == post


def test_a_new_day_is_marked_as_today(desk):
    desk.screen.set_today(QUIET_DAY + timedelta(days=1))
    desk.screen.go_later()
    desk.screen.go_today()
    assert desk.screen.view.choice.current_place()[1] == QUIET_DAY + timedelta(days=1)


def test_it_takes_other_colours_and_markets(desk):
    desk.screen.set_theme(DARK)
    desk.screen.set_calendar(desk.reader.calendar())
    assert [market.id for market in desk.screen.grid.markets] == [GERMANY, FRANCE]


def test_missing_flags_are_worked_out_after_a_span_is_opened(desk, qtbot):
    post = desk.new_post(day=POGROM_DAY)
    with desk.session.engine.write():
        desk.session.engine.run("DELETE FROM flag_cache")
    assert not desk.card(post).is_assessed
    desk.screen.go_to(POGROM_DAY)
    qtbot.waitUntil(lambda: desk.screen.is_settled and desk.card(post).is_assessed)
    assert desk.card(post).is_assessed


# --- the filter -----------------------------------------------------------------------------------


def escape(desk, qtbot) -> None:
    qtbot.keyClick(desk.screen.view, Qt.Key.Key_Escape)


def test_escape_clears_the_filter_before_the_selection(desk, qtbot):
    desk.new_post()
    desk.screen.finder.set_filter(EVERYTHING.saying("roggenbrot"))
    desk.screen.view.selectAll()
    escape(desk, qtbot)
    assert desk.screen.filter.is_empty
    assert desk.screen.view.selectionModel().hasSelection()
    escape(desk, qtbot)
    assert not desk.screen.view.selectionModel().hasSelection()


def test_an_undated_post_leads_to_the_tray(desk, qtbot):
    changes = create_post(desk.session, channel_id=DE_PUSH, local=None, text="Later")
    desk.screen.refresh()
    desk.screen.tray_asked.connect(desk.screen.tray.show)
    with qtbot.waitSignal(desk.screen.tray_asked):
        desk.screen.go_to_post(calendars.only(changes))
    assert desk.screen.tray.view.current_post() == calendars.only(changes)
    desk.screen.finder.set_filter(EVERYTHING.saying("nowhere"))
    desk.screen.tray.findChild(QPushButton, "tray_show_all").click()
    assert desk.screen.filter.is_empty


def test_whoever_leaves_the_search_is_back_in_the_calendar(desk, qtbot):
    desk.screen.finder.focus_search()
    desk.screen.finder.left.emit()
    qtbot.waitUntil(desk.screen.view.hasFocus)
