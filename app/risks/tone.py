"""Words that sell, celebrate or whet the appetite on a day on which people remember or fast."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from enum import Enum

from app.days.occasions import MIDNIGHT, one_step_lower
from app.domain.flag import Flag, Severity, mark_of
from app.domain.observance import Observance, Part, Tone
from app.domain.post import Post
from app.risks.day import source_of
from app.risks.facts import Facts
from app.risks.named_days import named_days
from app.risks.names_and_sells import names_and_sells
from app.risks.phrasing import fitted, quoted, way_out
from app.risks.reading import reading
from app.risks.tone_words import ALCOHOL, APPETITE
from app.risks.tones import Tones, tones
from app.wording import _

FAST_BY_DAY = (time(5), time(18, 30))
"""From dawn to sunset, as it is near the equator; a fast ends with the light."""


class Does(Enum):
    """What words do that a day rules out; the value is the rule that says so."""

    SELL = "wording.selling-on-solemn-day"
    CELEBRATE = "wording.festive-on-solemn-day"
    WHET = "wording.appetite-on-solemn-day"


@dataclass(frozen=True, slots=True)
class _Clash:
    """What the words of a post do on a day, and how heavy that is."""

    does: Does
    severity: Severity
    day: Observance
    words: tuple[str, ...]


def on_solemn_day(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag the words that a day rules out: one flag for the post, the gravest, with all its words.

    KFC Germany, 9 November 2022: food to enjoy on the day of the pogroms. In three of ten published
    cases an ordinary offer or joke did harm by its day alone. A text that names a memorial and
    sells is told by a rule of its own, and not twice.
    """
    days = tuple(day for day in facts.observances(post) if _is_meant(post, day))
    if not days:
        return
    found = tones(post, facts)
    clashes = [clash for day in days for clash in _clashes(day, found)]
    if clashes:
        gravest = max(clashes, key=lambda clash: clash.severity)
        if not any(flag.severity >= gravest.severity for flag in names_and_sells(post, facts)):
            yield _flag(gravest, clashes)


def in_fasting_month(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag food by day, and alcohol at any hour, in a month in which people fast.

    Ramadan is a band over thirty days: it asks only where product and hour clash with it
    (risk notes, section 4). Meals before dawn and after sunset are what the month looks forward to.
    Where few people fast, a greeting beside pork or alcohol does harm: Tesco, London, 2015.
    """
    local = post.content.local
    if local is None or not reading(post, facts).of(APPETITE, ALCOHOL):
        return
    found = tones(post, facts)
    for day in facts.bands(local.date()):
        if words := _ruled_out(day, local.time(), found):
            is_named = any(each.day.id == day.id for each in named_days(post, facts))
            if day.tone is Tone.FASTING or is_named:
                is_grave = found.alcohol and not day.switched_off
                severity = Severity.CAUTION if is_grave else day.severity
                clash = _Clash(Does.WHET, severity, day, words)
                yield _flag(clash, [clash])


def _ruled_out(day: Observance, at: time, found: Tones) -> tuple[str, ...]:
    """Return what a month of fasting rules out at an hour, by words of the text."""
    by_day = FAST_BY_DAY[0] <= at < FAST_BY_DAY[1]
    if day.tone is Tone.FASTING and by_day and not found.breaks_a_fast:
        return found.appetite
    return found.alcohol


def _is_meant(post: Post, day: Observance) -> bool:
    """Tell whether a post goes out on the day, or in the hours that belong to it."""
    local = post.content.local
    if local is None or day.tone in {Tone.HOLIDAY, Tone.CAREFUL}:
        return False
    if day.part is Part.DAY:
        return True
    starts, ends = day.starts or MIDNIGHT, day.ends or MIDNIGHT
    return starts <= local.time() and (ends == MIDNIGHT or local.time() < ends)


def _clashes(day: Observance, found: Tones) -> Iterator[_Clash]:
    """Yield what clashes, the plainest first: what sells, then cheer, then food.

    Where a feast has the same date, one word of cheer is its greeting, and weighs less.
    """
    each = (
        (Does.SELL, (*found.sells, *found.asks_a_price)),
        (Does.CELEBRATE, found.celebrates),
        (Does.WHET, found.appetite),
    )
    for does, words in each:
        severity = _severity(day, does) if words else None
        if severity is not None:
            is_greeting = does is Does.CELEBRATE and day.clash and len(words) == 1
            yield _Clash(does, one_step_lower(severity) if is_greeting else severity, day, words)


def _severity(day: Observance, does: Does) -> Severity | None:
    """Return how heavy something is on a day, or nothing where the day leaves room for it.

    Mourning rules out cheer most of all, a fast food, a quiet day parties; what is disputed is not
    the moment to celebrate, and shops are open.
    """
    severity = day.severity
    lower = None if severity is Severity.NOTE else one_step_lower(severity)
    match day.tone, does:
        case Tone.MOURNING, Does.CELEBRATE:
            return max(severity, Severity.CAUTION)
        case (Tone.MOURNING | Tone.SOLEMN, Does.WHET):
            return severity if severity is Severity.STOP else lower
        case (Tone.MOURNING | Tone.SOLEMN, Does.SELL) | (Tone.FASTING, Does.WHET):
            return severity
        case (Tone.SOLEMN | Tone.RESTRICTED | Tone.SENSITIVE_POLITICS, Does.CELEBRATE):
            return severity
        case (Tone.RESTRICTED | Tone.SENSITIVE_POLITICS, Does.WHET):
            return None
        case _:
            return lower


def _flag(clash: _Clash, clashes: list[_Clash]) -> Flag:
    on_the_day = [each for each in clashes if each.day is clash.day]
    words = [word for each in (clash, *on_the_day) for word in each.words]
    kinds = sorted({each.does.value for each in on_the_day})
    return Flag(
        rule=clash.does.value,
        severity=clash.severity,
        key=f"{clash.does.value}:{clash.day.id}",
        mark=mark_of(clash.severity, clash.day.day.isoformat(), *kinds),
        headline=fitted(_headline(clash.does)),
        why=_why(clash),
        source=source_of(clash.day),
        source_url=clash.day.source_url,
        way_out=way_out(clash.severity),
        evidence=quoted(words),
    )


def _headline(does: Does) -> str:
    return {
        Does.SELL: _("Sells on a day that is not for selling"),
        Does.CELEBRATE: _("Celebrates on a day that is not for cheer"),
        Does.WHET: _("Food and drink on a day that rules them out"),
    }[does]


def _why(clash: _Clash) -> str:
    sentence = {
        Does.SELL: _("The post sells on {kind}: {name}."),
        Does.CELEBRATE: _("The post celebrates on {kind}: {name}."),
        Does.WHET: _("The post whets the appetite on {kind}: {name}."),
    }[clash.does]
    return sentence.format(kind=_kind(clash.day), name=clash.day.name)


def _kind(day: Observance) -> str:
    if day.part is Part.BAND:
        return _("a day of a month in which people fast from dawn to sunset")
    return {
        Tone.MOURNING: _("a day on which people mourn"),
        Tone.FASTING: _("a day on which people fast"),
        Tone.RESTRICTED: _("a quiet day"),
        Tone.SENSITIVE_POLITICS: _("a day about which people argue"),
    }.get(day.tone, _("a day on which people remember"))
