import pytest
from PySide6.QtWidgets import QLabel

from tests.builders.calendars import BREAD
from ui.post import versions_dialog
from ui.post.versions_dialog import VersionsDialog
from ui.theme import DARK

pytestmark = pytest.mark.in_english


def compare(writer) -> VersionsDialog:
    writer.part("side_by_side").click()
    return writer.part("versions_dialog")


def test_another_version_can_be_the_one_to_compare_with(writer, idea):
    writer.change(idea[0], text=f"Neu: {BREAD}")
    dialog = compare(writer)
    dialog.findChild(object, "against_DE-0002").click()
    assert dialog.findChild(object, "compared_with").text().startswith("Held against DE-0002")
    assert dialog.findChild(QLabel, "difference").accessibleName().startswith("[added: Neu")
    dialog.set_theme(DARK)
    assert dialog.findChild(object, "against_DE-0002").isChecked()


def test_a_version_opens_from_the_comparison(writer, idea):
    compare(writer).findChild(object, "version_FR-0001").click()
    assert writer.panel.post_id == idea[2]


def test_of_many_versions_the_first_are_made_and_the_rest_on_a_click(writer, idea, monkeypatch):
    monkeypatch.setattr(versions_dialog, "AT_FIRST", 2)
    dialog = compare(writer)
    assert dialog.findChild(object, "version_FR-0001") or dialog.findChild(
        object, "version_DE-0002"
    )
    before = len(dialog.findChildren(object, "against_FR-0001"))
    dialog.findChild(object, "all_versions").click()
    assert dialog.findChild(object, "against_FR-0001")
    assert not dialog.findChild(object, "all_versions").isVisible()
    assert before <= 1
