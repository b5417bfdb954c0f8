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

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]+@[\w.-]+\w", re.IGNORECASE)
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
    def is_a_tag(self) -> bool:
        """Tell whether it is a hashtag or a handle."""
        return self.written[0] in _TAGS

    @property
    def may_differ_by(self) -> int:
        """How many letters may differ where it is still taken for this name."""
        length = len(self.letters)
        return (length >= _ONE_LETTER) + (length >= _TWO_LETTERS)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a text as they are compared."""

    written: str
    letters: str
    words: int

    @property
    def is_a_tag(self) -> bool:
        """Tell whether it is a hashtag or a handle."""
        return self.written[0] in _TAGS


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a list, as they are looked up."""

    most_words: Mapping[str, int]
    """How many words to look at from one that begins with a letter."""
    by_shape: Mapping[tuple[str, int, int], tuple[_Name, ...]]
    """By first letter, words and letters, off by as many as may differ."""
    by_letters: Mapping[str, tuple[_Name, ...]]
    numbers: tuple[_Name, ...]
    exact: frozenset[str]


def near_spellings(
    text: str, terms: TeamTerms, language: str
) -> Iterator[tuple[TeamTerm, str, str]]:
    """Yield the term, the name and the words of a text that are almost the name."""
    names = _names(terms, language)
    plain = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    if names.numbers:
        yield from _near_numbers(plain, names)
    if names.most_words:
        yield from _near_words(plain, names, language)


def _near_words(text: str, names: _Names, language: str) -> Iterator[tuple[TeamTerm, str, str]]:
    tokens = list(_TOKEN.finditer(text))
    has_capitals = text != text.lower()
    taken = 0
    for place, token in enumerate(tokens):
        most_words = names.most_words.get(_first(token[0]))
        if most_words is None or token.start() < taken:
            continue
        pieces = list(_pieces(text, tokens[place : place + most_words]))
        exact = max(
            (one.written for one in pieces if one.written in names.exact), key=len, default=""
        )
        if exact:
            taken = token.start() + len(exact)
            continue
        found = _misspelt(pieces, names, language, has_capitals=has_capitals)
        if found:
            name, written = found
            taken = token.start() + len(written)
            yield name.term, name.written, written


def _pieces(text: str, tokens: list[re.Match[str]]) -> Iterator[_Piece]:
    """Yield one word, two words … as they stand, on one line."""
    start = tokens[0].start()
    for words, last in enumerate(tokens, start=1):
        written = text[start : last.end()]
        if "\n" in written:
            return
        yield _Piece(written, _letters(written), words)


def _misspelt(
    pieces: list[_Piece], names: _Names, language: str, *, has_capitals: bool
) -> tuple[_Name, str] | None:
    """Return the name and the words that are almost it, or nothing."""
    for piece in pieces:
        for name in names.by_letters.get(piece.letters, ()):
            if abs(piece.words - name.words) <= 1 and piece.is_a_tag is name.is_a_tag:
                is_shouted = piece.written == name.written.upper()
                return None if is_shouted or not has_capitals else (name, piece.written)
    for piece in pieces:
        shape = piece.letters[:1], piece.words, len(piece.letters)
        for name in names.by_shape.get(shape, ()):
            if piece.is_a_tag is name.is_a_tag and _differs_little(piece, name, language):
                return name, piece.written
    return None


def _differs_little(piece: _Piece, name: _Name, language: str) -> bool:
    most = name.may_differ_by
    if OSA.distance(piece.letters, name.letters, score_cutoff=most) > most:
        return False
    if not piece.is_a_tag and _is_inflected(_accented(piece.written), name.accented, language):
        return False
    is_a_word = name.written[0].isupper() and not piece.written[0].isupper()
    return not (is_a_word and len(piece.letters) < _LIKE_A_WORD)


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


def _first(token: str) -> str:
    """Return the letter under which a word would be looked up."""
    return _letters(token[1:2] if token[0] in _TAGS else token[0])[:1]


@lru_cache(maxsize=1 << 15)
def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", folded(text))


def _accented(text: str) -> str:
    return _NOT_LETTERS.sub("", normalize("NFC", text).lower())


@lru_cache(maxsize=256)
def _names(terms: TeamTerms, language: str) -> _Names:
    by_shape: defaultdict[tuple[str, int, int], list[_Name]] = defaultdict(list)
    by_letters: defaultdict[str, list[_Name]] = defaultdict(list)
    numbers: list[_Name] = []
    most_words: dict[str, int] = {}
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
                first = name.letters[0]
                most_words[first] = max(most_words.get(first, 0), name.words + 1)
                by_letters[name.letters].append(name)
                for length in _lengths(name):
                    by_shape[first, name.words, length].append(name)
    return _Names(
        most_words,
        {shape: tuple(found) for shape, found in by_shape.items()},
        {letters: tuple(found) for letters, found in by_letters.items()},
        tuple(numbers),
        frozenset(exact),
    )


def _lengths(name: _Name) -> range:
    """Return how many letters a misspelling may have; none where the name is too short for one."""
    most, length = name.may_differ_by, len(name.letters)
    return range(length - most, length + most + 1) if most else range(0)
