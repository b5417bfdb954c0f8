"""Groups of countries such as EU, DACH or “worldwide”, as the data file has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.days.data_file import fields_of_each, tables_of
from app.days.fields import Fields
from app.exchange.cells import folded

REGIONS = Path(__file__).resolve().parents[2] / "resources" / "regions.toml"
"""The groups that come with the program."""

_COUNTRY, _LANGUAGE = "[A-Z]{2}", "[a-z]{2,3}"


@dataclass(frozen=True, slots=True)
class Region:
    """One group of countries."""

    key: str
    name: str
    names: tuple[str, ...]
    """All that it is called besides."""
    countries: tuple[str, ...]
    """ISO 3166-1; none means every country that has a day of its own."""
    languages: tuple[str, ...]
    """In which posts for the whole group are usual; none means any."""
    zone: str
    is_wide: bool
    """Whether a day of one member counts one step lower for the whole."""


def region_named(text: str) -> Region | None:
    """Return the group that goes by a name, in any spelling, or nothing."""
    return _by_name().get(folded(text))


def read_regions(path: Path) -> tuple[Region, ...]:
    """Return the groups of a data file; InvalidInputError names what is wrong with it."""
    return tuple(map(_region, fields_of_each(path, tables_of(path))))


def _region(fields: Fields) -> Region:
    return Region(
        key=fields.entry,
        name=fields.text("name"),
        names=fields.texts("names"),
        countries=fields.texts("countries", _COUNTRY),
        languages=fields.texts("languages", _LANGUAGE),
        zone=fields.text("zone"),
        is_wide=fields.truth("wide"),
    )


@cache
def _by_name() -> Mapping[str, Region]:
    return {
        folded(name): region
        for region in read_regions(REGIONS)
        for name in (region.name, *region.names)
    }
