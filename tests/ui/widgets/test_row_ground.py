from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.widgets.row_ground import paint_ground


def painted(rows: QListWidget, state: QStyle.StateFlag) -> QImage:
    """Return a row with nothing but its ground."""
    delegate = QStyledItemDelegate(rows)
    image = QImage(120, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.widget, option.palette = rows, rows.palette()
    option.rect, option.state = QRect(0, 0, 120, 24), state
    painter = QPainter(image)
    paint_ground(delegate, painter, option, rows.model().index(0, 0))
    painter.end()
    return image


def test_the_ground_has_no_words_and_shows_what_is_selected(qtbot):
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.addItem("Words of the row")
    enabled, selected = QStyle.StateFlag.State_Enabled, QStyle.StateFlag.State_Selected
    plain = painted(rows, enabled)
    rows.item(0).setText("")
    assert painted(rows, enabled) == plain
    assert painted(rows, enabled | selected) != plain
