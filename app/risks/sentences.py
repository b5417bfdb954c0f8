"""Sentences of a folded text, as far as rules need them."""

import re

_BOUNDARY = re.compile(r"(?<!\d)[.!?](?=\s)|\n|[。！？!?](?=\s|$|[^\s!?.])")
_LONGEST = 240
"""Letters before and behind; a text without full stops is not searched further."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence starts and ends in which a piece of a text stands."""
    first = max(0, start - _LONGEST)
    for boundary in _BOUNDARY.finditer(text, first, start):
        first = boundary.end()
    after = _BOUNDARY.search(text, end, min(len(text), end + _LONGEST))
    return first, after.start() if after else min(len(text), end + _LONGEST)


def starts_sentence(text: str, place: int) -> bool:
    """Tell whether a sentence, a line or a text begins at a place, after emoji and marks."""
    first, _end = sentence_around(text, place, place)
    return not any(map(str.isalnum, text[first:place]))
