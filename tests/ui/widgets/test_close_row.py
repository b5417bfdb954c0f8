from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ui.widgets.close_row import CloseRow


def test_close_stands_at_the_trailing_end_after_what_belongs_to_the_dialog(qtbot):
    words = QLabel("3 days")
    row = CloseRow(words)
    qtbot.addWidget(row)
    row.resize(400, 40)
    row.show()
    close = row.findChild(QPushButton, "close")
    is_mirrored = row.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert (close.x() < words.x()) is is_mirrored
    with qtbot.waitSignal(row.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
