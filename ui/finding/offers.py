"""What the palette offers: commands of the menus, days, markets and posts, each with its deed."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from app.commands.dates import day_name
from app.commands.saved_views import SavedView
from app.commands.searching import Found
from app.domain.market import Market
from app.wording import _, ngettext
from ui.finding.found_words import what, where

Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: what it is called, what it does, and why it cannot be done now, if it cannot."""

    name: str
    detail: str
    deed: Deed
    keys: str = ""
    why_not: str = ""


def commands_of(
    bar: QMenuBar, *, closed: Callable[[QAction], str], without: Collection[QAction] = ()
) -> tuple[Offer, ...]:
    """Return every command of the menus with its key; `closed` says why one cannot be given now."""
    return tuple(
        Offer(
            name=_plain(action.text()),
            detail=" › ".join(path),
            deed=action.trigger,
            keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            why_not=closed(action) or _why_disabled(action),
        )
        for top in bar.actions()
        for path, action in _walk(top.menu(), (_plain(top.text()),))
        if action not in without
    )


def days_of(days: Iterable[date], today: date, go: Callable[[date], None]) -> tuple[Offer, ...]:
    """Return a way to each day."""
    return tuple(
        Offer(
            day_name(day, "long"),
            _("Go to this day · {when}").format(when=_away(day, today)),
            partial(go, day),
        )
        for day in days
    )


def markets_of(markets: Iterable[Market], go: Callable[[Market], None]) -> tuple[Offer, ...]:
    """Return a way to each market."""
    return tuple(
        Offer(
            f"{market.name} ({market.code})",
            _("Go to this market"),
            partial(go, market),
        )
        for market in markets
    )


def views_of(views: Iterable[SavedView], recall: Callable[[SavedView], None]) -> tuple[Offer, ...]:
    """Return a way back to each view that was kept."""
    return tuple(Offer(view.name, _("Saved view"), partial(recall, view)) for view in views)


def posts_of(found: Iterable[Found], go: Callable[[Found], None]) -> tuple[Offer, ...]:
    """Return a way to each post that was found."""
    return tuple(Offer(what(one), where(one), partial(go, one)) for one in found)


def _walk(menu: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], QAction]]:
    for action in menu.actions() if isinstance(menu, QMenu) else ():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _walk(below, (*path, _plain(action.text())))
        elif action.text() and not action.isSeparator():
            yield path, action


def _why_disabled(action: QAction) -> str:
    if action.isEnabled():
        return ""
    tip = action.toolTip()
    says_why = tip and not tip.startswith(_plain(action.text()))
    return tip if says_why else _("Not possible at the moment")


def _away(day: date, today: date) -> str:
    count = (day - today).days
    if not count:
        return _("today")
    if count > 0:
        return ngettext("in {count} day", "in {count} days", count).format(count=count)
    return ngettext("{count} day ago", "{count} days ago", -count).format(count=-count)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")
