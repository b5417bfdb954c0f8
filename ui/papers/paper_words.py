"""What stands at the head of a paper."""

from datetime import datetime

from app.commands.dates import clock, span_name, zone_name
from app.commands.filter_words import chosen_words, facet_name
from app.commands.post_filter import PostFilter
from app.commands.views import CalendarView, Card
from app.domain.wall_time import local_at
from app.wording import _
from ui.leaving.leaving_words import fate_name
from ui.papers.contents import PaperKind, PaperWish
from ui.papers.sheet import PaperHead


def kind_name(kind: PaperKind) -> str:
    """Return what a paper is called."""
    return {
        PaperKind.WEEKS: _("Markets by days"),
        PaperKind.MONTH: _("Month of a market"),
        PaperKind.HOURS: _("Day by hours"),
        PaperKind.LIST: _("List of posts with their texts"),
        PaperKind.LEAVING: _("Going out in 48 hours"),
        PaperKind.POST: _("One post"),
    }[kind]


def post_named(post: Card) -> str:
    """Return what the paper of one post is called."""
    return _("Only {post}, whole").format(post=post.name)


def head_of(
    wish: PaperWish, calendar: CalendarView, wanted: PostFilter, now: datetime, zone: str
) -> PaperHead:
    """Return what stands on every page: whose plan, what of it, and how it stood when."""
    here = local_at(now, zone)
    names = [market.name for market in wish.markets]
    what = [kind_name(wish.kind), _which(wish)]
    if wish.kind is PaperKind.LEAVING and wish.fate is not None:
        what.append(fate_name(wish.fate))
    if wish.kind is PaperKind.MONTH:
        what.insert(1, ", ".join(names))
    return PaperHead(
        calendar=calendar.name,
        what=" · ".join(what),
        limits=limits_of(wanted, calendar) if wish.kind is not PaperKind.POST else "",
        as_of=_("As of {day}, {time} {zone}").format(
            day=span_name(here.date(), here.date()), time=clock(here), zone=zone_name(zone, here)
        ),
        is_sample=calendar.is_sample,
    )


def _which(wish: PaperWish) -> str:
    """Return the post that stands on it alone, or the days."""
    if wish.kind is PaperKind.POST and wish.post is not None:
        return wish.post.name
    return span_name(wish.span.first, wish.span.last)


def limits_of(wanted: PostFilter, calendar: CalendarView) -> str:
    """Return what a filter leaves, in words; nothing where all posts are shown."""
    if wanted.is_empty:
        return ""
    parts = [
        f"{facet_name(facet)}: {chosen_words(wanted, facet, calendar)}" for facet in wanted.facets
    ]
    if wanted.text:
        parts.append(f"“{wanted.text}”")
    return _("Only some posts – {limits}").format(limits=" · ".join(parts))
