import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.paper_ground import blank, paper
from ui.papers.page_preview import PagePreview
from ui.theme import DARK, LIGHT


@pytest.fixture
def preview(qtbot):
    made = PagePreview(LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    return made


def test_pages_are_turned_and_no_further_than_there_are(preview):
    earlier, later = (
        preview.findChild(QPushButton, name) for name in ("previous_page", "next_page")
    )
    preview.show_paper(paper(blank, blank), "")
    words = preview.findChild(QLabel, "page_count")
    first = words.text()
    assert not earlier.isEnabled()
    later.click()
    assert words.text() != first
    assert not later.isEnabled()
    earlier.click()
    assert words.text() == first


def test_without_a_paper_it_says_why(preview):
    preview.show_paper(None, "one moment")
    assert preview.findChild(QLabel, "page_count").text() == "one moment"
    assert not preview.findChild(QPushButton, "next_page").isEnabled()


def test_the_paper_stays_white_in_the_dark(preview):
    preview.show_paper(paper(blank), "")
    preview.set_theme(DARK)
    page = preview.page.grab().toImage()
    assert page.pixelColor(page.width() // 2, page.height() // 2).name() == "#ffffff"
    assert page.pixelColor(1, 1) == DARK.window
