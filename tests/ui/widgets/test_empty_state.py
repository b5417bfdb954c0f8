from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.theme import DARK, LIGHT
from ui.widgets.empty_state import EmptyState
from ui.widgets.house_style import PRIMARY
from ui.widgets.labels import Label


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


def test_a_long_sentence_is_whole(qtbot):
    sentence = "A market is where your posts land: its country, languages and time zone. " * 3
    state = EmptyState("globe", "No markets yet", sentence, actions=[], theme=LIGHT)
    qtbot.addWidget(state)
    state.resize(1200, 800)
    state.show()
    label = next(label for label in state.findChildren(Label) if label.text() == sentence)
    assert label.height() >= label.heightForWidth(label.width())
    assert label.height() > 2 * label.fontMetrics().height()


def test_it_widens_no_narrow_place_and_its_sentence_goes_on_below(qtbot):
    sentence = "A market is where your posts land: its country, languages and time zone."
    state = EmptyState("globe", "No markets yet", sentence, actions=[], theme=LIGHT)
    assert state.minimumSizeHint().width() < 200
    place = QWidget()
    qtbot.addWidget(place)
    state.setParent(place)
    place.show()
    state.resize(230, 400)
    state.layout().activate()
    label = next(label for label in state.findChildren(Label) if label.text() == sentence)
    assert state.rect().contains(label.geometry())
    assert label.height() > 2 * label.fontMetrics().height()
    state.resize(1200, 400)
    assert label.width() > 400


def test_where_it_is_low_the_picture_goes_and_the_words_stay(qtbot):
    sentence = "A market is where your posts land: its country, languages and time zone."
    state = EmptyState("globe", "No markets of your own yet", sentence, actions=[], theme=LIGHT)
    place = QWidget()
    qtbot.addWidget(place)
    state.setParent(place)
    place.show()
    state.resize(200, 400)
    picture, heading, said = state.findChildren(QLabel)
    assert picture.isVisible()
    state.resize(200, state.minimumSizeHint().height() + 60)
    state.layout().activate()
    assert not picture.isVisible()
    for words in (heading, said):
        assert state.rect().contains(words.geometry())
        assert words.height() >= words.heightForWidth(words.width())
