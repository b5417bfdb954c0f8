"""Sheets, workbooks and calendars to import into, for tests."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook

from app.domain.channel import Channel, ChannelId
from app.exchange.cells import Cell, Sheet, SheetRow
from app.exchange.columns import guess
from app.exchange.plan_rows import interpret
from tests.app.exchange.builders import BRITAIN
from tests.builders.domain import GERMANY, INSTAGRAM

TODAY = date(2027, 10, 1)
GERMAN_FACEBOOK = Channel(ChannelId("c-de-fb"), GERMANY.id, "facebook", "Facebook", "Solvane DE")
BRITISH_FACEBOOK = Channel(ChannelId("c-gb-fb"), BRITAIN.id, "facebook", "Facebook", "Solvane UK")
BRITISH_X = Channel(ChannelId("c-gb-x"), BRITAIN.id, "x", "X", "@SolvaneUK")
MARKETS = (GERMANY, BRITAIN)
CHANNELS = (INSTAGRAM, GERMAN_FACEBOOK, BRITISH_FACEBOOK, BRITISH_X)

HEADER = ("Date", "Time", "Market", "Platform", "Copy")
PLAIN = ("2027-11-10", "09:30", "DE", "Instagram", "Frisches Brot")


def sheet_row(number, *values):
    """Return a row; a value that is no cell becomes one."""
    cells = tuple(value if isinstance(value, Cell) else Cell(value) for value in values)
    return SheetRow(number, cells)


def sheet(*rows, first=1, **changes):
    """Return a sheet of rows of values; nothing stands for an empty row."""
    made = tuple(sheet_row(n, *row) for n, row in enumerate(rows, start=first) if row)
    return Sheet(changes.pop("name", "Plan"), made, **changes)


def read(*rows, columns=None, **options):
    """Return what an import makes of a sheet with these rows under `HEADER` or its own header."""
    if options.pop("with_header", True):
        rows = (HEADER, *rows)
    made = sheet(*rows, **options.pop("sheet", {}))
    usual = {"markets": MARKETS, "channels": CHANNELS, "today": TODAY}
    return interpret(made, columns or guess(made.rows), **{**usual, **options})


def plain(**changes):
    """Return the values of the plain row with some of them changed, by column of `HEADER`."""
    return tuple(changes.get(name, value) for name, value in zip(HEADER, PLAIN, strict=True))


def workbook(*sheets, save=True):
    """Return the bytes of an .xlsx with sheets of a title and rows."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        made = book.create_sheet(title)
        for row in rows:
            made.append(row)
    return saved(book) if save else book


def saved(book):
    """Return the bytes of a workbook."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()
