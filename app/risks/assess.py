"""Every rule over one post: the flags that a reviewer reads.

The rules and their word lists are loaded by whoever first asks for flags: what a window shows at
first has been worked out and stored before, and only their version is needed for it.
"""
# ruff: noqa: PLC0415

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.domain.flag import Flag
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.hashtags import unconfirmed
from app.risks.severity import weighed

if TYPE_CHECKING:
    from app.risks.index import Rule


def assess(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return every flag of a post, the worst first; equal facts give equal flags."""
    from app.risks.index import INDEX, OF_ONE_POST

    return _flags(INDEX.values() if facts.companions else OF_ONE_POST, post, facts)


def assess_place(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flags that depend on where and when a post stands: day, time, duty and hold."""
    from app.risks.index import OF_THE_PLACE

    return _flags(OF_THE_PLACE, post, facts)


def assess_beside(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flags that a post has because of the companions among its facts."""
    from app.risks.index import OF_COMPARISON

    return _flags(OF_COMPARISON, post, facts) if facts.companions else ()


def assess_hashtags(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flag of hashtags that nobody has confirmed."""
    return _flags((unconfirmed,), post, facts)


def assess_move(post: Post, facts: Facts) -> tuple[Flag, ...]:
    """Return the flags that depend on the day for which a post's text was written."""
    from app.risks.relative_days import moved

    return _flags((moved,), post, facts)


def _flags(rules: "Iterable[Rule]", post: Post, facts: Facts) -> tuple[Flag, ...]:
    found = [flag for rule in rules for flag in rule(post, facts)]
    flags = weighed(found, facts.team.severities, facts.market.id)
    return tuple(sorted(flags, key=lambda flag: -flag.severity))
