"""Days told from the one on which a text is read: today, tonight, tomorrow."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from app.days.written import written_day
from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.date_shapes import SIGN_NUMBERS, SIGN_OF_A_WEEKDAY
from app.risks.date_words import HOUR, NONE, RELATIVE
from app.risks.facts import Facts
from app.risks.matching import Hit, outermost, within
from app.risks.meaning import Meaning
from app.risks.phrasing import fitted, quoted, way_out, weekday_name
from app.risks.reading import Reading, reading
from app.risks.written_dates import LONGEST_GAP, is_gap, weekday_hits, written_dates
from app.wording import _

_OFFSETS = {
    "today": 0,
    "tonight": 0,
    "this_morning": 0,
    "tomorrow": 1,
    "overmorrow": 2,
    "yesterday": -1,
}
"""Days from the one on which the text is read; a weekend has none."""
_SMALL_HOURS = time(4)
_MOST_FLAGS = 3
_FARTHEST = 12
_LONGEST_BEFORE = 40
"""Letters of a weekday, and what may stand between it and the word."""
_BETWEEN = re.compile(
    r"[\s,(:·、は]*(?:\b(?:on|am|le|il|el|em|den|dem|w|we|na|v|ve|i|в|во|у|à|a|is|ist|est|es|e|op|"
    r"pa|om|este|ce|this|questo|esta|deze|diesen|o|u|az|ben|pada|hari)\b[\s,]*)*"
)
"""What may stand between tomorrow and its weekday."""
_MORE_DAYS = re.compile(
    r"\s*(?:,|&|\+|/|-|—|and|und|et|y|e|en|och|og|i|и|ve|bis|to|a|ja|as|al|au|do|до|t/m)\s+"
)
"""What joins two weekdays to a list or a span."""


def contradicted(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag “tomorrow, Friday” in a post after which Friday does not come, and its like.

    What was right on the day for which it was written is wrong after a move to another.
    """
    text, day = reading(post, facts), post.content.day
    if day is None:
        return
    seen: set[str] = set()
    for hit, said in _claims(text, facts.market.country, day):
        if hit.meaning.of not in seen and len(seen) < _MOST_FLAGS:
            seen.add(hit.meaning.of)
            yield _contradiction(text, hit, said, day)


def after_midnight(post: Post, facts: Facts) -> Iterator[Flag]:
    """Note “tonight” in the small hours: that night is nearly over, or a whole day away."""
    local = post.content.local
    if local is None or local.time() >= _SMALL_HOURS:
        return
    text = reading(post, facts)
    for hit in _hits(text):
        if hit.meaning.of == "tonight":
            yield _after_midnight(_word(text, hit), local)
            return


