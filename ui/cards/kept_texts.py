"""Texts cut to the room they have, laid out once and kept."""

import unicodedata
from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QStaticText,
    QTextLayout,
    QTextOption,
    QTransform,
)

KEPT = 4_000
"""Texts and lines of each font: more than a screen shows, and no memory of what was shown."""

LEAST = 16
"""So many letters of a text are looked at however narrow its room; else one a pixel."""

DOT = "·"
"""Parts what stands in one line; where a new line begins, nothing more needs to be parted."""
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
"""Where a long word may be divided; it is seen only where that happens."""


class KeptTexts:
    """Elided lines of one font, laid out and ready to be drawn.

    A text that is too long is cut where it meets the edge, or before the word that does.
    """

    def __init__(self, font: QFont, *, keeps_words: bool = False) -> None:
        self.font = font
        self._keeps_words = keeps_words
        self._metrics = QFontMetrics(font)
        self._exact = QFontMetricsF(font)
        self._widths: dict[str, int] = {}
        self._kept: dict[tuple[str, int, int], tuple[QStaticText, ...]] = {}
        self._laid_out: dict[str, QStaticText] = {}

    def width(self, text: str) -> int:
        """Return how wide a text is in one line."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) >= KEPT:
                self._widths.clear()
            known = self._widths[text] = ceil(self._exact.horizontalAdvance(text)) + 1
        return known

    def line(self, text: str, width: int) -> QStaticText:
        """Return a text in one line, cut with an ellipsis where it is too long."""
        return self.lines(text, width, 1)[0]

    def lines(self, text: str, width: int, count: int) -> tuple[QStaticText, ...]:
        """Return a text broken into at most `count` lines, the last one cut if need be."""
        key = (text, width, count)
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            broken = self._broken(text, width, count)
            kept = self._kept[key] = tuple(map(self._ready, broken))
        return kept

    def _broken(self, text: str, width: int, count: int) -> Iterator[str]:
        rest = text
        for _number in range(count - 1):
            first, rest = self._first_line(rest, width)
            yield first
            if not rest:
                return
        yield self._cut(rest, width)

    def _cut(self, text: str, width: int) -> str:
        cut = self._elided(text, max(width, 0))
        if cut == text or not self._keeps_words:
            return cut
        words = text[: len(cut) - 1].rpartition(" ")[0].rstrip(" ·,")
        return f"{words}…" if words else cut

    def _elided(self, text: str, width: int) -> str:
        """Return a text cut by Qt, which looks through all of it: mostly the start is enough."""
        start = text[: max(width, LEAST)]
        cut = self._metrics.elidedText(start, Qt.TextElideMode.ElideRight, width)
        if cut == start != text:
            return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return cut

    def _first_line(self, text: str, width: int) -> tuple[str, str]:
        layout = QTextLayout(text, self.font)
        layout.setTextOption(_wrapping())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(width, 1))
        layout.endLayout()
        units = text.encode("utf-16-le")  # Qt counts UTF-16 units
        cut = 2 * line.textLength()
        first, rest = units[:cut].decode("utf-16-le"), units[cut:].decode("utf-16-le")
        return first.rstrip().removesuffix(f" {DOT}"), rest.lstrip().removeprefix(f"{DOT} ")

    def _ready(self, line: str) -> QStaticText:
        known = self._laid_out.get(line)
        if known is None:
            if len(self._laid_out) >= KEPT:
                self._laid_out.clear()
            known = self._laid_out[line] = self._new(line)
        return known

    def _new(self, line: str) -> QStaticText:
        whole = line.removesuffix(SOFT_HYPHEN).replace(SOFT_HYPHEN, "")
        text = QStaticText(f"{whole}-" if line.endswith(SOFT_HYPHEN) else whole)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if runs_right_to_left(line) else _LEFT_TO_RIGHT
        )
        text.setTextOption(option)
        text.prepare(QTransform(), self.font)
        return text


def runs_right_to_left(text: str) -> bool:
    """Tell whether the first letter that has a direction is of a right-to-left script."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
