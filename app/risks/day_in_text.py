"""A solemn day that a text plans something for, though the post goes out on another day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.days.written import written_day
from app.domain.flag import Flag, Severity, mark_of
from app.domain.observance import Observance, Part, Tone
from app.domain.post import Post
from app.risks.date_words import RELATIVE, cues
from app.risks.day import source_of
from app.risks.facts import Facts
from app.risks.folding import Folded, folded
from app.risks.named_days import named_days
from app.risks.names_and_sells import names_and_sells
from app.risks.phrasing import fitted, quoted, way_out
from app.risks.reading import Reading, reading
from app.risks.sentences import sentence_around
from app.risks.tones import tones
from app.risks.written_dates import WrittenDate, has_digit, written_dates
from app.wording import _

_FARTHEST = timedelta(days=330)
"""A date without a year that is farther away lies behind rather than ahead."""
_AHEAD = {"tomorrow": 1, "overmorrow": 2}
_MILD = {Tone.HOLIDAY, Tone.CAREFUL}
_PREPOSITION = re.compile(
    r"\b(?:on|until|till|by|from|starting|am|bis|ab|vom|zum|le|au|du|des|el|hasta|desde|il|al|dal|"
    r"em|ate|no|dia|op|tot|vanaf|den|till|fra|fran|w|od|do|ve|v|na|tu|nga[yỳ])\s$"
)
"""Makes two numbers with a stroke a date: on 9/11, bis 3/5."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """The words for a day that a text speaks of, and what stands around them."""

    words: str
    sentence: str
    """The folded sentence in which it stands."""
    invites: bool
    """Whether the sentence calls people to come."""
    names_event: bool
    """Whether it names what takes place."""


def named_in_text(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag what a text plans for a solemn day: a party on 9 November, a sale that starts on 9/11.

    In the published cases the post often went out days before, and its date was in the text: a
    September 11 sale is announced on the 8th. What remembers is left at a note, and a post on the
    day itself is told by the rules of its own day.
    """
    text, day = reading(post, facts), post.content.day
    if day is None:
        return
    seen: set[str] = set()
    for ahead, start, end in _ahead(text, facts, day):
        for one in facts.on(ahead):
            is_grave = one.part is Part.DAY and one.tone not in _MILD
            if is_grave and one.severity > Severity.NOTE and one.id not in seen:
                seen.add(one.id)
                meant = _meant(text, start, end)
                severity = _severity(post, facts, one, meant)
                if not _is_told(post, facts, one, severity):
                    yield _flag(one, meant, severity)


def days_spoken_of(post: Post, facts: Facts) -> tuple[date, ...]:
    """Return the days ahead that a text speaks of: what they mean can change its flags."""
    day = post.content.day
    if day is None:
        return ()
    found = _ahead(reading(post, facts), facts, day)
    return tuple(sorted({ahead for ahead, _start, _end in found}))


def _ahead(text: Reading, facts: Facts, day: date) -> Iterator[tuple[date, int, int]]:
    """Yield the days ahead that a text speaks of, by date or as tomorrow, and where it does."""
    whole = text.folded.text
    for written in written_dates(text, facts.market.country):
        if _is_meant(whole, written):
            for meant in written.readings[0].near(day):
                if timedelta(0) < meant - day <= _FARTHEST:
                    yield meant, written.first, written.last
    for hit in text.of(RELATIVE):
        if days := _AHEAD.get(hit.meaning.of):
            yield day + timedelta(days=days), hit.start, hit.end


def _is_meant(whole: str, written: WrittenDate) -> bool:
    if not written.readings[0].month or written.readings[0].is_of_another_calendar:
        return False
    before = _PREPOSITION.search(whole, max(0, written.first - 12), written.first)
    return written.is_sure or bool(written.weekdays) or before is not None


def _meant(text: Reading, start: int, end: int) -> _Meant:
    first, last = sentence_around(text.folded.text, start, end)
    sentence = text.folded.text[first:last]
    kinds = {hit.meaning.kind for hit in cues(text.languages).hits(Folded(sentence))}
    words = text.folded.written(start, end)
    return _Meant(words, sentence, invites="upcoming" in kinds, names_event="event" in kinds)


def _severity(post: Post, facts: Facts, day: Observance, meant: _Meant) -> Severity:
    """Return how heavy it is: cheer as the day itself, a plan is a question, all else a note."""
    found = tones(post, facts)
    if _is_said(found.celebrates, meant):
        return day.severity
    if found.mourns or found.remembers or _is_named(post, facts, day):
        return Severity.NOTE
    sells = _is_said((*found.sells, *found.prices, *found.appetite), meant)
    return Severity.CAUTION if sells or _is_planned(day, meant) else Severity.NOTE


def _is_planned(day: Observance, meant: _Meant) -> bool:
    """Tell whether something takes place; short of a stop both signs must be there."""
    if day.severity is Severity.STOP:
        return meant.invites or meant.names_event
    return day.tone is Tone.MOURNING and meant.invites and meant.names_event


def _is_said(words: tuple[str, ...], meant: _Meant) -> bool:
    """Tell whether one of some words stands in the sentence of the day."""
    return any(folded(word) in meant.sentence for word in words)


def _is_named(post: Post, facts: Facts, day: Observance) -> bool:
    """Tell whether the text calls the day by its name, and not by its date alone."""
    return any(
        named.day.id == day.id and not all(map(has_digit, reading(post, facts).words(named.hits)))
        for named in named_days(post, facts)
    )


def _is_told(post: Post, facts: Facts, day: Observance, severity: Severity) -> bool:
    """Tell whether the rule of memorial and offer says the same of this day."""
    return any(
        flag.key.endswith(f":{day.id}") and flag.severity >= severity
        for flag in names_and_sells(post, facts)
    )


def _flag(day: Observance, meant: _Meant, severity: Severity) -> Flag:
    return Flag(
        rule="day.text",
        severity=severity,
        key=f"day.text:{day.id}",
        mark=mark_of(severity, day.day.isoformat()),
        headline=fitted(_("The text points at {name}").format(name=day.name)),
        why=_("“{words}” is {date}: {why}").format(
            words=meant.words, date=written_day(day.day), why=day.why or day.name
        ),
        source=source_of(day),
        source_url=day.source_url,
        way_out=way_out(severity),
        evidence=quoted([meant.words]),
    )
