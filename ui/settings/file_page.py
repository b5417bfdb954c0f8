"""Where the calendar is kept, and its backups."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.commands.backups import DAYS, NEWEST, WEEKS, Backup
from app.commands.dates import moment
from app.commands.keeping import SUFFIX
from app.commands.views import CalendarView
from app.wording import _, ngettext
from ui.backup_keeper import BackupKeeper
from ui.settings.calendars import documents_folder, with_suffix
from ui.theme import Space, TextRole, Theme
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label
from ui.widgets.lifetime import while_there
from ui.widgets.list_page import side_button
from ui.widgets.message_bar import MessageBar
from ui.widgets.section import Section
from ui.widgets.two_line_list import Entry, TwoLineList


class FilePage(QWidget):
    """Says where the file lies and when it was backed up last; makes and brings back backups.

    `opening_asked` carries the path of a calendar.
    """

    opening_asked = Signal(object)

    def __init__(self, keeper: BackupKeeper, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("file_page")
        self._keeper = keeper
        self._bar = MessageBar(theme)
        self._place = Label(str(keeper.calendar), wraps=True)
        self._place.setObjectName("calendar_place")
        self._danger = Label(wraps=True, role=TextRole.STRONG)
        self._danger.setObjectName("calendar_danger")
        self._show = side_button("show_folder", _("Show the folder"), self._on_show)
        self._copy = side_button("copy_calendar", _("Keep a copy elsewhere…"), self._on_copy)
        self._last = Label(role=TextRole.STRONG, wraps=True)
        self._last.setObjectName("last_backup")
        self._folder = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._folder.setObjectName("backup_folder")
        for label in (self._place, self._folder):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._now = make_primary(side_button("back_up_now", _("Back up now"), self._on_now))
        self._choose = side_button("choose_backups", _("Choose another folder…"), self._on_choose)
        self._list = TwoLineList()
        self._list.setObjectName("backups_list")
        self._list.setAccessibleName(_("Backups, the newest first"))
        self._open = side_button("open_backup", _("Open a copy of this backup"), self._on_open)
        self._lay_out()
        self._list.chosen.connect(lambda _key: self._open_button())
        keeper.changed.connect(self._show_backups)
        keeper.endangered.connect(self._show_danger)
        self._show_backups()
        self._show_danger()
        keeper.look()

    def may_leave(self) -> bool:
        """Nothing can be lost here."""
        return True

    def focus_first(self) -> None:
        """Let the keyboard begin with the backup that one would make."""
        self._now.setFocus()

    def set_calendar(self, _calendar: CalendarView) -> None:
        """It shows the file, not what stands in it."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._bar.set_theme(theme)

    # --- what is shown ----------------------------------------------------------------------------

    def _show_backups(self) -> None:
        backups = self._keeper.backups
        self._last.setText(_last_words(backups) if backups else _("There is no backup yet."))
        self._folder.setText(_("They lie in {folder}").format(folder=self._keeper.folder))
        entries = [Entry(str(one.path), _when(one), _size(one.size)) for one in backups]
        known = {entry.key for entry in entries}
        first = entries[0].key if entries else ""
        self._list.show_entries(entries, self._list.key if self._list.key in known else first)
        self._list.setVisible(bool(entries))
        self._back.setVisible(bool(entries))
        self._open_button()

    def _show_danger(self) -> None:
        self._danger.setText(self._keeper.danger)
        self._danger.setVisible(bool(self._keeper.danger))

    def _open_button(self) -> None:
        self._open.setEnabled(bool(self._list.key))
        self._open.setToolTip("" if self._list.key else _("Choose a backup first."))

    # --- what is done -----------------------------------------------------------------------------

    def _on_show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._keeper.calendar.parent)))

    def _on_copy(self) -> None:
        name = self._keeper.calendar.name
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            _("Where shall the copy be kept?"),
            str(documents_folder() / name),
            _("Calendars (*{suffix})").format(suffix=SUFFIX),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.copy_to(with_suffix(Path(chosen)))

    def copy_to(self, target: Path) -> None:
        """Write a checked copy of the calendar, and offer to go on in it."""
        self._keeper.copy_to(
            target,
            while_there(self, self._on_copied),
            while_there(self, self._bar.show_refusal),
        )

    def _on_copied(self, path: Path) -> None:
        self._bar.show_information(
            _(
                "The copy is whole and lies in {place}. This window still works on the old file."
            ).format(place=path),
            _("Go on in the copy"),
            partial(self.opening_asked.emit, path),
        )

    def _on_now(self) -> None:
        self._bar.dismiss()
        self._keeper.back_up(while_there(self, self._bar.show_refusal))

    def _on_choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, _("Where shall backups be kept?"), str(self._keeper.folder.parent)
        )
        if chosen:
            self._keeper.use_folder(Path(chosen))

    def _on_open(self) -> None:
        backup = next(one for one in self._keeper.backups if str(one.path) == self._list.key)
        self._keeper.bring_back(
            backup,
            while_there(self, self.opening_asked.emit),
            while_there(self, self._bar.show_refusal),
        )

    # --- how it is laid out -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        place = Section(_("The file"), "place_section")
        for part in (self._place, self._danger, _row(self._show, self._copy)):
            place.add(part)
        backups = Section(_("Backups"), "backups_section")
        for part in (self._last, self._folder, Label(_made_words(self._keeper), wraps=True)):
            backups.add(part)
        backups.add(_row(self._now, self._choose))
        self._back = Section(_("Bring one back"), "bring_back_section")
        self._back.add(
            Label(
                _(
                    "A backup opens as a calendar of its own, and this one stays as it is. What "
                    "was approved, held or exported after that moment is unknown there: look at "
                    "the scheduler before you export from it."
                ),
                wraps=True,
            )
        )
        self._back.add(self._list)
        self._back.add(_row(self._open))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XL)
        column.addWidget(self._bar)
        column.addWidget(place)
        column.addWidget(backups)
        column.addWidget(self._back, 1)
        column.addStretch(0)


def _row(*buttons: QPushButton) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, Space.XS, 0, 0)
    row.setSpacing(Space.S)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return widget


def _made_words(keeper: BackupKeeper) -> str:
    if not keeper.makes_them_by_itself:
        return _("The sample is not backed up by itself; a calendar of yours is.")
    return _(
        "Every half hour in which something has changed, a copy is made beside your work and "
        "checked before it counts. Kept are the newest {newest}, the last of each of {days} days "
        "and of {weeks} weeks."
    ).format(newest=NEWEST, days=DAYS, weeks=WEEKS)


def _last_words(backups: tuple[Backup, ...]) -> str:
    count = ngettext("{count} backup", "{count} backups", len(backups)).format(count=len(backups))
    return _("Last backup: {when}. {count}, {size}.").format(
        when=_when(backups[0]), count=count, size=_size(sum(one.size for one in backups))
    )


def _when(backup: Backup) -> str:
    return moment(backup.at.astimezone().replace(tzinfo=None))


def _size(size: int) -> str:
    return _("{megabytes} MB").format(megabytes=f"{size / 1_000_000:.1f}")
