from datetime import timedelta
from functools import partial

import pytest

from app.commands.posts import edit_post
from tests.builders import calendars
from tests.builders.calendars import POGROM_DAY, QUIET_DAY
from tests.ui.screen_desk import screen_desk
from ui.plan.plan_view import ViewKind


@pytest.fixture
def desk(tmp_path, qtbot):
    yield from screen_desk(tmp_path, qtbot)


def test_f8_walks_through_the_flagged_posts_of_all_periods(desk, qtbot):
    sells = {"text": "Heute feiern wir: Rabatt auf alles!"}
    post = desk.new_post(day=POGROM_DAY + timedelta(days=366))
    edit = partial(edit_post, post_id=post, base_revision=1, changes=sells)
    desk.operations.run(edit)
    desk.screen.go_to(QUIET_DAY)
    desk.screen.flagged.go(1)
    assert desk.screen.view.choice.current_post() == post
    with qtbot.waitSignal(desk.screen.flagged.ended) as ended:
        desk.screen.flagged.go(1)
    assert ended.args == [1]
    desk.screen.go_to(QUIET_DAY)
    desk.screen.flagged.begin_anew(-1)
    assert desk.screen.view.choice.current_post() == post


def test_in_a_view_of_one_market_f8_stays_in_it_and_in_two_days_within_them(desk, qtbot):
    post = desk.new_post(calendars.FR_INSTAGRAM, day=POGROM_DAY)
    edit = partial(edit_post, post_id=post, base_revision=1, changes={"text": "[TODO]"})
    desk.operations.run(edit)
    for kind in (ViewKind.MONTH, ViewKind.LEAVING):
        desk.screen.show_view(kind)
        with qtbot.waitSignal(desk.screen.flagged.ended):
            desk.screen.flagged.go(-1)
