"""How far a row of a sheet and a post say the same: its words, its time, its name."""

from datetime import date, datetime

from rapidfuzz import fuzz

from app.commands.known_posts import KnownPost
from app.domain.post import Post
from app.exchange.planned import PlannedPost

ALIKE = 80.0
"""Per cent of letters in the same order from which a text is the other one, reworded."""
ROUGHLY_ALIKE = 60.0
"""Enough where the day or the number of the row says the same."""


def words_of(row: PlannedPost) -> str:
    """Return the words by which a row is known: its text, else its name."""
    return _plain(row.text) or _plain(row.name)


def all_words(known: KnownPost) -> frozenset[str]:
    """Return the words that a post has had, now or before."""
    return frozenset(filter(None, map(_words, known.standing)))


def all_times(known: KnownPost) -> frozenset[datetime]:
    """Return the local times at which a post has stood, now or before."""
    return frozenset(one.content.local for one in known.standing if one.content.local)


def all_contents(known: KnownPost) -> frozenset[tuple[str, datetime | None]]:
    """Return words and time together, as they stood at the same moment."""
    return frozenset((_words(one), one.content.local) for one in known.standing if _words(one))


def all_days(known: KnownPost) -> frozenset[tuple[str, date | None]]:
    """Return words and day together, as they stood at the same moment."""
    return frozenset((words, local and local.date()) for words, local in all_contents(known))


def likeness(row: PlannedPost, known: KnownPost, *, at_least: float) -> float:
    """Return in per cent how much the words are alike; 0 for less than asked, which is quicker."""
    words = words_of(row)
    return max(
        (fuzz.ratio(words, other, score_cutoff=at_least) for other in all_words(known)),
        default=0.0,
    )


def is_alike(row: PlannedPost, known: KnownPost, *, at_least: float) -> bool:
    """Tell whether a row can be an edited version of a post, by its words or its name."""
    same_name = bool(row.name) and any(row.name == one.name for one in known.standing)
    return same_name or likeness(row, known, at_least=at_least) > 0


def is_on_its_day(row: PlannedPost, known: KnownPost) -> bool:
    """Tell whether a row names a day on which a post has stood; no day is the day of the tray."""
    days = {one.content.day for one in known.standing}
    return day_of(row) in days


def day_of(row: PlannedPost) -> date | None:
    """Return the day that a row names."""
    return row.local and row.local.date()


def _words(post: Post) -> str:
    return _plain(post.content.text) or _plain(post.name)


def _plain(text: str) -> str:
    """Return a text without what an edit of its layout changes."""
    return " ".join(text.split())
