"""A start that says when its first picture stands: `python -m tests.bench.starter WHAT …`.

empty                      an empty PySide6 window
grid CALENDAR SETTINGS     the program on a calendar, until its grid is painted with cards
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


PATIENCE_MS = 60_000


def say_painted() -> None:
    """Tell whoever started this."""
    sys.stdout.write("painted\n")
    sys.stdout.flush()


def empty() -> None:
    """Show an empty window until it has been painted."""
    from PySide6.QtCore import QTimer, qInstallMessageHandler
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            say_painted()
            QTimer.singleShot(0, application.quit)

    qInstallMessageHandler(lambda *_: None)  # what Qt says at the end is not measured
    application = QApplication([])
    window = Window()
    window.resize(1440, 900)
    window.show()
    application.exec()


def grid(calendar: str, settings: str) -> None:
    """Run the program as it is, and say when its grid has painted posts."""
    from PySide6.QtCore import QSettings, QTimer, qInstallMessageHandler
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from ui.calendar.lanes_view import LanesView
    from ui.main import main

    plain = LanesView.paintEvent

    def paint_and_say(view: LanesView, event: QPaintEvent) -> None:
        plain(view, event)
        if view.model().lanes.cards:
            LanesView.paintEvent = plain
            say_painted()
            QTimer.singleShot(0, QApplication.quit)

    LanesView.paintEvent = paint_and_say
    qInstallMessageHandler(lambda *_: None)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
    QTimer.singleShot(PATIENCE_MS, QApplication.quit)
    main([calendar])


if __name__ == "__main__":
    what, *words = sys.argv[1:]
    {"empty": empty, "grid": grid}[what](*words)
