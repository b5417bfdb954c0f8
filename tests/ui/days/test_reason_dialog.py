import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from app.domain.market import MarketId
from app.domain.team_day import EVERY_MARKET
from ui.days.reason_dialog import ReasonDialog
from ui.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ask(qtbot):
    def asking(*markets):
        made = ReasonDialog(
            "Switch off", "It stays.", "Switch it off", LIGHT, markets=[(m, m) for m in markets]
        )
        qtbot.addWidget(made)
        made.open()
        return made

    return asking


def test_nothing_is_done_without_a_reason(ask, qtbot):
    dialog = ask()
    do = dialog.findChild(QPushButton, "reason_do")
    assert not do.isEnabled()
    assert do.toolTip() == "Write why first."
    qtbot.keyClicks(dialog.findChild(QLineEdit, "reason"), "  Not ours ")
    with qtbot.waitSignal(dialog.confirmed) as told:
        qtbot.mouseClick(do, LEFT)
    assert told.args == ["Not ours"]
    assert dialog.isVisible()


def test_one_market_is_meant_or_all_of_them(ask):
    assert ask().market == EVERY_MARKET
    assert ask(MarketId("DE")).market == "DE"
    several = ask(MarketId("DE"), MarketId("FR"))
    assert several.market == "DE"
    several.findChild(QComboBox, "reason_market").setCurrentIndex(2)
    assert several.market == EVERY_MARKET


def test_a_refusal_is_said_where_it_happened(ask):
    dialog = ask()
    dialog.show_refusal("Somebody else was faster.")
    assert dialog.findChild(QLabel, "message").text() == "Somebody else was faster."
