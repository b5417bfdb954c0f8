from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from tests.builders import ui_b
from ui.talk.difference_dialog import DifferenceDialog
from ui.theme import LIGHT
from ui.widgets.diff_label import DiffLabel


@pytest.mark.in_english
def test_it_shows_what_is_not_as_it_was_approved(qtbot):
    view = replace(ui_b.a_view(ui_b.a_post("Neu")), approved_version=ui_b.a_post("Alt"))
    dialog = DifferenceDialog(view, ui_b.calendar(), LIGHT)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.findChild(DiffLabel).accessibleName() == "[removed: Alt][added: Neu]"
    close = dialog.findChild(QDialogButtonBox).buttons()[0]
    with qtbot.waitSignal(dialog.rejected):
        close.click()
