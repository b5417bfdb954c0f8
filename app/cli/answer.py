"""What a word answers: lines for people, the same facts as JSON for programs, and an exit code."""

import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.cli.table import paragraph, plain

DONE = 0
FOUND_SOMETHING = 1
"""Something stays in, is flagged at caution or above, or was found."""
BAD_INPUT = 2
FAULT = 3
"""A fault of the program itself."""

_STEERING = re.compile("[\x7f-\x9f]")
"""Characters that steer some terminals, and that JSON may hold as they are."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `lines` may be read only once."""

    facts: Mapping[str, object]
    lines: Iterable[str]
    code: int = DONE
    notes: tuple[str, ...] = ()
    """What should be known beside it, such as an interrupted export that was finished."""

    def show(self, *, as_json: bool) -> None:
        """Print it for a person, or for a program."""
        if as_json:
            print(in_json(self._all_facts()))
            return
        for line in self.lines:
            print(line)
        for note in self.notes:
            print(*paragraph(note), sep="\n")

    def _all_facts(self) -> Mapping[str, object]:
        known = self.facts.get("notes", ())
        notes = (*known, *self.notes) if isinstance(known, tuple) else self.notes
        return {**self.facts, "notes": notes} if notes else self.facts


def say_refused(sentence: str, *, as_json: bool) -> None:
    """Print why nothing was done: one sentence, and for programs an object that holds it."""
    if as_json:
        print(in_json({"error": sentence}))
    print(plain(sentence), file=sys.stderr)


def in_json(facts: Mapping[str, object]) -> str:
    """Return JSON in letters that the terminal or file at the other end can hold."""
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    indent = 2 if sys.stdout.isatty() else None
    text = json.dumps(facts, ensure_ascii=encoding != "utf8", indent=indent)
    return _STEERING.sub(_escaped, text).encode("utf-8", "backslashreplace").decode("utf-8")


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
