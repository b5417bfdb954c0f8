"""Which column of a planner's sheet is what: guessed from the header, corrected by the person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from app.exchange.cells import SheetRow, column_letter, folded
from app.exchange.column_names import APPROVALS, MAY_BE_A_COUNT, NAMES, NOT_A_PLAN_DATE, Field

HEADER_WITHIN = 10
"""Rows in which the header is looked for; titles and logos often stand above it."""

_PLACES = frozenset({Field.DATE, Field.MOMENT, Field.CHANNEL, Field.MARKET})
_WORDS = frozenset({Field.TEXT, Field.HOOK, Field.NAME, Field.MEDIA})
_MOMENTS = frozenset({Field.DATE, Field.TIME, Field.MOMENT})


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the header stands and what each column holds; columns count from 0."""

    header_row: int
    """The number of its row, as a spreadsheet program counts."""
    names: tuple[str, ...]
    """The header as it is written, column by column."""
    mapping: Mapping[Field, int]
    by_content: frozenset[Field] = frozenset()
    """What no header told, only the cells below it."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of the columns that are not read."""
        known = set(self.mapping.values())
        return tuple(n for column, n in enumerate(self.names) if n and column not in known)

    @property
    def leaves_out_approvals(self) -> bool:
        """Whether a column that is not read speaks of approval."""
        words = {word for name in self.unknown for word in folded(name).split()}
        return any(_FIELDS_BY_NAME.get(word) in APPROVALS for word in words)

    @property
    def is_recognised(self) -> bool:
        """Whether it looks like the header of a plan."""
        return bool(self.mapping.keys() & _PLACES and self.mapping.keys() & _WORDS)

    def has(self, field: Field) -> bool:
        """Tell whether the sheet has a column for a field."""
        return field in self.mapping

    def name(self, field: Field) -> str:
        """Return what the sheet calls the column of a field: its header, else its letter."""
        column = self.mapping[field]
        written = self.names[column] if column < len(self.names) else ""
        return written or column_letter(column)

    def may_only_count(self) -> bool:
        """Tell whether the number of a row is called as a mere count would be."""
        return self.has(Field.SOURCE_ID) and folded(self.name(Field.SOURCE_ID)) in _COUNTS

    def corrected(self, field: Field, column: int | None) -> "Columns":
        """Return the guess with one field in another column, or in none."""
        others = {
            known: place
            for known, place in self.mapping.items()
            if known is not field and place != column
        }
        return replace(self, mapping=others if column is None else {**others, field: column})


def guess(rows: Iterable[SheetRow]) -> Columns:
    """Return the most likely header among the first rows; an empty mapping where there is none."""
    first = [row for row in rows if row.number <= HEADER_WITHIN] or list(rows)[:1]
    candidates = [_columns(row) for row in first]
    return max(
        candidates,
        key=lambda one: (one.is_recognised, len(one.mapping), -one.header_row),
        default=Columns(0, (), {}),
    )


def _columns(row: SheetRow) -> Columns:
    names = tuple(" ".join(cell.text.split()) for cell in row.cells)
    claims = [
        (strength, -column, field)
        for column, name in enumerate(names)
        if name
        for field, strength in _meanings(name).items()
    ]
    mapping: dict[Field, int] = {}
    for _strength, column, field in sorted(claims, reverse=True):
        if field not in mapping and -column not in mapping.values():
            mapping[field] = -column
    if Field.TIME in mapping and not mapping.keys() & {Field.DATE, Field.MOMENT}:
        mapping[Field.MOMENT] = mapping.pop(Field.TIME)  # such as Buffer's “Posting Time”
    return Columns(row.number, names, mapping)


def _meanings(name: str) -> dict[Field, int]:
    """Return what a header can mean and how sure that is: whole names before parts of them.

    Of two whole names the one listed earlier is surer: where there is a `Date`, `Day` is a weekday.
    """
    words = folded(name).split()
    if name.strip() in _NUMBER_SIGNS:
        return {Field.SOURCE_ID: _WHOLE}
    whole = _FIELDS_BY_NAME.get(" ".join(words))
    if whole:
        return {whole: _WHOLE - _RANKS[" ".join(words)]}
    if len(words) > _LONGEST_HEADER:
        return {}
    return _meanings_of_parts(tuple(words))


@cache
def _meanings_of_parts(words: tuple[str, ...]) -> dict[Field, int]:
    """Return the one field whose names stand in a longer header, if it is only one.

    A name within a longer one does not count: `asset link` is no `link`.
    """
    found = [
        (start, end, field)
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
        if (part := " ".join(words[start:end])) not in _COUNTS
        and (field := _FIELDS_BY_NAME.get(part))
    ]
    widest = [
        (start, end, field)
        for start, end, field in found
        if not any(
            other_start <= start and end <= other_end and (other_start, other_end) != (start, end)
            for other_start, other_end, _field in found
        )
    ]
    fields = {field for _start, _end, field in widest}
    if len(fields) != 1 or (fields & _MOMENTS and _NO_PLAN_DATES & set(words)):
        return {}
    return {fields.pop(): max(end - start for start, end, _field in widest)}


_LONGEST_HEADER = 6
"""Words; what is longer is a sentence, not a header."""

_WHOLE = 1000
"""Surer than any part of a header can be."""

_RANKS = {folded(name): rank for names in NAMES.values() for rank, name in enumerate(names)}
_FIELDS_BY_NAME = {folded(name): field for field, names in NAMES.items() for name in names}
_NUMBER_SIGNS = frozenset({"#", "№"})
_COUNTS = frozenset(map(folded, MAY_BE_A_COUNT))
_NO_PLAN_DATES = frozenset(map(folded, NOT_A_PLAN_DATE))
