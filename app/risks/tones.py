"""What a text does with its words: it sells, celebrates, whets the appetite, remembers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.domain.post import Post
from app.risks.day_names import HINT, KNOWN, NAME
from app.risks.facts import Facts
from app.risks.matching import Hit
from app.risks.meaning import Meaning
from app.risks.prices import offers, prices
from app.risks.reading import Reading, reading
from app.risks.tone_words import (
    ALCOHOL,
    APPETITE,
    CLOSING,
    FAST,
    FESTIVE,
    GIVING,
    MEMORIAL,
    ORDINARY,
    PRICES,
    REMEMBERS,
    SELLING,
)

_OF_ADDRESSES = frozenset("/@=&?_")
"""Before a word: it belongs to a link or to an account."""


@dataclass(frozen=True)
class Tones:
    """The words of a text by what they do, as they were written."""

    read: Reading

    @cached_property
    def sells(self) -> tuple[str, ...]:
        """Offers, percentages off, and what asks people to buy."""
        return (*self._words(SELLING), *offers(self.read.folded, self.read.languages))

    @cached_property
    def prices(self) -> tuple[str, ...]:
        """Amounts of money, and talk of prices."""
        return (*self._words(PRICES), *prices(self.read.folded, self.read.languages))

    @cached_property
    def asks_a_price(self) -> tuple[str, ...]:
        """Prices that sell: none where a text mourns or remembers, which may charge admission."""
        is_admission = (self.mourns or self.remembers) and not (self.appetite or self.celebrates)
        return () if is_admission else self.prices

    @cached_property
    def celebrates(self) -> tuple[str, ...]:
        """Cheer, party, jokes, emoji of joy."""
        return self._words(FESTIVE)

    @cached_property
    def appetite(self) -> tuple[str, ...]:
        """Food and drink that people are to want."""
        return self._words(APPETITE, ALCOHOL)

    @cached_property
    def alcohol(self) -> tuple[str, ...]:
        """Drinks with alcohol, and pork."""
        return self._words(ALCOHOL)

    @cached_property
    def mourns(self) -> tuple[str, ...]:
        """What speaks of the dead and of nothing else."""
        return self._words(MEMORIAL)

    @cached_property
    def remembers(self) -> tuple[str, ...]:
        """What may speak of the dead; not the names of days themselves."""
        return self._words(REMEMBERS)

    @cached_property
    def gives(self) -> tuple[str, ...]:
        """What asks for donations, or promises one."""
        return self._words(GIVING)

    @cached_property
    def closes(self) -> tuple[str, ...]:
        """Opening hours and notices of closing."""
        return self._words(CLOSING)

    @cached_property
    def breaks_a_fast(self) -> tuple[str, ...]:
        """The meals before dawn and after sunset."""
        return self._words(FAST)

    def _words(self, *kinds: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self._whole_word, self._telling(kinds))))

    def _whole_word(self, hit: Hit[Meaning]) -> str:
        """Return a hit as it was written, up to the end of its last word."""
        text, end = self.read.folded, hit.end
        while text.runs_on(end):
            end += 1
        return text.written(hit.start, end)

    def _telling(self, kinds: tuple[str, ...]) -> Iterator[Hit[Meaning]]:
        """Yield the hits that are no part of an everyday phrase, a day's name or an address.

        Of hits that lie in one another only the outer one counts.
        """
        covers = self.read.of(ORDINARY, NAME, KNOWN, *(() if REMEMBERS in kinds else (HINT,)))
        next_cover, covered, told = 0, 0, 0
        for hit in self.read.of(*kinds):
            while next_cover < len(covers) and covers[next_cover].start <= hit.start:
                covered = max(covered, covers[next_cover].end)
                next_cover += 1
            before = self.read.folded.text[hit.start - 1 : hit.start]
            if hit.end > max(covered, told) and before not in _OF_ADDRESSES:
                told = hit.end
                yield hit


def tones(post: Post, facts: Facts) -> Tones:
    """Return what the words of a post do, in the languages of its market and its own."""
    return _tones(reading(post, facts))


@lru_cache(maxsize=32)
def _tones(read: Reading) -> Tones:
    return Tones(read)
