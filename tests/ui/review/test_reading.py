import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.review.reading import ReadingWatch, WidgetSight, region_on_screen


@pytest.fixture
def tall(qtbot):
    """A scroll area of 200 pixels with two parts of 150 and 300 pixels."""
    area = QScrollArea()
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    area.parts = [QWidget(), QWidget()]
    for part, height in zip(area.parts, (150, 300), strict=True):
        part.setFixedHeight(height)
        column.addWidget(part)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    return area


def sights_of(area, **facts):
    return [WidgetSight(f"part:{number}", part, **facts) for number, part in enumerate(area.parts)]


def test_what_fits_on_the_screen_has_been_seen_at_once(tall):
    first, second = sights_of(tall)
    first.look()
    second.look()
    assert (first.unseen, second.unseen) == (0, 1)


def test_what_is_larger_than_the_screen_is_seen_in_parts(tall):
    _first, second = sights_of(tall)
    for position in (0, 150, tall.verticalScrollBar().maximum()):
        tall.verticalScrollBar().setValue(position)
        second.look()
    assert second.unseen == 0


def test_a_gap_between_two_looks_keeps_it_unseen(tall):
    _first, second = sights_of(tall)
    tall.parts[1].setFixedHeight(600)
    tall.widget().layout().activate()
    for position in (150, tall.verticalScrollBar().maximum()):
        tall.verticalScrollBar().setValue(position)
        second.look()
    assert second.unseen == 1
    widget, rest = second.rest()
    assert widget is tall.parts[1]
    assert rest.height() > 100


def test_at_another_size_a_half_seen_part_must_be_seen_anew(tall):
    _first, second = sights_of(tall)
    second.look()
    tall.parts[1].setFixedHeight(320)
    tall.widget().layout().activate()
    tall.verticalScrollBar().setValue(tall.verticalScrollBar().maximum())
    second.look()
    assert second.unseen == 1


def test_what_shows_nothing_yet_is_not_seen(tall):
    first, _second = sights_of(tall, is_there=lambda: False)
    first.look()
    assert first.unseen == 1
    first.take_as_seen()
    assert first.unseen == 0


def test_what_lies_on_top_hides_what_is_under_it(tall):
    cover = QWidget(tall.viewport())
    cover.setGeometry(0, 100, 300, 30)
    cover.show()
    covered = region_on_screen(tall.parts[0])
    assert not covered.contains(QPoint(10, 110))
    cover.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert QRegion(tall.parts[0].rect()).subtracted(region_on_screen(tall.parts[0])).isEmpty()


def test_the_watch_records_what_rests_on_screen(tall, qtbot):
    watch = ReadingWatch(tall)
    with qtbot.waitSignal(watch.seen_more):
        watch.watch(sights_of(tall))
    assert watch.seen == ("part:0",)
    assert [sight.name for sight in watch.unseen] == ["part:1"]
    tall.verticalScrollBar().setValue(150)
    qtbot.wait(60)
    tall.verticalScrollBar().setValue(tall.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: not watch.unseen)


def test_what_flies_past_is_not_read(tall, qtbot):
    watch = ReadingWatch(tall)
    watch.watch(sights_of(tall))
    qtbot.waitUntil(lambda: watch.seen == ("part:0",))
    for position in range(0, 250, 5):
        tall.verticalScrollBar().setValue(position)
    tall.verticalScrollBar().setValue(0)
    qtbot.wait(60)
    assert watch.seen == ("part:0",)


def test_a_window_that_is_put_away_shows_nothing(tall, qtbot):
    tall.showMinimized()
    watch = ReadingWatch(tall)
    watch.watch(sights_of(tall))
    qtbot.wait(60)
    assert watch.seen == ()


def test_a_hidden_page_shows_nothing_until_it_comes_back(tall, qtbot):
    tall.hide()
    watch = ReadingWatch(tall)
    watch.watch(sights_of(tall))
    qtbot.wait(60)
    assert watch.seen == ()
    tall.show()
    qtbot.waitUntil(lambda: watch.seen == ("part:0",))
