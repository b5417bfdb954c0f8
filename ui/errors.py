"""The one place that shows a fault of the program: one dialog, the details, and the log."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app.wording import _

log = logging.getLogger("countersign")
LARGEST_LOG = 1_000_000


class Errors(QObject):
    """Keeps faults in the log and shows the first; lives on the window's thread.

    An AppError never comes here: it is said in a bar where it happened.
    """

    happened = Signal(object)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log_file = log_file
        self._window: QWidget | None = None
        self._dialog: QMessageBox | None = None
        self._handler = _handler(log_file)
        self._earlier_hook: Callable[..., object] = sys.excepthook
        self._earlier_thread_hook = threading.excepthook
        log.addHandler(self._handler)
        self.happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take every exception that nothing else catches, from all threads."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_uncaught_in_thread

    def close(self) -> None:
        """Leave exceptions to Python again and close the log."""
        sys.excepthook = self._earlier_hook
        threading.excepthook = self._earlier_thread_hook
        log.removeHandler(self._handler)
        self._handler.close()
        if self._dialog is not None:
            self._dialog.close()

    def set_window(self, window: QWidget | None) -> None:
        """Show faults over this window."""
        self._window = window

    @Slot(object)
    def tell(self, problem: BaseException) -> None:
        """Keep a fault in the log and show it, unless one is shown already."""
        log.error("A fault of the program", exc_info=problem)
        self.happened.emit(problem)

    def _on_uncaught(
        self,
        kind: type[BaseException],
        problem: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._earlier_hook(kind, problem, trace)
        else:
            self.tell(problem)

    def _on_uncaught_in_thread(self, facts: threading.ExceptHookArgs) -> None:
        if facts.exc_value is not None:
            self.tell(facts.exc_value)

    @Slot(object)
    def _on_happened(self, problem: BaseException) -> None:
        if self._dialog is not None:
            return
        details = details_of(problem)
        dialog = QMessageBox(self._window)
        dialog.setObjectName("fault_dialog")
        dialog.setIcon(QMessageBox.Icon.Critical)
        dialog.setWindowTitle(_("Countersign"))
        dialog.setText(_("Something went wrong inside Countersign."))
        dialog.setInformativeText(
            _(
                "What was saved is safe. You can go on; if it happens again, close and open the "
                "window.\n\nPlease send the details to whoever looks after Countersign. They are "
                "also kept in {file}."
            ).format(file=self.log_file)
        )
        copy = dialog.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.setObjectName("copy_details")
        dialog.addButton(QMessageBox.StandardButton.Close)
        copy.clicked.disconnect()  # copying must not close the dialog
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    def _on_closed(self) -> None:
        self._dialog = None


def log_path() -> Path:
    """Return the file that faults are kept in."""
    return platformdirs.user_log_path("Countersign", ensure_exists=True) / "countersign.log"


def details_of(problem: BaseException) -> str:
    """Return what a developer needs to know: versions and where it happened."""
    versions = (
        f"Python {platform.python_version()}, Qt {qt_version}, {platform.system()} "
        f"{platform.release()}"
    )
    return f"{versions}\n\n{''.join(traceback.format_exception(problem))}"


def _handler(log_file: Path) -> RotatingFileHandler:
    handler = RotatingFileHandler(
        log_file, maxBytes=LARGEST_LOG, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    return handler
