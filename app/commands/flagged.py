"""The next post that asks for a look, beyond the days that are shown.

They come in the order in which the calendar is read: by day, by market from top to bottom, by time.
Stops do not come before cautions: whoever walks through a plan wants to know that all up to here
has been looked at, and the review lists by risk anyway. A filter by severity shows stops alone.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from app.commands.post_filter import PostFilter
from app.commands.reader import Reader
from app.commands.views import Card
from app.domain.market import MarketId
from app.storage import posts

_AT_ONCE = timedelta(days=7)
"""So many days are read together: no reader keeps a writer waiting for long."""
_A_DAY = timedelta(days=1)


def next_flagged(
    reader: Reader,
    *,
    beyond: date | None,
    step: int,
    wanted: PostFilter,
    markets: Sequence[MarketId],
    checked: Callable[[], None] = lambda: None,
) -> Card | None:
    """Return the first flagged post after a day (1) or the last one before it (-1), or nothing.

    Without a day, the first or the last one of all.
    """
    order = {market: place for place, market in enumerate(markets)}
    for first, last in _weeks(reader, beyond, step):
        checked()
        flagged = [
            card
            for card in wanted.shown(reader.cards(first, last))
            if card.asks_for_a_look and card.market in order
        ]
        flagged.sort(key=lambda card: (card.day, order[card.market], card.local, card.name))
        if flagged:
            return flagged[0 if step > 0 else -1]
    return None


def _weeks(reader: Reader, beyond: date | None, step: int) -> Iterator[tuple[date, date]]:
    """Yield the days that lie beyond one, week by week, as far as there are posts."""
    start, end = posts.first_day(reader.engine), posts.last_day(reader.engine)
    if start is None or end is None:
        return
    if step > 0:
        first = max(start, beyond + _A_DAY) if beyond else start
        while first <= end:
            yield first, first + _AT_ONCE - _A_DAY
            first += _AT_ONCE
    else:
        last = min(end, beyond - _A_DAY) if beyond else end
        while last >= start:
            yield last - _AT_ONCE + _A_DAY, last
            last -= _AT_ONCE
