"""Terms of a team from a table: what is wrong is named, the rest is read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.days.fields import Fields
from app.domain.canonical import canonical_json, sha256
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.team_term import LONGEST_WHY, LONGEST_WORDS, MOST_TERMS, TeamTerm, TermKind
from app.errors import InvalidInputError
from app.exchange.file_bytes import file_bytes
from app.exchange.headed_rows import Headings, headed_rows
from app.risks.matching import is_findable
from app.wording import _

COLUMNS = ("words", "kind", "markets", "language", "severity", "why", "id")
_ALSO_CALLED = {
    "term": "words",
    "terms": "words",
    "word": "words",
    "phrase": "words",
    "name": "words",
    "market": "markets",
    "country": "markets",
    "reason": "why",
    "comment": "why",
}
_HEADINGS = Headings(COLUMNS, _ALSO_CALLED, needed=("words",))
_KINDS = {
    "": TermKind.AVOID,
    "avoid": TermKind.AVOID,
    "forbidden": TermKind.AVOID,
    "spell": TermKind.SPELL,
    "spelling": TermKind.SPELL,
    "must spell": TermKind.SPELL,
}
_SEVERITIES = {
    "": Severity.CAUTION,
    "note": Severity.NOTE,
    "caution": Severity.CAUTION,
    "stop": Severity.STOP,
}
_ALL_MARKETS = frozenset({"", "all", "all markets", "*", "global"})
Choice = TypeVar("Choice")

_LANGUAGE = re.compile(r"(?:[a-z]{2,3})?")


@dataclass(frozen=True, slots=True)
class TermsFile:
    """The terms of a file that can be read, and what is wrong with the others."""

    terms: tuple[TeamTerm, ...]
    problems: tuple[InvalidInputError, ...]


def read_terms(path: Path, markets: Iterable[Market]) -> TermsFile:
    """Return the terms of a .csv file; InvalidInputError if it cannot be read as a whole."""
    known = {
        name.casefold(): market.id
        for market in markets
        for name in (market.id, market.code, market.name)
    }
    found: dict[str, TeamTerm] = {}
    problems: list[InvalidInputError] = []
    for fields in headed_rows(file_bytes(path), path.name, _HEADINGS):
        if len(found) + len(problems) == MOST_TERMS:
            problems.append(_too_many(path.name))
            break
        try:
            term = _term(fields, known)
            if term.id in found:
                raise fields.wrong("words", _("they stand there twice"))
            found[term.id] = term
        except InvalidInputError as problem:
            problems.append(problem)
    return TermsFile(tuple(found.values()), tuple(problems))


def _term(fields: Fields, markets: Mapping[str, MarketId]) -> TeamTerm:
    words = tuple(dict.fromkeys(filter(None, map(str.strip, fields.text("words").split("|")))))
    if not words or not all(map(is_findable, words)):
        raise fields.wrong("words", _("a text is expected"))
    if any(len(word) > LONGEST_WORDS for word in words):
        raise fields.wrong("words", _("it is too long"))
    why = fields.text("why", "")
    if len(why) > LONGEST_WHY:
        raise fields.wrong("why", _("it is too long"))
    kind = _choice(fields, "kind", _KINDS)
    places = _markets(fields, markets)
    language = fields.text("language", "").casefold()
    if not _LANGUAGE.fullmatch(language):
        raise fields.wrong(
            "language", _("“{value}” is no language such as de").format(value=language)
        )
    return TeamTerm(
        id=fields.text("id", "") or _id(kind, words, places, language),
        kind=kind,
        words=words,
        severity=_choice(fields, "severity", _SEVERITIES),
        markets=places,
        language=language,
        why=why,
    )


def _id(kind: TermKind, words: tuple[str, ...], *facts: object) -> str:
    """Return a name that follows from what is written: read twice, it is still the same term."""
    return f"term-{sha256(canonical_json([kind.value, words, *map(str, facts)]))[:16]}"


def _choice(fields: Fields, field: str, choices: Mapping[str, Choice]) -> Choice:
    written = fields.text(field, "").casefold()
    if written not in choices:
        expected = _("“{value}” is none of {choices}").format(
            value=written, choices=", ".join(filter(None, choices))
        )
        raise fields.wrong(field, expected)
    return choices[written]


def _markets(fields: Fields, known: Mapping[str, MarketId]) -> tuple[MarketId, ...]:
    written = fields.text("markets", "")
    if written.casefold() in _ALL_MARKETS:
        return ()
    names = [name.strip() for name in re.split(r"[,;|]", written) if name.strip()]
    for name in names:
        if name.casefold() not in known:
            raise fields.wrong("markets", _("there is no market “{name}”").format(name=name))
    return tuple(dict.fromkeys(known[name.casefold()] for name in names))


def _too_many(name: str) -> InvalidInputError:
    return InvalidInputError(
        _("“{file}” has more than {count} terms; the first ones were read.").format(
            file=name, count=f"{MOST_TERMS:,}"
        )
    )
