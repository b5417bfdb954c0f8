"""Words that hurt, or mean more than they say, by language and market, as the data has them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from app.days.data_file import Tables, tables_under
from app.days.fields import Fields
from app.domain.flag import Severity
from app.errors import InvalidInputError
from app.risks.language_codes import known_as
from app.risks.meaning import Meaning, Phrase
from app.wording import _

SENSITIVE = Path(__file__).resolve().parents[2] / "resources" / "sensitive"
"""One file for each theme, and `sources.toml` with the sources of all."""

SOURCES_FILE = "sources.toml"
WORDS = "sensitive.words"
"""Kind of a phrase of a term, followed by a colon and its language."""
WITH = "sensitive.with"
NOT_WITH = "sensitive.not-with"

_SEVERITIES = {
    "note": Severity.NOTE,
    "caution": Severity.CAUTION,
    "stop": Severity.STOP,
}
THEMES = (
    *("atrocity", "extremist", "slur", "place", "disaster", "death", "suicide", "weapons"),
    *("sexual", "stereotype", "drug", "profanity", "politics"),
)
_TONES = ("selling", "festive", "appetite", "alcohol")
_FIELDS = (
    *("id", "theme", "severity", "words", "markets", "with", "with_tone", "not_with"),
    *("otherwise", "why", "sources"),
)

ByLanguage = tuple[tuple[str, tuple[str, ...]], ...]
"""Phrases by language."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a person can check what is said of a term."""

    name: str
    url: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that may hurt, with the phrases that name it."""

    id: str
    theme: str
    severity: Severity
    words: ByLanguage
    why: str
    source: Source
    markets: tuple[str, ...] = ()
    """Countries in which it counts; everywhere where there are none."""
    company: ByLanguage = ()
    """Phrases one of which must stand in the text too."""
    tones: tuple[str, ...] = ()
    """Kinds of tone words that do as well."""
    excuses: ByLanguage = ()
    """Phrases with which it is harmless."""
    otherwise: Severity | None = None
    """The severity without company."""

    @property
    def needs_company(self) -> bool:
        """Tell whether other words of the text matter."""
        return bool(self.company or self.tones)


@dataclass(frozen=True, slots=True)
class AllTerms:
    """The terms that could be read, by id, and what is wrong with others."""

    by_id: Mapping[str, Term]
    problems: tuple[InvalidInputError, ...]


def sensitive_words(language: str) -> Iterable[Phrase]:
    """Return the phrases of all terms in a language, or for texts in any."""
    return _phrases_by_language().get(known_as(language), ())


@cache
def _phrases_by_language() -> Mapping[str, list[Phrase]]:
    found: defaultdict[str, list[Phrase]] = defaultdict(list)
    for term in read_terms().by_id.values():
        for kind, phrases in ((WITH, term.company), (NOT_WITH, term.excuses)):
            for language, words in phrases:
                found[language] += [(word, Meaning(kind, term.id)) for word in words]
        for language, words in term.words:
            meaning = Meaning(f"{WORDS}:{language}", term.id)
            found[language] += [(word, meaning) for word in words]
    return MappingProxyType(found)


@lru_cache(maxsize=8)
def read_terms(folder: Path = SENSITIVE) -> AllTerms:
    """Return the terms of every file of a folder; a wrong one is named, and the rest loads."""
    found: dict[str, Term] = {}
    problems: list[InvalidInputError] = []
    sources = _sources(folder / SOURCES_FILE, problems)
    for path in sorted(folder.glob("*.toml")):
        for number, table in enumerate(_tables(path, "term", problems), start=1):
            try:
                term = _term(_fields(path, table, number), sources)
                if term.id in found:
                    raise Fields(path.name, term.id, table).wrong("id", _("it stands there twice"))
            except InvalidInputError as problem:
                problems.append(problem)
            else:
                found[term.id] = term
    return AllTerms(MappingProxyType(found), tuple(problems))


def _sources(path: Path, problems: list[InvalidInputError]) -> Mapping[str, Source]:
    found = {}
    for number, table in enumerate(_tables(path, "source", problems), start=1):
        fields = _fields(path, table, number)
        try:
            fields.refuse_others_than(("id", "name", "url", "checked"))
            found[fields.text("id")] = Source(
                fields.text("name"), fields.text("url"), fields.truth("checked")
            )
        except InvalidInputError as problem:
            problems.append(problem)
    return found


def _tables(path: Path, name: str, problems: list[InvalidInputError]) -> list[Tables]:
    try:
        return tables_under(path, name)
    except InvalidInputError as problem:
        problems.append(problem)
        return []


def _fields(path: Path, table: Tables, number: int) -> Fields:
    return Fields(path.name, str(table.get("id") or f"#{number}"), table)


def _term(fields: Fields, sources: Mapping[str, Source]) -> Term:
    fields.refuse_others_than(_FIELDS)
    words = _by_language(fields, "words")
    if not words:
        raise fields.wrong("words", _("a text for each language is expected"))
    first_source, *_others = fields.texts("sources") or ("",)
    if first_source not in sources:
        raise fields.wrong("sources", _("“{value}” is not known").format(value=first_source))
    has_otherwise = "otherwise" in fields.table
    return Term(
        id=fields.text("id"),
        theme=fields.choice("theme", {theme: theme for theme in THEMES}),
        severity=fields.choice("severity", _SEVERITIES),
        words=words,
        why=fields.text("why"),
        source=sources[first_source],
        markets=fields.texts("markets", "[A-Z]{2}"),
        company=_by_language(fields, "with"),
        tones=tuple(f"tone.{tone}" for tone in fields.texts("with_tone", "|".join(_TONES))),
        excuses=_by_language(fields, "not_with"),
        otherwise=fields.choice("otherwise", _SEVERITIES) if has_otherwise else None,
    )


def _by_language(fields: Fields, field: str) -> ByLanguage:
    table = fields.table.get(field, {})
    if not isinstance(table, dict):
        raise fields.wrong(field, _("a list of texts for each language is expected"))
    inner = Fields(fields.file, f"{fields.entry}, {field}", table)
    return tuple((language, inner.texts(language, r"(?s).*\S.*")) for language in table)
