"""How large the calendars are on which things are measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """How many posts stand in how many markets over how many days."""

    posts: int
    days: int
    markets: int = 60


FULL = Scale(posts=100_000, days=560)
"""A large team with a year and a half of plan: about 5,000 posts in four weeks."""
QUICK = Scale(posts=10_000, days=140)
TINY = Scale(posts=200, days=84, markets=3)
