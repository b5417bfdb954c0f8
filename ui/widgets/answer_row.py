"""The lower edge of a dialog: Cancel, and the answer that is expected."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from app.wording import _
from ui.theme import Space
from ui.widgets.house_style import make_primary


class AnswerRow(QWidget):
    """Puts the expected answer at the end, and before it Cancel, which closes the dialog."""

    def __init__(self, expected: QPushButton, dialog: QDialog) -> None:
        super().__init__(dialog)
        cancel = QPushButton(_("Cancel"))
        cancel.setObjectName("cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(dialog.reject)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(expected)
        make_primary(expected).setDefault(True)  # in the dialog by now, which takes note of it
