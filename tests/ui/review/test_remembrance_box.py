import pytest
from PySide6.QtWidgets import QCheckBox, QLabel

from app.commands.views import Remembrance
from app.domain.flag import Severity
from tests.builders import ui_b
from ui.review.remembrance_box import RemembranceBox
from ui.theme import LIGHT

pytestmark = pytest.mark.in_english
SELLS = ui_b.a_flag(Severity.STOP, "remembrance.selling")


@pytest.fixture
def shown(qtbot):
    def show(remembrance, **facts):
        box = RemembranceBox(LIGHT, remembrance, **facts)
        qtbot.addWidget(box)
        return box

    return show


def words(box):
    return box.findChild(QLabel, "remembrance_says").text()


@pytest.mark.parametrize(
    ("flags", "said"),
    [((SELLS,), "each one needs your reason"), ((), "Nothing in it was found to sell")],
)
def test_it_says_what_follows_before_and_after_the_tick(shown, flags, said):
    box = shown(Remembrance(flags, 2))
    assert "a second person must say so too" in words(box)
    box.findChild(QCheckBox).click()
    assert box.is_marked
    assert said in words(box)
    assert box.findChild(QCheckBox).accessibleDescription() == words(box)


def test_where_a_post_cannot_be_a_remembrance_there_is_no_box(shown):
    assert shown(None).isHidden()
    assert not shown(Remembrance((), 2)).isHidden()


def test_it_says_why_it_is_shut(shown):
    box = shown(Remembrance((), 2), why_shut="You wrote it.")
    tick = box.findChild(QCheckBox)
    assert (tick.isEnabled(), tick.toolTip()) == (False, "You wrote it.")
