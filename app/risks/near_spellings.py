"""What is almost spelt like a name of a list: another letter, case, accent or space."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from rapidfuzz.distance import OSA

from app.domain.team_term import TeamTerm, TeamTerms
from app.risks.folding import folded

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+\w", re.IGNORECASE)
_TOKEN = re.compile(r"[#@]?\w+(?:['’]\w+)*")
_NUMBER = re.compile(r"\d[\d.,'’ \u00a0\u202f:/-]*\d|\d")
_NOT_LETTERS = re.compile(r"[\W_]+")
_MOST_WORDS = 6
_TAGS = frozenset("#@")

_INFLECT = frozenset(
    {"bg", "cs", "el", "et", "fi", "hr", "hu", "lt", "lv"}
    | {"pl", "ro", "ru", "sk", "sl", "sr", "tr", "uk"}
)
"""Languages that give names endings of their own, also in place of the last letters."""
_LONGEST_ENDING = 4
_ONE_LETTER, _TWO_LETTERS = 5, 10
"""From so many letters on, one or two may differ; shorter names are too much like other words."""
_LIKE_A_WORD = 8
"""A name of fewer letters is taken for a word where it has no capital."""
_SHORTEST_NUMBER = 3
"""Digits of a price or a date that is compared digit by digit."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is compared."""

    written: str
    letters: str
    """Folded, without spaces and signs."""
    accented: str
    """In small letters, without spaces and signs."""
    words: int
    term: TeamTerm

    @property
    def may_differ_by(self) -> int:
        """How many letters may differ where it is still taken for this name."""
        length = len(self.letters)
        return (length >= _ONE_LETTER) + (length >= _TWO_LETTERS)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a list, as they are looked up."""

    by_first: Mapping[str, tuple[_Name, ...]]
    numbers: tuple[_Name, ...]
    most_words: int
    exact: frozenset[str]


def near_spellings(
    text: str, terms: TeamTerms, language: str
) -> Iterator[tuple[TeamTerm, str, str]]:
    """Yield the term, the name and the words of a text that are almost the name."""
    names = _names(terms, language)
    plain = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    if names.numbers:
        yield from _near_numbers(plain, names)
    if names.by_first:
        yield from _near_words(plain, names, language)


def _near_words(text: str, names: _Names, language: str) -> Iterator[tuple[TeamTerm, str, str]]:
    tokens = list(_TOKEN.finditer(text))
    has_capitals = text != text.lower()
    taken = 0
    for place, token in enumerate(tokens):
        near = names.by_first.get(_letters(token[0])[:1], ())
        if not near or token.start() < taken:
            continue
        pieces = [
            text[token.start() : last.end()]
            for last in tokens[place : place + names.most_words]
            if "\n" not in text[token.start() : last.end()]
        ]
        exact = max((piece for piece in pieces if piece in names.exact), key=len, default="")
        if exact:
            taken = token.start() + len(exact)
            continue
        for name in near:
            piece = _misspelt(pieces, name, language, has_capitals=has_capitals)
            if piece:
                taken = token.start() + len(piece)
                yield name.term, name.written, piece
                break


def _misspelt(pieces: list[str], name: _Name, language: str, *, has_capitals: bool) -> str:
    """Return the words that are almost the name, or nothing."""
    for count, piece in enumerate(pieces, start=1):
        if abs(count - name.words) > 1 or (piece[0] in _TAGS) is not (name.written[0] in _TAGS):
            continue
        letters = _letters(piece)
        if letters == name.letters:
            is_shouted = piece == name.written.upper()
            return "" if is_shouted or not has_capitals else piece
        if count == name.words and _differs_little(letters, name, piece, language):
            return piece
    return ""


def _differs_little(letters: str, name: _Name, piece: str, language: str) -> bool:
    most = name.may_differ_by
    if not most or abs(len(letters) - len(name.letters)) > most:
        return False
    is_a_tag = piece[0] in _TAGS
    if not is_a_tag and _is_inflected(_accented(piece), name.accented, language):
        return False
    if name.written[0].isupper() and not piece[0].isupper() and len(letters) < _LIKE_A_WORD:
        return False
    return bool(OSA.distance(letters, name.letters, score_cutoff=most) <= most)


def _is_inflected(piece: str, name: str, language: str) -> bool:
    """Tell whether grammar alone makes the difference: Solvanes, Solvanen, Solvany."""
    if piece.startswith(name):
        return len(piece) - len(name) <= _LONGEST_ENDING
    stem = name[:-2] if len(name) > _ONE_LETTER else name[:-1]
    return language in _INFLECT and piece.startswith(stem)


def _near_numbers(text: str, names: _Names) -> Iterator[tuple[TeamTerm, str, str]]:
    for number in _NUMBER.finditer(text):
        written = number[0].strip()
        digits = re.sub(r"\D", "", written)
        if any(_number(name) == written for name in names.numbers):
            continue
        for name in names.numbers:
            own = re.sub(r"\D", "", name.written)
            if digits == own or (
                len(own) > _SHORTEST_NUMBER
                and len(digits) == len(own)
                and _shape(written) == _shape(_number(name))
                and OSA.distance(digits, own, score_cutoff=1) <= 1
            ):
                yield name.term, name.written, written
                break


def _number(name: _Name) -> str:
    found = _NUMBER.search(name.written)
    return found[0].strip() if found else ""


def _shape(number: str) -> str:
    """Return a number with each digit alike: only a price is compared with a price."""
    return re.sub(r"\d", "0", number)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", folded(text))


def _accented(text: str) -> str:
    return _NOT_LETTERS.sub("", normalize("NFC", text).lower())


@lru_cache(maxsize=256)
def _names(terms: TeamTerms, language: str) -> _Names:
    by_first: defaultdict[str, list[_Name]] = defaultdict(list)
    numbers: list[_Name] = []
    most_words = 1
    exact: set[str] = set()
    for term in terms.spelt:
        if term.language not in ("", language):
            continue
        for written in term.words:
            exact.add(written)
            name = _Name(
                written, _letters(written), _accented(written), len(_TOKEN.findall(written)), term
            )
            if not any(letter.isalpha() for letter in name.letters):
                numbers.append(name)
            elif name.words <= _MOST_WORDS:
                by_first[name.letters[0]].append(name)
                most_words = max(most_words, name.words + 1)
    frozen = {first: tuple(found) for first, found in by_first.items()}
    return _Names(frozen, tuple(numbers), most_words, frozenset(exact))
