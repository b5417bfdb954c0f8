"""Making a calendar, opening one, and saying why one cannot be opened."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.calendars import create_calendar
from app.commands.keeping import SUFFIX, danger_of
from app.domain.flag import Severity
from app.domain.person import PersonId
from app.wording import _
from ui.jobs import Jobs, Progress
from ui.settings.remembered import remember_person
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label
from ui.widgets.lifetime import while_there
from ui.widgets.message_bar import MessageBar
from ui.widgets.section import Section

ICON_SIZE = 32
_NOT_IN_FILE_NAMES = '<>:"/\\|?*'


def documents_folder() -> Path:
    """Return where people keep their documents on this computer."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()


def ask_for_calendar(parent: QWidget | None, folder: Path | None = None) -> Path | None:
    """Let a person choose a calendar file; nothing when they change their mind."""
    chosen, _filter = QFileDialog.getOpenFileName(
        parent, _("Open a calendar"), str(folder or documents_folder()), _file_filter()
    )
    return Path(chosen) if chosen else None


class NewCalendarDialog(QDialog):
    """Makes an empty calendar; `created` carries its path once it is there."""

    created = Signal(object)

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_calendar_dialog")
        self.setWindowTitle(_("New calendar"))
        self._jobs = jobs
        self._folder = documents_folder()
        self._is_place_chosen = False
        self._is_making = False
        self._name = _line("calendar_name", _("Name of the calendar"))
        self._name.setPlaceholderText(_("such as Spring campaign"))
        self._owner = _line("owner_name", _("Your name"))
        self._place = _line("place", _("File"))
        self._danger = Label(role=TextRole.STRONG, wraps=True)
        self._danger.setObjectName("place_danger")
        self._danger.hide()
        self._choose = QPushButton(_("Choose…"))
        self._choose.setObjectName("choose_place")
        self._bar = MessageBar(theme)
        self._cancel = QPushButton(_("Cancel"))
        self._cancel.setObjectName("cancel")
        self._make = make_primary(QPushButton(_("Make the calendar")))
        self._make.setObjectName("make")
        self._make.setDefault(True)
        for button in (self._choose, self._cancel):
            button.setAutoDefault(False)
        self._lay_out()
        self._name.textEdited.connect(self._on_name)
        self._owner.textEdited.connect(self._open_button)
        self._place.textEdited.connect(self._on_place)
        self._place.textChanged.connect(self._look_at_place)
        self._choose.clicked.connect(self._choose_place)
        self._cancel.clicked.connect(self.reject)
        self._make.clicked.connect(self._make_it)
        self._open_button()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._bar.set_theme(theme)

    @property
    def path(self) -> Path:
        """The file that would be made."""
        typed = Path(self._place.text().strip()).expanduser()
        return with_suffix(self._folder / typed)

    def reject(self) -> None:
        if self._is_making:
            self._bar.show_information(_("The calendar is being made: one moment."))
        else:
            super().reject()

    def _on_name(self) -> None:
        if not self._is_place_chosen:
            name = file_name_of(self._name.text())
            self._place.setText(str(self._folder / f"{name}{SUFFIX}") if name else "")
        self._open_button()

    def _on_place(self) -> None:
        self._is_place_chosen = True
        self._open_button()

    def _look_at_place(self) -> None:
        """Say what can go wrong with a calendar there; a network may take its time to answer."""
        typed = self._place.text()
        self._danger.hide()
        if not Path(typed.strip()).name:
            return
        path = self.path

        def show(danger: str) -> None:
            if typed == self._place.text():
                self._danger.setText(danger)
                self._danger.setVisible(bool(danger))

        self._jobs.run(lambda _progress: danger_of(path), done=while_there(self, show))

    def _choose_place(self) -> None:
        proposed = self._place.text().strip() or str(self._folder)
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            _("Where shall the calendar be kept?"),
            proposed,
            _file_filter(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._is_place_chosen = True
            self._place.setText(str(with_suffix(Path(chosen))))
            self._open_button()

    def _open_button(self) -> None:
        why_not = self._what_is_missing()
        self._make.setEnabled(not why_not)
        self._make.setToolTip(why_not)

    def _what_is_missing(self) -> str:
        if self._is_making:
            return _("The calendar is being made.")
        if not self._name.text().strip():
            return _("Give the calendar a name.")
        if not self._owner.text().strip():
            return _("Write your name: you will own the calendar.")
        if not Path(self._place.text().strip()).name:
            return _("Choose where the file shall be kept.")
        return ""

    def _make_it(self) -> None:
        self._is_making = True
        self._open_button()
        path, name, owner = self.path, self._name.text().strip(), self._owner.text().strip()

        def work(_progress: Progress) -> PersonId:
            return create_calendar(path, name=name, owner_name=owner)

        self._jobs.run(
            work,
            done=while_there(self, partial(self._on_made, path)),
            refused=while_there(self, self._on_refused),
            title=_("Making a calendar"),
        )

    def _on_made(self, path: Path, owner: PersonId) -> None:
        self._is_making = False
        remember_person(path, owner)
        self.created.emit(path)
        self.accept()

    def _on_refused(self, sentence: str) -> None:
        self._is_making = False
        self._bar.show_refusal(sentence)
        self._open_button()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(Space.S)
        place.addWidget(self._place, 1)
        place.addWidget(self._choose)
        place_box = QWidget()
        place.setContentsMargins(0, 0, 0, 0)
        place_box.setLayout(place)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(Label(_("New calendar"), TextRole.TITLE))
        column.addWidget(self._bar)
        fields: tuple[tuple[str, QWidget, str], ...] = (
            (_("Name"), self._name, ""),
            (
                _("Your name"),
                self._owner,
                _("You own the calendar: you add its people, markets and channels."),
            ),
            (
                _("File"),
                place_box,
                _("Everything is kept in this one file. A folder of your own computer is best."),
            ),
        )
        for title, field, remark in fields:
            section = Section(title, f"{field.objectName()}_section")
            section.add(field)
            if remark:
                section.add(Label(remark, TextRole.SMALL, muted=True, wraps=True))
            column.addWidget(section)
        column.addWidget(self._danger)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)


