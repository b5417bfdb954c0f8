"""What pages with a list share: the list, one of it whole, and a row that saves it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from app.domain.change import ChangeSet
from app.wording import _
from ui.operations import Command, Operations
from ui.theme import Space, TextRole, Theme
from ui.widgets.labels import Label
from ui.widgets.lifetime import while_there
from ui.widgets.message_bar import MessageBar, MessageKind
from ui.widgets.save_row import SaveRow
from ui.widgets.two_line_list import TwoLineList

LIST_LETTERS = 32
"""How wide the list is at least."""


class ListPage(QWidget):
    """Entries on one side, one of them whole on the other; whoever leaves asks `may_leave` first.

    A subclass fills `_pages`, says what `is_unsaved`, and what Save and Discard do.
    """

    def __init__(self, name: str, operations: Operations, theme: Theme, *, listed: str) -> None:
        """Take what the list holds, in words for those who do not see it."""
        super().__init__()
        self.setObjectName(f"{name}_page")
        self._operations = operations
        self._list = TwoLineList()
        self._list.setObjectName(f"{name}_list")
        self._list.setAccessibleName(listed)
        self._heading = Label(role=TextRole.HEADING)
        self._heading.setObjectName("heading")
        self._pages = _Pages()
        self._bar = MessageBar(theme)
        self._row = SaveRow()
        self._row.saved.connect(self._save)
        self._row.discarded.connect(self._discard)
        self._row.keys_left.connect(self._list.setFocus)
        self._list.replaced.connect(self._take_keys_back)
        operations.person_changed.connect(self._bar.dismiss)  # it was told to somebody else
        operations.person_changed.connect(self._on_me)

    @property
    def is_unsaved(self) -> bool:
        """Whether something was changed and not saved."""
        raise NotImplementedError

    def may_leave(self) -> bool:
        """Tell whether nothing would be lost by leaving; says so where something would."""
        if self.is_unsaved:
            self._say_unsaved()
        return not self.is_unsaved

    def focus_first(self) -> None:
        """Let the keyboard begin with the list."""
        self._list.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._bar.set_theme(theme)

    def _save(self) -> None:
        raise NotImplementedError

    def _discard(self) -> None:
        raise NotImplementedError

    def _open_buttons(self) -> None:
        raise NotImplementedError

    def _why_not(self) -> str:
        """Return why whoever sits here may change nothing on this page."""
        raise NotImplementedError

    def _on_me(self) -> None:
        """Open or shut everything for whoever sits here now."""
        why_not = self._why_not()
        self._pages.shut(why_not)
        if why_not:
            self._bar.show_information(why_not)
        elif self._bar.kind is MessageKind.INFORMATION:
            self._bar.dismiss()
        self._open_buttons()

    def _take_keys_back(self) -> None:
        """Let no key that was meant for one entry go into the form of another."""
        focus = QApplication.focusWidget()
        if focus is not None and self._pages.isAncestorOf(focus):
            self._list.setFocus()

    def _say_unsaved(self) -> None:
        self._bar.show_refusal(_("What you changed is not saved yet: save or discard it."))

    def _run(self, command: Command, done: Callable[[ChangeSet], None]) -> None:
        """Run a command; what it refuses is said in the bar of the page.

        Where somebody else has changed the same, what was typed stays until one looks again.
        """
        self._operations.run(
            command,
            refused=while_there(self, self._bar.show_refusal),
            conflict=while_there(self, self._offer_to_look_again),
            done=while_there(self, done),
        )

    def _offer_to_look_again(self, sentence: str) -> None:
        self._bar.show_refusal(sentence, _("Look again"), self._discard)

    def _lay_out(
        self,
        *,
        above_list: Sequence[QWidget] = (),
        buttons: Sequence[Sequence[QPushButton]] = (),
        at_heading: Sequence[QWidget] = (),
        below: Sequence[QWidget] = (),
    ) -> None:
        side = QVBoxLayout()
        side.setSpacing(Space.S)
        for part in above_list:
            side.addWidget(part)
        side.addWidget(self._list, 1)
        for row in buttons:
            side.addLayout(_row(row))
        self._list.setMinimumWidth(self.fontMetrics().averageCharWidth() * LIST_LETTERS)
        scroll = QScrollArea()
        scroll.setAccessibleName(_("What is chosen in the list"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._pages)
        detail = QVBoxLayout()
        detail.setSpacing(Space.M)
        head = _row(at_heading)
        head.insertWidget(0, self._heading, 1)
        detail.addLayout(head)
        detail.addWidget(scroll, 1)
        for part in (*below, self._row):
            detail.addWidget(part)
        middle = QHBoxLayout()
        middle.setSpacing(Space.XL)
        middle.addLayout(side, 2)
        middle.addLayout(detail, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._bar)
        column.addLayout(middle, 1)


class _Pages(QStackedWidget):
    """Takes the room that its present page wants, not that of the largest one.

    While it is shut, everything on it says why, whatever it says otherwise.
    """

    def __init__(self) -> None:
        super().__init__()
        self._why = ""
        self.currentChanged.connect(lambda _number: self.updateGeometry())

    def shut(self, why: str) -> None:
        """Shut all fields for a reason, or open them where there is none."""
        self._why = why
        self.setEnabled(not why)
        self.setToolTip(why)
        for part in self.findChildren(QWidget):
            part.removeEventFilter(self)
            if why:
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget) or watched.isEnabled():
            return super().eventFilter(watched, event)
        if self._why and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._why, watched)
            return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        page = self.currentWidget()
        return page.heightForWidth(width) if page is not None else super().heightForWidth(width)


def side_button(name: str, text: str, pressed: Callable[[], None]) -> QPushButton:
    """Return a button that stands beside a form and is never pressed by Enter in it."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: pressed())
    return button


def _row(widgets: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    for widget in widgets:
        row.addWidget(widget)
    return row
