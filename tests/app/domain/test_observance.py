"""What a day means."""

from datetime import date

from app.domain.flag import Severity
from app.domain.observance import Observance, Part, Tone


def test_a_day_without_hours_lasts_all_day():
    day = Observance("x", date(2027, 11, 9), Part.DAY, "A day", Tone.MOURNING, Severity.STOP)
    assert (day.starts, day.ends, day.is_estimate) == (None, None, False)
