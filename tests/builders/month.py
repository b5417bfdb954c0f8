"""The month of one market on a table, and what its days mean."""

from dataclasses import replace
from datetime import date

from app.commands.views import DayKnowledge
from app.domain.observance import Observance
from tests.builders.ui import GERMANY, KeptCards, card, flag, observance, on
from ui.calendar.month_model import MonthModel
from ui.calendar.month_view import MonthView
from ui.calendar.month_weeks import Month
from ui.theme import LIGHT

NOVEMBER = Month(2026, 11)
NINTH, TENTH = date(2026, 11, 9), date(2026, 11, 10)
POST = card(1, GERMANY, local=on(NINTH, 9), flags=(flag(),))


def knowledge(*names: str, bands: tuple[Observance, ...] = ()) -> DayKnowledge:
    """Return what the ninth is called."""
    days = tuple(replace(observance(), name=name, day=NINTH) for name in names)
    return DayKnowledge({(GERMANY.id, NINTH): days}, {GERMANY.id: bands})


def month_view() -> MonthView:
    """Return November with one post on the ninth; the tenth is today."""
    model = MonthModel(KeptCards([POST]), NOVEMBER)
    model.show_month(NOVEMBER, (GERMANY,))
    view = MonthView(model, LIGHT, lambda *_: (), today=TENTH)
    model.setParent(view)
    view.resize(1200, 900)
    return view
