import pytest

pytestmark = pytest.mark.in_english


def test_a_post_alone_shows_no_siblings(writer):
    writer.show()
    assert not writer.part("section_siblings").isVisible()
    assert not writer.part("alike_line").isVisible()


def test_a_sibling_opens_with_a_click_and_what_was_typed_is_saved(writer, qtbot, idea):
    first, push, _french = idea
    writer.write(qtbot, "Neu: ")
    with qtbot.waitSignal(writer.panel.post_shown):
        writer.part("open_DE-0002").click()
    assert writer.panel.post_id == push
    assert writer.post(first).content.text.startswith("Neu: ")
