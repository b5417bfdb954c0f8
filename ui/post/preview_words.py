"""What stands in a preview and below it, in words."""

import unicodedata
from html import escape

from PySide6.QtCore import QSize, Qt

from app.commands.dates import month_name
from app.commands.previews import Layout, Preview
from app.commands.texts import network_name
from app.domain.channel import Channel
from app.wording import _, ngettext

_RIGHT_TO_LEFT = ("R", "AL")
_BY_HANDLE = frozenset({"instagram", "threads", "tiktok"})
"""Networks whose feeds show the handle of an account, and its name only on its own page."""


def account_name(channel: Channel) -> str:
    """Return what an account is called in the feed: its name, or its handle."""
    is_nameless = channel.name == network_name(channel.network)
    goes_by_handle = is_nameless or channel.network in _BY_HANDLE
    return channel.handle.removeprefix("@") if goes_by_handle and channel.handle else channel.name


def account_handle(channel: Channel) -> str:
    """Return the handle with its sign; nothing where the name says it already."""
    bare = channel.handle.removeprefix("@")
    return f"@{bare}" if bare and bare != account_name(channel) else ""


def folded_html(preview: Preview, muted: str, name: str = "") -> str:
    """Return the words before the fold and what stands there; nothing is read as markup."""
    words = escape(preview.seen).replace("\n", "<br>")
    before = f"<b>{escape(name)}</b> " if name and words else ""
    end = _more(preview)
    more = f' <span style="color:{muted}">{escape(end)}</span>' if end else ""
    return f"{before}{words}{more}"


def _more(preview: Preview) -> str:
    """Return what stands where words are folded: a notice on a locked screen only ends there."""
    if not preview.is_folded:
        return ""
    return "…" if preview.layout is Layout.NOTICE else _("… more")


def spoken(preview: Preview) -> str:
    """Return what a screen reader says of the words."""
    return f"{preview.seen} {_more(preview)}".strip()


def facts_of(preview: Preview) -> str:
    """Return how sure the preview is: where it folds, on whose word, as of when."""
    when = month_name(preview.as_of.year, preview.as_of.month)
    return _("{said} Source: {source}, as of {when}.").format(
        said=_fold_words(preview), source=preview.source, when=when
    )


def _fold_words(preview: Preview) -> str:
    if preview.layout is Layout.PIN:
        return _(
            "Roughly like this: {count} characters of the title. The text is seen after a tap."
        ).format(count=preview.title_fold)
    if preview.fold:
        return ngettext(
            "Roughly like this. It folds after about {count} character.",
            "Roughly like this. It folds after about {count} characters.",
            preview.fold,
        ).format(count=preview.fold)
    if preview.lines:
        return ngettext(
            "Roughly like this. It folds after {count} line.",
            "Roughly like this. It folds after {count} lines.",
            preview.lines,
        ).format(count=preview.lines)
    return _("Roughly like this. Nothing folds.")


def no_preview_words(network: str) -> str:
    """Return why there is no preview for a network."""
    return _(
        "There is no preview for {network}: how much of a post is seen there depends on the app of "
        "whoever reads it."
    ).format(network=network_name(network))


def crop_words(preview: Preview, size: QSize) -> str:
    """Return where a picture is cropped; nothing where all of it is seen."""
    if size.isEmpty():
        return ""
    shape = preview.shape(size.width(), size.height())
    own = size.width() / size.height()
    if abs(shape - own) < 0.01 * own:
        return ""
    if shape > own:
        return _("The picture is cropped above and below.")
    return _("The picture is cropped at both sides.")


def direction_of(text: str) -> Qt.LayoutDirection:
    """Return the direction in which a text is read, by its first letter that has one."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in _RIGHT_TO_LEFT:
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight
