"""The schedulers' import formats, read from resources/presets: facts are data, not code."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from app.days.data_file import tables_of
from app.domain.export import Carrier
from app.errors import MissingError
from app.wording import _

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "presets"

OPTION = "option:"
"""Prefix of a column that carries one network option, as in `option:board`."""

_OF_THE_GATE = frozenset({"title", "text", "link", "first_comment", "tags", "post_type", "media"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the file; with networks, only the files of these have it."""

    header: str
    field: str
    """A field of the content, `time`, or `option:` and the key of a network option."""
    networks: frozenset[str] = frozenset()
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class FileFormat:
    """How the bytes of a file are made."""

    extension: str
    encoding: str
    delimiter: str
    line_end: str
    quotes_all: bool
    has_header: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """How old the facts about a format are, how sure, and where they come from."""

    as_of: date
    confidence: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preset:
    """One import format of one scheduler."""

    name: str
    label: str
    """What the scheduler calls itself."""
    facts: Facts
    file: FileFormat
    columns: tuple[Column, ...]
    time_pattern: str
    """As for `datetime.strftime`."""
    lead: timedelta
    media_limit: int
    media_endings: tuple[str, ...]
    media_megabytes: int
    row_limit: int
    """Rows that one file may have."""
    networks: frozenset[str]
    not_served: frozenset[str]
    """Networks that the scheduler knows but does not take from a file."""

    @property
    def carrier(self) -> Carrier:
        """What the gate must know of this format."""
        columns = {column.field for column in self.columns}
        options = {"options"} if any(field.startswith(OPTION) for field in columns) else set()
        return Carrier(
            name=self.name,
            fields=frozenset((columns & _OF_THE_GATE) | options),
            media_limit=self.media_limit,
            lead=self.lead,
            networks=self.networks,
        )

    def columns_for(self, network: str) -> tuple[Column, ...]:
        """Return the columns that a file for this network has."""
        return tuple(c for c in self.columns if not c.networks or network in c.networks)


@cache
def all_presets() -> tuple[Preset, ...]:
    """Return every format that Countersign can write, by name."""
    files = sorted(_FOLDER.glob("*.toml"))
    return tuple(_from_data(tables_of(file)) for file in files)


def preset(name: str) -> Preset:
    """Return one format; MissingError lists the names there are."""
    for one in all_presets():
        if one.name == name:
            return one
    raise MissingError(
        _("There is no export format “{name}”; choose one of: {names}.").format(
            name=name, names=", ".join(one.name for one in all_presets())
        )
    )


def _from_data(data: Mapping[str, Any]) -> Preset:
    file, time, media, rows = data["file"], data["time"], data["media"], data["rows"]
    return Preset(
        name=data["name"],
        label=data["label"],
        facts=Facts(
            as_of=data["facts"]["as_of"],
            confidence=data["facts"]["confidence"],
            sources=tuple(data["facts"]["sources"]),
        ),
        file=FileFormat(
            extension=file["extension"],
            encoding=file["encoding"],
            delimiter=file["delimiter"],
            line_end=file["line_end"],
            quotes_all=file["quotes"] == "all",
            has_header=file["header"],
        ),
        columns=tuple(_column(column) for column in data["column"]),
        time_pattern=time["pattern"],
        lead=timedelta(minutes=time["lead_minutes"]),
        media_limit=media["limit"],
        media_endings=tuple(media["endings"]),
        media_megabytes=media["megabytes"],
        row_limit=rows["limit"],
        networks=frozenset(data["networks"]["served"]),
        not_served=frozenset(data["networks"]["not_served"]),
    )


def _column(data: dict[str, Any]) -> Column:
    return Column(
        header=data["header"],
        field=data["field"],
        networks=frozenset(data.get("networks", ())),
        is_required=data.get("required", False),
    )
