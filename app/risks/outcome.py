"""Posts that say how something went, written before anybody could know."""

import re
from collections.abc import Iterator

from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.folding import folded
from app.risks.matching import Hit
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
    claims = [*read.of(CLAIM, SOLD), *_congratulations(read)]
    if not claims:
        return
    opens = read.of(OPEN)
    claimed = [hit for hit in claims if _is_claimed(hit, opens, read, post)]
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


def _congratulations(read: Reading) -> Iterator[Hit[Meaning]]:
    """Yield what people are congratulated on, in the same sentence."""
    congratulating = read.of(CONGRATULATES)
    if congratulating:
        sentences = [_sentence(read.folded.text, hit) for hit in congratulating]
        for hit in read.of(HONOUR):
            if any(start <= hit.start < end for start, end in sentences):
                yield hit


def _is_claimed(
    claim: Hit[Meaning], opens: tuple[Hit[Meaning], ...], read: Reading, post: Post
) -> bool:
    """Tell whether nothing in the sentence leaves it open or dates it to another year."""
    start, end = _sentence(read.folded.text, claim)
    if any(start <= hit.start < end for hit in opens):
        return False
    if claim.meaning.kind == SOLD and end - start > _LONGEST_CHEER:
        return False
    day = post.content.day
    years = map(int, _YEAR.findall(read.folded.text[start:end]))
    return day is None or all(year >= day.year for year in years)


def _sentence(text: str, hit: Hit[Meaning]) -> tuple[int, int]:
    """Return where the sentence around a hit begins and ends."""
    start = max((match.end() for match in _END_OF_SENTENCE.finditer(text, 0, hit.start)), default=0)
    after = _END_OF_SENTENCE.search(text, hit.end)
    return start, after.start() if after else len(text)
