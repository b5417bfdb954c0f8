import pytest
from PySide6.QtCore import Qt

from ui.widgets.search_box import SearchBox


@pytest.fixture
def countries(qtbot):
    made = SearchBox()
    for name in ("Algeria", "Germany", "Nigeria"):
        made.addItem(name, name[:2])
    qtbot.addWidget(made)
    made.show()
    return made


def test_any_part_of_a_name_finds_it(countries):
    completer = countries.completer()
    completer.setCompletionPrefix("GERIA")
    found = [
        completer.completionModel().index(row, 0).data()
        for row in range(completer.completionCount())
    ]
    assert found == ["Algeria", "Nigeria"]


def test_names_that_begin_with_what_is_typed_are_offered_first(qtbot, countries):
    countries.addItem("South Georgia", "GS")
    assert typing(qtbot, countries, "ge") == ["Germany", "South Georgia", "Algeria", "Nigeria"]
    assert typing(qtbot, countries, "ni") == ["Nigeria"]


def test_what_is_chosen_from_the_offers_is_the_name_that_was_shown(qtbot, countries):
    typing(qtbot, countries, "ge")
    qtbot.keyClick(countries.completer().popup(), Qt.Key.Key_Down)
    qtbot.keyClick(countries.completer().popup(), Qt.Key.Key_Return)
    assert (countries.currentText(), countries.currentData()) == ("Germany", "Ge")


def test_what_only_one_name_contains_is_chosen_when_the_field_is_left(qtbot, countries):
    countries.setCurrentIndex(-1)
    with qtbot.waitSignal(countries.activated, check_params_cb=lambda row: row == 1):
        leave(qtbot, countries, "germ")
    assert (countries.currentText(), countries.currentData()) == ("Germany", "Ge")


@pytest.mark.parametrize("typed", ["geria", "Narnia", ""])
def test_what_several_names_contain_or_none_is_left_as_it_was_typed(qtbot, countries, typed):
    countries.setCurrentIndex(-1)
    leave(qtbot, countries, typed)
    assert (countries.currentText(), countries.currentIndex()) == (typed, -1)


def test_a_name_is_found_whatever_its_case(countries):
    assert countries.row_of(" germany ") == 1
    assert countries.row_of("Narnia") == -1


def test_what_is_typed_does_not_join_the_list(qtbot, countries):
    countries.line.clear()
    qtbot.keyClicks(countries.line, "Narnia\r")
    assert countries.count() == 3


def leave(qtbot, box, typed):
    typing(qtbot, box, typed)
    box.completer().popup().hide()
    box.line.editingFinished.emit()


def typing(qtbot, box, text):
    box.line.clear()
    qtbot.keyClicks(box.line, text)
    offers = box.completer().completionModel()
    return [offers.index(row, 0).data() for row in range(offers.rowCount())]
