"""The moment from which a person sees the window."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

AT_THE_LATEST_MS = 2000
"""Whoever covers the window or puts it away meanwhile does not keep it from its work."""


class FirstPaint(QObject):
    """`came` tells once that a widget and all in it has been painted; at once if it is hidden."""

    came = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._tell)

    def wait(self) -> None:
        """Wait for it from now on."""
        self._widget.installEventFilter(self)
        self._patience.start(AT_THE_LATEST_MS if self._widget.isVisible() else 0)

    def stop(self) -> None:
        """Tell nothing any more."""
        self._patience.stop()
        self._widget.removeEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._patience.start(0)  # the parts of the widget are painted after itself
        return False

    def _tell(self) -> None:
        self.stop()
        self.came.emit()
