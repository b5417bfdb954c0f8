"""Terms that hurt, or mean more than they say, in the market and the language of a post."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.disguise import masked_words, plain_words
from app.risks.facts import Facts
from app.risks.folding import folded
from app.risks.language_codes import known_as
from app.risks.matching import ANY_ENDING
from app.risks.meaning import ANY_LANGUAGE
from app.risks.phrasing import fitted, quoted, way_out
from app.risks.reading import Reading, base, reading
from app.risks.sensitive_terms import (
    NOT_WITH,
    WITH,
    WORDS,
    Term,
    read_terms,
)
from app.wording import _

_DISGUISED = frozenset({"slur", "extremist", "profanity"})
"""Themes whose words people try to slip past a check."""


def sensitive_term(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag words of atrocities, slurs, disputed places and the like, with the reason and a source.

    27 in 100 published cases hold such a word: a camp's motto as a slogan (Germany, several years),
    a drink named after bombs (Ireland, 2014), tanks in May (Korea, 2026), a list of countries
    (China, 2018). The terms stand in resources/sensitive; those of a language count in posts of
    that language alone, those of a market where the post is seen there or the brand is at home.
    """
    read = reading(post, facts)
    kinds = _kinds(post.content.language, facts.market.languages)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for hit in read.of(*kinds):
        found[hit.meaning.of].append(read.folded.written(hit.start, hit.end))
    for term_id, written in (*_disguised(read, kinds), *_masked(read, kinds)):
        found[term_id].append(written)
    if found:
        places = {facts.market.country, facts.team.home, *facts.channel.reach}
        for term_id, pieces in found.items():
            term = read_terms().by_id[term_id]
            severity = _severity(term, read)
            if severity and (not term.markets or not places.isdisjoint(term.markets)):
                yield _flag(term, severity, pieces)


@lru_cache(maxsize=256)
def _kinds(language: str, of_market: tuple[str, ...]) -> frozenset[str]:
    """Return the lists that count: those of the post's language, or else of the market's."""
    own = [language] if language else of_market
    languages = (ANY_LANGUAGE, *(known_as(base(one)) for one in own))
    return frozenset(f"{WORDS}:{one}" for one in languages)


def _disguised(read: Reading, kinds: frozenset[str]) -> Iterator[tuple[str, str]]:
    terms = read_terms().by_id
    for plain, start, end in plain_words(read.folded.text):
        for hit in read.hits_in(plain):
            meaning = hit.meaning
            if meaning.kind in kinds and terms[meaning.of].theme in _DISGUISED:
                yield meaning.of, read.folded.written(start, end)


def _masked(read: Reading, kinds: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the terms that people know behind asterisks, with what is left of them."""
    for pattern, start, end in masked_words(read.folded.text):
        for word, term_id in _words_to_hide(kinds):
            if pattern.fullmatch(word):
                yield term_id, read.folded.written(start, end)
                break


@lru_cache(maxsize=64)
def _words_to_hide(kinds: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return the words of these lists that are printed with asterisks, swearing first."""
    terms = [term for term in read_terms().by_id.values() if term.theme in _DISGUISED]
    return tuple(
        (folded(word).strip(ANY_ENDING), term.id)
        for term in sorted(terms, key=lambda term: term.theme != "profanity")
        for language, words in term.words
        if f"{WORDS}:{language}" in kinds
        for word in words
    )


def _severity(term: Term, read: Reading) -> Severity | None:
    """Return how grave a term is beside the other words of the text, or nothing."""
    if term.excuses and any(hit.meaning.of == term.id for hit in read.of(NOT_WITH)):
        return None
    if not term.needs_company or _has_company(term, read):
        return term.severity
    return term.otherwise


def _has_company(term: Term, read: Reading) -> bool:
    return bool(term.tones and read.of(*term.tones)) or any(
        hit.meaning.of == term.id for hit in read.of(WITH)
    )


def _flag(term: Term, severity: Severity, pieces: list[str]) -> Flag:
    word = fitted(pieces[0], _LONGEST_WORD)
    return Flag(
        rule="sensitive.term",
        severity=severity,
        key=f"sensitive.term:{term.id}",
        mark=mark_of(severity, *sorted(set(map(folded, pieces)))),
        headline=fitted(_headlines()[term.theme].format(word=word)),
        why=term.why,
        source=term.source.name,
        source_url=term.source.url,
        way_out=way_out(severity),
        evidence=quoted(pieces),
    )


_LONGEST_WORD = 24
"""So that the headline says what it is, whatever its language."""


def _headlines() -> dict[str, str]:
    """Return what each theme is called, in the reader's language."""
    return {
        "atrocity": _("“{word}”: words of an atrocity"),
        "extremist": _("“{word}”: a sign of extremists"),
        "slur": _("“{word}”: insults people"),
        "place": _("“{word}”: a disputed place"),
        "disaster": _("“{word}”: recalls a disaster"),
        "death": _("“{word}”: speaks of violence"),
        "suicide": _("“{word}”: speaks of suicide"),
        "weapons": _("“{word}”: words of weapons or war"),
        "sexual": _("“{word}”: may be read as sexual"),
        "stereotype": _("“{word}”: a stereotype"),
        "drug": _("“{word}”: may be read as a drug"),
        "profanity": _("“{word}”: swearing"),
        "politics": _("“{word}”: takes a side"),
    }
