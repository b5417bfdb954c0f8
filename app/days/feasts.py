"""Dates that follow the moon or the sun: both Easters, and Tomb-Sweeping Day."""

from datetime import UTC, date, datetime, timedelta
from math import radians, sin

_CHINA = timedelta(hours=8)
_EPOCH = datetime(2000, 1, 1, 12, tzinfo=UTC)


def western_easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian rule (Meeus, Astronomical Algorithms, chapter 8)."""
    golden = year % 19
    century, years = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon_drift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon_drift + 15) % 30
    weekday = (32 + 2 * rest + 2 * (years // 4) - epact - years % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return the Gregorian date of Easter Sunday by the Julian rule (Meeus, chapter 8)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    century = year // 100
    return date(year, month, day + 1) + timedelta(days=century - century // 4 - 2)


def tomb_sweeping_day(year: int) -> date:
    """Return the day, by the clocks of China, on which the sun reaches 15 degrees of longitude."""
    moment = datetime(year, 4, 4, 12, tzinfo=UTC)
    for _ in range(4):  # one degree takes about a day: four steps bring the error below a second
        moment += timedelta(days=(15 - _solar_longitude(moment)) * 365.2422 / 360)
    return (moment + _CHINA).date()


def _solar_longitude(moment: datetime) -> float:
    """Return the sun's apparent longitude in degrees, right to 0.01 (Meeus, chapter 25)."""
    centuries = (moment - _EPOCH) / timedelta(days=36525)
    mean = 280.46646 + 36000.76983 * centuries + 0.0003032 * centuries**2
    anomaly = radians(357.52911 + 35999.05029 * centuries - 0.0001537 * centuries**2)
    centre = (
        (1.914602 - 0.004817 * centuries) * sin(anomaly)
        + (0.019993 - 0.000101 * centuries) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    node = radians(125.04 - 1934.136 * centuries)
    return (mean + centre - 0.00569 - 0.00478 * sin(node)) % 360
