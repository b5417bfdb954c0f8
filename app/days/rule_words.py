"""Rules for dates in the reader's words, and back: what is told so can be typed so."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from babel.dates import format_date, get_day_names, get_month_names

from app.days.lunar import HEBREW_MONTHS, ISLAMIC_MONTHS
from app.days.rules import WEEKDAYS
from app.wording import _, ngettext

_READER = "en_GB"
_DAYS_OF_THE_MOON = range(1, 31)
_AROUND_EASTER = range(-70, 71)
_A_LEAP_YEAR = tuple(date(2024, 1, 1) + timedelta(days=number) for number in range(366))


def said(rule: str) -> str:
    """Return a rule in words, such as `last Monday of May`; one without words stays as it is."""
    return _told(_forms()).get(rule) or _said_beside_a_date(rule) or rule


def meant(words: str) -> str:
    """Return the rule that is told by these words; nothing where none is."""
    plain = " ".join(words.casefold().split())
    return _read(_forms()).get(plain) or _meant_beside_a_date(plain)


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


def _forms_beside_a_date() -> tuple[tuple[str, str], ...]:
    """Return how weekdays before and after a date are counted; the first of each kind is told."""
    return (
        ("before 1", _("{weekday} before {date}")),
        ("before 1", _("last {weekday} before {date}")),
        ("before 2", _("second {weekday} before {date}")),
        ("before 3", _("third {weekday} before {date}")),
        ("before 4", _("fourth {weekday} before {date}")),
        ("before 5", _("fifth {weekday} before {date}")),
        ("before 6", _("sixth {weekday} before {date}")),
        ("before 7", _("seventh {weekday} before {date}")),
        ("before 8", _("eighth {weekday} before {date}")),
        ("before 9", _("ninth {weekday} before {date}")),
        ("onafter", _("first {weekday} on or after {date}")),
        ("onafter", _("{weekday} on or after {date}")),
    )


def _said_beside_a_date(rule: str) -> str:
    kind, _space, day = rule.rpartition(" ")
    name = _days_of_the_year().get(day)
    if name is None:
        return ""
    told = (words for known, words in _before_and_after(_forms_beside_a_date()) if known == kind)
    return next(told, "").format(date=name)


def _meant_beside_a_date(plain: str) -> str:
    for kind, form in _before_and_after(_forms_beside_a_date()):
        start, _date, end = form.casefold().partition("{date}")
        if plain.startswith(start) and plain.endswith(end):
            day = _read_days().get(plain[len(start) : len(plain) - len(end)].strip())
            if day is not None:
                return f"{kind} {day}"
    return ""


@lru_cache(maxsize=2)
def _before_and_after(forms: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return each kind of rule with its words, in which the date is still to be put."""
    names = get_day_names(locale=_READER)
    counted = (
        (f"{kind} {weekday}", form.replace("{weekday}", names[number]))
        for kind, form in forms
        for number, weekday in enumerate(WEEKDAYS)
    )
    return (("fixed", "{date}"), *counted)


@lru_cache(maxsize=1)
def _days_of_the_year() -> Mapping[str, str]:
    return {f"{day:%m-%d}": format_date(day, "d MMMM", locale=_READER) for day in _A_LEAP_YEAR}


@lru_cache(maxsize=1)
def _read_days() -> Mapping[str, str]:
    """Return each day by its names, which some begin with the month."""
    forms = ("d MMMM", "MMMM d")
    return {
        format_date(day, form, locale=_READER).casefold(): f"{day:%m-%d}"
        for day in _A_LEAP_YEAR
        for form in forms
    }


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
