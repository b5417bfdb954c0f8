"""The same words, or the same picture, once more on one channel."""

import re
from collections.abc import Iterable, Iterator

from app.days.written import written_day
from app.domain.canonical import sha256
from app.domain.companion import Companion
from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.company import PICTURES_WITHIN, TWINS_WITHIN, likeness, words_of
from app.risks.facts import Facts
from app.risks.phrasing import fitted, quoted, way_out
from app.wording import _, ngettext

_NUMBERS = re.compile(r"\d+")
_A_HABIT = 2
"""From so many others at the same time of day on, the words come again on purpose."""


def duplicate(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a post that says nearly what another one of its channel says within 90 days.

    Four of 100 published cases were posts that went out twice, or a draft beside the final text.
    What comes again on purpose is a note: a series, a text filled with other numbers, or the same
    words at the same time of day for the third time. In a calendar only reviewers make a habit of
    anything: two drafts more do not lower what the first one raises.
    """
    twins = sorted(
        (other for other in facts.companions if _is_twin(post, other.post)),
        key=lambda other: _distance(post, other.post),
    )
    if not twins:
        return
    nearest = twins[0]
    severity = Severity.NOTE if _is_on_purpose(post, twins, facts) else Severity.CAUTION
    yield Flag(
        rule="duplicate.text",
        severity=severity,
        key=f"duplicate.text:{nearest.post.id}",
        mark=mark_of(severity, *_states(twins)),
        headline=fitted(
            _("Nearly the same as {post} of {day}").format(
                post=nearest.name, day=_day_of(nearest.post)
            )
        ),
        why=_why(post, twins),
        way_out=_("Drop one of the two, or say it in other words. {tick}").format(
            tick=way_out(severity)
        ),
        evidence=quoted((post.content.text, nearest.post.content.text)),
    )


def picture_again(post: Post, facts: Facts) -> Iterator[Flag]:
    """Note a picture that the channel has shown before with other words, within a year.

    On a solemn day it is a caution: a bakery chain once mourned with the picture of an old joke.
    """
    for digest in dict.fromkeys(one.digest for one in post.content.media if one.digest):
        before = [one for one in facts.companions if _showed_before(post, one.post, digest)]
        if not before:
            continue
        last = min(before, key=lambda other: _distance(post, other.post))
        is_solemn = any(one.severity >= Severity.CAUTION for one in facts.observances(post))
        severity = Severity.CAUTION if is_solemn else Severity.NOTE
        yield Flag(
            rule="duplicate.picture",
            severity=severity,
            key=f"duplicate.picture:{sha256(digest)[:12]}",
            mark=mark_of(severity, digest, last.post.id),
            headline=fitted(_("Picture used before, on {day}").format(day=_day_of(last.post))),
            why=_("{post} shows the same picture with other words.").format(post=last.name),
            way_out=way_out(severity),
            evidence=quoted((last.post.content.text,)),
        )


def _is_twin(post: Post, other: Post) -> bool:
    here, there = post.content, other.content
    if here.channel != there.channel or here.local is None or there.local is None:
        return False
    if abs(here.local - there.local) > TWINS_WITHIN:
        return False
    return likeness(words_of(here), words_of(there)) > 0


def _showed_before(post: Post, other: Post, digest: str) -> bool:
    here, there = post.content, other.content
    if here.channel != there.channel or here.local is None or there.local is None:
        return False
    is_earlier = here.local - PICTURES_WITHIN <= there.local < here.local
    shows_it = any(medium.digest == digest for medium in there.media)
    return is_earlier and shows_it and not _is_twin(post, other)


def _is_on_purpose(post: Post, twins: list[Companion], facts: Facts) -> bool:
    if all(
        _is_of_its_series(post, other.post) or _has_other_numbers(post, other.post)
        for other in twins
    ):
        return True
    is_file = facts.confirmed_hashtags is None  # there nobody approves anything
    known = [other.post.content for other in twins if is_file or other.standing.is_approved]
    clocks = [content.local for content in known if content.local]
    here = post.content.local
    return here is not None and sum(one.time() == here.time() for one in clocks) >= _A_HABIT


def _is_of_its_series(post: Post, other: Post) -> bool:
    return bool(post.series) and post.series == other.series


def _has_other_numbers(post: Post, other: Post) -> bool:
    """Tell whether two texts are one pattern that was filled with different numbers."""
    here, there = words_of(post.content), words_of(other.content)
    is_filled = _NUMBERS.findall(here) != _NUMBERS.findall(there)
    return is_filled and _NUMBERS.sub("0", here) == _NUMBERS.sub("0", there)


def _why(post: Post, twins: list[Companion]) -> str:
    others = len(twins) - 1
    if not others:
        return _distance_in_words(post, twins[0])
    more = ngettext(
        "{count} more post on this channel says the same within 90 days.",
        "{count} more posts on this channel say the same within 90 days.",
        others,
    ).format(count=others)
    return f"{_distance_in_words(post, twins[0])} {more}"


def _distance_in_words(post: Post, other: Companion) -> str:
    here, there = post.content.day, other.post.content.day
    days = 0 if here is None or there is None else (there - here).days
    if days == 0:
        return _("{post} stands on the same channel on the same day.").format(post=other.name)
    if days < 0:
        wording = ngettext(
            "{post} stands on the same channel {count} day earlier.",
            "{post} stands on the same channel {count} days earlier.",
            -days,
        )
    else:
        wording = ngettext(
            "{post} stands on the same channel {count} day later.",
            "{post} stands on the same channel {count} days later.",
            days,
        )
    return wording.format(post=other.name, count=abs(days))


def _day_of(post: Post) -> str:
    """Return the day of a post that has one, as people read it: only those are compared."""
    return written_day(post.content.day) if post.content.day else ""


def _distance(post: Post, other: Post) -> float:
    here, there = post.content.local, other.content.local
    return 0.0 if here is None or there is None else abs((here - there).total_seconds())


def _states(found: Iterable[Companion]) -> list[str]:
    return sorted(f"{other.post.id} {other.post.fingerprint}" for other in found)
