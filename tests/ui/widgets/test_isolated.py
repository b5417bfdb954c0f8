from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from ui.widgets.isolated import isolated


def place_of(letter: str, words: str) -> float:
    layout = QTextLayout(words, QFont())
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return float(line.cursorToX(words.index(letter))[0])


def test_a_number_at_the_beginning_stays_before_its_words(qapp):
    assert place_of("3", "13 November") > place_of("N", "13 November")
    assert place_of("3", isolated("13 November")) < place_of("N", isolated("13 November"))
