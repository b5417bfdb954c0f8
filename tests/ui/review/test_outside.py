"""Pictures opened by the computer's own program."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from app.commands.views import Picture
from ui.review.outside import Outside


@pytest.mark.parametrize("has_program", [True, False])
def test_a_picture_lies_in_a_file_of_its_kind_while_it_is_looked_at(has_program, monkeypatch):
    opened = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or has_program
    )
    outside = Outside()
    picture = Picture("", "abc", "", "loaf.tiff", "image/tiff")
    assert outside.open(picture, b"loaf") is has_program
    assert outside.open(picture, b"loaf") is has_program
    assert Path(opened[0]).name == "abc.tiff"
    assert Path(opened[0]).read_bytes() == b"loaf"
