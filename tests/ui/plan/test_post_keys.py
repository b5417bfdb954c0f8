import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.post import PostId
from ui.plan.post_keys import take_post_key

POST = PostId("p1")


class Rows(QObject):
    post_opened = Signal(object)
    review_requested = Signal(object)

    def __init__(self):
        super().__init__()
        self.done = []
        self.post_opened.connect(lambda post: self.done.append(("opened", post)))
        self.review_requested.connect(lambda post: self.done.append(("review", post)))

    def clearSelection(self):
        self.done.append("let go")


def pressed(key, post_id=POST):
    rows = Rows()
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    return take_post_key(rows, event, post_id), rows.done, event.isAccepted()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2])
def test_enter_and_f2_open_the_post(key):
    assert pressed(key) == (True, [("opened", POST)], True)


def test_space_has_it_reviewed():
    assert pressed(Qt.Key.Key_Space) == (True, [("review", POST)], True)


def test_escape_lets_go_and_goes_on():
    assert pressed(Qt.Key.Key_Escape) == (True, ["let go"], False)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_without_a_post_no_key_means_anything(key):
    assert pressed(key, None) == (False, [], True)


def test_other_keys_are_left_to_the_view():
    assert pressed(Qt.Key.Key_Down) == (False, [], True)
