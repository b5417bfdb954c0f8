"""Prices, dates and times for which a sign still stands: XX.XX., € X, ?? %."""

import re
from collections.abc import Iterator

_MONEY = "€$£¥₺₽₹₩₪"
_UNIT = rf"(?:[{_MONEY}%]|eur\b|euros?\b|usd\b|uhr\b)"
_OPEN = re.compile(
    r"(?<![\w.])(?:"
    r"x{2,4}(?:[.:/-]x{2,4}){1,5}\.?"
    rf"|x{{1,4}}(?:[.,]x{{2}})?\s?{_UNIT}(?!\s?\d)"
    rf"|[{_MONEY}]\s?x{{1,4}}(?:[.,]x{{2}})?"
    rf"|(?<!\?)[?_]{{2,40}}\s?{_UNIT}"
    r"|00[./]00[./](?:0{2,4})?"
    r"|\([?؟]{2,40}\)|\[[?؟]{1,40}\]|(?<!×)×{2,40}"
    r"|(?<=[^\W\d_]\s)\?{3,40}(?=\s[^\W\d_])"
    r")(?!\w)"
    rf"|[{_MONEY}:]\s?(?:\?{{2,40}}|_{{3,40}})(?!\w)"
)
_BLANK = re.compile(r"(?<!\w)_{4,}(?!\w)")
_MAY_BE_OPEN = re.compile(r"xx|××|[?؟]{2}|\?\?|__|00[./]00|x\s?[€$£¥₺₽₹₩₪%]|[€$£¥₺₽₹₩₪]\s?x")


def open_values(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a folded text leaves a value open.

    Kisses (xxx), surprise (what???) and a game with one blank (I like ___) leave nothing open.
    """
    if not _MAY_BE_OPEN.search(text):
        return
    yield from (match.span() for match in _OPEN.finditer(text))
    blanks = [match.span() for match in _BLANK.finditer(text)]
    if len(blanks) > 1:
        yield from blanks
