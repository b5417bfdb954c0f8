"""What is said of the versions of one idea."""

from collections.abc import Iterable, Sequence

from app.commands.alike import Alike
from app.commands.dates import day_name, language_name, moment
from app.commands.idea import Ahead, Version
from app.commands.texts import field_name, network_name
from app.commands.views import CalendarView, Card, Sibling
from app.wording import _, ngettext

_NAMED = 3


def ahead_words(ahead: Ahead, calendar: CalendarView) -> str:
    """Return whose change a version has not followed, and since when."""
    return _("Not updated since {who} changed {name} on {day}").format(
        who=calendar.person_name(ahead.by),
        name=ahead.name,
        day=day_name(ahead.at.astimezone().date(), "short"),
    )


def where_words(card: Card, market: str) -> str:
    """Return market and channel of a version."""
    channel = card.channel.name or network_name(card.channel.network)
    return _("{market} · {channel}").format(market=market, channel=channel)


def when_words(version: Version) -> str:
    """Return language and time of a version."""
    local = version.card.local
    when = moment(local) if local else _("no date")
    return _("{language} · {when}").format(language=language_name(version.card.language), when=when)


def alike_words(siblings: Sequence[Sibling]) -> str:
    """Return which siblings say the same as what is being changed."""
    names = [sibling.card.name for sibling in siblings]
    shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    return ngettext(
        "{count} sibling says the same: {names}",
        "{count} siblings say the same: {names}",
        len(names),
    ).format(count=len(names), names=shown)


def change_words(alike: Alike, calendar: CalendarView) -> str:
    """Return what will change in a sibling, and whose approval that ends."""
    fields = listed(map(field_name, alike.fields))
    if not alike.approvers:
        return _("Changes: {fields}").format(fields=fields)
    names = listed(map(calendar.person_name, alike.approvers))
    return _("Changes: {fields}. Ends the approval by {names}.").format(fields=fields, names=names)


def listed(names: Iterable[str]) -> str:
    """Return names as a person lists them."""
    *others, last = list(names) or [""]
    if not others:
        return last
    return _("{names} and {last}").format(names=", ".join(others), last=last)


def reads_the_same_language(one: Card, other: Card) -> bool:
    """Tell whether two versions are in one language, whatever its country."""
    return one.language.partition("-")[0] == other.language.partition("-")[0]
