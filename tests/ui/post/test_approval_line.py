import pytest

from ui.post.approval_line import ApprovalLine
from ui.post.approval_words import Effect, Foretold
from ui.theme import DARK, LIGHT


@pytest.fixture
def line(qtbot):
    made = ApprovalLine(LIGHT)
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_while_there_is_nothing_to_say(line):
    line.tell(Foretold(Effect.ENDS, "Saving ends it."))
    assert line.isVisibleTo(None)
    line.tell(Foretold(Effect.NONE))
    assert line.isHidden()


def test_a_screen_reader_reads_what_the_eye_reads(line):
    line.tell(Foretold(Effect.KEEPS, "Saving keeps it."))
    line.set_theme(DARK)
    assert line.words == line.accessibleName() == "Saving keeps it."


def test_an_end_has_another_sign_and_another_ground(line):
    def looks():
        line.resize(300, 30)
        return line.grab().toImage()

    line.tell(Foretold(Effect.KEEPS, "Saved."))
    keeps = looks()
    line.tell(Foretold(Effect.ENDS, "Saved."))
    assert looks() != keeps
