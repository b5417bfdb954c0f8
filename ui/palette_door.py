"""Opens the palette; what it offers is loaded when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.commands.reader import Reader
from ui.actions import Actions
from ui.jobs import Jobs

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.palette_maker import PaletteMaker


class PaletteDoor(QObject):
    """Stands for the palette of a window until somebody opens it."""

    def __init__(self, reader: Reader, jobs: Jobs, actions: Actions, window: "MainWindow") -> None:
        super().__init__(window)
        self._reader = reader
        self._jobs = jobs
        self._actions = actions
        self._window = window
        self._maker: PaletteMaker | None = None

    def open(self) -> None:
        """Offer all that can be done or gone to."""
        self._made().open()

    def open_for_places(self) -> None:
        """Offer days, posts and markets only."""
        self._made().open_for_places()

    def stop(self) -> None:
        """Look for nothing more: the window is going."""
        if self._maker is not None:
            self._maker.stop()

    def _made(self) -> "PaletteMaker":
        if self._maker is None:
            from ui.palette_maker import PaletteMaker  # noqa: PLC0415

            self._maker = PaletteMaker(self._reader, self._jobs, self._actions, self._window)
        return self._maker
