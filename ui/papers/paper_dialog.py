"""The plan on paper: what goes on it, how it looks, and the way into a PDF or to a printer."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.post_filter import PostFilter
from app.commands.views import CalendarView
from app.wording import _
from ui.jobs import Job, Jobs, Progress
from ui.papers.contents import LONGEST_DAYS, PaperContents, PaperKind, PaperWish, read_contents
from ui.papers.page_preview import PagePreview
from ui.papers.paper import Paper
from ui.papers.paper_options import PaperOptions
from ui.papers.paper_words import head_of, kind_name
from ui.papers.paper_writer import PaperWriter, PdfFile
from ui.papers.sheet import Sheet
from ui.theme import Space, Theme
from ui.widgets.fitting import fitting
from ui.widgets.house_style import make_primary
from ui.widgets.message_bar import MessageBar
from ui.widgets.own_clock import own_zone

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

PATIENCE_MS = 250
"""How long a choice rests before the posts are read."""


class PaperDialog(QDialog):
    """Choices beside a preview; `written` carries the path of a PDF that is whole."""

    written = Signal(object)

    def __init__(
        self,
        reader: "Reader",
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
        *,
        wish: PaperWish,
        wanted: PostFilter,
        parent: QWidget | None = None,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        """Begin with what the window shows, and with the filter that hides posts there."""
        super().__init__(parent)
        self.setObjectName("paper_dialog")
        self.setWindowTitle(_("Print or save as PDF"))
        self._reader = reader
        self._jobs = jobs
        self._calendar = calendar
        self._wanted = wanted
        self._clock = clock or reader.clock
        self._job: Job | None = None
        self._paper: Paper | None = None
        self._writer: PaperWriter | None = None
        self._pdf: PdfFile | None = None
        self.options = PaperOptions(wish, wanted.markets_of(calendar))
        self.preview = PagePreview(theme)
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._bar = MessageBar(theme)
        self._close = _button("paper_close", _("Close"))
        self._print = _button("paper_print", _("Print…"))
        self._save = make_primary(_button("paper_save", _("Save as PDF…")))
        self._resting = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._lay_out()
        self._connect()
        self._read()

    @property
    def is_ready(self) -> bool:
        """Whether the pages can be written."""
        return self._paper is not None and self._writer is None

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the paper stays as it is."""
        self.preview.set_theme(theme)
        self._bar.set_theme(theme)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take another state of the calendar."""
        self._calendar = calendar

    def done(self, result: int) -> None:
        self._resting.stop()
        if self._job is not None:
            self._job.cancel()
        self._stop_writing()
        super().done(result)

    # --- reading ------------------------------------------------------------------------------

    def _read(self) -> None:
        wish = self.options.wish
        self._show(None)
        if wish.kind.has_days and (wish.span.last - wish.span.first).days >= LONGEST_DAYS:
            self._bar.show_refusal(
                _("A paper covers at most {count} days: choose a shorter period.").format(
                    count=LONGEST_DAYS
                )
            )
            return
        self._bar.dismiss()
        if self._job is not None:
            self._job.cancel()
        keeps = self._wanted.matches

        def work(progress: Progress) -> PaperContents:
            return read_contents(self._reader, wish, keeps, progress)

        self._busy.setRange(0, 0)
        self._busy.show()
        self._job = self._jobs.run(work, done=self._on_read, refused=self._refuse)

    def _on_read(self, contents: PaperContents) -> None:
        self._job = None
        self._busy.hide()
        sheet = Sheet(
            self.options.page_size,
            contents.wish.kind.shortens,
            _dots(),
            self.font(),
            self.layoutDirection(),
        )
        head = head_of(contents.wish, self._calendar, self._wanted, self._clock(), own_zone())
        self._show(Paper.of(contents, sheet, head))

    def _refuse(self, sentence: str) -> None:
        self._job = None
        self._busy.hide()
        self._bar.show_refusal(sentence)

    def _show(self, paper: Paper | None) -> None:
        self._paper = paper
        self.preview.show_paper(paper, _("The pages are being laid out…"))
        self._open_buttons()

    # --- writing ------------------------------------------------------------------------------

    def save_to(self, target: Path) -> None:
        """Write the pages into a PDF."""
        if self._paper is None:
            return
        try:
            self._pdf = PdfFile(target, self._paper)
        except OSError:
            self._bar.show_refusal(_cannot_be_written())
            return
        self._write(self._pdf.device, partial(self._on_saved, target))

    def _ask_for_file(self) -> None:
        if self._paper is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = file_name(self._calendar, self.options.wish)
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            _("Save as PDF"),
            str(Path(folder) / name),
            _("PDF files (*.pdf)"),
            options=QFileDialog.Option.DontUseNativeDialog,
        )
        if chosen:
            self.save_to(Path(chosen).with_suffix(".pdf"))

    def _ask_for_printer(self) -> None:
        # printers take long to be found, and few people print
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        if self._paper is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(self._paper.sheet.layout)
        printer.setFullPage(True)
        printer.setDocName(self._paper.head.calendar)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self._write(printer, self._on_printed))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QDialog.open(dialog)  # its own open() wants more

    def _write(self, device: QPagedPaintDevice, done: Callable[[], None]) -> None:
        if self._paper is None:
            return
        self._writer = writer = PaperWriter(self._paper, device, self)
        writer.went_on.connect(self._on_page)
        writer.ended.connect(done)
        writer.failed.connect(self._on_failed)
        self._open_buttons()
        self._busy.show()
        writer.start()

    def _on_page(self, number: int, count: int) -> None:
        self._busy.setRange(0, count)
        self._busy.setValue(number)

    def _on_saved(self, target: Path) -> None:
        try:
            if self._pdf is not None:
                self._pdf.finish()
        except OSError:
            self._on_failed(_cannot_be_written())
            return
        self._end()
        self._bar.show_information(_("Saved {file}").format(file=target.name))
        self.written.emit(target)

    def _on_printed(self) -> None:
        self._end()
        self._bar.show_information(_("The pages were sent to the printer."))

    def _on_failed(self, sentence: str) -> None:
        self._stop_writing()
        self._bar.show_refusal(sentence)

    def _stop_writing(self) -> None:
        if self._writer is not None:
            self._writer.stop()
        self._end()
        if self._pdf is not None:
            self._pdf.discard()

    def _end(self) -> None:
        self._writer = None
        self._busy.hide()
        self._open_buttons()

    def _open_buttons(self) -> None:
        why_not = "" if self.is_ready else _("The pages are not laid out yet")
        if self._writer is not None:
            why_not = _("The pages are being written")
        for button in (self._save, self._print):
            button.setEnabled(not why_not)
            button.setToolTip(why_not)

    # --- making -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.options)
        side.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(Space.L)
        halves.addLayout(side)
        halves.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.addWidget(self._busy, 1)
        row.addStretch(1)
        for button in (self._close, self._print, self._save):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._bar)
        column.addLayout(halves, 1)
        column.addLayout(row)
        self.resize(fitting(self, QSize(1120, 760)))

    def _connect(self) -> None:
        self.options.changed.connect(self._resting.start)
        self._resting.timeout.connect(self._read)
        self._close.clicked.connect(self.reject)
        self._save.clicked.connect(self._ask_for_file)
        self._print.clicked.connect(self._ask_for_printer)


def file_name(calendar: CalendarView, wish: PaperWish) -> str:
    """Return what a PDF is called: whose plan, what of it, and which days."""
    if wish.kind is PaperKind.POST and wish.post is not None:
        what = wish.post.name
    else:
        what = f"{kind_name(wish.kind)} {wish.span.first} {wish.span.last}"
    words = f"{calendar.name} {what}"
    kept = "".join(letter if letter.isalnum() or letter in " -" else " " for letter in words)
    sample = "SAMPLE " if calendar.is_sample else ""
    return f"{sample}{' '.join(kept.split())}.pdf"


def _cannot_be_written() -> str:
    return _("The file cannot be written there: choose another place.")


def _dots() -> float:
    """Return how many pixels the screen has to an inch: letters are measured by it."""
    return QGuiApplication.primaryScreen().logicalDotsPerInch()


def _button(name: str, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
