"""Versions of one idea for other markets and channels that say different things by now."""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from app.domain.canonical import sha256
from app.domain.companion import Companion, Correction
from app.domain.decision import Verdict
from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.phrasing import fitted, quoted, way_out
from app.wording import _, ngettext

_MOST_WORDS = 2_000
"""Longer texts are not compared word by word."""


def corrected(post: Post, facts: Facts) -> Iterator[Flag]:  # noqa: ARG001  a rule like the others
    """Flag a post that nobody has touched since one of its siblings was changed.

    A line that is corrected in one version often stays as it was in the others.
    """
    found = [(one, one.corrected) for one in facts.companions if one.corrected]
    if not found:
        return
    first, change = found[0]
    headline = (
        _("{post} was changed, this was not").format(post=first.name)
        if len(found) == 1
        else ngettext(
            "{post} and {count} other sibling were changed",
            "{post} and {count} other siblings were changed",
            len(found) - 1,
        ).format(post=first.name, count=len(found) - 1)
    )
    yield _flag(
        "sibling.corrected",
        first if len(found) == 1 else None,
        states=(f"{one.post.id} {sha256(change.after)}" for one, change in found),
        headline=headline,
        why=_why_corrected(change),
        evidence=(piece for _one, change in found for piece in changed_words(change)),
    )


def sent_back(post: Post, facts: Facts) -> Iterator[Flag]:  # noqa: ARG001  a rule like the others
    """Flag a post that nobody has touched since a reviewer has said no to one of its siblings."""
    found = [one for one in facts.companions if one.sent_back]
    if not found:
        return
    first = found[0]
    is_refused = first.sent_back is Verdict.REFUSE
    headline = _("{post} was refused") if is_refused else _("Changes were asked of {post}")
    why = _("A reviewer has said no to this sibling since this post was last written.")
    yield _flag(
        "sibling.sent-back",
        first if len(found) == 1 else None,
        states=(f"{one.post.id} {one.post.fingerprint} {one.sent_back}" for one in found),
        headline=headline.format(post=first.name),
        why=why,
        evidence=(one.note or one.post.content.text for one in found),
    )


def left_behind(post: Post, facts: Facts) -> Iterator[Flag]:  # noqa: ARG001  a rule like the others
    """Flag a correction that approved siblings have not got: theirs stands as it was approved.

    The approved sibling itself stays as it is: the later version carries the flag.
    """
    found = [(one, one.left_behind) for one in facts.companions if one.left_behind]
    if not found:
        return
    first, change = found[0]
    yield _flag(
        "sibling.left-behind",
        first if len(found) == 1 else None,
        states=(f"{one.post.id} {one.post.fingerprint} {sha256(c.after)}" for one, c in found),
        headline=_("Not corrected in {post}").format(post=first.name)
        if len(found) == 1
        else ngettext(
            "Not corrected in {post} and {count} other sibling",
            "Not corrected in {post} and {count} other siblings",
            len(found) - 1,
        ).format(post=first.name, count=len(found) - 1),
        why=_("What was changed here has not been changed in a sibling that is approved."),
        evidence=changed_words(change),
    )


def changed_words(change: Correction) -> tuple[str, ...]:
    """Return what was replaced, as in “29 → 39”; the whole where that says nothing."""
    before, after = change.before.split(), change.after.split()
    if max(len(before), len(after)) > _MOST_WORDS or min(len(before), len(after)) <= 1:
        return _arrows([(change.before, change.after)])
    return _arrows(_joined(before, after))


def _joined(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """Return each stretch of words that was changed, with what stands in its place."""
    found: list[tuple[list[str], list[str]]] = []
    is_open = False
    for code in Levenshtein.opcodes(before, after):
        if code.tag == "equal":
            is_open = False
            continue
        if not is_open:
            found.append(([], []))
            is_open = True
        found[-1][0].extend(before[code.src_start : code.src_end])
        found[-1][1].extend(after[code.dest_start : code.dest_end])
    return [(" ".join(old), " ".join(new)) for old, new in found]


def _arrows(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"{fitted(old, 38) or '…'} → {fitted(new, 38) or '…'}" for old, new in pairs)


def _why_corrected(change: Correction) -> str:
    if change.by:
        return _("{who} has changed what this sibling says since this was last written.").format(
            who=change.by
        )
    return _("What this sibling says was changed since this was last written.")


def _flag(
    rule: str,
    only: Companion | None,
    *,
    states: Iterable[str],
    headline: str,
    why: str,
    evidence: Iterable[str],
) -> Flag:
    return Flag(
        rule=rule,
        severity=Severity.CAUTION,
        key=f"{rule}:{only.post.id}" if only else rule,
        mark=mark_of(Severity.CAUTION, *sorted(states)),
        headline=fitted(headline),
        why=why,
        way_out=_("Change the other version too, or see that it may stay. {tick}").format(
            tick=way_out(Severity.CAUTION)
        ),
        evidence=quoted(evidence),
    )
