"""Words that announce how something went, by language, as the data has them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from app.days.data_file import tables_of
from app.days.fields import Fields
from app.errors import InvalidInputError
from app.risks.language_codes import known_as
from app.risks.meaning import Meaning, Phrase
from app.wording import _

OUTCOMES = Path(__file__).resolve().parents[2] / "resources" / "outcomes" / "outcomes.toml"
CLAIM = "outcome.claim"
SOLD = "outcome.sold"
OPEN = "outcome.open"
CONGRATULATES, HONOUR = "outcome.congratulates", "outcome.honour"
_KINDS = {
    "claims": CLAIM,
    "sold": SOLD,
    "open": OPEN,
    "congratulates": CONGRATULATES,
    "honours": HONOUR,
}

Phrases = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The words that could be read, by language, and what is wrong with others."""

    by_language: Mapping[str, Phrases]
    problems: tuple[InvalidInputError, ...]


def outcome_words(language: str) -> Phrases:
    """Return the words of a language; an unknown one has none."""
    return read_outcomes().by_language.get(known_as(language), ())


@lru_cache(maxsize=8)
def read_outcomes(path: Path = OUTCOMES) -> Outcomes:
    """Return the words of a file; a wrong language is named, and the rest loads."""
    try:
        tables = tables_of(path)
    except InvalidInputError as problem:
        return Outcomes(MappingProxyType({}), (problem,))
    found: dict[str, Phrases] = {}
    problems: list[InvalidInputError] = []
    for language, table in tables.items():
        try:
            found[language] = tuple(_phrases(path, language, table))
        except InvalidInputError as problem:
            problems.append(problem)
    return Outcomes(MappingProxyType(found), tuple(problems))


def _phrases(path: Path, language: str, table: object) -> Iterator[Phrase]:
    if not isinstance(table, dict):
        raise Fields(path.name, language, {}).wrong(language, _("a table is expected"))
    fields = Fields(path.name, language, table)
    fields.refuse_others_than(_KINDS)
    for name, kind in _KINDS.items():
        yield from ((word, Meaning(kind)) for word in fields.texts(name, r"(?s).*\S.*"))
