from PySide6.QtWidgets import QLabel

from ui.widgets.section import Section


def test_a_section_shows_its_title_above_what_belongs_to_it(qtbot):
    section = Section("Flags", "section_flags")
    qtbot.addWidget(section)
    section.add(QLabel("inside"))
    section.show()
    title, inside = section.findChildren(QLabel)
    assert title.y() < inside.y()
    section.set_title("Flags of the saved version")
    assert title.text() == section.accessibleName() == "Flags of the saved version"
