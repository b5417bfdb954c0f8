"""Undo and redo as a window asks for them, with a reason where one is needed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.commands.session import Session
from app.domain.change import ChangeSet, NextStep
from app.wording import _
from ui.operations import Operations
from ui.theme import Theme

TakeBack = Callable[..., ChangeSet]


class TakingBack(QObject):
    """Takes back what comes next, or does it again: of all steps, or of the settings alone."""

    def __init__(
        self,
        operations: Operations,
        theme: Theme,
        window: QWidget,
        *,
        only_settings: bool = False,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """`refused` takes a sentence instead of the general signal."""
        super().__init__(window)
        self._operations = operations
        self._theme = theme
        self._window = window
        self._only_settings = only_settings
        self._refused = refused

    @property
    def next_undo(self) -> NextStep:
        """What Undo would take back."""
        steps = self._operations.steps
        return steps.undo_setting if self._only_settings else steps.undo

    @property
    def next_redo(self) -> NextStep:
        """What Redo would do again."""
        steps = self._operations.steps
        return steps.redo_setting if self._only_settings else steps.redo

    def undo(self) -> None:
        """Take the next step back."""
        self._go(Session.undo, self.next_undo, _("Undo: {what}"), _("Undo"))

    def redo(self) -> None:
        """Do the next step again."""
        self._go(Session.redo, self.next_redo, _("Do again: {what}"), _("Do again"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme

    def _go(self, way: TakeBack, step: NextStep, title: str, deed: str) -> None:
        command = partial(way, only_settings=self._only_settings)
        if not step.asks_why:
            self._operations.run(command, refused=self._refused)
            return
        from ui.days.reason_dialog import ReasonDialog  # noqa: PLC0415  few steps ask why

        dialog = ReasonDialog(
            title.format(what=step.label),
            _("Posts are checked less strictly afterwards."),
            deed,
            self._theme,
            parent=self._window,
        )
        dialog.confirmed.connect(
            lambda why: self._operations.run(
                partial(command, why=why), refused=dialog.show_refusal, done=dialog.on_done
            )
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
