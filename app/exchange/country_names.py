"""Countries by code or by name, in the languages in which plans are written."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from app.exchange.cells import folded

LANGUAGES = ("en", "de", "fr", "es", "pt", "it")
"""The languages of most plans."""
_MORE_LANGUAGES = (
    *("nl", "pl", "sv", "da", "nb", "fi", "is", "cs", "sk", "hu", "ro", "bg", "hr", "sr", "sl"),
    *("et", "lv", "lt", "el", "tr", "uk", "ru", "ar", "he", "fa", "hi", "ja", "ko", "zh"),
    *("zh_Hant", "th", "vi", "id", "ms", "ca", "ga", "mt"),
)
_AND = frozenset({"and", "und", "et", "y", "e", "ed", "en", "och", "og"})
_COUNTRY = re.compile("[A-Z]{2}")
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
_OTHER_NAMES = {
    "DE": ("ger",),
    "GB": (
        *("uk", "u k", "great britain", "britain", "england", "grossbritannien", "inglaterra"),
        *("angleterre", "grande bretagne", "gran bretana", "gran bretagna", "inghilterra"),
    ),
    "US": ("usa", "u s", "u s a", "america", "etats unis", "ee uu", "eeuu", "eua", "stati uniti"),
    "NL": ("holland", "the netherlands"),
    "AE": ("uae", "vae", "eau", "emirates", "emirate", "emirats", "emiratos", "emirati"),
    "KR": ("korea",),
    "CZ": ("czech republic",),
    "BR": ("brasil",),
    "SA": ("ksa",),
    "GR": ("el",),
    "HK": ("hong kong", "hongkong"),
    "MO": ("macau", "macao"),
    "PS": ("palestine", "palastina"),
    "TR": ("turkey", "turkei", "turquie"),
    "CI": ("ivory coast", "elfenbeinkuste"),
    "BA": ("bosnia", "bosnien"),
    "MK": ("macedonia",),
}


def country_named(text: str, *, in_any_language: bool = False) -> str:
    """Return the code (ISO 3166-1) of the country that a text means, or nothing.

    `in_any_language` looks beyond the languages of most plans, which takes a second to load.
    """
    plain = _without_and(folded(text))
    found = _codes().get(plain) or _by_name(LANGUAGES).get(plain, "")
    return found or (_by_name(_MORE_LANGUAGES).get(plain, "") if in_any_language else "")


def country_called(code: str) -> str:
    """Return what a country is called in English, or its code where nobody knows."""
    return str(Locale("en").territories.get(code, code))


def _without_and(plain: str) -> str:
    """Return a folded name as it is with a sign for “and”, which folding leaves out."""
    first, *between, last = plain.split() if " " in plain else (plain, "")
    return " ".join(filter(None, (first, *(w for w in between if w not in _AND), last)))


@cache
def names_of_country(country: str) -> frozenset[str]:
    """Return the folded names and codes of a country in the languages of most plans."""
    names = {Locale(language).territories.get(country, "") for language in LANGUAGES}
    aliases = get_global("territory_aliases").items()
    codes = {alias for alias, meant in aliases if meant == [country] and alias.isalpha()}
    return frozenset(map(folded, names | codes | {country, *_OTHER_NAMES.get(country, ())})) - {""}


@cache
def _codes() -> Mapping[str, str]:
    """Return countries by their folded codes, of two letters and of three.

    Codes that everybody may use for anything, such as XX, are none.
    """
    known = set(filter(_COUNTRY.fullmatch, map(str, Locale("en").territories))) - _NO_COUNTRIES
    aliases = get_global("territory_aliases").items()
    longer = {folded(alias): meant[0] for alias, meant in aliases if len(meant) == 1}
    return {alias: code for alias, code in longer.items() if alias.isalpha() and code in known} | {
        folded(code): code for code in known
    }


@cache
def _by_name(languages: tuple[str, ...]) -> Mapping[str, str]:
    """Return countries by their folded names; what two of them are called means the first."""
    codes = sorted(set(_codes().values()))
    found = {folded(name): code for code, names in _OTHER_NAMES.items() for name in names}
    for language in languages:
        territories = Locale.parse(language).territories
        for code in codes:
            found.setdefault(_without_and(folded(territories.get(code, code))), code)
    return found
