"""The two halves of an export's preview: what leaves, and what stays in and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.commands.views import CalendarView
from app.wording import _
from ui.exchange.candidate_table import CandidateTable
from ui.exchange.gate_preview import GatePreview
from ui.theme import Space, TextRole
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label


class ExportPreview(QWidget):
    """Counts in words, the table of what leaves, the table of what stays in.

    `post_asked` carries the PostId of a row that was opened; `review_asked` tells that somebody
    wants to approve.
    """

    post_asked = Signal(object)
    review_asked = Signal()

    def __init__(self, calendar: CalendarView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaving = CandidateTable(calendar, stays_in=False)
        self._leaving.setObjectName("leaving")
        self._leaving.setAccessibleName(_("Posts that leave"))
        self._staying = CandidateTable(calendar, stays_in=True)
        self._staying.setObjectName("staying")
        self._staying.setAccessibleName(_("Posts that stay in"))
        self._leaving_title = Label(role=TextRole.STRONG)
        self._staying_title = Label(role=TextRole.STRONG)
        self._empty = Label(wraps=True, muted=True)
        self._empty.setObjectName("empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._review = make_primary(QPushButton(_("Open Review…")))
        self._review.setObjectName("open_review")
        self._review.setAutoDefault(False)
        self._behind = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._behind.setObjectName("stays_behind")
        self._upper = QStackedWidget()
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        for table in (self._leaving, self._staying):
            table.post_asked.connect(self.post_asked)
        self._review.clicked.connect(self.review_asked)

    def show_preview(self, preview: GatePreview) -> None:
        """Show what an export would do."""
        self._leaving.show_candidates(preview.leaving)
        self._staying.show_candidates(preview.staying)
        self._leaving_title.setText(_("Leaves: {count}").format(count=f"{len(preview.leaving):,}"))
        self._staying_title.setText(
            _("Stays in: {count}").format(count=f"{len(preview.staying):,}")
        )
        self._behind.setText(preview.left_behind())
        self._behind.setVisible(bool(self._behind.text()))
        self._lower.setVisible(bool(preview.staying))
        self._upper.setCurrentIndex(0 if preview.leaving else 1)
        self._halves.setSizes([1, 1] if preview.leaving else [1, 3])
        self._review.setVisible(not preview.is_empty)
        self._empty.setText(
            _("There is no post in this period and these markets.")
            if preview.is_empty
            else _("Nothing in this period may leave yet: the posts below wait for something.")
            if any(not one.card.review for one in preview.staying)
            else _("Nothing in this period is approved yet.")
        )

    def _lay_out(self) -> None:
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.setSpacing(Space.M)
        middle.addStretch(1)
        middle.addWidget(self._empty)
        middle.addWidget(self._review, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self._upper.addWidget(_titled(self._leaving_title, self._leaving, self._behind))
        self._upper.addWidget(empty)
        self._lower = _titled(self._staying_title, self._staying)
        self._halves.setChildrenCollapsible(False)
        self._halves.setHandleWidth(Space.M)
        self._halves.addWidget(self._upper)
        self._halves.addWidget(self._lower)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._halves)


def _titled(title: Label, *widgets: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    column.addWidget(title)
    for widget in widgets:
        column.addWidget(widget)
    return box
