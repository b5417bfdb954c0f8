"""The shapes in which dates are written, in folded texts: patterns, and what a date can mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.risks.folding import folded

CIVIL_YEARS = range(1583, 2300)
"""Other years belong to another calendar, such as 2569 in Thailand and 1448 in Arabia."""
_DAYS, _MONTHS = range(1, 32), range(1, 13)

MONTH_FIRST = frozenset({"en", "hu", "fil", "tl", "lt", "mn", "eu"})
"""Languages that also write the month before the day."""
DOTTED = frozenset(
    {"de", "pl", "cs", "sk", "fi", "nb", "no", "nn", "da", "ru", "uk", "be", "tr", "hu", "ro", "he"}
    | {"hr", "sr", "bs", "sl", "bg", "mk", "et", "lv", "lt", "is", "ka", "hy", "az", "kk"}
)
"""Languages that write 3.5. for a date; elsewhere a dot stands in a price or in an hour."""
WEEKDAY_BEHIND = frozenset({"tr", "hu", "ja", "ko", "zh", "az", "kk", "lt", "mn"})
"""Languages that write the weekday behind the date without brackets."""
SIGNED = frozenset({"ja", "ko", "zh"})
"""Languages that write the month before the day, and no blank around them."""

FILLERS = frozenset(
    folded(word)
    for word in (
        *("the", "den", "der", "dem", "am", "an", "on", "of", "le", "el", "il", "lo", "la", "em"),
        *("o", "a", "ao", "no", "dia", "día", "dag", "d", "ngày", "tanggal", "tgl", "dne", "de"),
        *("dnia", "günü", "στις", "η", "την", "της", "ה", "ב", "ל", "יום", "الموافق", "ที่", "วันที่"),
        *("तारीख", "feira", "data", "date", "dated", "tarikh", "числа"),
    )
)
"""What may stand between a weekday and its date."""
WORDS = re.compile(r"[^\W\d_]+")

_AND = (
    r"(?:-|—|−|~|\+|&|/|,|to|and|bis|und|et|au|y|al|e|ed|ate|ou|o|tot|en|do|i|az|og|och|till|til|ja|"
    r"и|по|до|та|і|й|ve|dan|sampai|hingga|si|και|εως|den|u|a|at|through|thru|es|עד|و|الى|حتى)"
)
_ORDINAL = r"(?:st|nd|rd|th|er|re|e|eme|ste|de|a|o|\.|-?го|-?е|η|ης)?"
_START = r"(?<!\d)(?<!\d[.,:/])"

DAY_LEFT = re.compile(
    rf"{_START}(?P<day>\d{{1,2}}){_ORDINAL}[\s.,/-]{{0,2}}"
    r"(?:(?:of|de|d'|del|di|da|do|dia|the|i|de la|في|من)\s?)?\s?$"
)
"""A day before a place where its month begins."""
BEFORE_IN_A_LIST = re.compile(
    rf"{_START}(?P<day>\d{{1,2}}){_ORDINAL}\s?(?:[,(]\s?)?{_AND}\s?"
    r"(?:the|den|der|dem|am|le|el|il)?\s?$"
)
"""A day that a list or a span has before a place."""
DAY_RIGHT = re.compile(
    r"\.?,?\s(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
    r"(?![\d%€$£]|[.,:]\d|\s?(?:am|pm|%|h)\b)"
)
"""A day behind its month."""
MORE_RIGHT = re.compile(
    r"\s?(?:-|—|to|and|&|,)\s?(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
    r"(?![\d%]|[.,:]\d|\s?(?:am|pm)\b)"
)
YEAR_RIGHT = re.compile(
    r"[\s,.]{0,3}(?:de\s|del\s|от\s)?(?P<year>\d{4})(?!\d|[:.,]\d)|\s?'(?P<short>\d\d)(?!\d)"
)
YEAR_LEFT = re.compile(r"(?<!\d)(?P<year>\d{4})\.?\s?$")
NUMERIC = re.compile(
    r"(?<![\w.,/:+#$€£%-])(?P<first>\d{1,2})\s?(?P<mark>[./-])\s?(?P<second>\d{1,2})"
    r"(?:(?P=mark)\s?(?P<year>\d{4}|\d{2})(?!\d))?(?P<end>\.?)(?![\d/%°:€$£]|[.,-]\d|[^\W\d_])"
)
NUMERIC_UNSPACED = re.compile(
    r"(?<![\d.,/:+#$€£%-])(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})"
    r"(?P<year>(?!))?(?P<end>\.?)(?![\d/%:])"
)
ISO = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
)
SIGNS = re.compile(
    r"(?:(?<!\d)(?P<year>\d{4})[年년]\s?)?(?<!\d)(?P<month>\d{1,2})[月월]\s?"
    r"(?P<day>\d{1,2})\s?[日号號일]"
)
SIGN_OF_A_WEEKDAY = re.compile(
    r"\s?[(\[〈【]\s?(?:周|週|星期|礼拜|禮拜)?"
    r"(?P<sign>[月火水木金土日一二三四五六天월화수목금토일])(?:曜日?|요일)?\s?[)\]〉】・·,/、]"
)
SIGN_NUMBERS = {
    sign: number
    for week in ("月火水木金土日", "월화수목금토일", "一二三四五六天")
    for number, sign in enumerate(week)
}
IN_BRACKETS = re.compile(r"\s?[(\[]\s?(?P<word>[^\W\d_]+)\.?\s?[)\],]")
SPAN_OF_WEEKDAYS = re.compile(rf"[\s.]*{_AND}[\s.]*(?:the|den|le|el|il)?\s*")
ORDINAL_ALONE = re.compile(
    r",?\s(?:(?:the|der|den|dem)\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)(?!\w)"
    r"|,?\s(?:der|den|dem)\s(?P<dotted>\d{1,2})\.(?!\s?\d|\s?[^\W\d_]+\s?\d{4})"
)
"""A day without a month behind its weekday, as in Friday the 13th."""
BEHIND = re.compile(r"\.?(?:['-]?[a-z]{1,3})?[\s,、(に]*")
"""What languages that write the weekday behind the date put between the two."""
NO_DATES = frozenset({"24/7", "7/7", "9/9", "10/10", "1/2", "1/4", "3/4"})
"""Ways of saying always, perfect and a part."""


@dataclass(frozen=True, slots=True)
class Partial:
    """A day of a month; year or month 0 are not written."""

    day: int
    month: int
    year: int = 0

    @property
    def is_possible(self) -> bool:
        """Whether there are such numbers of days and months."""
        return self.month in _MONTHS and self.day in _DAYS

    @property
    def is_of_another_calendar(self) -> bool:
        """Whether the year does not count as ours do."""
        return bool(self.year) and self.year not in CIVIL_YEARS

    def near(self, day: date) -> tuple[date, ...]:
        """Return the dates that can be meant, the nearest first; none that do not exist."""
        if self.year:
            return _existing([(self.year, self.month)], self.day)
        if not self.month:
            return _existing(_months_around(day), self.day)
        years = (day.year, day.year - 1, day.year + 1)
        found = _existing([(year, self.month) for year in years], self.day)
        return tuple(sorted(found, key=lambda each: abs(each - day)))


def _existing(months: Iterable[tuple[int, int]], day: int) -> tuple[date, ...]:
    found = []
    for year, month in months:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return tuple(found)


def _months_around(day: date) -> Iterable[tuple[int, int]]:
    """Yield the month of a day, the next one and the one before."""
    first = day.replace(day=1)
    for month in (first, first + timedelta(days=31), first - timedelta(days=1)):
        yield month.year, month.month
