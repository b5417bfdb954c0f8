"""Which release of a library is installed: what it knows is part of what the program knows."""

import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def release_of(library: str) -> str:
    """Return the version of an installed library."""
    return releases_in(tuple(sys.path)).get(library) or _looked_up(library)


@cache
def releases_in(folders: tuple[str, ...]) -> Mapping[str, str]:
    """Return the versions that the names of folders tell; to read inside them takes longer."""
    names = (
        found.name.removesuffix(".dist-info").partition("-")
        for folder in reversed(folders)
        for found in Path(folder).glob("*.dist-info")
    )
    return {library: version for library, _dash, version in names}


def _looked_up(library: str) -> str:
    from importlib.metadata import version  # noqa: PLC0415  it takes long to load

    return version(library)
