"""Where a post lands, by whatever a plan calls it: a country, a part of one, or a group."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from babel.localedata import locale_identifiers

from app.days.public import regions_of
from app.exchange.cells import UnreadableError, folded
from app.exchange.country_names import country_called, country_named
from app.exchange.market_names import PARTS, SEVERAL
from app.exchange.regions import Region, region_named
from app.wording import _

_CODE = re.compile(r"(?P<left>[A-Za-z]{2,3})[-_](?P<right>[A-Za-z0-9]{1,3})")
_WITH_KNOWN_REGIONS = ("GB", "DE", "US", "CA", "ES", "CH", "AT", "AU", "IT", "FR", "BE", "IN", "BR")
"""Countries whose regions are understood by name, too."""
_IN_ENGLISH = {
    "bavaria": "DE-BY",
    "saxony": "DE-SN",
    "north rhine westphalia": "DE-NW",
    "tyrol": "AT-7",
    "catalonia": "ES-CT",
    "andalusia": "ES-AN",
    "basque country": "ES-PV",
    "geneva": "CH-GE",
    "quebec": "CA-QC",
}
"""Parts of countries by names that they do not give themselves."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country, or the parts of it that are meant."""

    country: str
    """ISO 3166-1."""
    subdivisions: tuple[str, ...] = ()
    """ISO 3166-2; none means all of it."""
    language: str = ""
    """Where the name says one, as de-CH does."""


@dataclass(frozen=True, slots=True)
class Place:
    """All that one name means: a group, countries or parts of them, or a group with countries."""

    region: Region | None = None
    lands: tuple[Land, ...] = ()


@lru_cache(maxsize=2048)
def find_place(text: str) -> Place:
    """Return where a post lands; UnreadableError if a name is unknown or means two places."""
    names = [part.strip() for part in SEVERAL.split(text) if folded(part)]
    for in_any_language in (False, True):
        find = partial(_one, in_any_language=in_any_language)
        whole = find(text)
        if whole:
            return whole
        found = [find(name) for name in names]
        if names and all(found):
            return _joined(text, [place for place in found if place])
    unknown = [name for name, place in zip(names, found, strict=True) if place is None]
    raise UnreadableError(
        _(
            "“{text}” is no country and no group of countries that is known. Write a code such as "
            "DE, EU or DACH."
        ).format(text=next(iter(unknown), text.strip()))
    )


def _one(text: str, *, in_any_language: bool) -> Place | None:
    place = _called(text, in_any_language=in_any_language)
    if place is None:  # such as "Germany (DE)" or "DE – Germany"
        names = [part for part in PARTS.split(text) if folded(part)]
        parts = {_called(name, in_any_language=in_any_language) for name in names}
        place = parts.pop() if len(parts) == 1 else None
    return place


def _called(text: str, *, in_any_language: bool) -> Place | None:
    country = country_named(text, in_any_language=in_any_language)
    region = region_named(text)
    if country and region:
        raise UnreadableError(
            _("“{text}” can be {region} or {country}. Write the name out.").format(
                text=text.strip(), region=region.name, country=country_called(country)
            )
        )
    if region:
        return Place(region)
    if country:
        return Place(lands=(Land(country),))
    land = _coded(text.strip()) or _part_of_a_country(folded(text))
    return Place(lands=(land,)) if land else None


def _coded(text: str) -> Land | None:
    """Return what a code such as DE-BY or de-CH means; small letters first say a language."""
    code = _CODE.fullmatch(text)
    if code is None:
        return None
    left, right = code["left"], code["right"].upper()
    country, other = country_named(left), country_named(right)
    speaks = bool(other) and left.lower() in _languages()
    has_region = bool(country) and right in set(regions_of(country).values())
    in_language = Land(other, language=left.lower()) if speaks else None
    in_region = Land(country, (f"{country}-{right}",)) if has_region else None
    return (in_language or in_region) if left.islower() else (in_region or in_language)


def _part_of_a_country(plain: str) -> Land | None:
    known = _IN_ENGLISH.get(plain)
    if known:
        return Land(known.partition("-")[0], (known,))
    for country in _WITH_KNOWN_REGIONS if plain else ():
        for name, code in regions_of(country).items():
            if folded(name) == plain:
                return Land(country, (f"{country}-{code}",))
    return None


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    return frozenset(tag for tag in locale_identifiers() if "_" not in tag)


def _joined(text: str, found: Sequence[Place]) -> Place:
    """Return several places as one; with a group among them it is a group of all."""
    lands = tuple(dict.fromkeys(land for place in found for land in place.lands))
    regions = [place.region for place in found if place.region]
    if not regions:
        return Place(lands=lands)
    members = [country for region in regions for country in region.countries]
    everywhere = any(not region.countries for region in regions)
    anything = any(not region.languages for region in regions)
    languages = [language for region in regions for language in region.languages]
    region = Region(
        key=folded(text),
        name=" ".join(text.split()),
        names=(),
        countries=() if everywhere else tuple(dict.fromkeys(members)),
        languages=() if anything else tuple(dict.fromkeys(languages)),
        zone=regions[0].zone,
        is_wide=any(region.is_wide for region in regions),
    )
    return Place(region, lands)
