"""`flags FILE`: the posts of a calendar with their risk flags, the worst first."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from app.cli.answer import DONE, FOUND_SOMETHING, Answer
from app.cli.opening import markets_of, reading
from app.cli.saying import card_facts, flag_columns, flag_facts, flag_rows, needs_a_look, when
from app.cli.table import Column, paragraph, table
from app.commands.flag_list import flagged_cards
from app.commands.texts import stage_name
from app.commands.views import Card
from app.wording import _, ngettext


def answer(request: argparse.Namespace, clock: Callable[[], datetime]) -> Answer:
    """Work the flags out anew and say them."""
    with reading(request.file, clock) as reader:
        cards = flagged_cards(
            reader,
            first=request.first,
            last=request.last,
            market_ids=markets_of(reader, request.markets),
        )
    risky = sum(needs_a_look(card.flags) for card in cards)
    posts = [{**card_facts(card), "flags": list(map(flag_facts, card.flags))} for card in cards]
    return Answer(
        {"posts": posts, "count": len(posts), "need_a_look": risky},
        _lines(cards, risky),
        FOUND_SOMETHING if risky else DONE,
    )


def _lines(cards: Sequence[Card], risky: int) -> Iterator[str]:
    rows = [
        row
        for card in cards
        for row in flag_rows(
            (f"{card.name}\n{card.channel.name}", f"{when(card.local)}\n{stage_name(card.stage)}"),
            card.flags,
        )
    ]
    if rows:
        yield from table((Column(_("Post"), 16), Column(_("When"), 20), *flag_columns()), rows)
        yield ""
    if not cards:
        yield from paragraph(
            _("There is no post here: import a sheet, or choose other days or markets.")
        )
        return
    count = ngettext("{count} post", "{count} posts", len(cards)).format(count=len(cards))
    answered = ngettext(
        "{posts}, of which {count} has a flag that a reviewer must answer.",
        "{posts}, of which {count} have a flag that a reviewer must answer.",
        risky,
    )
    yield answered.format(posts=count, count=risky)
