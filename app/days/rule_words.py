"""Rules for dates in the reader's words, and back: what is told so can be typed so."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel.dates import get_day_names, get_month_names

from app.days.lunar import HEBREW_MONTHS, ISLAMIC_MONTHS
from app.days.rules import WEEKDAYS
from app.wording import _, ngettext

_READER = "en_GB"
_DAYS_OF_THE_MOON = range(1, 31)
_AROUND_EASTER = range(-70, 71)


def said(rule: str) -> str:
    """Return a rule in words, such as `last Monday of May`; one without words stays as it is."""
    return _told(_forms()).get(rule, rule)


def meant(words: str) -> str:
    """Return the rule that is told by these words; nothing where none is."""
    return _read(_forms()).get(" ".join(words.casefold().split()), "")


def _forms() -> tuple[tuple[str, str], ...]:
    """Return how the weekdays of a month are counted, in the language that is spoken now."""
    return (
        ("1", _("first {weekday} of {month}")),
        ("2", _("second {weekday} of {month}")),
        ("3", _("third {weekday} of {month}")),
        ("4", _("fourth {weekday} of {month}")),
        ("5", _("fifth {weekday} of {month}")),
        ("-1", _("last {weekday} of {month}")),
    )


@lru_cache(maxsize=2)
def _told(forms: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return {
        **dict(_weekdays_of_months(forms)),
        **dict(_days_around_easter()),
        **dict(_days_of_the_moon()),
    }


@lru_cache(maxsize=2)
def _read(forms: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return {words.casefold(): rule for rule, words in _told(forms).items()}


def _weekdays_of_months(forms: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    weekdays, months = get_day_names(locale=_READER), get_month_names(locale=_READER)
    for n, form in forms:
        for number, weekday in enumerate(WEEKDAYS):
            for month, name in months.items():
                words = form.format(weekday=weekdays[number], month=name)
                yield f"nth {n} {weekday} {month}", words


def _days_around_easter() -> Iterator[tuple[str, str]]:
    for kind, sunday in (("easter", _("Easter Sunday")), ("pascha", _("Orthodox Easter Sunday"))):
        for offset in _AROUND_EASTER:
            count = abs(offset)
            words = sunday
            if offset < 0:
                words = ngettext("{count} day before {day}", "{count} days before {day}", count)
            elif offset > 0:
                words = ngettext("{count} day after {day}", "{count} days after {day}", count)
            yield f"{kind} {offset}", words.format(count=count, day=sunday)


def _days_of_the_moon() -> Iterator[tuple[str, str]]:
    for day in _DAYS_OF_THE_MOON:
        for name in HEBREW_MONTHS:
            yield f"hebrew {day} {name}", f"{day} {name}"
        for number, name in enumerate(ISLAMIC_MONTHS, start=1):
            yield f"islamic {day} {number}", f"{day} {name}"
