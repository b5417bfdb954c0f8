"""What a minute of a day is like in a market, in words."""

from collections.abc import Iterator
from datetime import datetime, time

from app.commands.dates import clock
from app.commands.day_hours import DAY, DayHours, Stretch
from app.domain.market import Market
from app.domain.observance import Observance
from app.wording import _
from ui.calendar.day_words import observance_lines
from ui.hours.hours_model import HoursModel
from ui.hours.moments import stretch_of, timed

NEAR = 10
"""Minutes around a quiet minute in which it is told: the pointer cannot aim that well."""


def lines_at(model: HoursModel, market: Market, at: time) -> list[str]:
    """Return the time, and all that is to be known of it, line by line."""
    day = model.only_day
    minute = at.hour * 60 + at.minute
    hours = model.hours_of(market.id)
    here = [one for one in timed(model.observances(market.id, day)) if _near(one, minute)]
    first = f"{market.name} · {clock(datetime.combine(day, at))}"
    return [first, *_of_hours(model, market, hours, minute), *observance_lines(here)]


def _of_hours(model: HoursModel, market: Market, hours: DayHours, minute: int) -> Iterator[str]:
    closed = _found(hours.closed, minute)
    if closed is not None:
        words = _("Outside the publishing hours: {span}") if market.hours else _("At night: {span}")
        yield words.format(span=span_words(model, closed))
    if hours.unattended is not None:
        empty = _found(hours.unattended, minute)
        if empty is None:
            yield _("Somebody is on duty")
        else:
            yield _("Nobody on duty: {span}").format(span=span_words(model, empty))
    for stretch, words in (
        (hours.skipped, _("The clocks go forward: {span} does not exist")),
        (hours.doubled, _("The clocks go back: {span} happens twice")),
    ):
        if stretch is not None and stretch.holds(minute):
            yield words.format(span=span_words(model, stretch))


def span_words(model: HoursModel, stretch: Stretch) -> str:
    """Return a part of a day as people write it, such as `18:00–22:00`."""
    return "–".join(
        clock(datetime.combine(model.only_day, time(minute % DAY // 60, minute % 60)))
        for minute in (stretch.starts, stretch.ends)
    )


def _found(stretches: tuple[Stretch, ...], minute: int) -> Stretch | None:
    return next((one for one in stretches if one.holds(minute)), None)


def _near(one: Observance, minute: int) -> bool:
    """A quiet minute is too thin for a pointer: what is close to it counts."""
    part = stretch_of(one)
    return part.starts - NEAR <= minute < part.ends + NEAR
