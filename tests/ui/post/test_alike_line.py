import pytest

from ui.theme import DARK

pytestmark = pytest.mark.in_english


def test_siblings_that_say_the_same_are_told_of_while_one_types(writer, qtbot, idea):
    writer.write(qtbot, "x", "post_notes")
    assert not writer.part("alike_line").isVisible()
    writer.write(qtbot, "Neu: ")
    assert writer.part("alike_line").words == "1 sibling says the same: DE-0002"


def test_it_follows_the_theme_and_asks_for_the_change(qtbot, writer, idea):
    line = writer.part("alike_line")
    writer.write(qtbot, "Neu: ")
    light = line.grab().toImage()
    writer.panel.set_theme(DARK)
    assert line.grab().toImage() != light
    with qtbot.waitSignal(line.wanted):
        line.change.click()
