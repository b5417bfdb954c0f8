"""A remembrance that goes out beside its day: the words are right, the date is not."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.days.written import written_day
from app.domain.flag import Flag, Severity, mark_of
from app.domain.observance import Observance, Part, Tone
from app.domain.post import Post
from app.risks.date_words import RELATIVE
from app.risks.day import source_of
from app.risks.day_names import HINT, KNOWN, NAME
from app.risks.facts import Facts
from app.risks.named_days import named_days
from app.risks.phrasing import fitted, quoted, way_out
from app.risks.reading import reading
from app.risks.tones import tones
from app.risks.written_dates import written_dates
from app.wording import _

_NEAR = tuple(timedelta(days=days) for days in (1, -1, 2, -2))
"""What lies farther away is spoken of for reasons of its own."""
_GRAVE = {Tone.MOURNING, Tone.SOLEMN}


def remembered_beside(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a text that remembers a day by name and goes out a day or two before or after it.

    SpaghettiOs, 6 December 2013: a word for Pearl Harbor left on the evening before. A text that
    says when the day is, by date or as tomorrow, knows what it does.
    """
    read, day = reading(post, facts), post.content.day
    if day is None or not read.of(NAME, KNOWN, HINT) or read.of(RELATIVE):
        return
    found = tones(post, facts)
    if not (found.mourns or found.remembers) or written_dates(read, facts.market.country):
        return
    for named in named_days(post, facts):
        meant = _beside(named.day.id, facts, day)
        if meant is not None:
            words = tuple(read.words(named.hits))
            yield _flag(meant, words)


def _beside(observance: str, facts: Facts, day: date) -> Observance | None:
    """Return a grave day that is not on this day, but on one beside it."""
    if any(one.id == observance for one in _on(facts, day)):
        return None
    return next(
        (
            one
            for near in _NEAR
            for one in _on(facts, day + near)
            if one.id == observance and one.severity > Severity.NOTE and one.tone in _GRAVE
        ),
        None,
    )


def _on(facts: Facts, day: date) -> Iterator[Observance]:
    return (one for one in facts.on(day) if one.part is Part.DAY)


def _flag(day: Observance, words: tuple[str, ...]) -> Flag:
    when = day.day.isoformat()
    return Flag(
        rule="day.remembered-beside",
        severity=Severity.CAUTION,
        key=f"day.remembered-beside:{day.id}",
        mark=mark_of(Severity.CAUTION, when),
        headline=fitted(
            _("Its day is {date}: {name}").format(date=written_day(day.day), name=day.name)
        ),
        why=_("The text remembers a day, and goes out on another one: {why}").format(
            why=day.why or day.name
        ),
        source=source_of(day),
        source_url=day.source_url,
        way_out=way_out(Severity.CAUTION),
        evidence=quoted(words),
    )
