from PySide6.QtCore import Qt

from tests.builders.ui import FRANCE, GERMANY, JAPAN
from ui.widgets.market_choice import MarketChoice


def test_it_offers_markets_and_tells_which_one_is_taken(qtbot):
    choice = MarketChoice()
    qtbot.addWidget(choice)
    choice.set_markets([GERMANY, FRANCE])
    choice.choose(FRANCE.id)
    choice.choose(JAPAN.id)
    assert choice.market == FRANCE.id, "a market that is not offered cannot be chosen"
    choice.set_markets([JAPAN, FRANCE])
    assert choice.market == FRANCE.id
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert told.args == [JAPAN.id]


def test_its_tooltip_names_the_market_where_the_name_may_be_cut(qtbot):
    choice = MarketChoice()
    qtbot.addWidget(choice)
    choice.set_markets([GERMANY, FRANCE])
    choice.choose(FRANCE.id)
    assert FRANCE.name in choice.toolTip()
