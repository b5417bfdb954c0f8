import pytest

from app.commands.texts import network_name
from app.commands.views import Stage
from app.domain.flag import Severity
from ui.theme import DARK, LIGHT
from ui.widgets.chips import NetworkBadge, SeverityBadge, StageBadge


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda: SeverityBadge(LIGHT, Severity.STOP), "Stop"),
        (lambda: StageBadge(LIGHT, Stage.WAITING), "Waiting for review"),
        (lambda: NetworkBadge(LIGHT, "instagram"), "Instagram"),
    ],
)
def test_a_badge_says_its_word_to_eye_and_screen_reader(make, word, qtbot):
    badge = make()
    qtbot.addWidget(badge)
    assert badge.text == word
    assert badge.accessibleName() == word


def test_a_badge_has_room_for_its_word(qtbot):
    badge = StageBadge(LIGHT, Stage.DRAFT)
    qtbot.addWidget(badge)
    narrow = badge.sizeHint().width()
    badge.set_stage(Stage.WAITING)
    assert badge.sizeHint().width() > narrow


def test_a_badge_is_painted_in_the_colours_of_its_theme(qtbot):
    badge = SeverityBadge(LIGHT, Severity.STOP)
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    badge.show()
    qtbot.waitExposed(badge)
    middle = (badge.width() // 2, 2)
    assert badge.grab().toImage().pixelColor(*middle) == LIGHT.severity(Severity.STOP).background
    badge.set_theme(DARK)
    assert badge.grab().toImage().pixelColor(*middle) == DARK.severity(Severity.STOP).background


@pytest.mark.in_english
def test_other_values_are_shown_at_once(qtbot):
    severity = SeverityBadge(LIGHT, Severity.NOTE)
    network = NetworkBadge(LIGHT, "x")
    stage = StageBadge(LIGHT, Stage.DRAFT)
    for badge in (severity, network, stage):
        qtbot.addWidget(badge)
        badge.set_theme(DARK)
    severity.set_severity(Severity.BLOCKED)
    network.set_network("push")
    stage.set_stage(Stage.APPROVED)
    assert [severity.text, network.text, stage.text] == [
        "Blocked",
        network_name("push"),
        "Approved",
    ]
