"""Every key in one list, where anybody can look it up."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.wording import _
from ui.actions import PLAIN, Actions
from ui.theme import Space, TextRole, Theme
from ui.widgets.labels import Label


class ShortcutsDialog(QDialog):
    """Lists the actions that have a key, and what grid and review do by themselves."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(_("Keyboard"))
        page = QWidget()
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.XS)
        for row, (words, keys) in enumerate((*_of_the_grid(), *_of_the_review(), *_of(actions))):
            grid.addWidget(Label(words), row, 0)
            grid.addWidget(Label(keys, TextRole.STRONG), row, 1)
        grid.setColumnStretch(0, 1)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.windowTitle())
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(_("Keyboard"), TextRole.TITLE))
        column.addWidget(scroll, 1)
        column.addWidget(buttons)
        letters = self.fontMetrics().averageCharWidth()
        self.resize(letters * 88, letters * 90)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours: all of them come from the palette."""


def _of(actions: Actions) -> list[tuple[str, str]]:
    return [
        (str(action.property(PLAIN)), _keys(action.shortcuts()))
        for action in actions.all
        if action.shortcuts()
    ]


def _of_the_grid() -> list[tuple[str, str]]:
    return [
        (_("Go from cell to cell"), _("Arrows")),
        (_("Open a post, or begin one in an empty cell"), _("Enter")),
        (_("Write in the post that is open; Esc comes back to the calendar"), _("Enter again")),
        (_("Show the post whole in the review; there, tick it"), _("Space")),
        (_("Copy instead of move while dragging"), _("Ctrl")),
        (_("Give up a drag, close a message"), _("Esc")),
    ]


def _of_the_review() -> list[tuple[str, str]]:
    return [
        (_("Next post of the review"), _("J or N")),
        (_("Previous post of the review"), _("K or P")),
        (_("Read on; with all read, go to what is missing, then tick"), _("Space")),
        (_("Ask for changes"), _("A")),
        (_("Refuse"), _("R")),
        (_("Withdraw an approval"), _("W")),
        (_("Suggest other words"), _("S")),
        (_("Begin a comment; Esc comes back to the post"), _("C")),
        (_("Done with a reason or a note: go on"), _("Enter")),
        (_("Send a comment"), _("Ctrl+Enter")),
    ]


def _keys(keys: list[QKeySequence]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return _(" or ").join(key.toString(native) for key in keys)
