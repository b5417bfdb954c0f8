"""One spelling for letters that people read alike: a word is found however it is written."""

import re
from bisect import bisect_right
from itertools import accumulate
from unicodedata import category, combining, normalize

from app.risks.lookalikes import in_one_script

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff"
    "\u3130-\u318f\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
UNSPACED = re.compile(f"[{_UNSPACED}]")
"""A letter of a script without spaces between words, or, as in Korean, with endings on them."""
WORD = re.compile(rf"[^\W{_UNSPACED}]+")
"""A word of the other scripts."""
_READ_ALIKE = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "’": "'", "‘": "'", "‐": "-", "–": "-"}
_READ_ALIKE |= dict(zip("ɑɡᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ", "agabcdeghijklmnoprtuvwyz", strict=True))
_VOICING_MARKS = range(0x3099, 0x309B)
_HALF_A_CHARACTER = "\ufffd"
_UNSEEN = re.compile(
    "[\u034f\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""What Unicode lets a font leave out and does not call a format: joiners, fillers, variations of a
sign, and the stroke that stretches an Arabic word."""


class _Letters(dict[int, str]):
    """What each code point folds to, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        letters = (_plain(letter) for letter in _small(chr(point)))
        folded = normalize("NFC", "".join(letters))
        self[point] = folded
        return folded


_LETTERS = _Letters()


def folded(text: str) -> str:
    """Return a text without case, accents, widths, invisible and lookalike characters."""
    if text.isascii():
        return text.lower()
    return in_one_script(normalize("NFC", text).translate(_LETTERS))


class Folded:
    """A text as it is searched, which can still show the words as they were written."""

    def __init__(self, text: str) -> None:
        self._written = normalize("NFC", text)
        self.text = folded(self._written)
        self._ends: list[int] = []

    def written(self, start: int, end: int) -> str:
        """Return the piece of the original that a piece of the folded text stands for."""
        if self._written.isascii():
            return self._written[start:end]  # each letter folds to one
        if not self._ends:
            self._ends.extend(
                accumulate(map(len, map(_LETTERS.__getitem__, map(ord, self._written))))
            )
        first, last = bisect_right(self._ends, start), bisect_right(self._ends, end - 1)
        return self._written[first : last + 1]

    def has(self, phrase: str) -> bool:
        """Tell whether a folded phrase stands somewhere as words of its own."""
        return phrase in self.text and bool(self.places(phrase))

    def places(self, phrase: str) -> list[tuple[int, int]]:
        """Return where a folded phrase stands as words of its own, from start to end."""
        found = []
        start = self.text.find(phrase)
        while start >= 0:
            end = start + len(phrase)
            if not self.runs_on(start) and not self.runs_on(end):
                found.append((start, end))
            start = self.text.find(phrase, end)
        return found

    def runs_on(self, place: int) -> bool:
        """Tell whether a word goes on over this place."""
        if not 0 < place < len(self.text):
            return False
        pair = self.text[place - 1 : place + 1]
        if pair.isascii() and "_" not in pair:
            return pair.isalnum()
        return all(map(_is_of_a_word, pair))


def _is_of_a_word(letter: str) -> bool:
    """Tell whether a letter joins others into a word; vowel signs of Indian scripts do."""
    if letter.isascii():  # as most are
        return letter.isalnum() or letter == "_"
    if UNSPACED.match(letter):
        return False
    return letter.isalnum() or letter == "_" or category(letter) in {"Mc", "Mn"}


def _small(letter: str) -> str:
    """Return a letter in its parts without case; one in a square has a case only out of it."""
    return normalize("NFKD", normalize("NFKD", letter.casefold()).casefold())


def _plain(letter: str) -> str:
    """Return nothing for what is not read: accents, vowel signs, joiners, marks of direction."""
    if category(letter) == "Cs":
        return _HALF_A_CHARACTER
    if category(letter) == "Cf" or _UNSEEN.match(letter):
        return ""
    if combining(letter) and ord(letter) not in _VOICING_MARKS:
        return ""
    return _READ_ALIKE.get(letter, letter)
