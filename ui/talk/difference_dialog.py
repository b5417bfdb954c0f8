"""What is different now from what was approved last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from app.commands.views import CalendarView, PostView
from app.wording import _
from ui.theme import Space, Theme
from ui.widgets.diff_view import DiffView
from ui.widgets.differences import differences
from ui.widgets.fitting import roomy
from ui.widgets.labels import Label


class DifferenceDialog(QDialog):
    """Shows each field of a post that goes out and is not as it was approved."""

    def __init__(
        self,
        view: PostView,
        calendar: CalendarView,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("difference_dialog")
        self.setWindowTitle(_("{name} since it was approved").format(name=view.card.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(roomy(self, 70, 24))
        approved = view.approved_version or view.post
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.addWidget(DiffView(differences(approved, view.post, calendar), theme))
        column.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(_("What has changed"))
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        whole.setSpacing(Space.M)
        whole.addWidget(Label(view.ended, wraps=True))
        whole.addWidget(area, 1)
        whole.addWidget(buttons)
