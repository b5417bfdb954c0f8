"""A person at the window: looks, clicks, types and drags; never calls a command."""

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QDeadlineTimer,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAction, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from ui.calendar.lanes_view import LanesView
from ui.errors import Errors
from ui.main_window import MainWindow
from ui.program import Program
from ui.review.reading import REST_MS

Widget = TypeVar("Widget", bound=QWidget)

PATIENCE_MS = 60_000
STILL_LOOKS = 4
A_LOOK_MS = 3 * REST_MS
"""A person lets the page rest: two looks of the program fall into so long a pause."""
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
MOST_TRIES = 100
"""So often a drag that has not begun is waited for, before the button is let go anyway."""


class _DragWatch(QObject):
    """Sees whether a drag is under way: on a slow computer it begins late."""

    has_begun = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look, and let everything through."""
        if event.type() is QEvent.Type.DragEnter:
            self.has_begun = True
        return super().eventFilter(watched, event)


class Desk:
    """One running program on one calendar, and the hands of the person before it."""

    def __init__(self, application: QApplication, path: Path | None, log: Path) -> None:
        """Start on a calendar, or without one as on the first day and on each day after it."""
        self._errors = Errors(log)
        self._program = Program(application, self._errors)
        self._program.start(path)
        self.wait(lambda: self._program.window is not None)
        self.sit_before_the_window()

    @property
    def window(self) -> MainWindow:
        """The window that is open."""
        window = self._program.window
        assert window is not None
        return window

    def sit_before_the_window(self) -> None:
        """Wait until the window that is open has begun, as large as on a usual screen."""
        self.window.resize(1440, 900)
        self.wait(lambda: self.window.windowHandle().isExposed() and self.window.has_begun)

    def close(self) -> None:
        """Close the program."""
        self._program.close()

    # --- looking ------------------------------------------------------------------------------

    def wait(self, is_so: Callable[[], object], *, why: str = "") -> None:
        """Wait until something is so; an assertion says what did not come."""
        patience = QDeadlineTimer(PATIENCE_MS)
        while not is_so():
            assert not patience.hasExpired(), why or "it never came"
            QTest.qWait(10)

    def see(self, name: str) -> QWidget:
        """Return the visible widget of a name, waiting for it."""
        found: list[QWidget] = []

        def look() -> bool:
            found[:] = [
                widget
                for top in QApplication.topLevelWidgets()
                for widget in [top, *top.findChildren(QWidget)]
                if widget.objectName() == name and widget.isVisible()
            ]
            return bool(found)

        self.wait(look, why=f"{name} never appeared")
        return found[0]

    def is_seen(self, name: str) -> bool:
        """Tell whether a widget of this name is visible now."""
        return any(
            widget.objectName() == name and widget.isVisible()
            for top in QApplication.topLevelWidgets()
            for widget in [top, *top.findChildren(QWidget)]
        )

    @property
    def grid(self) -> LanesView:
        """The table of the plan that is shown: markets × days, a month, or a day by hours."""
        found: list[LanesView] = []

        def look() -> bool:
            tables = self.window.findChildren(LanesView)
            found[:] = [table for table in tables if table.isVisible()]
            return bool(found)

        self.wait(look, why="no table of the plan appeared")
        return found[0]

    def cells(self) -> dict[str, QModelIndex]:
        """Return each cell of the grid by what a screen reader says of it."""
        model = self.grid.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        indexes = (
            model.index(row, column)
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        )
        return {str(index.data(role)): index for index in indexes}

    def cell(self, pattern: str) -> QModelIndex:
        """Return the first cell whose words match, waiting for it."""
        found: list[QModelIndex] = []

        def look() -> bool:
            found[:] = [i for words, i in self.cells().items() if re.search(pattern, words)]
            return bool(found)

        self.wait(look, why=f"no cell says {pattern!r}")
        return found[0]

    def words(self, name: str) -> str:
        """Return what a visible label or button says, waiting for it."""
        widget = self.see(name)
        assert isinstance(widget, QLabel | QAbstractButton)
        return widget.text()

    def rows(self, name: str) -> list[str]:
        """Return the rows of a visible table, each as one line; none where it is hidden."""
        if not self.is_seen(name):
            return []
        table = self.see(name)
        assert isinstance(table, QAbstractItemView)
        model = table.model()
        return [
            " | ".join(
                str(model.index(row, column).data()) for column in range(model.columnCount())
            )
            for row in range(model.rowCount())
        ]

    # --- hands --------------------------------------------------------------------------------

    def click(self, name: str) -> None:
        """Click a button by its name."""
        widget = self.see(name)
        self.wait(widget.isEnabled, why=f"{name} stayed disabled: {widget.toolTip()}")
        at = widget.rect().center()
        if isinstance(widget, QAbstractButton) and not isinstance(widget, QToolButton):
            at = _beside_its_start(widget)
        QTest.mouseClick(widget, LEFT, NO_KEYS, at)

    def click_cell(self, index: QModelIndex) -> None:
        """Click a cell of the grid on its words, beside its box."""
        self.grid.scrollTo(index)
        at = self.grid.visualRect(index).center()
        QTest.mouseClick(self.grid.viewport(), LEFT, NO_KEYS, at)

    def click_cell_too(self, index: QModelIndex) -> None:
        """Click one more cell, with Ctrl."""
        at = self.grid.visualRect(index).center()
        QTest.mouseClick(self.grid.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, at)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the focus is."""
        self.bring_to_the_front()
        target = QApplication.focusWidget() or QApplication.activeWindow() or self.window
        QTest.keyClick(target, key, keys)

    def bring_to_the_front(self) -> None:
        """Do what a window manager does when a dialog closes; this platform has none."""
        if QApplication.activeWindow() is None:
            (QApplication.activeModalWidget() or self.window).activateWindow()
            self.wait(QApplication.activeWindow)

    def type_into(self, name: str, text: str) -> None:
        """Click a field, empty it, and type."""
        field = self.see(name)
        inner = field.findChild(QPlainTextEdit) or field.findChild(QLineEdit) or field
        QTest.mouseClick(inner, LEFT)
        QTest.keySequence(inner, "Ctrl+A")
        QTest.keyClicks(inner, text)

    def choose_in(self, name: str, words: str) -> None:
        """Choose an entry of a closed combo box with the arrow keys."""
        box = self.see(name)
        assert isinstance(box, QComboBox)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _number in range(box.count()):
            if box.currentText().startswith(words):
                break
            QTest.keyClick(box, Qt.Key.Key_Down)
        self.wait(lambda: box.currentText().startswith(words), why=f"{name} has no {words}")

    def choose_from_list(self, name: str, words: str) -> None:
        """Open a combo box by key, go to an entry with the arrow keys, and take it."""
        box = self.see(name)
        assert isinstance(box, QComboBox)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
        view = box.view()
        QTest.keyClick(view, Qt.Key.Key_Home)
        for _number in range(box.count()):
            if str(view.currentIndex().data()).startswith(words):
                break
            QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
        self.wait(lambda: box.currentText().startswith(words), why=f"{name} has no {words}")

    def choose_from_menu(self, button: str, words: str) -> None:
        """Open the menu of a button and choose an entry with the arrow keys."""
        QTimer.singleShot(0, lambda: self._walk_menu(words))
        self.click(button)
        self.wait(lambda: QApplication.activePopupWidget() is None)

    def choose_from_menu_bar(self, title: str, *words: str) -> None:
        """Click a menu of the window, and go on with the arrow keys, from menu to menu."""
        bar = self.window.menuBar()
        entry = next(one for one in bar.actions() if _said_by(one) == title)
        QTest.mouseClick(bar, LEFT, NO_KEYS, bar.actionGeometry(entry).center())
        for part in words:
            self._take_from_open_menu(part)
        self.wait(lambda: QApplication.activePopupWidget() is None)

    def _take_from_open_menu(self, words: str) -> None:
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _number in menu.actions():
            if _said_by(menu.activeAction()) == words:
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
        assert _said_by(menu.activeAction()) == words, f"no {words} in the menu"
        QTest.keyClick(menu, Qt.Key.Key_Return)

    def _walk_menu(self, words: str) -> None:
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _number in menu.actions():
            active = menu.activeAction()
            if active is not None and words in active.text():
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    def choose_file(self, button: str, path: Path) -> None:
        """Click a button that asks for a file and type the path into the dialog."""
        QTimer.singleShot(0, lambda: self._type_path(path))
        self.click(button)

    def _type_path(self, path: Path) -> None:
        dialogs: list[QFileDialog] = []

        def look() -> bool:
            dialogs[:] = [
                top
                for top in QApplication.topLevelWidgets()
                if isinstance(top, QFileDialog) and top.isVisible()
            ]
            return bool(dialogs)

        self.wait(look, why="no file dialog came")
        field = dialogs[0].findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        QTest.keySequence(field, "Ctrl+A")
        QTest.keyClicks(field, str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)

    def drag(
        self,
        what: QModelIndex,
        to: QModelIndex,
        *,
        on_the_way: Callable[[], None] = lambda: None,
        keys: Qt.KeyboardModifier = NO_KEYS,
    ) -> None:
        """Drag a card to a cell with a real drag; look around before letting go."""
        view = self.grid
        for place in (to, what):
            view.scrollTo(place)
        self._wait_until_still(what)
        self.carry(
            self._in_window(view, view.visualRect(what)),
            lambda: self._in_window(view, view.visualRect(to)),
            on_the_way=on_the_way,
            keys=keys,
        )

    def _wait_until_still(self, index: QModelIndex) -> None:
        """Wait out a scroll, or a window that long words widen: a hand presses where a card is."""
        seen: list[QPoint] = []
        while len(seen) < STILL_LOOKS or len(set(seen[-STILL_LOOKS:])) > 1:
            seen.append(self.place_of(index))
            QTest.qWait(A_LOOK_MS)

    def carry(
        self,
        start: QPoint,
        *goals: Callable[[], QPoint],
        on_the_way: Callable[[], None] = lambda: None,
        keys: Qt.KeyboardModifier = NO_KEYS,
        escapes: bool = False,
    ) -> None:
        """Press, go from goal to goal, each found when its turn comes, and let go on the last."""
        handle = self.window.windowHandle()
        assert isinstance(handle, QWindow)
        watch = _DragWatch()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(watch)
        tries = count()

        def finish() -> None:
            number = next(tries)
            if not watch.has_begun and number < MOST_TRIES:
                # first the timer: this very move may begin the drag, which comes back at its end
                QTimer.singleShot(50, finish)
                QTest.mouseMove(handle, start + QPoint(30 + number % 2, 16))
                return
            end = start
            try:
                for goal in goals:
                    end = goal()
                    QTest.mouseMove(handle, end - QPoint(6, 0))
                    QTest.mouseMove(handle, end)
                    QApplication.processEvents()
                on_the_way()
            finally:
                if escapes:
                    QTest.keyClick(handle, Qt.Key.Key_Escape)
                QTest.mouseRelease(handle, LEFT, keys, end)

        if keys is not NO_KEYS:
            QTest.keyPress(handle, Qt.Key.Key_Control, keys)
        QTimer.singleShot(300, finish)
        QTest.mousePress(handle, LEFT, NO_KEYS, start)
        for step in range(1, 8):
            QTest.mouseMove(handle, start + QPoint(4 * step, 2 * step), 10)
        QApplication.processEvents()
        application.removeEventFilter(watch)
        if keys is not NO_KEYS:
            QTest.keyRelease(handle, Qt.Key.Key_Control, NO_KEYS)

    def place_of(self, index: QModelIndex) -> QPoint:
        """Return where a cell of the grid lies in the window, in its lower half."""
        rect = self.grid.visualRect(index)
        return self._in_window(self.grid, rect)

    def _in_window(self, view: QAbstractItemView, rect: QRect) -> QPoint:
        return view.viewport().mapTo(self.window, rect.center())

    # --- whole habits -------------------------------------------------------------------------

    def sit_down_as(self, person: str, name: str) -> None:
        """Answer the question who sits here, or say it by the button at the top."""
        if self.is_seen("who_am_i_dialog"):
            self.click(f"person_{person}")
            self.click("accept")
        else:
            self.choose_from_menu("who_am_i", name)
        button = self.see("who_am_i")
        assert isinstance(button, QToolButton)
        self.wait(lambda: name in button.text(), why=f"{name} was not chosen")

    def read_whole(self) -> None:
        """Read the post on the review screen to its end with the space bar."""
        area = self.see("review_area")
        words = self.see("to_do")
        assert isinstance(words, QLabel)
        for _page in range(50):
            self._wait_while_it_is_read(words)
            if "not yet seen" not in words.text():
                break
            area.setFocus()
            QTest.keyClick(area, Qt.Key.Key_Space)
            QTest.qWait(A_LOOK_MS)

    def _wait_while_it_is_read(self, words: QLabel) -> None:
        """Wait until what lies there is the post as it is now: others' decisions touch it too."""
        self.wait(lambda: "One moment" not in words.text(), why="the post was never read anew")

    def answer_flags(self, reason: str) -> None:
        """Tick every caution and write a reason into every stop that the screen shows."""
        for field in self._shown(QLineEdit, "reason_"):
            QTest.mouseClick(field, LEFT)
            QTest.keyClicks(field, reason)
        for box in self._shown(QCheckBox, "tick_"):
            if not box.isChecked():
                self.click(box.objectName())

    def _shown(self, kind: type[Widget], prefix: str) -> list[Widget]:
        screen = self.see("review_screen")
        return [
            widget
            for widget in screen.findChildren(kind)
            if widget.isVisible() and widget.objectName().startswith(prefix)
        ]


def _said_by(entry: QAction | None) -> str:
    """Return what an entry of a menu says, without the mark of its letter."""
    return "" if entry is None else entry.text().replace("&", "")


def _beside_its_start(widget: QWidget) -> QPoint:
    """Return where a box or radio button stands: at the left, mirrored at the right."""
    inset = min(12, widget.width() // 2)
    is_mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return QPoint(widget.width() - inset if is_mirrored else inset, widget.height() // 2)
