"""What is shown while something has to be made first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.theme import Space, TextRole
from ui.widgets.labels import Label


class WaitingPage(QWidget):
    """A small window with one sentence and a bar that moves."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setObjectName("waiting_page")
        self.setWindowTitle("Countersign")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * (Space.XL * 2,))
        column.setSpacing(Space.L)
        column.addWidget(Label(sentence, TextRole.HEADING), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(bar)
        self.resize(480, 160)
