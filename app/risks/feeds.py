"""How a post is seen where people scroll: dated facts for a preview, never for a risk."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.days.fields import Fields
from app.wording import _

_ANY_RATIO = range(10, 1001)
_ANY_LENGTH = range(10_001)
_KNOWN = frozenset(
    {
        "layout",
        "fold",
        "lines",
        "title",
        "tallest",
        "widest",
        "card",
        "source",
        "source_url",
        "as_of",
    }
)


class Layout(StrEnum):
    """What stands where."""

    TEXT_FIRST = "text-first"
    PICTURE_FIRST = "picture-first"
    FULL_SCREEN = "full-screen"
    """The words lie over the picture."""
    VIDEO = "video"
    """A wide picture, then the title, then the words."""
    PIN = "pin"
    """Picture and title; the words wait behind a tap."""
    NOTICE = "notice"
    """A message on a phone: title, words, and a picture beside them."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One network's feed; ratios are width by height."""

    layout: Layout
    fold: int
    """How many characters are seen before “more”; 0 where nothing folds."""
    lines: int
    """How many lines are seen before “more”; 0 where lines do not count."""
    title: int
    """How many characters of the title are seen; 0 where there is none."""
    tallest: float
    widest: float
    card: float
    """Of the picture in a link's card; 0 where a link has none."""
    source: str
    source_url: str
    as_of: date


def feed_of(network: Fields) -> Feed | None:
    """Return the feed of a network's table, or nothing where it has none."""
    table = network.table.get("feed")
    if table is None:
        return None
    if not isinstance(table, dict):
        raise network.wrong("feed", _("a table is expected"))
    fields = Fields(network.file, f"{network.entry}, feed", table)
    fields.refuse_others_than(_KNOWN)
    as_of = table.get("as_of")
    if not isinstance(as_of, date):
        raise fields.wrong("as_of", _("a date is expected"))
    return Feed(
        layout=fields.choice("layout", {layout.value: layout for layout in Layout}),
        fold=fields.number("fold", 0, _ANY_LENGTH),
        lines=fields.number("lines", 0, _ANY_LENGTH),
        title=fields.number("title", 0, _ANY_LENGTH),
        tallest=fields.number("tallest", 100, _ANY_RATIO) / 100,
        widest=fields.number("widest", 100, _ANY_RATIO) / 100,
        card=fields.number("card", 0, range(1001)) / 100,
        source=fields.text("source"),
        source_url=fields.text("source_url"),
        as_of=as_of,
    )
