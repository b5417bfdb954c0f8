"""Duty of the small team, for tests of its screens."""

from datetime import date, datetime, time

from app.domain.duty import EVERY_MARKET, DutyId, Gap, Roster, Shift, Week
from tests.builders.calendars import FRANCE, GERMANY, LENA, MARC

OFFICE = Week(DutyId("w"), LENA, GERMANY, time(9), time(18), "Europe/Berlin", frozenset(range(5)))
WEEKEND = Week(
    DutyId("e"),
    MARC,
    GERMANY,
    time(10),
    time(0),
    "Europe/Berlin",
    frozenset({5, 6}),
    on_holidays=True,
    since=date(2027, 12, 1),
    until=date(2027, 12, 31),
)
CHRISTMAS = Shift(
    DutyId("s"),
    MARC,
    GERMANY,
    datetime(2027, 12, 24, 9),
    datetime(2027, 12, 24, 14),
    "Europe/Berlin",
)
NIGHT = Shift(
    DutyId("n"), MARC, EVERY_MARKET, datetime(2027, 12, 31, 20), datetime(2028, 1, 1, 4), "UTC"
)
CLOSED = Gap(DutyId("g"), FRANCE, datetime(2027, 12, 25), datetime(2027, 12, 27), "Europe/Paris")
ROSTER = Roster((CHRISTMAS, NIGHT), (OFFICE, WEEKEND), (CLOSED,))
