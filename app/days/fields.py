"""Reading one table of a data file: whatever is wrong is named by file, entry and field."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from app.errors import InvalidInputError
from app.wording import _

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one entry; each way of asking raises InvalidInputError that names the field."""

    file: str
    entry: str
    table: Mapping[str, object]

    def wrong(self, field: str, problem: str) -> InvalidInputError:
        """Return the error for a field."""
        return InvalidInputError(
            _("{file}, entry {entry}, field {field}: {problem}.").format(
                file=self.file, entry=self.entry, field=field, problem=problem
            )
        )

    def refuse_others_than(self, known: Iterable[str]) -> None:
        """Make sure that no field is misspelt."""
        for field in self.table:
            if field not in known:
                raise self.wrong(field, _("this field is not known"))

    def text(self, field: str, default: str | None = None) -> str:
        """Return a text; without a default it must be there."""
        value = self.table.get(field, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(field, _("a text is expected"))
        return value

    def number(self, field: str, default: int, allowed: range) -> int:
        """Return a whole number of a range."""
        value = self.table.get(field, default)
        if isinstance(value, bool) or not isinstance(value, int) or value not in allowed:
            expected = _("a number from {first} to {last} is expected").format(
                first=allowed[0], last=allowed[-1]
            )
            raise self.wrong(field, expected)
        return value

    def truth(self, field: str) -> bool:
        """Return true or false; false where the field is not there."""
        value = self.table.get(field, False)
        if not isinstance(value, bool):
            raise self.wrong(field, _("true or false is expected"))
        return value

    def texts(self, field: str, pattern: str = "(?s).+") -> tuple[str, ...]:
        """Return a list of texts, each of a pattern; empty where the field is not there."""
        values = self.table.get(field, [])
        if not isinstance(values, list):
            raise self.wrong(field, _("a list of texts is expected"))
        for value in values:
            if not isinstance(value, str) or not re.fullmatch(pattern, value):
                raise self.wrong(field, _("“{value}” is not possible here").format(value=value))
        return tuple(values)

    def named_texts(self, field: str) -> tuple[tuple[str, str], ...]:
        """Return a table of texts by name, with at least one."""
        values = self.table.get(field)
        if not isinstance(values, dict) or not values:
            raise self.wrong(field, _("a text for each language is expected"))
        if not all(isinstance(text, str) and text for text in values.values()):
            raise self.wrong(field, _("a text for each language is expected"))
        return tuple(values.items())

    def choice(self, field: str, choices: Mapping[str, Choice]) -> Choice:
        """Return what one of the known words stands for."""
        value = self.text(field)
        if value not in choices:
            expected = _("“{value}” is none of {choices}").format(
                value=value, choices=", ".join(choices)
            )
            raise self.wrong(field, expected)
        return choices[value]
