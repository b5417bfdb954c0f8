"""The button of the saved views: recalling one, keeping the present one, and tidying up."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from app.commands.filter_words import chosen_words
from app.commands.post_filter import Facet
from app.commands.reader import Reader
from app.commands.saved_views import (
    SavedView,
    delete_view,
    rename_view,
    save_view,
    saved_views,
)
from app.commands.views import CalendarView
from app.wording import _
from ui.finding.saved_views_dialog import NameDialog, SavedViewsDialog
from ui.operations import Command, Operations
from ui.theme import Space, Theme
from ui.widgets import icons

ICON_SIZE = 18


class SavedViewsButton(QToolButton):
    """Its menu lists the views of whoever sits here; `recalled` carries one that was chosen.

    `present` tells what is shown now, under the name that is asked for.
    """

    recalled = Signal(object)

    def __init__(
        self,
        reader: Reader,
        operations: Operations,
        calendar: CalendarView,
        theme: Theme,
        *,
        present: Callable[[str], SavedView],
    ) -> None:
        super().__init__()
        self.setObjectName("saved_views")
        self.setText(_("Saved views"))
        self.setToolTip(_("Recall, keep and name what you look at"))
        self._reader = reader
        self._operations = operations
        self.calendar = calendar
        self._present = present
        self._dialog: SavedViewsDialog | None = None
        menu = QMenu(self)
        menu.setObjectName("saved_views_menu")
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setMinimumHeight(Space.XL + Space.S)
        self.set_theme(theme)

    @property
    def all(self) -> tuple[SavedView, ...]:
        """The views of whoever sits here."""
        me = self._operations.me
        return saved_views(self._reader, me.id) if me is not None else ()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.setIcon(icons.icon("filter", theme.text))

    def save(self) -> None:
        """Ask for the name under which what is shown now is kept."""
        hint = _("Keeps the filter, the view and how many weeks it shows.")
        taken = [view.name for view in self.all]
        dialog = NameDialog(_("Save this view"), hint, self._theme, self, taken=taken)
        self._ask(dialog, lambda name: partial(save_view, view=self._present(name)))

    def tidy(self) -> None:
        """Open the list in which views are renamed and deleted."""
        self._dialog = dialog = SavedViewsDialog(self._theme, self)
        dialog.rename_asked.connect(self._rename)
        dialog.delete_asked.connect(self._delete)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget_dialog)
        self._show_views()
        dialog.open()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        views = self.all
        now = self._present("")
        for view in views:
            action = menu.addAction(view.name.replace("&", "&&"))
            action.setCheckable(True)
            is_present = (view.filter, view.kind) == (now.filter, now.kind)
            action.setChecked(is_present and view.weeks == now.weeks)
            action.triggered.connect(partial(self._recall, view))
        menu.addSeparator()
        keep = menu.addAction(_("Save this view…"))
        keep.triggered.connect(self.save)
        tidy = menu.addAction(_("Rename or delete…"))
        tidy.triggered.connect(self.tidy)
        tidy.setEnabled(bool(views))
        menu.setToolTipsVisible(True)
        tidy.setToolTip("" if views else _("No view is saved"))
        keep.setEnabled(self._operations.me is not None)
        keep.setToolTip("" if keep.isEnabled() else _("Choose who you are first"))

    def _recall(self, view: SavedView, _checked: bool = False) -> None:
        self.recalled.emit(view)

    def _rename(self, name: str) -> None:
        hint = _("A view is found by its name.")
        dialog = NameDialog(_("Rename the view"), hint, self._theme, self, name=name)
        self._ask(dialog, lambda new: partial(rename_view, name=name, new_name=new))

    def _delete(self, name: str) -> None:
        self._operations.run(partial(delete_view, name=name), done=self._on_kept)

    def _ask(self, dialog: NameDialog, command: Callable[[str], Command]) -> None:
        """Let a name be given; the dialog stays until it is kept."""

        def keep(name: str) -> None:
            self._operations.run(
                command(name), refused=dialog.bar.show_refusal, done=lambda _done: close()
            )

        def close() -> None:
            dialog.accept()
            self._show_views()

        dialog.named.connect(keep)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_kept(self, _changes: object) -> None:
        self._show_views()

    def _show_views(self) -> None:
        if self._dialog is not None:
            self._dialog.show_views([(view, self._words(view)) for view in self.all])

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _words(self, view: SavedView) -> str:
        wanted = view.filter
        parts = [f"“{wanted.text}”"] if wanted.text else []
        parts += [
            chosen_words(wanted, facet, self.calendar) for facet in Facet if wanted.chosen(facet)
        ]
        return " · ".join(parts) or _("All posts")
