"""How the posts of a plan would have fared, summed up in tables for a terminal."""

from collections.abc import Iterable, Iterator

from app.cli.table import Column, paragraph, table
from app.commands.dates import day_name, month_name
from app.commands.replay import Replay, Tally, in_one_sentence
from app.commands.texts import rule_name
from app.wording import _

_NAMES = 40
"""Places for the name of what is counted."""


def tally_tables(replay: Replay) -> Iterator[str]:
    """Yield the worst days, then the tables by month, market and rule, then all in a sentence."""
    days = ((day_name(day, "long"), tally) for day, tally in replay.worst_days().items())
    months = ((month_name(*month), tally) for month, tally in replay.by_month().items())
    rules = ((rule_name(rule), tally) for rule, tally in replay.by_rule().items())
    yield from _tallied(_("Worst days"), days)
    yield from _tallied(_("Month"), months)
    yield from _tallied(_("Market"), replay.by_market().items())
    yield from _tallied(_("Rule"), rules)
    yield from paragraph(in_one_sentence(replay))


def _tallied(head: str, tallies: Iterable[tuple[str, Tally]]) -> Iterator[str]:
    rows = [(name or "–", *map(str, _counts(tally))) for name, tally in tallies]
    if rows:
        heads = (_("Posts"), _("Blocked"), _("Stop"), _("Caution"), _("Note"))
        yield from table((Column(head, _NAMES), *(Column(one, 8) for one in heads)), rows)
        yield ""


def _counts(tally: Tally) -> tuple[int, int, int, int, int]:
    return tally.posts, tally.blocked, tally.stopped, tally.asked, tally.noted
