"""Rows written as the bytes of a scheduler's files: one channel per file, none over its limit."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.channel import Channel, ChannelId
from app.domain.market import Market
from app.errors import RefusedError
from app.exchange.presets import Preset
from app.exchange.rows import Row, cells, unfit
from app.wording import _

SAMPLE = "SAMPLE"
"""Stands in every name that a sample calendar gives away."""

_LONGEST_PART = 48
"""Characters of each part of a file name, so that paths stay short enough for Windows."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One file for one channel; `zone` is the one to choose when it is uploaded."""

    name: str
    data: bytes
    rows: tuple[Row, ...]
    channel: Channel
    zone: str
    first_row: int
    """The number of the first post's row, counted as a spreadsheet program counts."""

    @property
    def market(self) -> Market:
        """The market of the channel."""
        return self.rows[0].market

    @property
    def numbered(self) -> tuple[tuple[int, Row], ...]:
        """Each post with the number of its row."""
        return tuple(enumerate(self.rows, start=self.first_row))


def write_files(
    preset: Preset, rows: Iterable[Row], *, name_prefix: str, is_sample: bool = False
) -> tuple[ExportFile, ...]:
    """Return the files that hold exactly these posts, in the order of their moments.

    RefusedError names the first post that the format cannot hold whole.
    """
    by_channel: dict[ChannelId, list[Row]] = {}
    for row in rows:
        _refuse_unfit(preset, row)
        by_channel.setdefault(row.channel.id, []).append(row)
    groups = sorted(by_channel.values(), key=lambda group: _order_of_channel(group[0]))
    stems = _stems(groups, f"{SAMPLE}_{name_prefix}" if is_sample else name_prefix)
    return tuple(
        _file(preset, part, f"{stem}_{number:02d}.{preset.file.extension}")
        for stem, group in zip(stems, groups, strict=True)
        for number, part in enumerate(_parts(group, preset.row_limit), start=1)
    )


def table_bytes(preset: Preset, table: Iterable[Iterable[str]]) -> bytes:
    """Return rows of cells in the quoting, line ends and encoding of a format."""
    text = io.StringIO(newline="")
    writer = csv.writer(
        text,
        delimiter=preset.file.delimiter,
        lineterminator=preset.file.line_end,
        quoting=csv.QUOTE_ALL if preset.file.quotes_all else csv.QUOTE_MINIMAL,
    )
    writer.writerows(table)
    return text.getvalue().encode(preset.file.encoding)


def _refuse_unfit(preset: Preset, row: Row) -> None:
    content = row.post.content
    if content.instant is None:
        raise RefusedError(
            _("{post} has no time; give it a day and a time before the export.").format(
                post=row.short_name
            )
        )
    for reason in unfit(preset, row):
        raise RefusedError(f"{row.short_name}: {reason.sentence}")
    for field in preset.carrier.left_behind(content):
        raise RefusedError(
            _("{post}: {scheduler} does not carry “{field}”; empty it or use another way.").format(
                post=row.short_name, scheduler=preset.label, field=field
            )
        )


def _order_of_channel(row: Row) -> tuple[str, str, str, str]:
    return (row.market.code, row.channel.network, row.channel.handle, row.channel.id)


def _order_in_file(row: Row) -> tuple[datetime, int]:
    return (row.instant, row.post.number)


def _parts(group: list[Row], limit: int) -> list[list[Row]]:
    ordered = sorted(group, key=_order_in_file)
    return [ordered[start : start + limit] for start in range(0, len(ordered), limit)]


def _file(preset: Preset, rows: list[Row], name: str) -> ExportFile:
    channel = rows[0].channel
    header = [column.header for column in preset.columns_for(channel.network)]
    lines = [header] if preset.file.has_header else []
    table = [*lines, *(cells(preset, row) for row in rows)]
    return ExportFile(
        name=name,
        data=table_bytes(preset, table),
        rows=tuple(rows),
        channel=channel,
        zone=rows[0].zone,
        first_row=1 + len(lines),
    )


def _stems(groups: list[list[Row]], prefix: str) -> list[str]:
    """Return one name per channel, different also where upper and lower case are the same."""
    taken: set[str] = set()
    stems = []
    for group in groups:
        row = group[0]
        parts = (prefix, row.market.code, row.channel.network, row.channel.handle)
        wanted = "_".join(filter(None, map(safe_name, parts)))
        stem, copy = wanted, 2
        while stem.casefold() in taken:
            stem, copy = f"{wanted}-{copy}", copy + 1
        taken.add(stem.casefold())
        stems.append(stem)
    return stems


def safe_name(text: str) -> str:
    """Return the part of a text that Windows, macOS and Linux all take in a file name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-_")[:_LONGEST_PART].strip("-_")
