"""What the rows of a sheet would raise: in all, and for the row that is looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.commands.import_preview import ImportPreview, PreviewRow
from app.commands.replay import Tally
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets.flag_list import Answer, FlagList
from ui.widgets.labels import Label
from ui.widgets.tab_order import tab_through

_LETTERS = 46
"""How wide the flags of a row are shown, in letters of the usual width."""


class FlagSummary(QWidget):
    """Says how many rows would be stopped and asked about; shows only those; saves a report.

    `only_flagged_changed` carries whether the others are hidden.
    """

    only_flagged_changed = Signal(bool)
    report_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(role=TextRole.STRONG)
        self._words.setObjectName("flag_summary")
        self._only = QCheckBox(_("Flagged only"))
        self._only.setObjectName("only_flagged")
        self._save = QPushButton(_("Save a report…"))
        self._save.setObjectName("save_report")
        self._save.setAutoDefault(False)
        self._save.setToolTip(
            _("A page with calendar, figures and reasons, to read, print and pass on.")
        )
        self._only.toggled.connect(self.only_flagged_changed)
        self._save.clicked.connect(self.report_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._words)
        row.addWidget(self._only)
        row.addWidget(self._save)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show the sums of a sheet."""
        tally = preview.tally
        asks = tally.stays_in + tally.asked > 0
        self._words.setText(_sums(tally) if preview.rows else "")
        self._only.setEnabled(asks)
        self._only.setToolTip(
            _("Show only the rows that would be stopped or asked about.")
            if asks
            else _("No row would be stopped or asked about.")
        )
        if not asks:
            self._only.setChecked(False)

    def forget(self) -> None:
        """Show the rows of another sheet whole."""
        self._only.setChecked(False)


class RowFlags(QWidget):
    """The flags of one row, each with its reason, source and way out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label(role=TextRole.SMALL_STRONG, muted=True)
        self._heading.setObjectName("row_flags_heading")
        self._nothing = Label(_("Nothing is flagged in this row."), muted=True, wraps=True)
        self._nothing.setObjectName("row_without_flags")
        self._flags = FlagList(theme)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.addWidget(self._nothing)
        column.addWidget(self._flags)
        column.addStretch(1)
        self._scroller = scroller = QScrollArea()
        scroller.setObjectName("row_flags")
        scroller.setAccessibleName(_("Flags of the chosen row"))
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.XS)
        whole.addWidget(self._heading)
        whole.addWidget(scroller, 1)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS)

    def show_row(self, row: PreviewRow | None) -> None:
        """Show the flags of a row, or that none is chosen."""
        flags = row.flags if row is not None else ()
        self._heading.setText(
            _("Choose a row to read its flags")
            if row is None
            else _("Flags of row {number}").format(number=row.number)
        )
        self._nothing.setVisible(row is not None and not flags)
        self._flags.set_flags((flag, Answer.NONE) for flag in flags)
        tab_through(self._scroller, self._flags)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._flags.set_theme(theme)


def _sums(tally: Tally) -> str:
    if not tally.stays_in and not tally.asked:
        return _("Nothing to ask about")
    return _("{stopped} would be stopped, {asked} asked about").format(
        stopped=f"{tally.stays_in:,}", asked=f"{tally.asked:,}"
    )
