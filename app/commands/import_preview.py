"""What an import would do, as it is shown before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from app.commands.import_memory import NOTHING, Said
from app.commands.import_plan import PlannedRow
from app.commands.import_words import FieldChange
from app.commands.merging import Outcome
from app.commands.replay import Tally
from app.domain.channel import Channel
from app.domain.flag import Flag, Severity, worst
from app.domain.market import Market
from app.storage.engine import Row


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One post that the sheet would bring, or one that it would change."""

    number: int
    """Of the row, as a spreadsheet program counts."""
    market: Market
    channel: Channel
    local: datetime | None
    is_time_guessed: bool
    text: str
    language: str
    flags: tuple[Flag, ...]
    """Of what would be saved; none where nothing would."""
    hints: tuple[str, ...] = ()
    """Sentences about what was guessed, and about what stays as it is here."""
    outcome: Outcome = Outcome.NEW
    key: str = ""
    """By which `import_rows` is told that the sheet is right about a conflict."""
    post_name: str = ""
    """Of the known post, such as DE-0012."""
    changes: tuple[FieldChange, ...] = ()
    """What changed in the sheet alone."""
    clashes: tuple[FieldChange, ...] = ()
    """What changed in the sheet and here."""
    can_be_taken: bool = False
    """Whether a person may say that the sheet is right about a conflict."""
    ends_approval: bool = False
    """Whether the post is approved now and would not be after the change."""

    @property
    def worst(self) -> Severity | None:
        """The severity of its gravest flag."""
        return worst(flag.severity for flag in self.flags)

    @property
    def asks(self) -> bool:
        """Whether a reviewer would be asked about it."""
        return any(flag.severity >= Severity.CAUTION for flag in self.flags)

    @property
    def is_known(self) -> bool:
        """Whether an earlier import has brought the row already."""
        return self.outcome is not Outcome.NEW


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row cannot be imported; number 0 is the whole sheet."""

    number: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Found:
    """Whether any row of a sheet has something of which the others need not speak."""

    flags: bool
    hints: bool
    changes: bool
    """Of a known post, in the sheet alone or in both."""
    known: bool
    conflicts: bool
    """Those that a person may take."""
    guessed_times: bool


@dataclass(frozen=True)
class ImportPreview:
    """All that an import would do, before it is done."""

    path: Path
    sheet_name: str
    other_sheets: tuple[str, ...]
    headers: tuple[str, ...]
    header_row: int
    sample_rows: tuple[tuple[str, ...], ...]
    mapping: Mapping[str, int]
    """Key of a field to the index of its column."""
    fields: tuple[tuple[str, str], ...]
    """Every field that a column may hold, with its name."""
    rows: tuple[PreviewRow, ...]
    errors: tuple[RowProblem, ...]
    notes: tuple[str, ...]
    day_first: bool | None
    needs_market: bool
    """Whether no column names a market, so that one must be chosen for the whole file."""
    encoding: str = ""
    """Of a text file, as Python calls it; empty for a workbook."""
    encodings: tuple[tuple[str, str], ...] = ()
    """Every encoding that can be chosen, with what people call it; none for a workbook."""
    joinable: tuple[tuple[str, str], ...] = ()
    """Fields that can be put to the text, with what the sheet calls them."""
    joined: frozenset[str] = frozenset()
    """Those that were."""
    said: Said = NOTHING
    """What a person said about the sheet, now or when it was last imported."""
    plan: tuple[PlannedRow, ...] = ()
    """What `import_rows` does, row by row."""
    flag_rows: tuple[Row, ...] = ()
    """What keeps the flags that the posts have by themselves: they are not worked out twice."""

    @property
    def new_rows(self) -> tuple[PreviewRow, ...]:
        """The posts that an import would bring."""
        return self.rows_that_are(Outcome.NEW)

    @property
    def updated_rows(self) -> tuple[PreviewRow, ...]:
        """The known posts that changed in the sheet alone."""
        return self.rows_that_are(Outcome.UPDATE)

    @property
    def conflicting_rows(self) -> tuple[PreviewRow, ...]:
        """The known posts that changed in the sheet and here: left alone unless they are taken."""
        return self.rows_that_are(Outcome.CONFLICT)

    @property
    def unchanged_rows(self) -> tuple[PreviewRow, ...]:
        """The known posts of which the sheet says nothing new."""
        return self.rows_that_are(Outcome.UNCHANGED)

    @property
    def bad_rows(self) -> tuple[int, ...]:
        """The numbers of the rows that stay out because something is wrong with them."""
        return tuple(sorted({error.number for error in self.errors if error.number}))

    @cached_property
    def urgent_first(self) -> tuple[PreviewRow, ...]:
        """The rows, those that need a look before the others, each group as in the sheet."""
        return tuple(sorted(self.rows, key=_urgency))

    @cached_property
    def has(self) -> "Found":
        """What there is among its rows."""
        return Found(
            flags=any(row.flags for row in self.rows),
            hints=any(row.hints for row in self.rows),
            changes=any(row.changes or row.clashes for row in self.rows),
            known=any(row.is_known for row in self.rows),
            conflicts=any(row.can_be_taken for row in self.rows),
            guessed_times=any(row.is_time_guessed for row in self.rows),
        )

    @cached_property
    def tally(self) -> Tally:
        """How the rows would fare, each counted by its gravest flag."""
        return Tally.of(row.worst for row in self.rows)

    @cached_property
    def _by_outcome(self) -> Mapping[Outcome, tuple[PreviewRow, ...]]:
        return {
            outcome: tuple(row for row in self.urgent_first if row.outcome is outcome)
            for outcome in Outcome
        }

    def rows_that_are(self, outcome: Outcome) -> tuple[PreviewRow, ...]:
        """Return the rows with which the import does one thing, what needs a look first."""
        return self._by_outcome[outcome]

    def looked_through(self) -> "ImportPreview":
        """Return it with its sums worked out: beside the window they make nobody wait."""
        _kept = self.urgent_first, self.tally, self.has, self._by_outcome
        return self


def _urgency(row: PreviewRow) -> tuple[int, int, int]:
    """Return what puts the rows that need a look first, each group in the order of the sheet."""
    worst = row.worst or Severity.NOTE
    match row.outcome:
        case Outcome.CONFLICT:
            place = 0
        case Outcome.UPDATE:
            place = 1 if row.ends_approval else 2
        case Outcome.NEW if worst >= Severity.CAUTION:
            place = 3
        case Outcome.NEW if row.is_time_guessed or row.local is None:
            place = 4
        case Outcome.NEW:
            place = 5 if row.hints else 6
        case _:
            place = 7 if row.hints else 8
    return place, -worst, row.number
