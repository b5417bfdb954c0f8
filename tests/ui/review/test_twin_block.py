import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from app.commands.posts import edit_post, mark_ready
from app.commands.views import Stage
from tests.builders.calendars import (
    DE_PUSH,
    FR_INSTAGRAM,
    LENA,
    MARC,
    QUIET_DAY,
    act_as,
    only,
    ready_post,
)
from tests.builders.moves import adapt_posts
from ui.review.reading_desk import ReadingDesk
from ui.review.twin_block import TwinBlock

LEFT = Qt.MouseButton.LeftButton


def sibling(session, post_id, channel=DE_PUSH):
    made = only(adapt_posts(session, post_ids=[post_id], to=channel, to_day=QUIET_DAY))
    edit_post(session, post_id=made, base_revision=1, changes={"language": "de"})
    mark_ready(session, post_ids=[made])
    return made


@pytest.fixture
def post_id(desk):
    return ready_post(desk.session, channel=FR_INSTAGRAM, language="de")


@pytest.fixture
def twin_id(desk, post_id):
    return sibling(desk.session, post_id)


def sit_down(desk, post_id):
    desk.sit_down(MARC)
    desk.screen.open_queue()
    desk.screen.show_post(post_id)


def block(desk):
    return desk.screen.findChild(ReadingDesk).findChild(TwinBlock)


def read_all(desk, qtbot):
    for _press in range(60):
        qtbot.wait(40)
        if not any("not yet seen" in bar.to_do for bar in (desk.bar, block(desk).bar)):
            break
        qtbot.keyClick(desk.screen, Qt.Key.Key_Space)
    for box in desk.screen.findChildren(QCheckBox):
        if box.objectName().startswith("tick_") and box.isVisible():
            box.setChecked(True)


def tick(bar):
    bar.box.click()


def test_a_twin_stands_below_the_words_with_its_own_place_flags_and_box(desk, post_id, twin_id):
    sit_down(desk, post_id)
    twin = block(desk)
    view = desk.reader.post(twin_id)
    assert twin.view.post.id == twin_id
    assert [row.flag.key for row in twin.answers.rows] == [flag.key for flag in view.flags]
    assert view.card.name in twin.bar.box.text()


@pytest.mark.in_english
def test_its_box_stays_shut_until_the_words_and_all_of_its_own_were_on_screen_at_600_by_400(
    desk, post_id, twin_id, qtbot
):
    sit_down(desk, post_id)
    desk.screen.resize(600, 400)
    qtbot.wait(60)
    assert not block(desk).bar.box.isEnabled()
    tick(block(desk).bar)
    assert desk.stage(twin_id) == Stage.WAITING
    area = desk.screen.findChild(QWidget, "review_area")
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.wait(60)
    assert not block(desk).bar.box.isEnabled()  # its own end alone is not the words above
    area.verticalScrollBar().setValue(0)
    read_all(desk, qtbot)
    assert block(desk).bar.box.isEnabled()


@pytest.mark.in_english
def test_each_is_ticked_by_its_own_box_and_no_other(desk, post_id, twin_id, qtbot):
    sit_down(desk, post_id)
    read_all(desk, qtbot)
    tick(block(desk).bar)
    assert desk.stage(twin_id) == Stage.APPROVED
    assert desk.stage(post_id) == Stage.WAITING
    assert block(desk).bar.to_do.startswith("Approved by Marc Fournier")
    (decision,) = desk.reader.post(twin_id).decisions
    assert decision.shown[0] == "text"
    assert set(decision.shown[1:]) == {flag.sight for flag in desk.reader.post(twin_id).flags}


@pytest.mark.in_english
def test_after_the_post_its_twins_are_decided_before_the_next_one(desk, post_id, twin_id, qtbot):
    following = ready_post_of_lena(desk)
    sit_down(desk, post_id)
    read_all(desk, qtbot)
    tick(desk.bar)
    shown = desk.screen.findChild(ReadingDesk)
    assert desk.stage(post_id) == Stage.APPROVED
    assert shown.view.post.id == post_id
    assert block(desk).bar.box.isEnabled()  # what was read stays read
    tick(block(desk).bar)
    assert desk.stage(twin_id) == Stage.APPROVED
    assert shown.view.post.id == following


def ready_post_of_lena(desk):
    act_as(desk.session, LENA)
    return ready_post(desk.session, "Ein ganz anderes Brot liegt bereit.", channel=DE_PUSH)


@pytest.mark.in_english
def test_a_twin_that_was_changed_meanwhile_is_refused_at_its_own_box(desk, post_id, twin_id, qtbot):
    sit_down(desk, post_id)
    read_all(desk, qtbot)
    act_as(desk.session, LENA)
    base = desk.reader.post(twin_id).post.revision
    edit_post(desk.session, post_id=twin_id, base_revision=base, changes={"title": "Neu"})
    act_as(desk.session, MARC)
    tick(block(desk).bar)
    assert desk.stage(twin_id) == Stage.WAITING
    assert "was changed while you read it" in named_text(desk)
    assert not block(desk).bar.box.isChecked()


def named_text(desk):
    return desk.screen.findChild(QWidget, "message_bar").text


def test_own_work_among_twins_has_no_open_box(desk, post_id, qtbot):
    act_as(desk.session, MARC)
    own = sibling(desk.session, post_id)
    act_as(desk.session, LENA)
    sit_down(desk, post_id)
    read_all(desk, qtbot)
    assert block(desk).view.post.id == own
    assert not block(desk).is_open
    assert not block(desk).bar.box.isEnabled()
