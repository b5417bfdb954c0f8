"""Confirming hashtags: somebody has looked at what people use them for today."""

from collections.abc import Iterable, Mapping, Sequence

from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.steps import Back
from app.domain.change import ChangeSet
from app.domain.decision import SeenFlag
from app.domain.flag import Severity
from app.domain.hashtag import EVERY_MARKET, GOOD_FOR, confirmed, folded
from app.domain.market import MarketId
from app.domain.post import Post, PostId
from app.errors import InvalidInputError, MissingError, RefusedError
from app.risks.counting import hashtags as hashtags_in
from app.risks.hashtags import UNCONFIRMED, hashtags_of
from app.storage import hashtags as store
from app.storage import posts
from app.storage.audit import Stamp
from app.storage.engine import Engine
from app.wording import _


def confirm_hashtags(
    session: Session, *, hashtags: Sequence[str], market: MarketId = EVERY_MARKET, note: str = ""
) -> ChangeSet:
    """Note that a reviewer has looked at these hashtags, for one market or for all of them."""
    session.reviewer()
    wanted = tuple(map(_checked, hashtags))
    if not wanted:
        raise InvalidInputError(_("Name at least one hashtag."))
    setting = Setting.of(session.engine)
    if market != EVERY_MARKET and market not in setting.markets:
        raise MissingError(_("There is no such market in the calendar; add the market first."))
    where = _("all markets") if market == EVERY_MARKET else setting.markets[market].name
    words = {"tags": " ".join(wanted), "market": where}
    label = _("Confirm {tags} for {market}").format(**words)
    places: list[int] = []
    back = _counting(places, words, no_longer=True)
    with session.changing(label, back, by=Session.reviewer) as stamp:
        places += store.confirm(session.engine, stamp, map(folded, wanted), market, note.strip())
    return ChangeSet.of_setting(label, _("Confirmed {tags} for {market}").format(**words))


def _counting(places: Sequence[int], words: Mapping[str, str], *, no_longer: bool) -> Back:
    """Return what lets confirmations at these places count no longer, or again."""

    def change(session: Session, _why: str) -> ChangeSet:
        session.reviewer()
        label, done = _("Confirm {tags} for {market}"), _("Confirmed {tags} for {market}")
        if no_longer:
            done = _("{tags} is not confirmed for {market} any more")
        back = _counting(places, words, no_longer=not no_longer)
        with session.changing(label.format(**words), back, by=Session.reviewer) as stamp:
            store.withdraw(session.engine, stamp, places, are_withdrawn=no_longer)
        return ChangeSet.of_setting(label.format(**words), done.format(**words))

    return change


def confirm_hashtags_of(session: Session, *, post_id: PostId) -> ChangeSet:
    """Note that a reviewer has looked at the new hashtags of a post, for the post's market."""
    (post,) = posts.by_ids(session.engine, [post_id])
    new = new_hashtags(session.engine, post)
    day = post.content.day
    if new and day is not None and day - session.clock().date() > GOOD_FOR:
        raise RefusedError(
            _(
                "It goes out in more than {count} days, and by then a hashtag can mean another"
                " thing: tick the flag instead."
            ).format(count=GOOD_FOR.days)
        )
    if not new:
        raise InvalidInputError(_("All hashtags of this post are confirmed already."))
    return confirm_hashtags(session, hashtags=new, market=post.content.market)


def confirm_ticked(
    engine: Engine, stamp: Stamp, post: Post, name: str, seen: Iterable[SeenFlag]
) -> bool:
    """Keep with an approval that its reviewer has looked at new hashtags; tell whether there were.

    The tick says just that, so nobody is asked again about the next post of the market. Where an
    owner has made it a note nobody ticks, and nothing is known.
    """
    asked = any(one.key == UNCONFIRMED and one.severity >= Severity.CAUTION for one in seen)
    new = new_hashtags(engine, post) if asked else ()
    if new:
        note = _("Ticked with the approval of {post}").format(post=name)
        store.confirm(engine, stamp, map(folded, new), post.content.market, note)
    return bool(new)


def new_hashtags(engine: Engine, post: Post) -> tuple[str, ...]:
    """Return the hashtags of a post that nobody has confirmed for its market and day."""
    content = post.content
    written = {folded(tag): tag for tag in hashtags_of(content)}
    known = store.confirmations(engine, written)
    old = confirmed(known, written, content.market, content.day)
    return tuple(tag for key, tag in written.items() if key not in old)


def _checked(hashtag: str) -> str:
    """Return one hashtag with its sign."""
    written = f"#{hashtag.strip().lstrip('#＃')}"
    if hashtags_in(written) != [written]:
        raise InvalidInputError(
            _("“{tag}” is no hashtag: letters, digits and “_” after “#”, without blanks.").format(
                tag=hashtag
            )
        )
    return written
