import pytest

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


def test_a_name_is_found_whatever_its_case(countries):
    assert countries.row_of(" germany ") == 1
    assert countries.row_of("Narnia") == -1


def test_what_is_typed_does_not_join_the_list(qtbot, countries):
    countries.line.clear()
    qtbot.keyClicks(countries.line, "Narnia\r")
    assert countries.count() == 3
