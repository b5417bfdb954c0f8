from PySide6.QtWidgets import QLabel

from ui.review.waiting_words import WaitingWords


def test_what_comes_soon_is_not_announced_and_what_takes_longer_is(qtbot):
    page = WaitingWords("One moment.")
    qtbot.addWidget(page)
    label = page.findChild(QLabel)
    page.show()
    assert page.accessibleName() == "One moment."
    assert label.isHidden()
    qtbot.waitUntil(label.isVisible)
    page.hide()
