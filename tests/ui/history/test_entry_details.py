from ui.history.entry_details import EntryDetails
from ui.theme import LIGHT


def test_where_nothing_is_chosen_nothing_can_be_pressed(qtbot):
    details = EntryDetails(LIGHT)
    qtbot.addWidget(details)
    details.show()
    with qtbot.assertNotEmitted(details.post_asked):
        details._on_open()  # noqa: SLF001 - nobody sees the button
    assert not any(
        details.findChild(object, name).isVisible()
        for name in ("open_post_of_entry", "restore_version", "bring_back")
    )
