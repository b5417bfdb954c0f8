"""The posts of a calendar with their flags, worked out anew with all that is known now."""

from collections.abc import Collection
from datetime import date, datetime

from app.commands.cards import card_of
from app.commands.cases import gather
from app.commands.flags import present_flags
from app.commands.reader import Reader
from app.commands.setting import Setting
from app.commands.views import Card
from app.domain.market import MarketId
from app.storage import posts


def flagged_cards(
    reader: Reader,
    *,
    first: date | None = None,
    last: date | None = None,
    market_ids: Collection[MarketId],
) -> tuple[Card, ...]:
    """Return the posts of a span, the worst first; without first and last the tray too."""
    found = posts.between(reader.engine, first or date.min, last or date.max)
    if first is None and last is None:
        found += posts.undated(reader.engine)
    wanted = [post for post in found if post.content.market in market_ids]
    setting = Setting.of(reader.engine)
    flags = present_flags(reader.engine, setting, reader.knowledge, wanted)
    cases = gather(reader.engine, setting, reader.knowledge, wanted, flags, now=reader.clock())
    return tuple(sorted((card_of(case, flags) for case in cases), key=_worst_first))


def _worst_first(card: Card) -> tuple[int, datetime, str]:
    return -(card.severity or 0), card.local or datetime.max, card.name
