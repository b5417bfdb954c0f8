"""How the list of found posts says what each is and where it stands."""

from app.commands.dates import clock, day_name
from app.commands.searching import Findings, Found
from app.commands.texts import network_name
from app.wording import _, ngettext
from ui.widgets.isolated import isolated


def where(found: Found) -> str:
    """Return where a post is: its number, its day or the tray, its market and network."""
    parts = (found.name, _day(found), found.market, network_name(found.network))
    return " · ".join(map(isolated, parts))


def what(found: Found) -> str:
    """Return the headline, with the words around what was found where it does not show them."""
    if not found.excerpt:
        return found.headline
    return f"{isolated(found.headline)} – {isolated(found.excerpt)}"


def came_to(findings: Findings) -> str:
    """Return how many posts were found, and what the search does not know yet."""
    count, shown = findings.count, len(findings.posts)
    if findings.has_more:
        words = _("The first {shown} of more than {count} posts").format(
            shown=shown, count=f"{count:,}"
        )
    elif not count:
        words = _("No posts with “{typed}”").format(typed=findings.typed.strip())
    elif shown < count:
        words = _("The first {shown} of {count} posts").format(shown=shown, count=f"{count:,}")
    else:
        words = ngettext("{count} post", "{count} posts", count).format(count=f"{count:,}")
    if not findings.unread:
        return words
    rest = ngettext(
        "{count} older post is still being read",
        "{count} older posts are still being read",
        findings.unread,
    )
    return f"{words} · {rest.format(count=f'{findings.unread:,}')}"


def _day(found: Found) -> str:
    if found.local is None:
        return _("In the tray")
    return f"{day_name(found.local.date(), 'dated')}, {clock(found.local)}"
