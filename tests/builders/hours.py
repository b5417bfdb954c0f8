"""A day by hours on a table, with a quiet minute, an eve and duty."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from app.commands.day_hours import DayHours, Stretch
from app.commands.views import DayKnowledge
from app.domain.observance import Part
from tests.builders.ui import FRANCE, GERMANY, JAPAN, KeptCards, card, flag, observance, recall
from ui.hours.hours_model import HoursModel
from ui.hours.hours_view import HoursView
from ui.hours.one_day import OneDay
from ui.theme import LIGHT

NINTH = date(2026, 11, 9)
NOW = datetime(2026, 11, 9, 7, 0, tzinfo=UTC)


def at(hour: int, minute: int = 0) -> datetime:
    """Return a time of the ninth."""
    return datetime.combine(NINTH, time(hour, minute))


MORNING = card(1, GERMANY, local=at(9, 30), flags=(flag(),))
BESIDE = card(2, GERMANY, local=at(9, 50))
FRENCH = card(3, FRANCE, local=at(14))
LATE = card(4, FRANCE, local=at(23, 55))
GHOST = recall(card(5, JAPAN, local=None), at(12, 15))
SILENCE = replace(
    observance(),
    name="Two minutes’ silence",
    part=Part.MOMENT,
    day=NINTH,
    starts=time(11),
    ends=time(11, 2),
)
EVE = replace(observance(), name="Day", part=Part.EVE, day=NINTH, starts=time(16), ends=time(0))
HOURS = {
    GERMANY.id: DayHours((Stretch(0, 480),), (Stretch(720, 840),), Stretch(120, 180), None),
    FRANCE.id: DayHours((), None, None, Stretch(120, 180)),
}
MEANING = DayKnowledge({(GERMANY.id, NINTH): (SILENCE, EVE)}, {})


def hours_model() -> HoursModel:
    """Return the ninth in three markets, with what is known of it."""
    source = KeptCards([MORNING, BESIDE, FRENCH, LATE], [GHOST])
    model = HoursModel(source, NINTH)
    model.show_period(OneDay(NINTH), (GERMANY, FRANCE, JAPAN))
    model.show_days(MEANING)
    model.show_hours(HOURS)
    return model


def hours_view() -> HoursView:
    """Return that day on a table, at eight in the morning in Germany."""
    model = hours_model()
    view = HoursView(model, LIGHT, lambda *_: (), today=NINTH, now=lambda: NOW)
    model.setParent(view)
    view.resize(1200, 800)
    return view
