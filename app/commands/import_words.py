"""What people call the columns of a planner's sheet."""

from app.exchange.column_names import Field
from app.wording import _


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
        Field.APPROVED_BY: _("Approved by (becomes a note)"),
        Field.OWNER: _("Owner (becomes a note)"),
        Field.NOTES: _("Notes"),
        Field.SOURCE_ID: _("Number in the sheet"),
    }[field]
