from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel

from app.commands.post_filter import EVERYTHING, Facet
from app.commands.posts import edit_post
from app.commands.session import Session
from tests.builders import calendars
from tests.builders.calendars import GERMANY
from tests.ui.screen_desk import screen_desk
from ui.plan.plan_view import ViewKind


@pytest.fixture
def desk(tmp_path, qtbot):
    yield from screen_desk(tmp_path, qtbot)


def test_a_filter_hides_posts_and_rows_in_grid_and_tray_and_deletes_none(desk):
    german, french = desk.new_post(), desk.new_post(calendars.FR_INSTAGRAM)
    counts = []
    desk.screen.counted.connect(lambda *told: counts.append(told[0]))
    desk.screen.finder.set_filter(EVERYTHING.choosing(Facet.MARKET, [GERMANY]))
    assert desk.screen.grid.index_of(german).isValid()
    assert not desk.screen.grid.index_of(french).isValid()
    assert [market.id for market in desk.screen.grid.markets] == [GERMANY]
    desk.screen.finder.clear()
    assert desk.screen.grid.index_of(french).isValid()
    assert counts[-1] == 2


def test_what_comes_to_match_appears_and_what_ceases_to_goes(desk):
    post = desk.new_post()
    desk.screen.finder.set_filter(EVERYTHING.saying("roggenbrot"))
    assert desk.screen.grid.index_of(post).isValid()
    edit = partial(edit_post, post_id=post, base_revision=1, changes={"text": "Kuchen"})
    desk.operations.run(edit)
    assert not desk.screen.grid.index_of(post).isValid()
    hidden = desk.screen.finder.bar.findChild(QLabel, "filter_hidden")
    assert not hidden.isHidden(), "what was changed does not just go"
    desk.operations.run(Session.undo)
    assert desk.screen.grid.index_of(post).isValid()
    assert hidden.isHidden()


def test_a_post_that_a_filter_hides_is_shown_all_the_same_when_it_is_asked_for(desk, qtbot):
    post = desk.new_post()
    wanted = EVERYTHING.saying("nowhere")
    desk.screen.finder.set_filter(wanted)
    assert "nowhere" in desk.screen.finder.bar.nothing.text
    with qtbot.waitSignal(desk.screen.filtering.lifted) as lifted:
        desk.screen.go_to_post(post)
    assert lifted.args == [wanted]
    assert desk.screen.view.choice.current_post() == post


def test_a_saved_view_brings_back_filter_view_and_weeks(desk):
    wanted = EVERYTHING.saying("roggenbrot")
    desk.screen.set_weeks(4)
    desk.screen.finder.set_filter(wanted)
    kept = desk.screen.filtering._as_saved_view("Bread")  # noqa: SLF001 - what the button keeps
    desk.screen.finder.clear()
    desk.screen.set_weeks(1)
    desk.screen.show_view(ViewKind.MONTH)
    desk.screen.filtering.recall(kept)
    assert desk.screen.kind is ViewKind.GRID
    assert desk.screen.weeks == 4
    assert desk.screen.filter == wanted
    desk.screen.filtering.recall(replace(kept, kind="no such view", filter=EVERYTHING))
    assert desk.screen.filter.is_empty
