"""What people call the columns of a planner's sheet, and how a row and its post differ."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from rapidfuzz.distance import Postfix, Prefix

from app.commands.dates import clock, day_name, language_name
from app.commands.merging import Difference
from app.exchange.column_names import Field
from app.exchange.planned import Part
from app.wording import _

_AROUND = 14
"""Letters shown on both sides of what differs in two texts."""
_MOST_LETTERS = 60


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One part of a post that a sheet says otherwise, in words."""

    name: str
    """With a capital letter, as in `Time`."""
    here: str
    in_sheet: str


def column_name(field: Field) -> str:
    """Return the name of what a column can hold."""
    return {
        Field.DATE: _("Date"),
        Field.TIME: _("Time"),
        Field.MOMENT: _("Date and time"),
        Field.MARKET: _("Market"),
        Field.LANGUAGE: _("Language"),
        Field.CHANNEL: _("Channel or network"),
        Field.NAME: _("Name (for the team)"),
        Field.HOOK: _("Opening line"),
        Field.TEXT: _("Text"),
        Field.HASHTAGS: _("Hashtags"),
        Field.LINK: _("Link"),
        Field.MEDIA: _("Picture or video"),
        Field.ALT: _("Alt text"),
        Field.FIRST_COMMENT: _("First comment"),
        Field.CAMPAIGN: _("Campaign"),
        Field.PILLAR: _("Theme"),
        Field.FORMAT: _("Format"),
        Field.TAGS: _("Tags"),
        Field.STATUS: _("Status (becomes a note)"),
        Field.APPROVAL: _("Approved (becomes a note)"),
        Field.APPROVED_BY: _("Approved by (becomes a note)"),
        Field.OWNER: _("Owner (becomes a note)"),
        Field.NOTES: _("Notes"),
        Field.SOURCE_ID: _("Number in the sheet"),
    }[field]


def field_change(difference: Difference) -> FieldChange:
    """Return in words how a post and its row differ in one part."""
    say = _SAID.get(difference.part, _joined)
    here, in_sheet = say(difference.here), say(difference.in_sheet)
    if difference.part in _LONG:
        here, in_sheet = _where_they_differ(here, in_sheet)
    nothing = _("nothing")
    return FieldChange(_part_names()[difference.part], here or nothing, in_sheet or nothing)


def change_sentence(change: FieldChange) -> str:
    """Return what an update does to one part of a post."""
    return _("{name} {here} → {in_sheet}").format(
        name=change.name, here=change.here, in_sheet=change.in_sheet
    )


def clash_sentence(change: FieldChange) -> str:
    """Return what was changed in the sheet and here."""
    return _("{name}: here {here}, in the sheet {in_sheet}").format(
        name=change.name, here=change.here, in_sheet=change.in_sheet
    )


def kept_sentence(change: FieldChange) -> str:
    """Return what stays although the sheet says something else."""
    return _("{name} stays {here}: changed here since; the sheet still says {in_sheet}.").format(
        name=change.name, here=change.here, in_sheet=change.in_sheet
    )


def _part_names() -> Mapping[Part, str]:
    return {
        Part.DAY: _("Date"),
        Part.TIME: _("Time"),
        Part.LANGUAGE: _("Language"),
        Part.NAME: _("Name"),
        Part.TEXT: _("Text"),
        Part.LINK: _("Link"),
        Part.MEDIA: _("Pictures"),
        Part.ALT: _("Alt text"),
        Part.FIRST_COMMENT: _("First comment"),
        Part.CAMPAIGN: _("Campaign"),
        Part.TAGS: _("Tags"),
        Part.LABELS: _("Labels"),
        Part.NOTES: _("Notes"),
    }


def _day(value: object) -> str:
    return day_name(value, "short") if isinstance(value, date) else _("none")


def _time(value: object) -> str:
    if not isinstance(value, time):
        return _("none")
    return clock(datetime.combine(date.min, value))


def _quoted(value: object) -> str:
    words = " ".join(str(value).split())
    return f"“{words}”" if words else ""


def _joined(value: object) -> str:
    """Return a list in one line; of pictures with alt texts only these."""
    parts = value if isinstance(value, tuple) else (value,)
    words = (str(part[1]) if isinstance(part, tuple) else str(part) for part in parts)
    return _shortened(", ".join(filter(None, words)))


_SAID: Mapping[Part, Callable[[object], str]] = {
    Part.DAY: _day,
    Part.TIME: _time,
    Part.LANGUAGE: lambda value: language_name(str(value)),
    **dict.fromkeys((Part.NAME, Part.TEXT, Part.FIRST_COMMENT, Part.NOTES), _quoted),
}
_LONG = frozenset({Part.NAME, Part.TEXT, Part.FIRST_COMMENT, Part.NOTES})


def _where_they_differ(one: str, other: str) -> tuple[str, str]:
    """Return two texts without what both have in common, but for a few letters around it."""
    start = Prefix.similarity(one, other)
    end = Postfix.similarity(one[start:], other[start:])
    return _cut_out(one, start, len(one) - end), _cut_out(other, start, len(other) - end)


def _cut_out(text: str, start: int, end: int) -> str:
    """Return what stands from start to end with the words close to it, whole where they have ends.

    Languages without blanks are cut anywhere.
    """
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if first:
        first = max(first, text.find(" ", first, start) + 1)
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else last
    part = text[first:last]
    if len(part) > _MOST_LETTERS:
        part, last = part[:_MOST_LETTERS], first + _MOST_LETTERS
    return ("“…" if first else "") + part + ("…”" if last < len(text) else "")


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1]}…"
