import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.builders.calendars import BREAD
from ui.post.versions_dialog import VersionsDialog

pytestmark = pytest.mark.in_english


def compare(writer) -> VersionsDialog:
    writer.part("side_by_side").click()
    return writer.part("versions_dialog")


def test_all_versions_stand_side_by_side_with_who_was_left_behind(writer, idea):
    writer.change(idea[0], text=f"Neu: {BREAD}")
    dialog = compare(writer)
    words = writer.texts(dialog)
    assert "3 versions of one idea" in words
    assert "Not updated since Lena Brandt changed DE-0001" in words
    assert "Du pain" in words
    assert dialog.findChild(QLabel, "difference").accessibleName().startswith("[removed: Neu")
    assert len(dialog.findChildren(QLabel, "difference")) == 1


def test_a_line_parts_the_columns_in_either_direction(writer, idea, qapp):
    dialog = compare(writer)
    leftwards = dialog.grab().toImage()
    dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert dialog.grab().toImage() != leftwards
