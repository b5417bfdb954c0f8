from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.change import ChangeSet
from app.domain.flag import Severity
from tests.builders.ui import MONDAY, card, on, recall
from tests.ui.direct import DirectJobs
from tests.ui.recall.test_recall_watch import Listed
from ui.recall import recall_bar
from ui.recall.recall_bar import RecallBar
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
FIRST = recall(card(1), on(MONDAY, 9))
DUE = FIRST.hand_over.instant


class Clock:
    def __init__(self) -> None:
        self.now = DUE - timedelta(days=9)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def bar(qtbot, clock):
    made = RecallBar(Listed(FIRST), DirectJobs(), LIGHT, clock=clock)
    qtbot.addWidget(made)
    made.counts = []
    made.counted.connect(made.counts.append)
    return made


def ground(bar):
    bar.resize(900, 40)
    return bar.grab().toImage().pixelColor(400, 2)


def test_it_is_hidden_until_something_must_come_out(bar):
    assert bar.isHidden()
    bar.start()
    assert not bar.isHidden()
    assert bar.counts == [1]
    assert bar.found == (FIRST,)
    assert bar.accessibleName() == bar.findChild(object, "recall_words").text() != ""


def test_it_leads_to_the_list(bar, qtbot):
    bar.start()
    with qtbot.waitSignal(bar.list_asked):
        qtbot.mouseClick(bar.findChild(object, "recall_open"), LEFT)


def test_what_goes_out_soon_is_said_in_the_colours_of_a_stop(bar, clock):
    bar.start()
    assert ground(bar) == LIGHT.severity(Severity.CAUTION).background
    clock.now = DUE - timedelta(hours=30)
    bar.start()
    assert ground(bar) == LIGHT.severity(Severity.STOP).background
    bar.set_theme(DARK)
    assert ground(bar) == DARK.severity(Severity.STOP).background
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = bar.grab().toImage()
    assert image.pixelColor(image.width() - 2, 9) == DARK.severity(Severity.STOP).stripe


def test_it_goes_when_the_list_is_empty(bar, qtbot):
    bar.start()
    bar._watch._reader.found = ()  # noqa: SLF001
    bar.on_changed(ChangeSet("Taken out", posts=frozenset({FIRST.card.id})))
    qtbot.waitUntil(bar.isHidden)
    assert bar.counts == [1, 0]


def test_the_window_paints_changes_before_the_list_is_read_once_for_all_of_them(bar, qtbot):
    bar.start()
    reader = bar._watch._reader  # noqa: SLF001
    for post in ("one", "two"):
        bar.on_changed(ChangeSet("Move", posts=frozenset({post})))
    assert (bar.is_about_to_read, reader.asked) == (True, [None])
    qtbot.waitUntil(lambda: not bar.is_about_to_read)
    assert reader.asked == [None, {"one", "two"}]


def test_what_has_gone_out_is_told_once(bar, clock, qtbot):
    bar.start()
    with qtbot.assertNotEmitted(bar.passed):
        bar.look_at_the_clock()
    clock.now = DUE
    with qtbot.waitSignal(bar.passed):
        bar.look_at_the_clock()
    assert bar.isHidden()
    with qtbot.assertNotEmitted(bar.passed):
        bar.look_at_the_clock()


def test_without_a_clock_of_its_own_it_looks_at_that_of_the_computer():
    assert recall_bar.now_utc().utcoffset() == timedelta(0)
