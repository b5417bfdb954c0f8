"""How large the calendars are on which things are measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """How many posts stand in how many markets over how many days."""

    posts: int
    days: int
    markets: int = 60
    has_past: bool = True
    """Whether it begins some weeks ago, else with this week."""


FULL = Scale(posts=100_000, days=560)
"""A large team with a year and a half of plan: about 5,000 posts in four weeks."""
SHORT = Scale(posts=10_000, days=56, has_past=False)
"""The same team with eight weeks of plan: the four in view hold as much."""
LONG = Scale(posts=300_000, days=1680, has_past=False)
"""The same team with more than four years of plan."""
QUICK = Scale(posts=10_000, days=140)
TINY = Scale(posts=200, days=84, markets=3, has_past=False)

BY_POSTS = {scale.posts: scale for scale in (SHORT, FULL, LONG)}
"""Plans of the same weeks, some longer than others."""
