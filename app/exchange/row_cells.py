"""The cells of one row by what they mean: texts, links, pictures, tags and remarks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.canonical import cleaned
from app.domain.medium import Medium
from app.exchange.cells import EMPTY, Cell, SheetRow
from app.exchange.column_names import Field
from app.exchange.columns import Columns
from app.wording import _

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
_BETWEEN_TAGS = re.compile(r"[,;\n]")
_ERRORS = frozenset(
    {"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
    | {"#NV", "#BEZUG!", "#WERT!", "#ZAHL!", "#ERROR!"}
)
_REMARKS = (Field.STATUS, Field.APPROVAL, Field.APPROVED_BY, Field.OWNER)

JOINED = frozenset({Field.HOOK, Field.HASHTAGS})
"""What is put above and below the text unless the person chooses otherwise."""


@dataclass(frozen=True, slots=True)
class RowCells:
    """One row with the meaning of its columns."""

    row: SheetRow
    columns: Columns
    _texts: dict[Field, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Texts that were asked for already: each is asked for several times."""

    def cell(self, wanted: Field) -> Cell:
        """Return the cell of a field; an empty one where the sheet has no such column."""
        column = self.columns.mapping.get(wanted)
        return EMPTY if column is None else self.row.cell(column)

    def text(self, wanted: Field) -> str:
        """Return the text of a field."""
        if wanted not in self.columns.mapping:
            return ""
        known = self._texts.get(wanted)
        if known is None:
            known = self._texts[wanted] = cleaned(self.cell(wanted).text)
        return known

    def filled(self) -> frozenset[Field]:
        """Return the fields in which anything stands."""
        return frozenset(one for one in self.columns.mapping if not self.cell(one).is_empty)

    def repeats_header(self) -> bool:
        """Tell whether the row is the header once more, as under each month of some plans."""
        return all(
            " ".join(self.text(one).split()).casefold() == self.columns.name(one).casefold()
            for one in self.columns.mapping
        )

    def cells_without_result(self) -> Iterator[tuple[Field, str]]:
        """Yield each field whose formula has no result, or an error for one, with the reason."""
        for one in self.columns.mapping:
            cell = self.cell(one)
            if cell.is_formula:
                yield (
                    one,
                    _(
                        "the cell holds a formula without a result. Open the sheet in Excel or "
                        "LibreOffice, save it and import again."
                    ),
                )
            elif cell.text in _ERRORS:
                yield (
                    one,
                    _("the cell shows the error {error}. Correct it and import again.").format(
                        error=cell.text
                    ),
                )

    def stray_cells(self) -> bool:
        """Tell whether anything stands to the right of the header's last column."""
        return any(not cell.is_empty for cell in self.row.cells[len(self.columns.names) :])


@dataclass(slots=True)
class Wording:
    """What a row wants to say, and what was noticed while reading it."""

    name: str = ""
    text: str = ""
    link: str = ""
    media: tuple[Medium, ...] = ()
    campaign: str = ""
    tags: tuple[str, ...] = ()
    first_comment: str = ""
    labels: tuple[str, ...] = ()
    remarks: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)


def read_wording(cells: RowCells, *, joined: frozenset[Field]) -> Wording:
    """Return the texts, links and pictures of a row; nothing in them can be wrong, only missing."""
    found = Wording(
        name=cells.text(Field.NAME),
        campaign=cells.text(Field.CAMPAIGN),
        first_comment=cells.text(Field.FIRST_COMMENT),
        tags=_listed(cells.text(Field.TAGS)),
        labels=tuple(filter(None, (cells.text(Field.PILLAR), cells.text(Field.FORMAT)))),
    )
    if cells.text(Field.NOTES):
        found.remarks.append(cells.text(Field.NOTES))
    for one in _REMARKS:
        _remark(found, cells, one)
    _read_text(found, cells, joined)
    _read_link(found, cells)
    _read_media(found, cells)
    return found


def _read_text(found: Wording, cells: RowCells, joined: frozenset[Field]) -> None:
    """Put hook, text and hashtags together, as far as they are to be joined."""
    found.text = cells.text(Field.TEXT)
    hook, hashtags = cells.text(Field.HOOK), _hashtags(cells.text(Field.HASHTAGS))
    if hook and (Field.HOOK in joined or not found.text) and not found.text.startswith(hook):
        found.text = "\n\n".join(filter(None, (hook, found.text)))
    elif hook and Field.HOOK not in joined:
        _remark(found, cells, Field.HOOK)
    if hashtags and Field.HASHTAGS not in joined:
        _remark(found, cells, Field.HASHTAGS)
    elif hashtags and not found.text.endswith(hashtags):
        found.text = "\n\n".join(filter(None, (found.text, hashtags)))


def _read_link(found: Wording, cells: RowCells) -> None:
    link = cells.text(Field.LINK)
    if not _ADDRESS.fullmatch(link):
        link = _linked(cells, Field.LINK) or link
    if _ADDRESS.fullmatch(link) or _BARE_ADDRESS.fullmatch(link):
        found.link = link
    elif link:
        _remark(found, cells, Field.LINK)
        found.hints.append(
            _("“{text}” is no web address and was put into the notes.").format(text=link)
        )


def _read_media(found: Wording, cells: RowCells) -> None:
    written, alt = cells.text(Field.MEDIA), cells.text(Field.ALT)
    linked = _linked(cells, Field.MEDIA)
    addresses = [address.rstrip(",;") for address in _ADDRESS.findall(written)]
    addresses = addresses or ([linked] if linked else [])
    alts = _alts(alt, len(addresses))
    found.media = tuple(Medium(url, alt=alts[at]) for at, url in enumerate(addresses))
    if written and not addresses:
        _remark(found, cells, Field.MEDIA)
        found.hints.append(
            _("The picture “{text}” has no web address; add it to the post by hand.").format(
                text=written
            )
        )
    if alt and not addresses:
        _remark(found, cells, Field.ALT)


def _linked(cells: RowCells, one: Field) -> str:
    """Return the web address behind the words of a cell, if there is one."""
    link = cleaned(cells.cell(one).link)
    return link if _ADDRESS.fullmatch(link) else ""


def _alts(alt: str, count: int) -> list[str]:
    """Return one alt text per picture: line by line if they match, else all for the first."""
    lines = [line.strip() for line in re.split(r"[\n|]", alt) if line.strip()]
    return lines if len(lines) == count else [alt, *[""] * (count - 1)]


def _remark(found: Wording, cells: RowCells, one: Field) -> None:
    if cells.text(one):
        found.remarks.append(said(cells.columns.name(one), cells.text(one)))


def said(column: str, text: str) -> str:
    """Return what the sheet says beside the post, as a line of the notes."""
    return _("Sheet said: {column}: {text}").format(column=column, text=text)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (one.strip() for one in _BETWEEN_TAGS.split(text)))))


def _hashtags(text: str) -> str:
    """Return hashtags as they are published: words without the sign get it."""
    if not text or "#" in text:
        return text
    between = _BETWEEN_TAGS if _BETWEEN_TAGS.search(text) else re.compile(r"\s")
    words = ("".join(word.split()) for word in between.split(text))
    return " ".join(f"#{word}" for word in words if word)
