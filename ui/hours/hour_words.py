"""What a minute of a day is like in a market, in words."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time

from app.commands.dates import clock
from app.commands.day_hours import DAY, DayHours, Stretch
from app.domain.market import Market
from app.domain.observance import Observance
from app.wording import _
from ui.calendar.day_words import observance_lines
from ui.hours.moments import stretch_of, timed

NEAR = 10
"""Minutes around a quiet minute in which it is told: the pointer cannot aim that well."""


def lines_at(
    there: datetime, market: Market, hours: DayHours, observances: Iterable[Observance]
) -> list[str]:
    """Return a local time, and all that is to be known of it, line by line."""
    here = [one for one in timed(observances) if _near(one, _minute(there))]
    first = f"{market.name} · {clock(there)}"
    return [first, *hour_lines(there, market, hours), *observance_lines(here)]


def hour_lines(there: datetime, market: Market, hours: DayHours) -> list[str]:
    """Return what a local time is like: closed or open, attended or not, and what clocks do."""
    return list(_of_hours(there, market, hours, _minute(there)))


def _minute(there: datetime) -> int:
    return there.hour * 60 + there.minute


def _of_hours(there: datetime, market: Market, hours: DayHours, minute: int) -> Iterator[str]:
    closed = _found(hours.closed, minute)
    if closed is not None:
        words = _("Outside the publishing hours: {span}") if market.hours else _("At night: {span}")
        yield words.format(span=span_words(there, closed))
    if hours.unattended is not None:
        empty = _found(hours.unattended, minute)
        if empty is None:
            yield _("Somebody is on duty")
        else:
            yield _("Nobody on duty: {span}").format(span=span_words(there, empty))
    for stretch, words in (
        (hours.skipped, _("The clocks go forward: {span} does not exist")),
        (hours.doubled, _("The clocks go back: {span} happens twice")),
    ):
        if stretch is not None and stretch.holds(minute):
            yield words.format(span=span_words(there, stretch))


def span_words(there: datetime, stretch: Stretch) -> str:
    """Return a part of a day as people write it, such as `18:00–22:00`."""
    return "–".join(
        clock(datetime.combine(there.date(), time(minute % DAY // 60, minute % 60)))
        for minute in (stretch.starts, stretch.ends)
    )


def _found(stretches: tuple[Stretch, ...], minute: int) -> Stretch | None:
    return next((one for one in stretches if one.holds(minute)), None)


def _near(one: Observance, minute: int) -> bool:
    """A quiet minute is too thin for a pointer: what is close to it counts."""
    part = stretch_of(one)
    return part.starts - NEAR <= minute < part.ends + NEAR
