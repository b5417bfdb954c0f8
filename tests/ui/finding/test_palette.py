import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.finding.offers import Offer
from ui.finding.palette import Palette


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.given = []
    return made


@pytest.fixture
def palette(window):
    known = (
        Offer("Export", "File", lambda: window.given.append("export"), "Ctrl+E"),
        Offer("Undo", "Post", lambda: window.given.append("undo"), "Ctrl+Z", "Nothing to undo"),
    )

    def offers(typed: str) -> tuple[Offer, ...]:
        return tuple(one for one in known if typed.lower() in one.name.lower())

    made = Palette(offers, "Do anything", window)
    made.open_over(window)
    yield made
    made.close()


def rows(palette) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [palette.list.item(row).data(role) for row in range(palette.list.count())]


def test_commands_stand_with_their_keys_and_closed_ones_with_their_reason(palette):
    assert rows(palette) == ["Export, Ctrl+E, File", "Undo, Ctrl+Z, Nothing to undo"]
    assert not palette.grab().isNull()
    palette.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not palette.grab().isNull()


def test_return_gives_the_command_after_the_palette_has_closed(palette, window, qtbot):
    qtbot.keyClicks(palette.field, "exp")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isHidden()
    qtbot.waitUntil(lambda: window.given == ["export"])


def test_what_is_closed_stays_and_does_nothing(palette, window, qtbot):
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)  # round to the last
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert window.given == []


def test_a_click_gives_the_command(palette, window, qtbot):
    place = palette.list.visualItemRect(palette.list.item(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.given == ["export"])


def test_posts_come_below_and_the_chosen_row_stays(palette, window, qtbot):
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    palette.show_posts((Offer("Sale", "DE-0001", lambda: window.given.append("sale")),))
    assert rows(palette)[-1] == "Sale, DE-0001"
    assert palette.list.currentRow() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.given == ["sale"])


def test_words_of_a_post_are_never_markup(palette):
    palette.show_posts((Offer("<b>Sale</b>", "DE-0001", lambda: None),))
    assert "&lt;b&gt;Sale" in palette.list.item(palette.list.count() - 1).toolTip()


def test_a_number_and_return_lead_there_even_before_the_search_has_answered(palette, window, qtbot):
    qtbot.keyClicks(palette.field, "DE-0142")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.show_posts(())
    assert palette.isVisible()
    palette.show_posts((Offer("Sale", "DE-0142", lambda: window.given.append("sale")),))
    qtbot.waitUntil(lambda: window.given == ["sale"])


def test_words_that_fit_nothing_are_said_to(palette, qtbot):
    with qtbot.waitSignal(palette.typed) as typed:
        palette.field.setText("xyz")
    assert typed.args == ["xyz"]
    assert palette.list.isHidden()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        qtbot.keyClick(palette.field, key)
    assert palette.isHidden()
