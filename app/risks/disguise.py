"""Words whose letters are hidden: by digits, by dots between them, by asterisks."""

import re
from collections.abc import Iterator

_FEWEST = 4
"""Letters of a disguised word; shorter ones are names of products and abbreviations."""

_STANDS_FOR = str.maketrans("013457$@", "oieastsa")
_DIGIT_INSIDE = re.compile(r"[013457$@](?<=[^\W\d_].)[013457$@]*(?=[^\W\d_])")
"""Begins with the digit: a text without any is soon searched."""
_TOKEN = re.compile(r"[\w$@]+")
_LETTER = r"[^\W\d_]"
_GAP = r"[ .\-_*·/]"
_MAY_BE_SPACED_OUT = re.compile(rf"{_GAP}\w{_GAP}\w{_GAP}")
"""Three letters in a row that stand alone: sooner found than a whole word of them."""
_SPACED_OUT = re.compile(
    rf"(?<!\w){_LETTER}(?P<gap>{_GAP})(?:{_LETTER}(?P=gap)){{2,30}}{_LETTER}(?!\w)"
)
_MASKED = re.compile(r"(?<![\w*])[^\W\d_]{1,3}(?:\*{2,6}|\*(?=[^\W\d_]))[^\W\d_]{0,4}(?![\w*])")
"""A few letters with asterisks inside, or with several of them at the end."""


def masked_words(text: str) -> Iterator[tuple[re.Pattern[str], int, int]]:
    """Yield a pattern of what asterisks in a folded text may stand for, and where each stands."""
    for word in _MASKED.finditer(text) if "*" in text else ():
        if len(word[0]) >= _FEWEST:
            yield re.compile(word[0].replace("*", r"[^\W\d_]")), *word.span()


def plain_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield what disguised words of a folded text read like, and where each of them stands."""
    if _DIGIT_INSIDE.search(text):
        for token in _TOKEN.finditer(text):
            if len(token[0]) >= _FEWEST and _DIGIT_INSIDE.search(token[0]):
                yield token[0].translate(_STANDS_FOR), *token.span()
    if _MAY_BE_SPACED_OUT.search(text):
        for spaced in _SPACED_OUT.finditer(text):
            word = "".join(spaced[0].split(spaced["gap"]))
            yield word, *spaced.span()
            yield word[1:], spaced.start() + 2, spaced.end()  # "a" may stand before it