def moved(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag “tomorrow” in a post that was moved to another day since its text was written."""
    day, written_for = post.content.day, facts.written_for
    if day is None or written_for is None or day == written_for:
        return
    text = reading(post, facts)
    weeks = {one.isocalendar()[:2] for one in (day, written_for)}
    seen = set()
    for hit in _hits(text):
        name = hit.meaning.of
        is_same_weekend = name not in _OFFSETS and len(weeks) == 1
        if name not in seen and not is_same_weekend:
            seen.add(name)
            yield _moved(name, _word(text, hit), day, written_for)


@lru_cache(maxsize=32)
def _hits(text: Reading) -> tuple[Hit[Meaning], ...]:
    """Return the words for days near today that stand in no longer phrase with another meaning."""
    hits = outermost(text.of(RELATIVE, NONE, HOUR))
    return tuple(hit for hit in hits if hit.meaning.kind == RELATIVE)


def _claims(text: Reading, country: str, day: date) -> Iterator[tuple[Hit[Meaning], date | int]]:
    """Yield each word that stands beside a date or weekday that it does not mean, with that."""
    hits = _hits(text)
    for number, hit in enumerate(hits):
        if hit.meaning.of not in _OFFSETS:
            continue
        if number and is_gap(text.folded.text, hits[number - 1].end, hit.start):
            continue  # today, tomorrow, Saturday: a list of days
        meant = _days_meant(hit, day)
        dates = _dates_beside(text, hit, country, day)
        weekdays = _weekdays_beside(text, hit)
        if dates:
            if meant.isdisjoint(dates):
                yield hit, min(dates, key=lambda each: abs(each - day))
        elif weekdays and weekdays.isdisjoint(each.weekday() for each in meant):
            yield hit, min(weekdays)


def _days_meant(hit: Hit[Meaning], day: date) -> frozenset[date]:
    """Return what a word means on a day; a night begins on the day before."""
    meant = day + timedelta(days=_OFFSETS[hit.meaning.of])
    return frozenset({meant, meant - timedelta(days=hit.meaning.of == "tonight")})


def _dates_beside(text: Reading, hit: Hit[Meaning], country: str, day: date) -> set[date]:
    return {
        each
        for one in written_dates(text, country)
        if one.readings[0].month and _are_joined(text.folded.text, hit, one.first, one.last)
        for each in one.days(day)
    }


def _weekdays_beside(text: Reading, hit: Hit[Meaning]) -> set[int]:
    whole = text.folded.text
    if sign := SIGN_OF_A_WEEKDAY.match(whole, hit.end):
        return {SIGN_NUMBERS[sign["sign"]]}
    return {
        int(other.meaning.of)
        for other in within(weekday_hits(text), hit.start - _LONGEST_BEFORE, hit.end + _FARTHEST)
        if _are_joined(whole, hit, other.start, other.end) and not _goes_on(text, other.end)
    }


def _are_joined(whole: str, hit: Hit[Meaning], start: int, end: int) -> bool:
    """Tell whether a day follows the word with hardly anything between, or stands before it."""
    if hit.end <= start <= hit.end + _FARTHEST:
        return bool(_BETWEEN.fullmatch(whole, hit.end, start))
    is_before = end <= hit.start <= end + _FARTHEST
    return is_before and whole[end : hit.start].strip(" ,") == "("


def _goes_on(text: Reading, end: int) -> bool:
    """Tell whether another weekday follows: tomorrow, Saturday and Sunday."""
    joint = _MORE_DAYS.match(text.folded.text, end)
    return joint is not None and any(
        is_gap(text.folded.text, joint.end(), hit.start)
        for hit in within(weekday_hits(text), joint.end(), joint.end() + LONGEST_GAP)
    )


def _contradiction(text: Reading, hit: Hit[Meaning], claim: date | int, day: date) -> Flag:
    meant, word = max(_days_meant(hit, day)), _word(text, hit)
    said = written_day(claim) if isinstance(claim, date) else weekday_name(claim)
    return Flag(
        rule="date.relative",
        severity=Severity.CAUTION,
        key=f"date.relative:{hit.meaning.of}",
        mark=mark_of(Severity.CAUTION, str(claim), meant.isoformat()),
        headline=fitted(_("“{word}” does not fit the day").format(word=word)),
        why=_(
            "“{word}” is {meant} when the post goes out, a {weekday}, and the text says {said}."
        ).format(
            word=word,
            meant=written_day(meant),
            weekday=weekday_name(meant.weekday()),
            said=said,
        ),
        way_out=way_out(Severity.CAUTION),
        evidence=quoted([word, said]),
    )


def _after_midnight(word: str, local: datetime) -> Flag:
    return Flag(
        rule="date.relative",
        severity=Severity.NOTE,
        key="date.relative:after-midnight",
        mark=mark_of(Severity.NOTE, f"{local:%Y-%m-%d %H:%M}"),
        headline=fitted(_("“{word}” after midnight").format(word=word)),
        why=_("At {clock} the night is nearly over, or a whole day away.").format(
            clock=f"{local:%H:%M}"
        ),
        way_out=way_out(Severity.NOTE),
        evidence=quoted([word]),
    )


def _moved(name: str, word: str, day: date, written_for: date) -> Flag:
    return Flag(
        rule="date.moved",
        severity=Severity.CAUTION,
        key=f"date.moved:{name}",
        mark=mark_of(Severity.CAUTION, day.isoformat(), written_for.isoformat()),
        headline=fitted(_("“{word}” was written for another day").format(word=word)),
        why=_moved_why(name, word, day, written_for),
        way_out=way_out(Severity.CAUTION),
        evidence=quoted([word]),
    )


def _moved_why(name: str, word: str, day: date, written_for: date) -> str:
    if name not in _OFFSETS:
        return _("The text was written for {before}, and the post goes out on {day}.").format(
            before=written_day(written_for), day=written_day(day)
        )
    offset = timedelta(days=_OFFSETS[name])
    return _("The post was moved: “{word}” was {before} and now is {now}.").format(
        word=word, before=written_day(written_for + offset), now=written_day(day + offset)
    )


def _word(text: Reading, hit: Hit[Meaning]) -> str:
    return text.folded.written(hit.start, hit.end)
