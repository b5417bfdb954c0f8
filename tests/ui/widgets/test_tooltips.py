from PySide6.QtGui import QTextDocument

from ui.widgets.tooltips import tooltip_of


def test_markup_in_a_post_is_shown_and_not_obeyed(qapp):
    words = '<img src="x"> & <b>sale</b>\nsecond line'
    page = QTextDocument()
    page.setHtml(tooltip_of(words))
    assert page.toPlainText().split("\n") == words.split("\n")


def test_nothing_to_say_makes_no_tooltip():
    assert tooltip_of("") == ""
