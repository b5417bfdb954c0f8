"""How weeks are kept in each country, as the Unicode CLDR has it (weekData, in Babel 2.18).

A table of its own: Babel keeps it in the files of languages, and to load those of sixty countries
takes as long as half a start, and 26 MB.
"""

_SATURDAY_AND_SUNDAY = frozenset({5, 6})
_WEEKENDS = {
    frozenset({3, 4}): "AF",
    frozenset({4}): "IR",
    frozenset({4, 5}): "BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE",
    frozenset({6}): "IN UG",
}
_FIRST_DAYS = {
    4: "MV",
    5: "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY",
    6: """
        AG AO AS BD BR BS BT BW BZ CA CO CV DM DO ET GT GU GW HK HN ID IL IN JM JP KE KH KR LA MH
        MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG ST SV TH TL TT TW UM US VE VI WS YE ZA ZW
    """,
}
_WEEKEND_OF = {country: days for days, those in _WEEKENDS.items() for country in those.split()}
_FIRST_DAY_OF = {country: day for day, those in _FIRST_DAYS.items() for country in those.split()}


def weekend(country: str) -> frozenset[int]:
    """Return the days of a country's weekend, Monday being 0; Saturday and Sunday if unknown."""
    return _WEEKEND_OF.get(country, _SATURDAY_AND_SUNDAY)


def first_weekday(country: str) -> int:
    """Return the day with which weeks begin in a country, Monday being 0; Monday if unknown."""
    return _FIRST_DAY_OF.get(country, 0)
