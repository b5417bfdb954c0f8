"""Words of people inside words of the program, whichever way either of them runs."""

_BEGIN, _END = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE of the Unicode bidirectional algorithm."""


def isolated(words: str) -> str:
    """Return words that keep their own order: “13 November” never reads “November 13”."""
    return f"{_BEGIN}{words}{_END}"
