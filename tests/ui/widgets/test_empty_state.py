from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from ui.theme import DARK, LIGHT
from ui.widgets.empty_state import EmptyState
from ui.widgets.house_style import PRIMARY


def test_an_empty_screen_says_why_and_offers_what_to_do(qtbot):
    done = []
    markets, sheet = QAction("Markets…"), QAction("Import…")
    markets.setObjectName("markets")
    sheet.setObjectName("sheet")
    markets.triggered.connect(lambda: done.append("markets"))
    state = EmptyState(
        "globe", "No markets yet", "Each one becomes a row.", actions=[markets, sheet], theme=LIGHT
    )
    qtbot.addWidget(state)
    first = state.findChild(QPushButton, "markets_button")
    assert first.property(PRIMARY)
    assert not state.findChild(QPushButton, "sheet_button").property(PRIMARY)
    first.click()
    assert done == ["markets"]
    state.set_theme(DARK)
