"""What changed between two versions, told by signs, strokes and colours."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Space, TextRole, Theme
from ui.widgets.diff_label import DiffLabel
from ui.widgets.differences import Difference
from ui.widgets.labels import Label


class DiffView(QWidget):
    """One paragraph per changed field: removed words struck out after −, new ones after +."""

    def __init__(
        self, differences: Iterable[Difference], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("diff_view")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for difference in differences:
            column.addWidget(Label(difference.field.capitalize(), TextRole.SMALL, muted=True))
            column.addWidget(DiffLabel(difference.pieces, theme))
