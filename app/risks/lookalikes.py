"""Letters of one script that stand in for those of another within a word."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType

_LATIN = "a-z"
_CYRILLIC = "\u0430-\u044f\u0451-\u045f\u0461-\u052f"
_GREEK = "\u03b1-\u03c9"
_FOREIGN = re.compile(f"[{_CYRILLIC}{_GREEK}]")
_SEAM = re.compile(f"[{_LATIN}][{_CYRILLIC}{_GREEK}]|[{_CYRILLIC}{_GREEK}][{_LATIN}]")
_WORD = re.compile(rf"[{_LATIN}{_CYRILLIC}{_GREEK}]+")

_CYRILLIC_ALIKE = str.maketrans("аеорсхуіјѕкмтнвһԁԛԝ", "aeopcxyijskmthbhdqw")
_GREEK_ALIKE = str.maketrans("αεορτυικηχωγβζμν", "aeoptuiknxwybzmv")
_INTO: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "latin": lambda word: word.translate(_CYRILLIC_ALIKE | _GREEK_ALIKE),
        "cyrillic": lambda word: word.translate(
            str.maketrans("aeopcxyijskmthb", "аеорсхуіјѕкмтнв")
        ),
        "greek": lambda word: word.translate(str.maketrans("aeoptuiknxwybzmv", "αεορτυικηχωγβζμν")),
    }
)


def in_one_script(text: str) -> str:
    """Return a folded text whose words of mixed scripts are spelt in one of them.

    In the one with the most letters in which all of the word can be spelt, as far as it can where
    there is none. The text keeps its length. Among equals a word is read as Latin.
    """
    if text.isascii() or not _FOREIGN.search(text) or not _SEAM.search(text):
        return text
    return _WORD.sub(_in_one_script, text)


def _in_one_script(match: re.Match[str]) -> str:
    word = match[0]
    if not _SEAM.search(word):
        return word
    counted = Counter(map(_script, word))
    order = sorted(counted, key=lambda script: (-counted[script], script != "latin"))
    spelt = [_INTO[script](word) for script in order]
    return next((one for one in spelt if not _SEAM.search(one)), spelt[0])


def _script(letter: str) -> str:
    if letter.isascii():
        return "latin"
    return "greek" if "\u03b1" <= letter <= "\u03c9" else "cyrillic"
