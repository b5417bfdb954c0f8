"""What an import makes of a planner's sheet: posts to be, errors, and all that was left out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.channel import Channel
from app.domain.market import Market
from app.domain.medium import Medium
from app.exchange.day_order import DayOrder
from app.wording import _


class Part(StrEnum):
    """What a row can say of a post; a sheet says only that for which it has columns."""

    DAY = "day"
    TIME = "time"
    LANGUAGE = "language"
    NAME = "name"
    TEXT = "text"
    LINK = "link"
    MEDIA = "media"
    ALT = "alt"
    FIRST_COMMENT = "first_comment"
    CAMPAIGN = "campaign"
    TAGS = "tags"
    LABELS = "labels"
    NOTES = "notes"


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
    """The row's own number with its channel, else one made of what the row says."""
    has_own_number: bool = False
    """Whether the sheet numbers its rows; two sheets may use the same numbers."""
    says: frozenset[Part] = frozenset()
    """What the row has something to say about; an empty cell says that there is nothing."""
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
