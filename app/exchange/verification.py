"""An export folder checked against its manifest, file by file and row by row."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.domain.canonical import cleaned
from app.errors import MissingError
from app.exchange.manifest import FORMAT, MANIFEST_NAME, VERSION, digest, row_digest
from app.wording import _

_OF_THE_SYSTEM = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""What file browsers leave in any folder."""

_UNREADABLE = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
)
"""What JSON of another shape raises when it is read as a manifest."""


class FindingKind(StrEnum):
    """How a folder differs from its manifest."""

    MANIFEST = "manifest"
    MISSING = "missing"
    CHANGED = "changed"
    EXTRA = "extra"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference; `row` is the row's number in the file, 0 for the whole file."""

    kind: FindingKind
    file: str
    sentence: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class _ListedRow:
    number: int
    sha256: str
    post: str


@dataclass(frozen=True, slots=True)
class _ListedFile:
    name: str
    sha256: str
    first_row: int
    count: int
    rows: tuple[_ListedRow, ...]


@dataclass(frozen=True, slots=True)
class _Manifest:
    export: str
    calendar: str
    encoding: str
    delimiter: str
    tables: tuple[_ListedFile, ...]
    papers: tuple[_ListedFile, ...]

    @property
    def files(self) -> tuple[_ListedFile, ...]:
        return (*self.tables, *self.papers)


def verify_folder(folder: Path, *, manifest_sha256: str = "") -> tuple[Finding, ...]:
    """Return every difference between a folder and its manifest; none means that it is unchanged.

    With the digest that the calendar's ledger holds, a changed manifest is found too.
    MissingError where there is no such folder.
    """
    if not folder.is_dir():
        raise MissingError(
            _("There is no folder “{folder}”; choose the folder of an export.").format(
                folder=folder
            )
        )
    try:
        data = (folder / MANIFEST_NAME).read_bytes()
        manifest = _read(data)
    except FileNotFoundError:
        return (_of_manifest(_("There is no manifest.json; the folder is no whole export.")),)
    except (OSError, *_UNREADABLE):
        return (_of_manifest(_("manifest.json is not readable as a manifest; export again.")),)
    return (
        *_manifest_itself(data, manifest_sha256),
        *(finding for file in manifest.files for finding in _file(folder, manifest, file)),
        *_extra(folder, manifest),
    )


def has_manifest(folder: Path, *, manifest_sha256: str) -> bool:
    """Tell whether a folder holds the very manifest that the calendar's ledger names."""
    try:
        return digest((folder / MANIFEST_NAME).read_bytes()) == manifest_sha256
    except OSError:
        return False


def export_of(folder: Path) -> str:
    """Return the id of the export that a folder says it is, or nothing."""
    manifest = _manifest_of(folder)
    return manifest.export if manifest else ""


def _manifest_of(folder: Path) -> _Manifest | None:
    try:
        return _read((folder / MANIFEST_NAME).read_bytes())
    except (OSError, *_UNREADABLE):
        return None


def _read(data: bytes) -> _Manifest:
    manifest = json.loads(data)
    if manifest["format"] != FORMAT or manifest["version"] != VERSION:
        message = "It is not a manifest of this version."
        raise ValueError(message)
    return _Manifest(
        export=cleaned(str(manifest["export"])),
        calendar=str(manifest["calendar"]["id"]),
        encoding=str(manifest["preset"]["encoding"]),
        delimiter=str(manifest["preset"]["delimiter"]),
        tables=tuple(_listed(file, manifest["rows"]) for file in manifest["files"]),
        papers=tuple(_listed(paper, ()) for paper in manifest["papers"]),
    )


def _listed(file: dict[str, Any], rows: Any) -> _ListedFile:  # noqa: ANN401  # it is JSON
    name = str(file["name"])
    if not name or Path(name).name != name or "\\" in name or cleaned(name) != name:
        message = "It names a file outside its folder."
        raise ValueError(message)
    return _ListedFile(
        name=name,
        sha256=str(file["sha256"]),
        first_row=int(file.get("first_row", 1)),
        count=int(file.get("rows", 0)),
        rows=tuple(
            _ListedRow(int(row["row"]), str(row["sha256"]), cleaned(str(row["post"])))
            for row in rows
            if row["file"] == name
        ),
    )


def _of_manifest(sentence: str) -> Finding:
    return Finding(FindingKind.MANIFEST, MANIFEST_NAME, sentence)


def _manifest_itself(data: bytes, expected: str) -> Iterator[Finding]:
    if expected and digest(data) != expected:
        yield _of_manifest(_("manifest.json is not the one that the calendar has recorded."))


def _file(folder: Path, manifest: _Manifest, file: _ListedFile) -> Iterator[Finding]:
    try:
        data = (folder / file.name).read_bytes()
    except OSError:
        yield Finding(
            FindingKind.MISSING,
            file.name,
            _("{file} is missing; export again.").format(file=file.name),
        )
        return
    if digest(data) != file.sha256:
        yield Finding(
            FindingKind.CHANGED,
            file.name,
            _("{file} was changed after the export; do not use it, export again.").format(
                file=file.name
            ),
        )
    if file in manifest.tables:
        yield from _rows(manifest, file, data)


def _rows(manifest: _Manifest, file: _ListedFile, data: bytes) -> Iterator[Finding]:
    """Compare each row by its own digest, so that a finding names the post."""
    if len(file.rows) != file.count:
        yield _of_manifest(
            _("manifest.json contradicts itself about {file}; export again.").format(file=file.name)
        )
    try:
        table = _table(data, manifest)
    except (ValueError, LookupError, TypeError, csv.Error):
        yield Finding(
            FindingKind.ROW,
            file.name,
            _("{file} can no longer be read as a table; export again.").format(file=file.name),
        )
        return
    expected = {row.number: row for row in file.rows}
    found = dict(enumerate(table[file.first_row - 1 :], start=file.first_row))
    for number in sorted(expected.keys() | found.keys()):
        yield from _row(file.name, number, expected.get(number), found.get(number))


def _table(data: bytes, manifest: _Manifest) -> list[list[str]]:
    text = io.StringIO(data.decode(manifest.encoding), newline="")
    return list(csv.reader(text, delimiter=manifest.delimiter, strict=True))


def _row(
    name: str, number: int, expected: _ListedRow | None, found: list[str] | None
) -> Iterator[Finding]:
    if expected is None:
        sentence = _("{file}, row {row}: no post of the export belongs there.")
    elif found is None:
        sentence = _("{file}, row {row}: {post} is missing.")
    elif row_digest(found) != expected.sha256:
        sentence = _("{file}, row {row}: {post} is not as it was approved.")
    else:
        return
    post = expected.post if expected else ""
    yield Finding(FindingKind.ROW, name, sentence.format(file=name, row=number, post=post), number)


def _extra(folder: Path, manifest: _Manifest) -> Iterator[Finding]:
    known = {MANIFEST_NAME, *(file.name for file in manifest.files)}
    for path in sorted(folder.iterdir()):
        if path.name in known or path.name.lower() in _OF_THE_SYSTEM:
            continue
        name = path.name.encode("utf-8", "replace").decode()
        yield Finding(
            FindingKind.EXTRA,
            name,
            _("{file} is no part of the export; do not use it.").format(file=name),
        )
