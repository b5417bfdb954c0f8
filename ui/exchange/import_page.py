"""One sheet before it is imported: how it is read, what it would do, and what cannot come in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.commands.import_preview import ImportPreview
from app.commands.merging import Outcome
from app.commands.views import CalendarView
from app.domain.flag import Severity
from app.wording import _, ngettext
from ui.exchange.column_picker import ColumnPicker
from ui.exchange.import_choices import ImportChoices
from ui.exchange.import_columns import Place, remarks
from ui.exchange.import_flags import FlagSummary, RowFlags
from ui.exchange.import_tables import GoodRowsModel, GoodRowsTable, ProblemsTable
from ui.exchange.note_list import NoteList
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.labels import Label
from ui.widgets.tab_order import tab_through

_PROBLEMS = "problems"
"""What the tab of the rows that stay out stands for, beside the outcomes."""


class ImportPage(QWidget):
    """Shows a preview; `corrected` carries the Reading once the person corrects a guess.

    `taken_changed` is sent when the person says that the sheet is right about a conflict,
    `report_asked` when they want to keep or pass on what the sheet would raise.
    """

    corrected = Signal(object)
    taken_changed = Signal()
    report_asked = Signal()

    def __init__(self, calendar: CalendarView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen: object = None
        self._choices = ImportChoices(calendar)
        self._notes = NoteList()
        self._notes.setObjectName("import_notes")
        self._notes.setAccessibleName(_("What was guessed or left out"))
        self._columns = ColumnPicker()
        self._columns.setObjectName("columns")
        self._columns.setAccessibleName(_("Columns of the sheet"))
        self._tabs = QTabBar()
        self._tabs.setObjectName("import_tabs")
        self._tabs.setAccessibleName(_("Rows of the sheet by what happens with them"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._summary = FlagSummary()
        self._row_flags = RowFlags(theme)
        self._state = Label(muted=True, wraps=True)
        self._state.setObjectName("import_state")
        self._good = GoodRowsModel(theme, self)
        self._good_table = GoodRowsTable(self._good)
        self._good_table.setObjectName("good_rows")
        self._good_table.setAccessibleName(_("Posts that come in"))
        self._problems = ProblemsTable()
        self._problems.setObjectName("problems")
        self._problems.setAccessibleName(_("Rows that stay out"))
        self._tables = QStackedWidget()
        self._detail = Label(role=TextRole.SMALL, wraps=True)
        self._detail.setObjectName("import_detail")
        self._detail.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._detail.setMinimumHeight(3 * self._detail.fontMetrics().height())
        self._lay_out()
        self._choices.corrected.connect(self.corrected)
        self._columns.corrected.connect(self._choices.correct_columns)
        self._tabs.currentChanged.connect(self._on_tab)
        self._good.taken_changed.connect(self.taken_changed)
        self._summary.only_flagged_changed.connect(lambda only: self._good.show_flagged(only=only))
        self._summary.report_asked.connect(self.report_asked)
        self._good.modelReset.connect(self._choose_first)
        self._good_table.selectionModel().currentChanged.connect(self._show_detail)

    @property
    def taken(self) -> frozenset[str]:
        """The keys of the conflicts in which the sheet is right."""
        return self._good.taken

    def forget(self) -> None:
        """Forget what was corrected for the last sheet."""
        self._chosen = None
        self._choices.forget()
        self._summary.forget()
        self._good.show_sheet(())

    def show_preview(self, preview: ImportPreview) -> None:
        """Show how a sheet is read and what it would do."""
        self.show_reading(preview)
        self.show_rows(preview)

    def show_reading(self, preview: ImportPreview) -> None:
        """Show how a sheet is read."""
        self._choices.show_preview(preview)
        self._columns.show_sheet(
            preview.headers, preview.sample_rows, preview.fields, preview.mapping
        )
        tab_through(self._notes, *self._columns.boxes)
        self._notes.show_notes(preview.notes)
        self._notes_side.setVisible(bool(preview.notes))

    def show_rows(self, preview: ImportPreview) -> None:
        """Show what a sheet would do, row by row and in sums."""
        self._summary.show_preview(preview)
        self._row_flags.setVisible(preview.has.flags)
        self._show_tabs(preview)
        self._good.show_sheet(preview.urgent_first, self._kind)
        self._problems.show_problems(preview.errors)
        self._good_table.setColumnHidden(
            Place.REMARKS, not (preview.has.changes or preview.has.hints)
        )
        self._good_table.fit(_widths(preview))
        self._state.setText(_state_of(preview))
        self._state.setVisible(bool(self._state.text()))
        self._detail.setVisible(preview.has.changes)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._good.set_theme(theme)
        self._row_flags.set_theme(theme)
        self._mark_tabs()

    def _show_tabs(self, preview: ImportPreview) -> None:
        """Count the rows by what happens with them; a tab that was chosen stays if it can."""
        self._tabs.blockSignals(True)
        for number in reversed(range(self._tabs.count())):
            self._tabs.removeTab(number)
        for kind, words in _counted(preview):
            self._tabs.setTabData(self._tabs.addTab(words), kind)
        kinds = [self._tabs.tabData(number) for number in range(self._tabs.count())]
        wanted = self._chosen if preview.rows else _PROBLEMS
        self._tabs.setCurrentIndex(kinds.index(wanted) if wanted in kinds else 0)
        self._tabs.blockSignals(False)
        self._mark_tabs()
        self._show_table()

    def _mark_tabs(self) -> None:
        """Mark the tabs whose rows need a look with the sign of a caution."""
        colours = self._theme.severity(Severity.CAUTION)
        name = icons.severity_icon_name(Severity.CAUTION)
        warning = icons.icon(name, colours.stripe, self._theme.surface)
        for number in range(self._tabs.count()):
            needs_a_look = self._tabs.tabData(number) in (_PROBLEMS, Outcome.CONFLICT)
            self._tabs.setTabIcon(number, warning if needs_a_look else QIcon())

    def _on_tab(self) -> None:
        self._chosen = self._tabs.tabData(self._tabs.currentIndex())
        self._show_chosen()

    @property
    def _kind(self) -> Outcome | None:
        """Of which rows the chosen tab speaks; nothing for all, and for those that stay out."""
        kind = self._tabs.tabData(self._tabs.currentIndex())
        return None if kind in (None, _PROBLEMS) else Outcome(kind)

    def _show_chosen(self) -> None:
        self._show_table()
        if self._tables.currentWidget() is self._good_page:
            self._good.show_only(self._kind)

    def _show_table(self) -> None:
        is_about_problems = self._tabs.tabData(self._tabs.currentIndex()) == _PROBLEMS
        self._tables.setCurrentWidget(self._problems if is_about_problems else self._good_page)

    def _choose_first(self) -> None:
        """Look at the first row, which needs it most, as soon as other rows are shown."""
        if self._good.rowCount():
            self._good_table.setCurrentIndex(self._good.index(0, Place.ROW))
        else:
            self._show_detail()

    def _show_detail(self) -> None:
        """Say in full what the row under the cursor changes and what it raises."""
        number = self._good_table.currentIndex().row()
        row = self._good.row(number) if 0 <= number < self._good.rowCount() else None
        self._detail.setText("\n".join(remarks(row)) if row else "")
        self._row_flags.show_row(row)

    def _lay_out(self) -> None:
        self._notes_side = QWidget()
        notes = QVBoxLayout(self._notes_side)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(Space.XS)
        notes.addWidget(_subtitle(_("What was guessed or left out")))
        notes.addWidget(self._notes)
        notes.addStretch(1)
        reading = QHBoxLayout()
        reading.setSpacing(Space.XL)
        reading.addWidget(self._choices, 0, Qt.AlignmentFlag.AlignTop)
        reading.addWidget(self._notes_side, 1)
        good = QWidget()
        beside = QHBoxLayout(good)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(Space.M)
        beside.addWidget(self._good_table, 1)
        beside.addWidget(self._row_flags)
        self._good_page = good
        self._tables.addWidget(good)
        self._tables.addWidget(self._problems)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(reading)
        column.addWidget(_subtitle(_("What each column holds")))
        column.addWidget(self._columns)
        column.addSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self._tabs, 1)
        head.addWidget(self._summary)
        column.addLayout(head)
        column.addWidget(self._state)
        column.addWidget(self._tables, 1)
        column.addWidget(self._detail)


def _counted(preview: ImportPreview) -> list[tuple[Outcome | str | None, str]]:
    """Return what the tabs stand for, each with its count in words; one without rows has none."""
    bad = len(preview.bad_rows)
    kinds: tuple[tuple[Outcome | str | None, str, int], ...] = (
        (None, _("All {count}"), len(preview.rows)),
        (Outcome.NEW, _("{count} new"), len(preview.new_rows)),
        (Outcome.UPDATE, _("{count} updated"), len(preview.updated_rows)),
        (Outcome.CONFLICT, _("{count} changed in both"), len(preview.conflicting_rows)),
        (Outcome.UNCHANGED, _("{count} unchanged"), len(preview.unchanged_rows)),
        (_PROBLEMS, ngettext("{count} row stays out", "{count} rows stay out", bad), bad),
    )
    whole = any(not error.number for error in preview.errors)
    tabs = [(kind, words.format(count=f"{count:,}")) for kind, words, count in kinds if count]
    if len({row.outcome for row in preview.rows}) == 1:
        del tabs[0]  # all of them are what the next tab says
    return [*tabs, (_PROBLEMS, _("What is missing"))] if whole else tabs


def _widths(preview: ImportPreview) -> dict[int, int]:
    """Return in letters how wide columns are whose content would take too much or too little."""
    has = preview.has
    return {
        Place.WHAT: 34 if has.conflicts else 25 if has.known else 8,
        Place.WHEN: 34 if has.guessed_times else 23,
        Place.FLAGS: 22 if has.changes else 27,
        Place.REMARKS: 40 if has.changes else 34 if has.hints else 0,
    }


def _state_of(preview: ImportPreview) -> str:
    """Return what to know before looking at the rows, if anything."""
    if preview.new_rows or preview.updated_rows:
        news = ""
    elif preview.unchanged_rows and not preview.conflicting_rows:
        news = _("Everything in this sheet is in the calendar already: there is nothing to do.")
    elif not preview.rows and not preview.errors:
        news = _("This sheet holds no posts: choose another sheet or say what its columns hold.")
    else:
        news = ""
    takes = _(
        "Tick the rows in which the sheet is right, with a click or with Space; "
        "the others stay as they are here."
    )
    can_take = any(row.can_be_taken for row in preview.conflicting_rows)
    return " ".join(filter(None, (news, takes if can_take else "")))


def _subtitle(words: str) -> Label:
    return Label(words, TextRole.SMALL_STRONG, muted=True)
