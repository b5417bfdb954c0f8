"""The calendar of a replay as HTML: a row per month, a cell per day, with a sign and a colour."""

from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from html import escape

from app.commands.dates import day_name, month_name
from app.commands.replay import ReplayPost, Tally
from app.domain.flag import Severity
from app.wording import _, ngettext

DAYS = range(1, 32)
SIGNS = {
    Severity.BLOCKED: "✕",
    Severity.STOP: "■",
    Severity.CAUTION: "▲",
    None: "·",
}
"""What stands in a cell beside its colour; mere notes are shown as nothing to ask about."""
MOST_MONTHS = 36
"""Beyond, months without a post are left out: one slip of a year must not make 1,000 rows."""
_NAMED = 3
"""Flagged posts that a cell tells of when it is pointed at."""


def heat_map(posts: Sequence[ReplayPost], caption: str, *, links: frozenset[date]) -> str:
    """Return a table of the months that the posts span; days in `links` lead to their list."""
    by_day: dict[date, list[ReplayPost]] = {}
    for post in posts:
        if post.local:
            by_day.setdefault(post.local.date(), []).append(post)
    heads = "".join(f'<th scope="col">{day}</th>' for day in DAYS)
    rows = "\n".join(_row(year, month, by_day, links) for year, month in _months(by_day))
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(caption)}">\n'
        f'<table class="heat"><caption>{escape(caption)}</caption>\n'
        f'<thead><tr><th scope="col">{escape(_("Month"))}</th>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def kind_of(severity: Severity | None) -> str:
    """Return the class of what asks as much as a severity, as the style sheet calls it."""
    if severity is None or severity < Severity.CAUTION:
        return "quiet"
    return severity.name.lower()


def sign_of(severity: Severity | None) -> str:
    """Return the sign of what asks as much as a severity."""
    return SIGNS.get(severity, SIGNS[None])


def anchor(day: date) -> str:
    """Return the name of the place at which a day's posts are listed."""
    return f"day-{day.isoformat()}"


def _months(days: Collection[date]) -> Iterator[tuple[int, int]]:
    """Yield the months from first to last; where those are too many, only those with posts."""
    held = {_number(day) for day in days}
    numbers = range(min(held), max(held) + 1)
    for number in numbers if len(numbers) <= MOST_MONTHS else sorted(held):
        yield number // 12, number % 12 + 1


def _number(day: date) -> int:
    """Return the months of all years up to a day's own."""
    return day.year * 12 + day.month - 1


def _row(
    year: int, month: int, by_day: Mapping[date, list[ReplayPost]], links: frozenset[date]
) -> str:
    length = monthrange(year, month)[1]
    days = [date(year, month, day) for day in range(1, length + 1)]
    cells = "".join(_cell(day, by_day.get(day, ()), day in links) for day in days)
    missing = len(DAYS) - length
    rest = f'<td class="none" colspan="{missing}"></td>' if missing else ""
    return f'<tr><th scope="row">{escape(month_name(year, month))}</th>{cells}{rest}</tr>'


def _cell(day: date, posts: Sequence[ReplayPost], is_linked: bool) -> str:  # noqa: FBT001
    if not posts:
        return "<td></td>"
    severities = [post.worst for post in posts]
    severity = max(filter(None, severities), default=None)
    kind, sign = kind_of(severity), sign_of(severity)
    told = escape(_told(day, posts))
    spoken = f'<span class="spoken">{told}</span>'
    if kind == "quiet":
        return f'<td class="quiet" title="{told}"><span aria-hidden="true">{sign}</span></td>'
    shown = f'<span aria-hidden="true">{sign}</span>{spoken}'
    if is_linked:
        shown = f'<a href="#{anchor(day)}">{shown}</a>'
    return f'<td class="{kind}" title="{told}">{shown}</td>'


def _told(day: date, posts: Sequence[ReplayPost]) -> str:
    """Return what a day holds, in one line per post that asks for something."""
    tally = Tally.of(post.worst for post in posts)
    count = ngettext("{count} post", "{count} posts", tally.posts).format(count=tally.posts)
    lines = [_("{day}: {posts}").format(day=day_name(day, "long"), posts=count)]
    asking = sorted(
        (post for post in posts if post.is_stopped or post.is_asked_about),
        key=lambda post: -(post.worst or 0),
    )
    lines += [f"{post.market}: {post.flags[0].headline}" for post in asking[:_NAMED]]
    if len(asking) > _NAMED:
        lines.append(_("and {count} more").format(count=len(asking) - _NAMED))
    return "\n".join(lines)
