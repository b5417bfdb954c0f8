import pytest
from PySide6.QtCore import Qt

from tests.builders.ui import KeptCards, card
from ui.theme import DARK, LIGHT
from ui.tray import tray_view
from ui.tray.tray_model import TrayModel
from ui.tray.tray_view import TrayView

CARDS = [card(number, local=None) for number in range(3)]


@pytest.fixture
def view(qtbot):
    model = TrayModel(KeptCards(list(CARDS)))
    made = TrayView(model, LIGHT)
    model.setParent(made)
    model.refresh()
    made.resize(260, 500)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_opens_a_post(view, qtbot, key):
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(view.post_opened) as told:
        qtbot.keyClick(view, key)
    assert told.args == [CARDS[1].id]


def test_a_double_click_opens_a_post(view, qtbot):
    place = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(view.post_opened) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [CARDS[2].id]


def test_space_opens_the_review(view, qtbot):
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(view.review_requested) as told:
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert told.args == [CARDS[0].id]


def test_many_can_be_selected_from_top_to_bottom(view, qtbot):
    view.selectAll()
    assert view.selected_cards() == tuple(CARDS)


def test_arrows_go_from_post_to_post_and_letters_nowhere(view, qtbot):
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClicks(view, "treat")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1


@pytest.mark.left_to_right
def test_its_cards_are_those_of_the_grid(view):
    place = view.visualRect(view.model().index(0, 0))
    picture = view.viewport().grab().toImage()
    stripe = LIGHT.severity(None).stripe
    assert picture.pixelColor(place.left() + 5, place.center().y()) == stripe
    view.set_theme(DARK)
    picture = view.viewport().grab().toImage()
    assert picture.pixelColor(place.left() + 5, place.center().y()) == DARK.severity(None).stripe


def test_from_right_to_left_the_stripe_changes_sides(view):
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    place = view.visualRect(view.model().index(0, 0))
    picture = view.viewport().grab().toImage()
    stripe = LIGHT.severity(None).stripe
    assert picture.pixelColor(place.right() - 5, place.center().y()) == stripe


@pytest.mark.parametrize(
    ("is_taken", "ends"), [(False, ["lifted", "given up"]), (True, ["lifted"])]
)
def test_it_tells_that_a_drag_begins_and_that_nothing_took_it(view, monkeypatch, is_taken, ends):
    told = []
    view.lifted.connect(lambda: told.append("lifted"))
    view.given_up.connect(lambda: told.append("given up"))
    monkeypatch.setattr(tray_view, "lift", lambda *_what, **_how: is_taken)
    view.setCurrentIndex(view.model().index(1, 0))
    view.startDrag(Qt.DropAction.MoveAction)
    assert told == ends
