"""Groups of countries such as EU, DACH or “worldwide”, as the data file has them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.days.fields import Fields
from app.errors import InvalidInputError
from app.exchange.cells import folded
from app.wording import _

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
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidInputError(
            _("{file} cannot be read as a list of regions: {problem}.").format(
                file=path.name, problem=error
            )
        ) from error
    return tuple(_region(Fields(path.name, key, table)) for key, table in tables.items())


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
