"""A planner's file as a sheet, judged by what it holds, not by what it is called."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from app.errors import InvalidInputError
from app.exchange.cells import Sheet
from app.exchange.delimited import read_delimited
from app.exchange.file_bytes import file_bytes
from app.wording import _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_WEB = (b"<!doctype", b"<html", b"<table", b"<?xml")


def read_sheet(
    path: Path, *, sheet: str = "", encoding: str = "", languages: Iterable[str] = ()
) -> Sheet:
    """Return the table of a .csv, .tsv, .txt or .xlsx file; of several sheets, the plan.

    `sheet` asks for one of a workbook by name. `encoding` is the alphabet of a text file as a
    person chose it, else it is guessed for these `languages`. InvalidInputError says in one
    sentence why a file cannot be read and how to save it instead.
    """
    data = file_bytes(path)
    kind = _foreign_kind(data)
    if kind:
        raise InvalidInputError(
            _("“{file}” is {kind}; save the plan as .xlsx or .csv and import that.").format(
                file=path.name, kind=kind
            )
        )
    if data.startswith(_PACKED):
        # openpyxl takes a quarter of a second to load, and text needs none of it
        from app.exchange.workbook import read_workbook  # noqa: PLC0415

        return read_workbook(data, name=path.name, sheet=sheet)
    return read_delimited(data, name=path.name, encoding=encoding, languages=languages)


def _foreign_kind(data: bytes) -> str:
    """Return what a file is, if it is none of those that can be read."""
    start = data[:1000].lstrip().lower()
    if data.startswith(_OLE):
        return _("an old .xls file or one with a password")
    if start.startswith(b"%pdf"):
        return _("a PDF")
    if data.startswith(_PICTURES):
        return _("a picture")
    if start.startswith(_WEB):
        return _("a web page")
    if start.startswith(b"{") and b'"url"' in start:
        return _("only a link to a sheet on the web")
    return _packed_kind(data) if data.startswith(_PACKED) else ""


def _packed_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return ""  # its reader will say that it is damaged
    kinds = {
        "xl/workbook.xml": "",
        "xl/workbook.bin": _("a binary .xlsb workbook"),
        "content.xml": _("an OpenDocument file"),
        "Index/Document.iwa": _("a Numbers file"),
        "word/document.xml": _("a Word document"),
    }
    return next((kind for part, kind in kinds.items() if part in names), _("a packed folder"))
