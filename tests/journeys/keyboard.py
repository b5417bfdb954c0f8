"""A person with nothing but keys: after each of them the focus can be seen, used and named."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.desk import Desk
from tests.journeys.screen_reader import ScreenReader

NO_KEYS = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TAB = Qt.Key.Key_Tab
FARTHEST = 120
"""So many presses of Tab go round any window."""
_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
}


class MouseWatch(QObject):
    """Counts what comes from a mouse."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look, and let everything through."""
        self.count += event.type() in _MOUSE
        return super().eventFilter(watched, event)


class Keyboard:
    """The hands of a person who never touches the mouse."""

    def __init__(self, desk: Desk, reader: ScreenReader) -> None:
        self._desk = desk
        self._reader = reader
        self._look_for_the_focus()

    @property
    def focus(self) -> QWidget:
        """What has the keys."""
        self._desk.bring_to_the_front()
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        return focused

    @property
    def at(self) -> str:
        """What a screen reader says of what has the keys."""
        return self._reader.name_of(self.focus)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key, and see where the focus is then."""
        self._desk.press(key, keys)
        self._look_for_the_focus()

    def write(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(self.focus, text)
        self._look_for_the_focus()

    def write_anew(self, text: str) -> None:
        """Type in place of what stands where the focus is."""
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.write(text)

    def wait_at(self, name: str) -> None:
        """Wait until the focus is on a widget, or on a part of it."""
        self._desk.wait(lambda: name in self._names(), why=f"{name} never had the focus")
        self._look_for_the_focus()

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until the focus is on a widget, or on a part of it."""
        been: list[str] = []
        while name not in self._names():
            been.append(self.focus.objectName())
            assert len(been) < FARTHEST, f"Tab does not lead to {name}, but through {been}"
            self.press(TAB, SHIFT if back else NO_KEYS)

    def goes_round(self) -> int:
        """Press Tab until the focus is where it began, and return through how much that led.

        Inside a date Tab goes from day to month to year first.
        """
        start, been = self.focus, [self.focus]
        while len(set(been)) == 1 or self.focus is not start:
            self.press(TAB)
            been.append(self.focus)
            names = [widget.objectName() for widget in been]
            assert len(been) < FARTHEST, f"Tab never came back, but led through {names}"
        return len(set(been))

    def _names(self) -> list[str]:
        """Return the name of what has the focus, and of all that it lies in."""
        self._desk.bring_to_the_front()
        widget, names = QApplication.focusWidget(), []
        while widget is not None:
            names.append(widget.objectName())
            widget = None if widget.isWindow() else widget.parentWidget()
        return names

    def _look_for_the_focus(self) -> None:
        self._desk.wait(lambda: not self._what_is_wrong(), why=self._what_is_wrong())

    def _what_is_wrong(self) -> str:
        self._desk.bring_to_the_front()
        focused = QApplication.focusWidget()
        if focused is None:
            return "nothing has the focus"
        what = f"{type(focused).__name__} in {self._names()}"
        if not focused.isVisible() or _part_in_sight(focused).isEmpty():
            return f"{what} is out of sight"
        if not self._reader.is_on(focused):
            return f"{what} does not say that it has the focus"
        if not self._reader.name_of(focused):
            return f"{what} has no name"
        return ""


def _part_in_sight(widget: QWidget) -> QRect:
    """Return what no scrolled page and no edge of the window cuts off of a widget."""
    part, place = widget.rect(), widget
    while not place.isWindow():
        part, place = part.translated(place.pos()), place.parentWidget()
        part &= place.rect()
    return part
