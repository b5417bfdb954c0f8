"""A refusal is said where it belongs, and what follows is asked when it is decided."""

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.change import ChangeSet
from app.errors import RefusedError
from tests.builders import ui_b
from tests.ui.direct import DirectOperations
from ui.review import deciding as deciding_module
from ui.review.deciding import Deciding
from ui.review.decision_bar import No
from ui.review.given import GivenNo, GivenSuggestion


class Desk(QWidget):
    """Only what a reviewer says, and what is said to them."""

    approved = Signal(object)
    said_no = Signal(object)
    suggested = Signal(object)
    hashtags_seen = Signal(str)
    ids = frozenset({"p1"})

    def __init__(self):
        super().__init__()
        self.told = []

    def refuse(self, sentence, post_id):
        self.told.append(("refused", sentence, post_id))

    def tell(self, sentence):
        self.told.append(("told", sentence))


class Operations(DirectOperations):
    """Says to each command what the test wants."""

    problem = ""

    def run(self, command, *, refused=None, done=None):
        if self.problem:
            refused(self.problem)
        else:
            self.queue.remove("p1")
            done(ChangeSet("x"))


@pytest.fixture
def made(qtbot):
    desk, operations = Desk(), Operations(ui_b.MARC_PERSON)
    qtbot.addWidget(desk)
    operations.queue = ["p1", "p2"]
    deciding = Deciding(
        operations, desk, lambda post: operations.queue[operations.queue.index(post) + 1]
    )
    return desk, operations, deciding


def no(post_id="p1"):
    return GivenNo(post_id, "f", No.REFUSE, "Why")


def test_what_follows_is_known_though_the_queue_is_another_one_by_then(made, qtbot):
    desk, _operations, deciding = made
    with qtbot.waitSignal(deciding.decided) as told:
        desk.said_no.emit(no())
    assert told.args == ["p1", "p2"]


@pytest.mark.parametrize(
    ("say", "told"),
    [
        (lambda desk: desk.said_no.emit(no()), ("refused", "No.", "p1")),
        (lambda desk: desk.hashtags_seen.emit("p1"), ("refused", "No.", "p1")),
        (lambda desk: desk.hashtags_seen.emit("p9"), ("told", "No.")),
        (lambda desk: desk.suggested.emit(GivenSuggestion("p1", 2, {}, "")), ("told", "No.")),
    ],
)
def test_a_refusal_is_said_at_the_post_that_it_is_about(made, say, told):
    desk, operations, _deciding = made
    operations.problem = str(RefusedError("No."))
    say(desk)
    assert desk.told == [told]


def test_what_was_decided_is_told_to_who_does_not_see_it(made, monkeypatch):
    told = []
    monkeypatch.setattr(deciding_module, "announce", lambda _desk, words: told.append(words))
    desk, _operations, _deciding = made
    desk.said_no.emit(no())
    assert told == ["x"]
