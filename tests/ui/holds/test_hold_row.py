import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.commands.catch import Catch
from app.domain.flag import Severity
from tests.builders.domain import hold
from ui.holds.hold_row import HoldRow
from ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def row_of(qtbot):
    def make(why_not="", lift=lambda _hold, _reason: None, show=lambda _hold: None):
        row = HoldRow(
            hold(),
            target="Germany",
            who="Lena Brandt",
            why_not=why_not,
            theme=LIGHT,
            lift=lift,
            show=show,
        )
        qtbot.addWidget(row)
        row.resize(600, 60)
        row.show()
        return row

    return make


def test_it_says_what_is_stopped_why_by_whom_and_since_when(row_of):
    words = [label.text() for label in row_of().findChildren(QLabel)]
    assert "Hold: Germany" in words
    assert "Wait for news" in words
    assert "Placed by Lena Brandt, Mon 1 Nov, 12:00" in words


def test_it_says_how_much_it_stops_as_soon_as_that_is_counted(row_of):
    row = row_of()
    catches = row.findChild(QLabel, "hold_catches")
    assert not catches.isVisible()
    row.show_catch(Catch(14, queued=3, schedulers=("Buffer",)))
    assert catches.isVisible()
    assert catches.text() == "Stops 14 posts · 3 still queued in Buffer"
    assert catches.text() in row.accessibleName()


def test_its_posts_are_shown_on_a_click_also_to_who_may_not_lift_it(row_of, qtbot):
    shown = []
    row = row_of(why_not="A reviewer or owner lifts it.", show=shown.append)
    qtbot.mouseClick(row.list_button, LEFT)
    assert shown == [hold()]


def test_a_hold_is_lifted_only_with_written_words(row_of, qtbot):
    lifted = []
    row = row_of(lift=lambda hold_id, reason: lifted.append((hold_id, reason)))
    qtbot.mouseClick(row.open_button, LEFT)
    qtbot.waitUntil(row.reason.hasFocus)
    assert not row.confirm.isEnabled()
    qtbot.keyClicks(row.reason, "  ")
    qtbot.keyClick(row.reason, Qt.Key.Key_Return)
    assert lifted == []
    qtbot.keyClicks(row.reason, "News is out")
    qtbot.mouseClick(row.confirm, LEFT)
    assert lifted == [("h1", "News is out")]


def test_esc_leaves_the_hold_where_it_is(row_of, qtbot):
    row = row_of()
    qtbot.mouseClick(row.open_button, LEFT)
    qtbot.keyClick(row.reason, Qt.Key.Key_Escape)
    assert not row.is_asking
    assert row.open_button.isVisible()


def test_whoever_may_not_lift_it_reads_why(row_of):
    row = row_of(why_not="A reviewer or owner lifts it.")
    assert not row.open_button.isEnabled()
    assert row.open_button.toolTip() == "A reviewer or owner lifts it."
    assert "A reviewer or owner lifts it." in [x.text() for x in row.findChildren(QLabel)]


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_colour_stripe_icon_and_word_tell_a_hold(row_of, direction):
    row = row_of()
    row.setLayoutDirection(direction)
    row.set_theme(DARK)
    image = row.grab().toImage()
    x = 1 if direction is Qt.LayoutDirection.LeftToRight else image.width() - 2
    assert image.pixelColor(x, 10) == DARK.severity(Severity.STOP).stripe


def test_it_names_who_can_be_called_now_where_there_is_a_roster(row_of):
    row = row_of()
    calls = row.findChild(QLabel, "hold_on_duty")
    row.show_calls("")
    assert not calls.isVisible()
    row.show_calls("On duty now: Lena Brandt (Germany)")
    assert calls.isVisible()
    assert "Lena Brandt" in row.accessibleName()


def test_in_a_small_window_it_widens_nothing_and_all_of_it_is_read(row_of, qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    row = row_of(why_not="A reviewer or owner lifts it.")
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch(1)
    place.resize(600, 400)
    place.show()
    row.show_catch(Catch(268, queued=95, schedulers=("Buffer",)))
    labels = [one for one in row.findChildren(QLabel) if one.isVisible() and one.text()]
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in labels))
    assert row.minimumSizeHint().width() < 500
    assert place.width() == 600
    assert row.height() < 100
    lift, why = row.open_button, label_of(row, "A reviewer or owner lifts it.")
    assert not why.isVisible()
    assert lift.toolTip() == why.text()
    place.resize(1400, 400)
    qtbot.waitUntil(why.isVisible)
    assert row.height() < 60
    row.findChild(QLabel, "hold_headline").setText("Hold: United Kingdom, all of its channels")
    place.resize(row.minimumSizeHint().width(), 400)
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in labels))
    assert place.width() == row.minimumSizeHint().width()
    row.setParent(None)


def label_of(row, words):
    return next(one for one in row.findChildren(QLabel) if one.text() == words)
