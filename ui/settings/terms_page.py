"""The team's own list: words to avoid, and names to spell exactly."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.commands.terms import TermsFile, read_terms_file, retire_term, save_terms
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.team_term import TeamTerm, TeamTerms, TermKind
from app.wording import _, ngettext
from ui.jobs import Jobs
from ui.operations import Operations
from ui.settings.term_form import TermForm
from ui.settings.term_words import term_entries, term_name
from ui.theme import Theme
from ui.widgets.found_page import FoundPage
from ui.widgets.labels import Label
from ui.widgets.lifetime import while_there
from ui.widgets.list_page import ListPage, side_button
from ui.widgets.powers import only_reviewers

FILES = "*.csv *.tsv *.txt"
_EMPTY, _ONE, _FILE = range(3)


class TermsPage(ListPage):
    """All terms on one side; one of them whole, or a file, on the other."""

    def __init__(
        self, calendar: CalendarView, operations: Operations, jobs: Jobs, theme: Theme
    ) -> None:
        super().__init__("terms", operations, theme, listed=_("Terms and names of the team"))
        self._calendar = calendar
        self._jobs = jobs
        self._new: TeamTerm | None = None
        self._file: TermsFile | None = None
        self._beside: tuple[TeamTerm, ...] = ()
        """The terms that counted when the file was shown."""
        self._adding = (
            side_button("add_term", _("Add a term"), self._on_add),
            side_button("import_terms", _("From a file…"), self._on_import),
        )
        self._empty = Label(
            _(
                "There is no term yet. Add words that your brand avoids, such as “bucket list” for "
                "an airline, and names, prices and hashtags that must be spelt exactly."
            ),
            muted=True,
            wraps=True,
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._form = TermForm()
        self._import = FoundPage()
        self._gone: set[str] = set()
        self._retire = side_button("retire", _("Retire"), self._on_retire)
        for page in (self._empty, self._form, self._import):
            self._pages.addWidget(page)
        self._lay_out(buttons=[self._adding], at_heading=[self._retire])
        self._list.chosen.connect(self._on_chosen)
        self._form.edited.connect(self._open_buttons)
        self.set_calendar(calendar)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show another state of the list; what is being written in the form stays."""
        chosen = self._list.key if self.is_unsaved else self._chosen_among(calendar)
        self._calendar = calendar
        if self._new is not None and self._new.id in calendar.terms.by_id:
            self._new = None
        was_changed = self.is_unsaved
        self._show_list(chosen)
        if not was_changed and self._file is None:
            self._show_chosen()
        self._on_me()

    def _chosen_among(self, calendar: CalendarView) -> str:
        """Return what stays chosen: beside a term that is gone the next, or one that is back."""
        before, now = list(self._calendar.terms.by_id), calendar.terms.by_id
        back = [key for key in now if key in self._gone and key not in before]
        self._gone = (self._gone | set(before)) - set(now)
        chosen = self._list.key
        if chosen in before and chosen not in now:
            at = before.index(chosen)
            beside = [*before[at + 1 :], *reversed(before[:at])]
            chosen = next((key for key in beside if key in now), "")
        return back[0] if back else chosen

    def read_file(self, path: Path) -> None:
        """Show what a file would bring into the list."""
        calendar = self._calendar
        self._jobs.run(
            lambda _progress: read_terms_file(path, calendar),
            done=while_there(self, partial(self._show_file, path.name)),
            refused=while_there(self, self._bar.show_refusal),
            title=_("Reading {file}").format(file=path.name),
        )

    # --- what is chosen ---------------------------------------------------------------------------

    def _chosen(self) -> TeamTerm | None:
        return self._new or self._calendar.terms.by_id.get(self._list.key)

    def _show_list(self, chosen: str) -> None:
        terms = [*self._calendar.terms.all, *filter(None, [self._new])]
        known = [term.id for term in terms]
        if self._new is not None:
            chosen = self._new.id
        first = known[0] if known else ""
        self._list.show_entries(
            term_entries(self._calendar, terms), chosen if chosen in known else first
        )

    def _show_chosen(self) -> None:
        self._file = None
        term = self._chosen()
        if term is not None:
            is_new = self._new is not None
            self._form.show_term(term, self._calendar.markets, is_new=is_new)
        self._pages.setCurrentIndex(_EMPTY if term is None else _ONE)
        self._heading.setText("" if term is None else term_name(term))
        self._open_buttons()

    def _on_chosen(self, key: str) -> None:
        if self.is_unsaved:
            shown = self._form.term().id
            if key != shown:
                self._list.choose(shown)
                self._say_unsaved()
            return
        if self._new is not None and key != self._new.id:
            self._new = None
            self._show_list(key)
        self._bar.dismiss()
        self._show_chosen()

    # --- what may be pressed ----------------------------------------------------------------------

    def _why_not(self) -> str:
        return only_reviewers(self._operations.me, _("this list"))

    def _open_buttons(self) -> None:
        why_not = self._why_not()
        for button in self._adding:
            button.setEnabled(not why_not)
            button.setToolTip(why_not)
        is_changed = self.is_unsaved or self._new is not None or self._file is not None
        missing = self._what_is_missing() if is_changed else ""
        self._row.open_for(is_changed=is_changed, why_not=why_not or missing)
        is_there = self._pages.currentIndex() == _ONE and self._new is None
        no_reason = "" if self._form.reason else _("Write why first, at the end of the form.")
        self._retire.setVisible(is_there)
        self._retire.setEnabled(not why_not and not no_reason)
        self._retire.setToolTip(why_not or no_reason)

    def _what_is_missing(self) -> str:
        if self._file is not None:
            return "" if self._file.terms else _("Nothing in this file can be saved.")
        if self._pages.currentIndex() != _ONE:
            return ""
        if not self._form.term().words:
            return _("Write the words of the term.")
        if self._new is None and not self._form.reason:
            return _("Write why it changes.")
        return ""

    @property
    def is_unsaved(self) -> bool:
        return self._pages.currentIndex() == _ONE and self._form.is_changed

    # --- what is done -----------------------------------------------------------------------------

    def _on_add(self) -> None:
        if self.is_unsaved:
            self._say_unsaved()
            return
        self._new = TeamTerm(f"term-{uuid4()}", TermKind.AVOID, ())
        self._show_list("")
        self._show_chosen()
        self._form.focus_first()

    def _discard(self) -> None:
        self._new = None
        self._show_list(self._list.key)
        self._show_chosen()
        self._bar.dismiss()

    def _save(self) -> None:
        terms = self._file.terms if self._file is not None else (self._form.term(),)
        reason = _("Imported") if self._file is not None else self._form.reason
        command = partial(save_terms, terms=terms, reason=reason, base=self._base())
        self._run(command, partial(self._on_done, terms, ""))

    def _base(self) -> Iterable[TeamTerm]:
        """Return what counted when the page was filled, of that which would be changed."""
        if self._file is not None:
            return self._beside
        base = self._form.base
        return [base] if base is not None and self._new is None else ()

    def _on_retire(self) -> None:
        term = self._form.base
        if term is not None:
            self._run(
                partial(retire_term, term_id=term.id, reason=self._form.reason, base=term),
                partial(self._on_done, (), term.id),
            )

    def _on_done(self, saved: Iterable[TeamTerm], retired: str, _changes: ChangeSet) -> None:
        """Show the list with what was saved, before the calendar has been read again."""
        self._new = self._file = None
        self._pages.setCurrentIndex(_EMPTY)
        terms = self._calendar.terms.by_id | {term.id: term for term in saved}
        terms.pop(retired, None)
        self._calendar = replace(self._calendar, terms=TeamTerms(tuple(terms.values())))
        self._show_list(next((term.id for term in saved), ""))
        self._show_chosen()
        self._bar.dismiss()

    def _on_import(self) -> None:
        if self.is_unsaved:
            self._say_unsaved()
            return
        path, _kind = QFileDialog.getOpenFileName(
            self,
            _("Choose a list of terms to import"),
            "",
            _("Tables ({endings})").format(endings=FILES),
        )
        if path:
            self.read_file(Path(path))

    def _show_file(self, name: str, found: TermsFile) -> None:
        self._new = None
        self._show_list(self._list.key)
        self._bar.dismiss()
        self._file, self._beside = found, self._calendar.terms.all
        count = len(found.terms)
        said = ngettext("{count} term can be saved.", "{count} terms can be saved.", count)
        entries = term_entries(self._calendar, found.terms)
        self._import.show_found(said.format(count=count), entries, map(str, found.problems))
        self._heading.setText(name)
        self._pages.setCurrentIndex(_FILE)
        self._open_buttons()
