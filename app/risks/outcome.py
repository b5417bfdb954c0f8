"""Posts that say how something went, written before anybody could know."""

import re
from collections.abc import Iterator
from datetime import date

from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.folding import folded
from app.risks.matching import Hit, within
from app.risks.meaning import Meaning
from app.risks.outcome_words import CLAIM, CONGRATULATES, HONOUR, OPEN, SOLD
from app.risks.phrasing import quoted, way_out
from app.risks.reading import Reading, reading
from app.wording import _

_END_OF_SENTENCE = re.compile(r"(?<!\d)\.|[!?…\n。！？؟।]")
"""A full stop behind a number ends no sentence: it makes an ordinal or a date."""
_LONGEST_CHEER = 40
"""Letters of a sentence that cheers that all is sold; a longer one tells what is known."""
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def outcome(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a post that says who won, what was sold out or elected: the plan cannot know it.

    Congratulations to the wrong finalist and "sold out" of an empty hall go out when nobody reads
    the queue again after the result. The words stand in resources/outcomes.
    """
    read = reading(post, facts)
    claimed = list(_claimed(read, post.content.day))
    if claimed:
        pieces = list(read.words(claimed))
        yield Flag(
            rule="outcome.early",
            severity=Severity.CAUTION,
            key="outcome.early",
            mark=mark_of(Severity.CAUTION, *sorted(set(map(folded, pieces)))),
            headline=_("Says how something went"),
            why=_("When it goes out it may have gone otherwise: read it again after the result."),
            source=_("Rule of thumb: what depends on a result is approved after the result"),
            way_out=way_out(Severity.CAUTION),
            evidence=quoted(pieces),
        )


def _claimed(read: Reading, day: date | None) -> Iterator[Hit[Meaning]]:
    """Yield the claims in whose sentence nothing leaves them open or dates them to another year.

    An honour is one where the same sentence congratulates on it.
    """
    claims, honours, opens = read.of(CLAIM, SOLD), read.of(HONOUR), read.of(OPEN)
    congratulating = read.of(CONGRATULATES)
    if not claims and not (honours and congratulating):
        return
    text = read.folded.text
    for start, end in _sentences(text):
        there = [*within(claims, start, end - 1)]
        if within(congratulating, start, end - 1):
            there += within(honours, start, end - 1)
        if there and not within(opens, start, end - 1) and not _is_past(text[start:end], day):
            is_cheer = end - start <= _LONGEST_CHEER
            yield from (hit for hit in there if is_cheer or hit.meaning.kind != SOLD)


def _is_past(sentence: str, day: date | None) -> bool:
    """Tell whether a sentence names a year before that of a day."""
    return day is not None and any(int(year) < day.year for year in _YEAR.findall(sentence))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends."""
    start = 0
    for match in _END_OF_SENTENCE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
