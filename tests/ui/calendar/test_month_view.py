from datetime import timedelta

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent

from tests.builders.month import NINTH, POST, TENTH
from tests.builders.ui import GERMANY, card, on
from ui.cards.dragging import Drop, mime_of

BUSY = [card(number, GERMANY, local=on(TENTH, 8 + number)) for number in range(2, 16)]


def test_weeks_share_the_height_that_is_left_to_the_last_pixel(month):
    header = month.verticalHeader()
    assert header.length() == month.viewport().height()
    month.resize(1200, 1000)
    assert header.length() == month.viewport().height()


def test_a_full_week_grows_and_nothing_is_left_out(month):
    model = month.model()
    model._source.kept = [POST, *BUSY]  # noqa: SLF001 - what others have planned
    model.refresh()
    assert len(model.shown_cards()) == 15
    assert month.verticalHeader().length() > month.viewport().height()
    assert all(month.choice.choose_post(one.id) for one in BUSY)


def test_a_drop_lands_on_the_day_below_the_pointer(month, qtbot):
    goal = NINTH + timedelta(days=9)
    at = QPointF(month.visualRect(month.model().index_at(GERMANY.id, goal)).center())
    carried = mime_of([POST])
    drop = QDropEvent(
        at,
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(month.model().dropped) as told:
        month.dropEvent(drop)
    assert told.args == [Drop((POST.id,), GERMANY.id, goal)]
