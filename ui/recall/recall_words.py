"""How the recall list names its entries."""

from datetime import datetime

from app.commands.dates import distance, moment, zone_name
from app.commands.recall_words import cause_words
from app.commands.texts import network_name
from app.commands.views import CalendarView, Recall
from app.wording import _, ngettext
from ui.widgets.history_list import here
from ui.widgets.own_clock import own_time


def bar_words(found: tuple[Recall, ...], now: datetime) -> str:
    """Return how many posts must come out, and which one is the next that would go out."""
    first = found[0]
    return ngettext(
        "{count} post must be taken out at the scheduler: {post} goes out {when} from {scheduler}.",
        "{count} posts must be taken out at the scheduler. "
        "The next is {post}: it goes out {when} from {scheduler}.",
        len(found),
    ).format(
        count=len(found),
        post=first.card.name,
        when=_("{moment} ({distance})").format(
            moment=moment(first.local), distance=distance(first.hand_over.instant - now)
        ),
        scheduler=first.scheduler,
    )


def entry_name(recall: Recall) -> str:
    """Return the first line of an entry: when it goes out, and which post it is."""
    return _("{moment} · {post}").format(moment=moment(recall.local), post=recall.card.name)


def entry_detail(recall: Recall) -> str:
    """Return the second line of an entry: where it lies, and why it must come out."""
    return _("{scheduler} · {why}").format(scheduler=recall.scheduler, why=cause_words(recall))


def when_words(recall: Recall) -> str:
    """Return when it will go out, in the time of its market."""
    zone = zone_name(recall.market.zone, recall.local)
    return _("{moment} {zone}").format(moment=moment(recall.local), zone=zone)


def how_soon(recall: Recall, now: datetime, mine: str) -> str:
    """Return the same in the reader's own time, where it differs, and how far ahead it is."""
    own = own_time(recall.local, recall.market.zone, mine)
    return " · ".join(filter(None, (own, distance(recall.hand_over.instant - now))))


def where_words(recall: Recall) -> str:
    """Return at which scheduler it lies, for which market and account."""
    channel = recall.channel
    names = (recall.market.name, network_name(channel.network), channel.name, channel.handle)
    parts = (recall.scheduler, *names)
    return " · ".join(dict.fromkeys(part for part in parts if part))


def export_words(recall: Recall, calendar: CalendarView) -> str:
    """Return who exported it and when, and in which row of which file."""
    return _("Exported by {who}, {when}: {file}, row {row}").format(
        who=calendar.person_name(recall.handed_by),
        when=here(recall.handed_at),
        file=recall.hand_over.file,
        row=recall.hand_over.row,
    )
