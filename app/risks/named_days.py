"""The solemn days that a text speaks of, as far as they matter where it goes out."""

from collections import defaultdict
from dataclasses import dataclass

from app.days.solemn import SolemnDay
from app.domain.post import Post
from app.risks.day_names import HINT, KNOWN, NAME, solemn_days
from app.risks.facts import Facts
from app.risks.matching import Hit
from app.risks.meaning import Meaning
from app.risks.own_days import own_days
from app.risks.reading import reading


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A solemn day, and where a text speaks of it."""

    day: SolemnDay
    hits: tuple[Hit[Meaning], ...]
    is_sure: bool
    """Whether one of the names can mean nothing else."""


def named_days(post: Post, facts: Facts) -> tuple[NamedDay, ...]:
    """Return the days that a post names: of its market, of the brand's home, of its reach.

    Atrocities that are known everywhere count in every market, the team's own days where it has
    said so.
    """
    found: defaultdict[str, list[Hit[Meaning]]] = defaultdict(list)
    own = own_days(facts.team.calendar)
    for hit in reading(post, facts).of(NAME, KNOWN, HINT):
        id_ = hit.meaning.of
        if hit.meaning.kind == KNOWN or id_ in own or counts_here(solemn_days()[id_], facts):
            found[id_].append(hit)
    return tuple(
        NamedDay(
            own.get(id_) or solemn_days()[id_],
            tuple(hits),
            any(hit.meaning.kind != HINT for hit in hits),
        )
        for id_, hits in found.items()
    )


def counts_here(day: SolemnDay, facts: Facts) -> bool:
    """Tell whether a day is kept in the market, in the brand's home or where the channel reaches.

    Where the market names its subdivisions, a day of others of them does not count.
    """
    if any(day.counts_in(country) for country in (facts.team.home, *facts.channel.reach)):
        return True
    parts = facts.market.subdivisions
    is_of_another_part = day.subdivisions and parts and set(parts).isdisjoint(day.subdivisions)
    return day.counts_in(facts.market.country) and not is_of_another_part
