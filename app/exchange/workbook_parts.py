"""What the raw parts of an .xlsx tell: unpacked once and counted, before anything is built."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from posixpath import basename, dirname, join, normpath

from defusedxml.ElementTree import fromstring
from openpyxl.utils.cell import coordinate_to_tuple

from app.exchange.limits import MOST_PARTS, MOST_UNPACKED_BYTES, unpacks_too_large

_PIECE = 1_000_000
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>]")
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s([^>]{1,900}?)/?>")
_LINKED_CELL = re.compile(rb'\bref="([A-Z]{1,3}\d{1,7})"')
_LINK_ID = re.compile(rb'\b\w+:id="([^"]{1,100})"')
_LONGEST_TAG = 1_000

Place = tuple[int, int]
"""Row from 1 and column from 0."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the raw text of one sheet tells that its reader does not."""

    has_formulas: bool = False
    merged: frozenset[str] = frozenset()
    links: Mapping[Place, str] = field(default_factory=dict)
    """Addresses to which cells lead, whatever stands in them."""


@dataclass(frozen=True, slots=True)
class _Scanned:
    """What one part of the archive holds, and its true size in bytes."""

    size: int
    has_formulas: bool
    merged: frozenset[str]
    links: frozenset[bytes]


def inspected(data: bytes, name: str) -> dict[str, Part]:
    """Return what each sheet tells, by its title; InvalidInputError if too much is packed in."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        declared = sum(member.file_size for member in members)
        if declared > MOST_UNPACKED_BYTES or len(members) > MOST_PARTS:
            raise unpacks_too_large(name)
        titles = _titles(archive)
        found, counted = {}, 0
        for member in members:
            scanned = _scanned(archive, member, MOST_UNPACKED_BYTES - counted, name)
            counted += scanned.size
            if member.filename in titles:
                found[member.filename] = scanned
        return {
            titles[path]: Part(
                scanned.has_formulas, scanned.merged, _links(archive, path, scanned.links)
            )
            for path, scanned in found.items()
        }


def _scanned(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, name: str) -> _Scanned:
    size, tail, has_formulas = 0, b"", False
    merged: set[str] = set()
    links: set[bytes] = set()
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            size += len(piece)
            if size > most:
                raise unpacks_too_large(name)
            piece = tail + piece
            has_formulas = has_formulas or _FORMULA.search(piece) is not None
            merged.update(found.decode() for found in _MERGED.findall(piece))
            links.update(_LINK.findall(piece))
            tail = piece[-_LONGEST_TAG:]
    return _Scanned(size, has_formulas, frozenset(merged), frozenset(links))


def _links(archive: zipfile.ZipFile, path: str, tags: Iterable[bytes]) -> dict[Place, str]:
    """Return the addresses that a sheet's tags name by their ids; not places within the file."""
    relations = join(dirname(path), "_rels", f"{basename(path)}.rels")
    if not tags or relations not in archive.namelist():
        return {}
    targets = {
        one.get("Id"): one.get("Target", "")
        for one in fromstring(archive.read(relations))
        if one.get("TargetMode") == "External"
    }
    links = {}
    for tag in tags:
        cell, known_as = _LINKED_CELL.search(tag), _LINK_ID.search(tag)
        if cell and known_as and (address := targets.get(known_as[1].decode())):
            row, column = coordinate_to_tuple(cell[1].decode())
            links[row, column - 1] = address
    return links


def _titles(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the title of each sheet by the path of its part."""
    relations = {
        one.get("Id"): one.get("Target", "")
        for one in fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    found = {}
    for element in fromstring(archive.read("xl/workbook.xml")).iter():
        target = relations.get(element.get(_RELATION))
        if target and element.tag.endswith("}sheet"):
            path = normpath(target.lstrip("/") if target.startswith("/") else join("xl", target))
            found[path] = element.get("name", "")
    return found
