from ui.exchange.note_list import MOST_IN_VIEW, NoteList


def notes_of(qtbot, *notes):
    made = NoteList()
    qtbot.addWidget(made)
    made.show_notes(notes)
    return made


def test_without_notes_it_takes_no_room(qtbot):
    assert notes_of(qtbot).isHidden()


def test_notes_are_in_view(qtbot):
    made = notes_of(qtbot, "Day first.", "Status became a note.")
    assert made.isVisible()
    assert [made.item(row).text() for row in range(2)] == ["Day first.", "Status became a note."]


def test_many_notes_scroll_instead_of_pushing_the_rest_away(qtbot):
    few = notes_of(qtbot, *["note"] * MOST_IN_VIEW)
    many = notes_of(qtbot, *["note"] * 40)
    assert many.height() == few.height()
    assert many.count() == 40


def test_fewer_notes_later_take_less_room(qtbot):
    made = notes_of(qtbot, "one", "two", "three")
    before = made.height()
    made.show_notes(["one"])
    assert made.height() < before
