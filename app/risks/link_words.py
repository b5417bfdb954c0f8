"""What can be wrong with a link, and how it is said."""

from enum import StrEnum
from typing import assert_never

from app.wording import _


class Fault(StrEnum):
    """One kind of fault."""

    FILE = "file"
    TWO_ADDRESSES = "two-addresses"
    MISTYPED = "mistyped"
    SPACE = "space"
    NO_SCHEME = "no-scheme"
    INSIDE = "inside"
    BY_NUMBER = "by-number"
    WORKSHOP = "workshop"
    FOR_COLLEAGUES = "for-colleagues"
    LOOKALIKE = "lookalike"
    HIDDEN_HOST = "hidden-host"
    BAD_PERCENT = "bad-percent"
    TWO_QUERIES = "two-queries"
    AT_THE_END = "at-the-end"
    SHORTENED = "shortened"
    CLICK_MARK = "click-mark"
    NOT_SECURE = "not-secure"
    OTHER_CAMPAIGN = "other-campaign"
    OTHER_YEAR = "other-year"
    OTHER_NETWORK = "other-network"
    OTHER_MARKET = "other-market"
    NOT_CLICKABLE = "not-clickable"
    ONE_PREVIEW = "one-preview"


def words_of(fault: Fault) -> tuple[str, str]:  # noqa: C901, PLR0911, PLR0912  one case for each
    """Return headline and reason of a fault, in the reader's language."""
    match fault:
        case Fault.FILE:
            return (
                _("Link to a file on a computer"),
                _("It opens on that one computer only."),
            )
        case Fault.TWO_ADDRESSES:
            return (
                _("Two addresses run into one"),
                _("Neither of them can be opened like that."),
            )
        case Fault.MISTYPED:
            return _("Mistyped address"), _("It looks as if a letter were missing or too many.")
        case Fault.SPACE:
            return _("Space in the link"), _("What follows the space is cut off.")
        case Fault.NO_SCHEME:
            return (
                _("Link without https://"),
                _("Schedulers refuse such a link, or make an address on their own site of it."),
            )
        case Fault.INSIDE:
            return (
                _("Link to a computer in the house"),
                _("Nobody outside your own network can open it."),
            )
        case Fault.BY_NUMBER:
            return (
                _("Link to a number, not to a name"),
                _("Published pages have a name; a number is mostly a test."),
            )
        case Fault.WORKSHOP:
            return (
                _("Link to a test page"),
                _("The address is that of a page in the making, such as staging or preview."),
            )
        case Fault.FOR_COLLEAGUES:
            return (
                _("Link for colleagues, not for readers"),
                _("It leads to a login, a draft or a document that is being edited."),
            )
        case Fault.LOOKALIKE:
            return (
                _("Letters of two scripts in the address"),
                _("Such names imitate others, as phishing does; check each letter."),
            )
        case Fault.HIDDEN_HOST:
            return (
                _("The address hides where it leads"),
                _("What stands before the @ is not the page that opens."),
            )
        case Fault.BAD_PERCENT:
            return (
                _("Broken % in the link"),
                _("A sign was encoded twice or cut in half; the page may not be found."),
            )
        case Fault.TWO_QUERIES:
            return (
                _("Broken question mark in the link"),
                _("Tracking was added without the right ? or &; the page may not be found."),
            )
        case Fault.AT_THE_END:
            return (
                _("Punctuation at the end of the link"),
                _("It becomes part of the address, and the page may not be found."),
            )
        case Fault.SHORTENED:
            return (
                _("Shortened link"),
                _("Nobody can see where it leads without opening it."),
            )
        case Fault.CLICK_MARK:
            return (
                _("Somebody's click is in the link"),
                _("It was copied from an advertisement or a post, with the mark of that click."),
            )
        case Fault.NOT_SECURE:
            return _("Link without encryption"), _("Browsers warn of http pages; use https.")
        case Fault.OTHER_CAMPAIGN:
            return (
                _("Tracking of another campaign"),
                _("The clicks would be counted for another campaign than the post's."),
            )
        case Fault.OTHER_YEAR:
            return (
                _("Tracking of another year"),
                _("The campaign in the link names a year that is not the post's."),
            )
        case Fault.OTHER_NETWORK:
            return (
                _("Tracking of another network"),
                _("The clicks would be counted for another network than the post's."),
            )
        case Fault.OTHER_MARKET:
            return (
                _("Tracking of another market"),
                _("The clicks would be counted for another market than the post's."),
            )
        case Fault.NOT_CLICKABLE:
            return (
                _("Nobody can tap this link"),
                _("This network shows addresses in a text as plain letters."),
            )
        case Fault.ONE_PREVIEW:
            return (
                _("Several links, one preview"),
                _("The network shows the preview of one of them only."),
            )
        case never:
            assert_never(never)
