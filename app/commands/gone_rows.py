"""Posts that came with an earlier state of a plan and are in none of its rows now."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.commands.dates import day_name
from app.commands.import_plan import PlannedRow
from app.commands.setting import Setting
from app.domain.post import Post, PostId, short_name
from app.storage import imported, posts
from app.storage.engine import Engine
from app.wording import _, ngettext

_AHEAD = timedelta(days=62)
"""How far beyond the last day of a sheet its plan may have reached before."""
_SOME = 4
"""One known row in so many shows that a sheet is an earlier one again."""
_MOST_NAMED = 12


def gone_posts(engine: Engine, plan: Sequence[PlannedRow], *, today: date) -> tuple[Post, ...]:
    """Return the posts to come that the same imports brought, and that no row stands for now.

    Those before the first day of the sheet do not count: a plan drops the weeks that are over.
    """
    known = {one.post.id for one in plan if one.merge}
    if not known or len(known) * _SOME < len(plan):
        return ()
    days = [one.row.local.date() for one in plan if one.row.local]
    first = max(today, min(days, default=today))
    channels = Setting.of(engine).channels
    near = set(imported.ids_near(engine, channels, first, max(days, default=today) + _AHEAD))
    came = imported.moments_of(engine, known | near)
    ours = {came[post] for post in known if post in came}
    missing = [post for post in near - known if came.get(post) in ours]
    found = [post for post in posts.by_ids(engine, missing) if not post.cancelled]
    return tuple(sorted(found, key=_place))


def about_gone(engine: Engine, gone: Sequence[Post], *, some_stay_out: bool) -> Iterator[str]:
    """Yield which posts are in no row any more; nothing is done about them."""
    if not gone:
        return
    names = [_name(engine, post) for post in gone[:_MOST_NAMED]]
    posts_named = ", ".join(names)
    if len(gone) > _MOST_NAMED:
        posts_named = _("{some} and {count} more").format(
            some=posts_named, count=len(gone) - _MOST_NAMED
        )
    words = ngettext(
        "{count} post came with this plan before and is in none of its rows now: {posts}. It stays "
        "as it is; cancel it in the calendar if that is meant.",
        "{count} posts came with this plan before and are in none of its rows now: {posts}. They "
        "stay as they are; cancel them in the calendar if that is meant.",
        len(gone),
    ).format(count=f"{len(gone):,}", posts=posts_named)
    yield f"{words} {_('Rows that stay out may be among them.')}" if some_stay_out else words


def _name(engine: Engine, post: Post) -> str:
    setting = Setting.of(engine)
    name = short_name(setting.markets[post.content.market].code, post.number)
    day = post.content.day
    return _("{post} ({day})").format(post=name, day=day_name(day) if day else _("no date"))


def _place(post: Post) -> tuple[bool, date, PostId]:
    day = post.content.day
    return day is None, day or date.max, post.id