class CannotOpenDialog(QDialog):
    """Says in one sentence why a calendar cannot be opened, and offers what can be done."""

    another_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal()

    def __init__(
        self, path: Path, sentence: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cannot_open_dialog")
        self.setWindowTitle(_("This calendar cannot be opened"))
        self._picture = QLabel()
        self._sentence = Label(sentence, wraps=True)
        self._sentence.setObjectName("sentence")
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleDescription(sentence)
        self._lay_out(path)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        style = theme.severity(Severity.CAUTION)
        name = icons.severity_icon_name(Severity.CAUTION)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap(name, style.stripe, ICON_SIZE, ratio, theme.surface))

    def _lay_out(self, path: Path) -> None:
        words = QVBoxLayout()
        words.setSpacing(Space.S)
        words.addWidget(Label(_("“{name}” stays closed").format(name=path.stem), TextRole.HEADING))
        words.addWidget(self._sentence)
        words.addWidget(Label(str(path), TextRole.SMALL, muted=True, wraps=True))
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        close = QPushButton(_("Close"))
        close.setObjectName("close")
        close.clicked.connect(self.reject)
        buttons.addWidget(close)
        buttons.addStretch(1)
        ways = (
            ("sample", _("Open the sample"), self.sample_asked),
            ("new", _("New calendar…"), self.new_asked),
            ("another", _("Open another…"), self.another_asked),
        )
        for name, text, signal in ways:
            button = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(self.accept)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        make_primary(button).setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.XL)
        column.addLayout(top, 1)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)


def with_suffix(path: Path) -> Path:
    """Return the path with the ending of a calendar, whatever dots its name holds."""
    return path if path.suffix == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")


def file_name_of(calendar_name: str) -> str:
    """Return a calendar's name as every system takes it as the name of a file."""
    kept = (
        " " if sign in _NOT_IN_FILE_NAMES or not sign.isprintable() else sign
        for sign in calendar_name
    )
    return " ".join("".join(kept).split()).strip(" .")


def _file_filter() -> str:
    return _("Countersign calendars (*{suffix})").format(suffix=SUFFIX)


def _line(name: str, spoken: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(spoken)
    return line
