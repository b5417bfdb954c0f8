"""Countries and languages with their names and zones, to choose from when a market is made."""

import re
from functools import lru_cache
from unicodedata import combining, normalize
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages
from babel.localedata import locale_identifiers

from app.commands.dates import language_name

_NO_COUNTRIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)
"""Codes in the list of names that are no countries or territories of ISO 3166-1."""


@lru_cache(maxsize=16)
def countries(locale: str = "en") -> tuple[tuple[str, str], ...]:
    """Return code (ISO 3166-1) and name of every country, by name."""
    names = Locale.parse(locale).territories
    found = [(code, name) for code, name in names.items() if _is_country(code)]
    return tuple(sorted(found, key=lambda country: _without_accents(country[1])))


def country_name(code: str, locale: str = "en") -> str:
    """Return what a country is called, or its code where nobody knows it."""
    return str(Locale.parse(locale).territories.get(code, code))


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """Return the IANA zones that are named after a place, and UTC, in alphabetical order."""
    placed = available_timezones() & set(get_global("zone_territories"))
    return tuple(sorted({zone for zone in placed if not zone.startswith("Etc/")} | {"UTC"}))


def zones_of(country: str) -> tuple[str, ...]:
    """Return the IANA zones of a country, the one in which most of its people live first."""
    found = [zone for zone, where in get_global("zone_territories").items() if where == country]
    first = _FIRST_ZONES.get(country)
    return tuple(sorted(found, key=lambda zone: (zone != first, zone)))


def languages_of(country: str) -> tuple[str, ...]:
    """Return the official languages of a country as BCP 47 tags, else those official in fact."""
    found = get_official_languages(country) or get_official_languages(country, de_facto=True)
    return tuple(tag.replace("_", "-") for tag in found)


@lru_cache(maxsize=16)
def languages(locale: str = "en") -> tuple[tuple[str, str], ...]:
    """Return tag (BCP 47) and name of the languages that are in common use, by name."""
    written = set(locale_identifiers())
    tags = [tag.replace("_", "-") for tag in Locale.parse("en").languages if tag in written]
    found = [(tag, language_name(tag, locale)) for tag in tags]
    return tuple(sorted(found, key=lambda language: _without_accents(language[1])))


def _is_country(code: str) -> bool:
    return bool(re.fullmatch("[A-Z]{2}", code)) and code not in _NO_COUNTRIES


def _without_accents(name: str) -> str:
    plain = normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if not combining(letter))


_FIRST_ZONES = {
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CL": "America/Santiago",
    "CD": "Africa/Kinshasa",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "GL": "America/Nuuk",
    "ID": "Asia/Jakarta",
    "KZ": "Asia/Almaty",
    "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PF": "Pacific/Tahiti",
    "PG": "Pacific/Port_Moresby",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
    "VN": "Asia/Ho_Chi_Minh",
}
"""Of countries with several zones, the one of the capital or the largest city."""
