"""Dates in a text: the weekday beside them, and whether they are still to come."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.days.written import written_day
from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.date_words import cues
from app.risks.facts import Facts
from app.risks.folding import Folded
from app.risks.phrasing import quoted, way_out, weekday_name
from app.risks.reading import Reading, reading
from app.risks.sentences import sentence_around
from app.risks.written_dates import WrittenDate, is_gap, written_dates
from app.wording import _

_WRITES_BOTH = frozenset({"CA", "PH", "PR", "KE", "MY", "ZA"})
"""Countries in which 3/5 is the third of May to some, and the fifth of March to others."""
_LONG_PAST = timedelta(days=120)
"""A date without a year that lay longer ago is rather the next one of its name."""


def weekday_mismatch(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a date that does not fall on the weekday beside it.

    Announcements that are copied from last year keep the weekday or the date: readers come on the
    wrong day. No reading of the date, and of its year where it names none, may fit.
    """
    text, day = reading(post, facts), post.content.day
    seen = set()
    for written in written_dates(text, facts.market.country):
        if not written.weekdays or day is None:
            continue
        meant = _possible(written, day)
        key = f"date.weekday-mismatch:{written.readings[0].month:02}-{written.readings[0].day:02}"
        if (
            meant
            and key not in seen
            and written.weekdays.isdisjoint(each.weekday() for each in meant)
        ):
            seen.add(key)
            yield _mismatch(text, written, meant[0], key)


def passed(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a deadline or an invitation whose date is over when the post goes out.

    A post that was moved or copied keeps its “until 3 May”. History is left alone: what has
    happened is told with words such as “since” or “was”, or lies long ago.
    """
    text, day = reading(post, facts), post.content.day
    if day is None:
        return
    seen = set()
    for written in written_dates(text, facts.market.country):
        last = _last_day(written, day, facts.market.country)
        if last is None or not _is_lately(written, last, day):
            continue
        key = f"date.passed:{last.month:02}-{last.day:02}"
        if key not in seen and _is_told_as_coming(text, written):
            seen.add(key)
            yield _is_over(text, written, last, day, key)


def _possible(written: WrittenDate, day: date) -> tuple[date, ...]:
    """Return the days that can be meant: the nearest of its name, and the next one."""
    found: list[date] = []
    for each in written.readings:
        if each.is_of_another_calendar:
            return ()
        days = each.near(day)
        if not each.month or each.year:
            found += days
        elif days:
            found += [days[0], *[later for later in days if later >= day][:1]]
    also = [other for one in found for other in _others(written, one)]
    return (*found, *also)


def _others(written: WrittenDate, day: date) -> Iterator[date]:
    for number in written.also:
        try:
            yield day.replace(day=number)
        except ValueError:
            continue


def _last_day(written: WrittenDate, day: date, country: str) -> date | None:
    """Return the day on which a date is over, in its latest reading; none where it is not clear."""
    if any(each.is_of_another_calendar for each in written.readings):
        return None
    readings = written.readings if country in _WRITES_BOTH else written.readings[:1]
    nearest = [days[0] for each in readings if (days := each.near(day))]
    if not nearest or not written.readings[0].month:
        return None
    return max(other for one in nearest for other in (one, *_others(written, one)))


def _is_lately(written: WrittenDate, last: date, day: date) -> bool:
    if written.readings[0].year:
        return last < day and last.year >= day.year - 1
    return day - _LONG_PAST <= last < day


def _is_told_as_coming(text: Reading, written: WrittenDate) -> bool:
    """Tell whether a date is a deadline, or stands in a sentence that looks ahead."""
    whole = text.folded.text
    start, end = sentence_around(whole, written.first, written.last)
    sentence = Folded(whole[start:end])
    said = cues(text.languages).hits(sentence)
    kinds = {hit.meaning.kind for hit in said}
    first, last = written.first - start, written.last - start
    if any(
        (hit.meaning.kind == "until" and is_gap(sentence.text, hit.end, first))
        or (hit.meaning.kind == "until_after" and last <= hit.start <= last + 3)
        for hit in said
    ):
        return "past" not in kinds or "upcoming" in kinds
    return written.is_sure and "upcoming" in kinds and "past" not in kinds


def _mismatch(text: Reading, written: WrittenDate, meant: date, key: str) -> Flag:
    said = min(written.weekdays)
    return Flag(
        rule="date.weekday-mismatch",
        severity=Severity.CAUTION,
        key=key,
        mark=mark_of(Severity.CAUTION, str(said), meant.isoformat()),
        headline=_("The weekday and the date do not fit"),
        why=_("{date} is a {weekday}, and the text says {said}.").format(
            date=written_day(meant), weekday=weekday_name(meant.weekday()), said=weekday_name(said)
        ),
        way_out=_("Put the right weekday or date. {otherwise}").format(
            otherwise=way_out(Severity.CAUTION)
        ),
        evidence=quoted([text.folded.written(written.first, written.last)]),
    )


def _is_over(text: Reading, written: WrittenDate, last: date, day: date, key: str) -> Flag:
    return Flag(
        rule="date.passed",
        severity=Severity.CAUTION,
        key=key,
        mark=mark_of(Severity.CAUTION, last.isoformat(), day.isoformat()),
        headline=_("The date is over when the post goes out"),
        why=_("The text speaks of {date} as still to come, and the post goes out on {day}.").format(
            date=written_day(last), day=written_day(day)
        ),
        way_out=way_out(Severity.CAUTION),
        evidence=quoted([text.folded.written(written.first, written.last)]),
    )
