"""The way back where settings are changed: two buttons, their keys, and a toast with Undo."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget

from app.domain.change import ChangeSet
from app.wording import _
from ui.change_words import said
from ui.operations import Operations
from ui.taking_back import TakingBack
from ui.theme import Space, Theme
from ui.widgets import icons
from ui.widgets.key_words import with_key
from ui.widgets.toast import Toast

_UNDO = ["Ctrl+Z"]
_REDO = ["Ctrl+Shift+Z", "Ctrl+Y"]


class WayBack(QObject):
    """Undoes changes of the settings from within a dialog, and tells in it what was done.

    Nothing is taken back while something is typed and not saved: `may_leave` says so.
    """

    def __init__(
        self,
        dialog: QDialog,
        operations: Operations,
        theme: Theme,
        *,
        may_leave: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._operations = operations
        self._may_leave = may_leave
        self._toast = Toast(theme, dialog, margin=Space.M)  # beside Close, and over no other button
        self._steps = TakingBack(
            operations, theme, dialog, only_settings=True, refused=self._on_refused
        )
        self.undo = self._action("undo_setting", _UNDO, self._steps.undo)
        self.redo = self._action("redo_setting", _REDO, self._steps.redo)
        operations.steps_changed.connect(self._show_steps)
        operations.person_changed.connect(self._toast.dismiss)  # theirs is not the next one's
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self._show_steps()
        self.set_theme(theme)

    def buttons(self) -> QWidget:
        """Return the two buttons, for the first row of the dialog."""
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.XS)
        for action in (self.undo, self.redo):
            button = QToolButton()
            button.setObjectName(f"{action.objectName()}_button")
            button.setAutoRaise(True)
            button.setMinimumSize(QSize(Space.XL, Space.XL))
            button.setDefaultAction(action)
            across.addWidget(button)
        return row

    def tell(self, changes: ChangeSet) -> None:
        """Say what was done to the settings, and offer to take it back."""
        if changes.takes_back:
            self._toast.show_text(said(changes))
        else:
            asks_why = self._steps.next_undo.asks_why
            self._toast.show_text(
                said(changes), _("Undo…") if asks_why else _("Undo"), self.undo.trigger
            )

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._toast.set_theme(theme)
        self._steps.set_theme(theme)
        is_mirrored = self._dialog.layoutDirection() is Qt.LayoutDirection.RightToLeft
        names = ("redo", "undo") if is_mirrored else ("undo", "redo")
        for action, name in zip((self.undo, self.redo), names, strict=True):
            action.setIcon(icons.icon(name, theme.text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a field keep the keys only while it has typing of its own to take back."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination()).toString()
            if (pressed in _UNDO and not watched.isUndoAvailable()) or (
                pressed in _REDO and not watched.isRedoAvailable()
            ):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _action(self, name: str, keys: list[str], deed: Callable[[], None]) -> QAction:
        action = QAction(self._dialog)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked: self._do(deed))
        self._dialog.addAction(action)
        return action

    def _do(self, deed: Callable[[], None]) -> None:
        if self._may_leave():
            deed()

    def _show_steps(self) -> None:
        """Say what each button would do; one that would do nothing says so."""
        for action, step, word in (
            (self.undo, self._steps.next_undo, _("Undo")),
            (self.redo, self._steps.next_redo, _("Do again")),
        ):
            action.setText(f"{word}: {step.label}" if step.label else word)
            action.setEnabled(bool(step.label))
            nothing = _("No setting was changed that could be taken back or done again")
            action.setToolTip(with_key(action.text(), action) if step.label else nothing)

    def _on_refused(self, sentence: str) -> None:
        self._toast.show_text(sentence, stays=True)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._dialog.isAncestorOf(now):
            return
        was_shut = before is not None and not before.isEnabled()
        if was_shut and self._toast.isAncestorOf(now):
            self._dialog.setFocus()  # Save was just shut: the next key is not meant for Undo
        if isinstance(now, QLineEdit):
            now.installEventFilter(self)
