"""What an import makes of a planner's sheet: posts to be, errors, and all that was left out."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.channel import Channel
from app.domain.market import Market
from app.domain.medium import Medium
from app.exchange.day_order import DayOrder
from app.wording import _


@dataclass(frozen=True, slots=True)
class PlannedPost:
    """One post that a row asks for, on one channel; nobody has approved it."""

    row: int
    market: Market
    channel: Channel
    local: datetime | None
    """Wall time in the market's zone; nothing for the tray."""
    is_time_guessed: bool
    """Whether the sheet names only the day and the hour is the usual one."""
    language: str
    source_id: str
    """The same row of the same plan has the same one at the next import."""
    name: str = ""
    text: str = ""
    link: str = ""
    media: tuple[Medium, ...] = ()
    campaign: str = ""
    tags: tuple[str, ...] = ()
    first_comment: str = ""
    labels: tuple[str, ...] = ()
    notes: str = ""
    """With what the sheet says about approval: words, never an approval."""
    hints: tuple[str, ...] = ()
    """Sentences about what was guessed for this row."""


@dataclass(frozen=True, slots=True)
class RowError:
    """Why a row cannot be imported; row 0 is the whole sheet."""

    row: int
    column: str
    """As the sheet calls it."""
    message: str

    @property
    def sentence(self) -> str:
        """One sentence that names row and column, and the way out."""
        if not self.row:
            return self.message
        if not self.column:
            return _("Row {row}: {message}").format(row=self.row, message=self.message)
        return _("Row {row}, {column}: {message}").format(
            row=self.row, column=self.column, message=self.message
        )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that a row holds and that does not belong into the calendar."""

    row: int
    sentence: str
    """Without the number of the row."""


@dataclass(frozen=True, slots=True)
class Interpreted:
    """A whole sheet, read: a row with an error gives no post at all."""

    rows: tuple[PlannedPost, ...]
    errors: tuple[RowError, ...]
    left_out: tuple[LeftOut, ...] = ()
    skipped: tuple[int, ...] = ()
    """Numbers of the rows that repeat the header, divide the plan or explain it."""
    blank_rows: int = 0
    day_order: DayOrder | None = None
    """Nothing where no row was read."""
    notes: tuple[str, ...] = ()
    """Sentences about what was guessed for the whole sheet."""
