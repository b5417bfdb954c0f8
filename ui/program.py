"""The running program: opens one calendar after another, each in a window of its own."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.commands.backups import bring_up_to_date, folder_of
from app.commands.finding import find_person
from app.commands.knowledge import Knowledge
from app.commands.reader import Reader
from app.commands.session import Session, now_utc
from app.commands.unfinished import is_unfinished_sample
from app.domain.person import Person
from app.errors import AppError, MissingError, OlderFileError
from app.wording import _
from ui import theme as themes
from ui.errors import Errors
from ui.jobs import Jobs, Progress
from ui.main_window import MainWindow
from ui.operations import Operations
from ui.preferences import Preferences
from ui.theme import Theme, ThemeChoice
from ui.widgets.waiting_page import WaitingPage

WARMS_UP_AFTER_MS = 1000
"""When to load what the first edit needs: not while the window still paints itself."""


class Program(QObject):
    """Owns what outlives a window: day knowledge, preferences, theme, and where faults go.

    `opened` carries the MainWindow of a calendar, `stayed_shut` why one could not be opened,
    `loaded` tells that what the first edit needs has been loaded beside the window.
    """

    opened = Signal(object)
    loaded = Signal()
    stayed_shut = Signal(str)

    def __init__(
        self, application: QApplication, errors: Errors, *, choice: ThemeChoice | None = None
    ) -> None:
        super().__init__()
        self._application = application
        self._errors = errors
        self._preferences = Preferences()
        if choice is not None:
            self._preferences.theme = choice
        self._theme = themes.chosen(application, self._preferences.theme)
        self._knowledge = Knowledge.load()
        self._jobs = Jobs(self, threads=1)
        self._jobs.crashed.connect(errors.tell)
        self._warming_up = QTimer(self, singleShot=True, interval=WARMS_UP_AFTER_MS)
        self._warming_up.timeout.connect(self._warm_up)
        self._window: MainWindow | None = None
        self._page: QWidget | None = None
        self._dialogs: set[QDialog] = set()
        self._person = ""
        self._path = Path()
        """Of the calendar that was opened last."""
        themes.apply(application, self._theme)
        application.styleHints().colorSchemeChanged.connect(self._on_system_colours)

    @property
    def window(self) -> MainWindow | None:
        """The window of the open calendar, if one is open."""
        return self._window

    def start(self, path: Path | None, person: str = "") -> None:
        """Open a calendar: this one, else the last, else the sample; as a person by their name."""
        self._person = person
        last = next((kept for kept in self._preferences.files if kept.exists()), None)
        wanted = path or last
        if wanted is None:
            self.open_sample()
        else:
            self.open(wanted)

    def open(self, path: Path) -> None:
        """Open a calendar in place of the present one, or say in one sentence why it stays shut."""
        if _lies_where_the_sample_does(path) and path.exists() and not path.stat().st_size:
            self._make_sample(path)
            return
        try:
            reader = Reader.open(path.resolve(), self._knowledge)
        except OlderFileError:
            self._bring_up_to_date(path.resolve())
            return
        except AppError as problem:
            self._say_cannot_open(path, str(problem))
            return
        if _lies_where_the_sample_does(path) and is_unfinished_sample(reader):
            reader.close()
            self._make_sample(path)
            return
        try:
            window = self._make_window(path.resolve(), reader)
        except AppError as problem:
            reader.close()
            self._say_cannot_open(path, str(problem))
            return
        self._replace_window(window)
        self._preferences.remember_file(path.resolve())
        self.opened.emit(window)

    def _bring_up_to_date(self, path: Path) -> None:
        """Let a calendar of an older Countersign be one of this, beside the window, and open it."""
        folder = folder_of(path, self._preferences.backups)
        if self._window is None:
            self._show_page(_("Bringing the calendar up to date…"))
        self._jobs.run(
            lambda _progress: bring_up_to_date(path, folder, now_utc()),
            done=lambda _nothing: self.open(path),
            refused=lambda sentence: self._say_cannot_open(path, sentence),
        )

    def open_sample(self) -> None:
        """Open the sample calendar; at the first time it is made, which takes a moment."""
        path = sample_path()
        if path.exists():
            self.open(path)
        else:
            self._make_sample(path)

    def _make_sample(self, path: Path) -> None:
        """Make the sample, also in the place of one that was cut short, and open it."""
        self._show_page(_("Preparing a sample calendar…"))

        def work(_progress: Progress) -> Path:
            # making one takes long to load, and only the first start needs it
            from app.commands.calendars import create_sample, make_sample_anew  # noqa: PLC0415

            make = make_sample_anew if path.exists() else create_sample
            return make(path, date.today(), self._knowledge)  # noqa: DTZ011 - own day

        self._jobs.run(
            work,
            done=self.open,
            refused=lambda sentence: self._say_cannot_open(path, sentence),
        )

    def ask_open(self) -> None:
        """Let the person choose a calendar."""
        from ui.settings.calendars import ask_for_calendar  # noqa: PLC0415  a door of its own

        chosen = ask_for_calendar(self._window)
        if chosen is not None:
            self.open(chosen)

    def ask_new(self) -> None:
        """Let the person make a calendar."""
        from ui.settings.calendars import NewCalendarDialog  # noqa: PLC0415

        dialog = NewCalendarDialog(self._jobs, self._theme, self._window)
        dialog.created.connect(self.open)
        self._show(dialog)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Take other colours and keep to them."""
        self._preferences.theme = choice
        self._take_theme(themes.chosen(self._application, choice))

    def close(self) -> None:
        """Close the window, wait for what is under way."""
        self._warming_up.stop()
        for dialog in tuple(self._dialogs):
            dialog.reject()
        if self._window is not None:
            self._window.close()
        self._drop_page()
        self._jobs.close()

    # --- inside -------------------------------------------------------------------------------

    def _warm_up(self) -> None:
        path = self._path

        def work(progress: Progress) -> None:
            from ui import all_screens  # noqa: F401, PLC0415

            self._knowledge.warm_up()
            progress.check()
            with closing(Reader.open(path, self._knowledge)) as reader:
                reader.ground()  # so that a hold says at once how much it would stop

        def tell(_outcome: object) -> None:
            self.loaded.emit()

        self._jobs.run(work, done=tell, refused=tell)

    def _make_window(self, path: Path, reader: Reader) -> MainWindow:
        self._path = path
        operations = Operations(lambda: Session.open(path, self._knowledge))
        jobs = Jobs()
        for source in (operations, jobs):
            source.crashed.connect(self._errors.tell)
        window = MainWindow(
            path,
            reader,
            operations,
            jobs,
            self._theme,
            preferences=self._preferences,
            today=date.today(),  # noqa: DTZ011 - the reader's own day
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open_requested.connect(self.ask_open)
        window.new_requested.connect(self.ask_new)
        window.sample_requested.connect(self.open_sample)
        window.opening_asked.connect(self.open)
        window.theme_chosen.connect(self.choose_theme)
        window.closed.connect(partial(self._on_closed, window))
        window.begun.connect(self._warming_up.start)
        return window

    def _replace_window(self, window: MainWindow) -> None:
        before, self._window = self._window, window
        self._errors.set_window(window)
        window.show()
        person = _named(window.calendar.people, self._person)
        window.start(person.id if person else None)
        if before is not None:
            before.close()
        self._drop_page()

    def _on_closed(self, window: MainWindow) -> None:
        if self._window is window:
            self._window = None
            self._errors.set_window(None)

    def _say_cannot_open(self, path: Path, sentence: str) -> None:
        """Say why a calendar stays shut; without another window the dialog is the window."""
        from ui.settings.calendars import CannotOpenDialog  # noqa: PLC0415

        self._drop_page()
        dialog = CannotOpenDialog(path, sentence, self._theme, self._window)
        dialog.another_asked.connect(self.ask_open)
        dialog.new_asked.connect(self.ask_new)
        dialog.sample_asked.connect(self.open_sample)
        self._show(dialog)
        self.stayed_shut.emit(sentence)

    def _show(self, dialog: QDialog) -> None:
        """Open a dialog and keep it, also where no window stands behind it."""
        self._dialogs.add(dialog)
        dialog.finished.connect(lambda _result: self._dialogs.discard(dialog))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_page(self, words: str) -> None:
        self._drop_page()
        self._page = WaitingPage(words)
        self._page.show()

    def _drop_page(self) -> None:
        if self._page is not None:
            self._page.close()
            self._page.deleteLater()
            self._page = None

    def _on_system_colours(self) -> None:
        if self._preferences.theme is ThemeChoice.SYSTEM:
            self._take_theme(themes.chosen(self._application, ThemeChoice.SYSTEM))

    def _take_theme(self, theme: Theme) -> None:
        self._theme = theme
        themes.apply(self._application, theme)
        if self._window is not None:
            self._window.set_theme(theme)


def _named(people: Sequence[Person], name: str) -> Person | None:
    """Return the one person who is called so or whose name begins so; else nobody."""
    try:
        return find_person(people, name)
    except MissingError:
        return None


def _lies_where_the_sample_does(path: Path) -> bool:
    return path.resolve() == sample_path().resolve()


def sample_path() -> Path:
    """Return where the sample calendar of this person lies."""
    folder = platformdirs.user_data_path("Countersign", ensure_exists=True)
    return folder / "Sample.countersign"
