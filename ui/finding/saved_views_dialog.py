"""The views that a person has kept: calling them otherwise, and forgetting them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.commands.saved_views import LONGEST_NAME, SavedView
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.two_line_list import Entry, TwoLineList

LETTERS = 44


class NameDialog(QDialog):
    """Asks for a name; `named` carries it, and whoever listens closes the dialog."""

    named = Signal(str)

    def __init__(
        self,
        title: str,
        hint: str,
        theme: Theme,
        parent: QWidget,
        *,
        name: str = "",
        taken: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("view_name_dialog")
        self.setWindowTitle(title)
        self._taken = {one.casefold() for one in taken}
        self.bar = MessageBar(theme)
        self.field = QLineEdit(name)
        self.field.setObjectName("view_name")
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setAccessibleName(_("Name of the view"))
        self.field.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.field.selectAll()
        self._save = make_primary(QPushButton(_("Save")))
        self._save.setObjectName("view_save")
        self._save.setDefault(True)
        self._save.clicked.connect(lambda: self.named.emit(self.field.text()))
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self.bar)
        column.addWidget(Label(title, TextRole.HEADING))
        column.addWidget(Label(hint, muted=True, wraps=True))
        column.addWidget(self.field)
        column.addLayout(row)
        self.field.textChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        name = " ".join(self.field.text().split()).casefold()
        self._save.setEnabled(bool(name))
        self._save.setToolTip("" if name else _("Give the view a name first"))
        self._save.setText(_("Replace") if name in self._taken else _("Save"))


class SavedViewsDialog(QDialog):
    """A list with what can be done to each; `rename_asked` and `delete_asked` carry its name."""

    rename_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("saved_views_dialog")
        self.setWindowTitle(_("Saved views"))
        self.list = TwoLineList()
        self.list.setObjectName("saved_views_list")
        self.list.setAccessibleName(_("Saved views"))
        self._hint = Label(muted=True, wraps=True)
        self._hint.setObjectName("saved_views_hint")
        self._rename = QPushButton(_("Rename…"))
        self._rename.setObjectName("view_rename")
        self._rename.clicked.connect(self._ask_rename)
        self._delete = QPushButton(_("Delete"))
        self._delete.setObjectName("view_delete")
        self._delete.clicked.connect(self._ask_delete)
        close = QPushButton(_("Close"))
        close.setObjectName("saved_views_close")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self._rename)
        row.addWidget(self._delete)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(_("Saved views"), TextRole.HEADING))
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addStretch()
        column.addLayout(row)
        self.resize(self.fontMetrics().averageCharWidth() * 60, 360)

    def show_views(self, entries: Sequence[tuple[SavedView, str]]) -> None:
        """Show the views, each with what it shows."""
        kept = self.list.key
        names = [view.name for view, _words in entries]
        chosen = kept if kept in names else (names[0] if names else "")
        self.list.show_entries(
            (Entry(view.name, view.name, words) for view, words in entries), chosen
        )
        some = _("Only you see them. Deleting one deletes no post.")
        none = _(
            "No view is saved yet. Choose what you want to look at, then “Save this view…” "
            "under “Saved views”: it keeps filter, view and weeks by a name."
        )
        self._hint.setText(some if names else none)
        for part in (self.list, self._rename, self._delete):
            part.setVisible(bool(names))

    def _ask_rename(self) -> None:
        self.rename_asked.emit(self.list.key)

    def _ask_delete(self) -> None:
        self.delete_asked.emit(self.list.key)
