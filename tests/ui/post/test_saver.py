from datetime import date, datetime

import pytest
from PySide6.QtCore import QObject

from app.domain.market import PublishingHours
from app.errors import RefusedError
from tests.builders import ui_b
from ui.post.saver import Saver, blank_post
from ui.post.writing import Writing


class SlowOperations(QObject):
    """Keeps commands until the test lets them go."""

    def __init__(self):
        super().__init__()
        self.waiting = []
        self.me = None

    def run(self, command, *, refused=None, done=None):
        self.waiting.append((command, refused, done))

    def let_go(self):
        _command, _refused, done = self.waiting.pop(0)
        done(None)

    def say_no(self, sentence):
        _command, refused, _done = self.waiting.pop(0)
        refused(sentence)


@pytest.fixture
def operations():
    return SlowOperations()


@pytest.fixture
def saver(operations):
    post = ui_b.a_post("Brot")
    made = Saver(operations, lambda: made.form, lambda: None, operations)
    made.form = {"text": "Brot"}
    made.writing = Writing(post, ui_b.a_view(post))
    return made


def test_without_changes_it_goes_on_at_once(saver, operations):
    went = []
    saver.settle(lambda: went.append("on"))
    assert went == ["on"]
    assert operations.waiting == []


def test_with_changes_it_goes_on_only_after_they_are_saved(saver, operations):
    went = []
    saver.form = {"text": "Brezel"}
    saver.settle(lambda: went.append("on"))
    assert saver.is_saving
    assert went == []
    operations.let_go()
    assert went == ["on"]


def test_of_several_wishes_meanwhile_the_last_one_counts(saver, operations):
    went = []
    saver.form = {"text": "Brezel"}
    saver.settle(lambda: went.append("first"))
    saver.settle(lambda: went.append("second"))
    operations.let_go()
    assert went == ["second"]


def test_what_is_typed_while_it_saves_stays_unsaved_until_it_is_asked_for(saver, operations):
    saver.form = {"text": "Brezel"}
    saver.settle()
    saver.form = {"text": "Brezel und mehr"}
    operations.let_go()
    assert operations.waiting == []
    assert saver.changes() == {"text": "Brezel und mehr"}


def test_a_refusal_keeps_the_changes_and_stays(saver, operations, qtbot):
    went = []
    saver.form = {"text": "Brezel"}
    saver.settle(lambda: went.append("on"))
    with qtbot.waitSignal(saver.refused) as refused:
        operations.say_no(str(RefusedError("Choose who you are.")))
    assert refused.args == ["Choose who you are."]
    assert went == []
    assert saver.changes() == {"text": "Brezel"}


def test_a_clash_waits_for_a_person(saver, operations, qtbot):
    theirs = saver.writing.base.changed(revision=2, text="Brötchen")
    saver.form = {"text": "Brezel"}
    saver.writing.take_in(ui_b.a_view(theirs), saver.form)
    with qtbot.waitSignal(saver.clashed):
        saver.settle()
    assert operations.waiting == []


def test_a_blank_post_has_the_first_language_and_the_usual_hour():
    market = ui_b.GERMANY
    post = blank_post(market, ui_b.INSTAGRAM.id, date(2027, 11, 12))
    assert post.content.language == "de"
    assert post.content.local == datetime(2027, 11, 12, 10, 0)
    assert isinstance(market.hours, PublishingHours)
    assert blank_post(market, ui_b.INSTAGRAM.id, None).content.local is None


def test_a_new_post_stands_at_the_minute_where_it_was_asked_for():
    moment = datetime(2026, 11, 9, 11, 20)
    assert blank_post(ui_b.GERMANY, "x", moment).content.local == moment
    assert blank_post(ui_b.GERMANY, "x", moment.date()).content.local.date() == moment.date()
    assert blank_post(ui_b.GERMANY, "x", None).content.local is None
