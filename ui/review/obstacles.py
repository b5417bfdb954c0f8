"""Why a person cannot approve a post at all, in words, before they try."""

from app.commands.views import PostView
from app.domain.flag import Severity
from app.domain.person import Person
from app.wording import _


def obstacle(view: PostView, person: Person | None) -> str:
    """Return the one sentence why the box stays shut whatever is read; nothing if it may open."""
    return _of_the_person(view, person) or _of_the_post(view)


def _of_the_person(view: PostView, person: Person | None) -> str:
    if person is None:
        return _("Choose who you are first, at the top right of the window.")
    if not person.may_review:
        return _("You are a planner: only reviewers and owners approve.")
    if person.id == view.post.editor and person.id in view.authors:
        return _("You wrote this version: another reviewer must approve it.")
    if person.id in view.authors:
        return _("You wrote a part of this post: another reviewer must approve it.")
    if person.id in view.approvals_so_far:
        return _("You have approved it; another reviewer must approve it too.")
    return ""


def _of_the_post(view: PostView) -> str:
    if view.post.cancelled:
        return _("It was cancelled: there is nothing to approve.")
    if not view.post.ready:
        return _("It is still a draft: its planner marks it ready first.")
    if view.post.content.local is None:
        return _("It has no date yet: an approval covers the day too.")
    blocked = [flag.headline for flag in view.flags if flag.severity is Severity.BLOCKED]
    if blocked:
        return _("Must be mended first: {flag}.").format(flag=blocked[0].rstrip("."))
    if view.holds:
        return _("On hold ({reason}): lift the hold first, then read it anew.").format(
            reason=view.holds[0].reason.rstrip(".")
        )
    return ""
