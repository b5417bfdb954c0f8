"""A post's text as the rules read it: folded once, and searched once for all word lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.domain.medium import Medium
from app.domain.post import Post
from app.domain.team_day import NO_CALENDAR, TeamCalendar
from app.domain.team_term import NO_TERMS, TeamTerms
from app.risks.facts import Facts
from app.risks.folding import Folded
from app.risks.matching import Hit, Matcher, left_to_right
from app.risks.meaning import ANY_LANGUAGE, Meaning, Phrase, Source
from app.risks.own_days import phrases_of
from app.risks.sources import SOURCES

TEAM_TERM = "team.term"
"""Kind of a phrase that the team avoids; it belongs to the term with this id."""


@dataclass(frozen=True, eq=False)
class Reading:
    """All that people would read of a post, in one text, with what the word lists say of it.

    It equals itself alone: whatever is kept for it is found without reading all of it again.
    """

    written: str
    """Title, text, first comment and alt texts, one below the other."""
    languages: frozenset[str]
    terms: TeamTerms = NO_TERMS
    """What the team looks for beside the word lists."""
    calendar: TeamCalendar = NO_CALENDAR
    """Whose own days it names."""

    @cached_property
    def folded(self) -> Folded:
        """The text as it is searched."""
        return Folded(self.written)

    @cached_property
    def hits(self) -> tuple[Hit[Meaning], ...]:
        """Every phrase of every list, from left to right."""
        return self._hits(self.folded)

    def hits_in(self, text: str) -> tuple[Hit[Meaning], ...]:
        """Return every phrase of every list that stands in another text of these languages."""
        return self._hits(Folded(text))

    def _hits(self, text: Folded) -> tuple[Hit[Meaning], ...]:
        matchers = _matchers(self.languages, self.terms, self.calendar, SOURCES)
        return tuple(left_to_right(hit for matcher in matchers for hit in matcher.found(text)))

    def of(self, *kinds: str) -> tuple[Hit[Meaning], ...]:
        """Return the hits of some kinds, from left to right."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        return tuple(hit for hit in self.hits if hit.meaning.kind in kinds)

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Hit[Meaning], ...]]:
        found: defaultdict[str, list[Hit[Meaning]]] = defaultdict(list)
        for hit in self.hits:
            found[hit.meaning.kind].append(hit)
        return {kind: tuple(hits) for kind, hits in found.items()}

    def words(self, hits: Iterable[Hit[Meaning]]) -> Iterator[str]:
        """Yield the words of hits as they were written."""
        return (self.folded.written(hit.start, hit.end) for hit in hits)


def reading(post: Post, facts: Facts) -> Reading:
    """Return the reading of a post, in the languages of its market and its own."""
    content = post.content
    written = (content.title, content.text, content.first_comment)
    spoken = facts.market.languages, content.language
    return _reading(written, content.media, spoken, facts.team.terms, facts.team.calendar)


def written_text(post: Post) -> str:
    """Return all that people would read of a post, one part below the other."""
    content = post.content
    return _whole((content.title, content.text, content.first_comment), content.media)


def warm_up() -> None:
    """Load the phrases of any language, which takes a quarter of a second."""
    _matcher(ANY_LANGUAGE, SOURCES)


def base(language: str) -> str:
    """Return a language without its region: `pt` of `pt-BR`."""
    return language.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=32)
def _reading(
    written: tuple[str, ...],
    media: tuple[Medium, ...],
    spoken: tuple[tuple[str, ...], str],
    terms: TeamTerms,
    calendar: TeamCalendar,
) -> Reading:
    """Read a text once; a dozen rules ask for it, one after the other."""
    of_market, own = spoken
    languages = frozenset(map(base, filter(None, (*of_market, own))))
    return Reading(_whole(written, media), languages, terms, calendar)


def _whole(written: Iterable[str], media: Iterable[Medium]) -> str:
    return "\n".join((*written, *(medium.alt for medium in media)))


@lru_cache(maxsize=256)
def _matchers(
    languages: frozenset[str],
    terms: TeamTerms,
    calendar: TeamCalendar,
    sources: tuple[Source, ...],
) -> tuple[Matcher[Meaning], ...]:
    """Return what finds the phrases of any language, of each of these, and of the team.

    Markets share them: most phrases count everywhere, and no two markets have the same languages.
    """
    each = (_matcher(language, sources) for language in (ANY_LANGUAGE, *sorted(languages)))
    own = (*_of_the_team(languages, terms), *phrases_of(calendar))
    return (*each, *([Matcher(own)] if own else []))


@lru_cache(maxsize=256)
def _matcher(language: str, sources: tuple[Source, ...]) -> Matcher[Meaning]:
    return Matcher(phrase for source in sources for phrase in source(language))


def _of_the_team(languages: frozenset[str], terms: TeamTerms) -> Iterator[Phrase]:
    for term in terms.avoided:
        if not term.language or term.language in languages:
            yield from ((word, Meaning(TEAM_TERM, term.id)) for word in term.words)
