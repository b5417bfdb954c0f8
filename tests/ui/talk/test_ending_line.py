from dataclasses import replace

from PySide6.QtWidgets import QPushButton

from tests.builders import ui_b
from ui.talk.ending_line import EndingLine
from ui.theme import DARK, LIGHT

WHY = "The approval by Marc Fournier ended: Changed text, by Lena Brandt."


def test_it_tells_why_and_leads_to_what_changed(qtbot):
    line = EndingLine(LIGHT)
    qtbot.addWidget(line)
    show = line.findChild(QPushButton, "show_difference")
    line.show_post(ui_b.a_view())
    assert line.isHidden()
    line.show_post(replace(ui_b.a_view(), ended=WHY))
    assert (line.words, line.accessibleName()) == (WHY, WHY)
    assert not line.isHidden()
    assert show.isHidden()  # nothing of it was changed
    line.show_post(replace(ui_b.a_view(), ended=WHY, approved_version=ui_b.a_post("Früher")))
    assert not show.isHidden()
    line.set_theme(DARK)
    assert not line.grab().isNull()
    with qtbot.waitSignal(line.difference_wanted):
        show.click()
    line.show_post(None)
    assert line.isHidden()
