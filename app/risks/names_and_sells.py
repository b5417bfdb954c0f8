"""The founding pattern: one text that names a memorial and sells."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.days.occasions import one_step_lower
from app.domain.flag import Flag, Severity, mark_of
from app.domain.observance import Part, Tone
from app.domain.post import Post
from app.risks.day_names import HINT, KNOWN, NAME, plain_days, traded_days
from app.risks.facts import Facts
from app.risks.named_days import NamedDay, named_days
from app.risks.phrasing import quoted, way_out
from app.risks.reading import reading
from app.risks.tone_words import MEMORIAL, REMEMBERS
from app.risks.tones import Tones, tones
from app.wording import _

RULE = "wording.names-and-sells"
_SOURCE = "watoday (KFC case)"
_SOURCE_URL = (
    "https://www.watoday.com.au/world/europe/"
    "kfc-sorry-for-kristallnacht-treat-message-20221111-p5bxd2.html"
)
_MUCH_FOOD = 2
"""So many words for food are no lunch after the service: they are meant to whet the appetite."""


@dataclass(frozen=True, slots=True)
class _Memorial:
    """What a text speaks of, and how heavy it is to sell beside it."""

    id: str
    tone: Tone
    severity: Severity
    """Of the day itself."""
    words: tuple[str, ...]
    name: str = ""
    """Of the day; nothing where the text speaks of the dead and of no day."""
    is_today: bool = False
    """Whether the post goes out on that day."""


def names_and_sells(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a text that names a memorial and sells or celebrates, whenever it goes out.

    KFC Germany, 9 November 2022 (“commemoration day … treat yourself”); a 9/11 mattress sale in
    Texas, 2016; in the published cases the terms that name a day raise the share that is found from
    three quarters to almost nine in ten. A commemoration that sells nothing stays alone.
    """
    read = reading(post, facts)
    if not read.of(NAME, KNOWN, HINT, MEMORIAL, REMEMBERS):
        return
    found = tones(post, facts)
    if not (found.sells or found.prices or found.celebrates or found.appetite):
        return
    flags = [
        _flag(memorial, severity, found)
        for memorial in _memorials(post, facts, found)
        if (severity := _severity(memorial, found)) is not None
    ]
    yield from sorted(flags, key=lambda flag: -flag.severity)[:1]


def _memorials(post: Post, facts: Facts, found: Tones) -> Iterator[_Memorial]:
    read = reading(post, facts)
    today = {day.id for day in facts.observances(post) if day.part is not Part.EVE}
    for named in named_days(post, facts):
        words = tuple(read.words(named.hits))
        if named.day.tone is not Tone.CAREFUL and _speaks_of(named, words, found):
            day = named.day
            is_today = day.id in today
            yield _Memorial(day.id, day.tone, day.severity, words, day.name, is_today=is_today)
    if found.mourns:
        yield _Memorial("memorial", Tone.MOURNING, Severity.STOP, found.mourns)
    elif found.remembers:
        yield from _of_the_day(post, facts, found)


def _speaks_of(named: NamedDay, words: tuple[str, ...], found: Tones) -> bool:
    """Tell whether a day is really meant: by a sure name, or by words of remembrance besides."""
    if named.is_sure or named.day.id in plain_days():
        return named.is_sure
    return bool(found.mourns) or (bool(found.remembers) and not set(words) <= set(found.remembers))


def _of_the_day(post: Post, facts: Facts, found: Tones) -> Iterator[_Memorial]:
    """Yield the grave days on which a text remembers that names none."""
    for day in facts.observances(post):
        is_grave = day.severity >= Severity.CAUTION and day.part in {Part.DAY, Part.MOMENT}
        if is_grave and day.tone in {Tone.MOURNING, Tone.SOLEMN}:
            words = found.remembers
            yield _Memorial(day.id, day.tone, day.severity, words, day.name, is_today=True)


def _severity(memorial: _Memorial, found: Tones) -> Severity | None:
    """Return how heavy it is: selling beside the dead is a stop, whatever the date.

    A day that shops name every year is asked about, and so are those who collect for people in need
    or name a day for the hours of a shop.
    Cheer and food alone weigh as the day does; on the day itself another rule tells them.
    """
    mourns = memorial.tone is Tone.MOURNING
    if found.sells or (found.asks_a_price and memorial.name):
        severity = _of_selling(memorial)
        return min(severity, Severity.CAUTION) if found.gives or found.closes else severity
    if not memorial.name or memorial.is_today:
        return None
    if found.celebrates:
        lower = one_step_lower(memorial.severity)
        return max(memorial.severity, Severity.CAUTION) if mourns else lower
    if len(found.appetite) >= _MUCH_FOOD and mourns:
        return one_step_lower(memorial.severity)
    return None


def _of_selling(memorial: _Memorial) -> Severity:
    if memorial.id in traded_days():
        return Severity.CAUTION
    match memorial.tone:
        case Tone.MOURNING:
            return Severity.STOP
        case Tone.FASTING:
            return min(memorial.severity, Severity.CAUTION)
        case Tone.SOLEMN:
            return Severity.CAUTION if memorial.severity is Severity.NOTE else Severity.STOP
        case _:
            return memorial.severity


def _flag(memorial: _Memorial, severity: Severity, found: Tones) -> Flag:
    does = (*found.sells, *found.asks_a_price, *found.celebrates, *found.appetite)
    return Flag(
        rule=RULE,
        severity=severity,
        key=f"{RULE}:{memorial.id}",
        mark=mark_of(severity, memorial.id),
        headline=_headline(found),
        why=_why(memorial, found),
        source=_SOURCE,
        source_url=_SOURCE_URL,
        way_out=way_out(severity),
        evidence=quoted([*memorial.words[:4], *does]),
    )


def _headline(found: Tones) -> str:
    if found.sells or found.asks_a_price:
        return _("Remembers and sells in one text")
    return _("Remembers and celebrates in one text")


def _why(memorial: _Memorial, found: Tones) -> str:
    if not memorial.name:
        return _("The text speaks of the dead and sells: readers take it for an advertisement.")
    if found.sells or found.asks_a_price:
        return _("The text names “{name}” and sells: readers take it for an advertisement.").format(
            name=memorial.name
        )
    return _("The text names “{name}” and strikes up a note of cheer.").format(name=memorial.name)
