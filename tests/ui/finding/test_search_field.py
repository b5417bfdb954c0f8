import pytest
from PySide6.QtCore import Qt

from ui.finding.search_field import SearchField
from ui.theme import LIGHT


@pytest.fixture
def field(qtbot):
    made = SearchField(LIGHT)
    qtbot.addWidget(made)
    return made


def test_what_is_typed_is_searched_and_return_filters_by_it(field, qtbot):
    with qtbot.waitSignal(field.typed) as typed:
        qtbot.keyClick(field, Qt.Key.Key_A)
    assert typed.args == ["a"]
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert entered.args == ["a"]


def test_the_glass_leads_either_way_round(field):
    margin = field.textMargins().left()
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert field.textMargins().right() >= margin or field.textMargins().left() >= margin
    assert field.textMargins().right() != field.textMargins().left()
    assert not field.grab().isNull()


def test_an_emptied_field_wants_no_words_any_more(field, qtbot):
    field.setText("sale")
    with qtbot.waitSignal(field.emptied):
        field.clear()


def test_down_goes_to_what_was_found_and_escape_leaves(field, qtbot):
    with qtbot.waitSignal(field.list_asked):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_the_words_of_the_filter_stand_in_it_but_never_over_what_is_being_typed(field):
    field.setText("half a wo")
    field.show_filter("")
    assert field.text() == "half a wo"
    field.show_filter("Sale")
    assert field.text() == "Sale"
    field.show_filter("")
    assert field.text() == ""


def test_it_is_as_narrow_as_others_need_it(field):
    wide = field.minimumWidth()
    field.narrow()
    narrow = field.minimumWidth()
    assert narrow < wide
    field.give_way()
    assert field.minimumWidth() < narrow
    field.widen()
    assert field.minimumWidth() == field.maximumWidth() == wide
