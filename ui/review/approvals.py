"""What has been decided on a post so far, and what a person may still decide."""

from app.commands.dates import language_name
from app.commands.views import CalendarView, PostView
from app.domain.person import Person
from app.wording import _, ngettext
from ui.review.decision_bar import No
from ui.widgets.history_list import here


def approved_sentence(view: PostView, calendar: CalendarView) -> str:
    """Return who approved the post as it stands; nothing where it is not approved."""
    if not view.card.is_approved:
        return ""
    given = {d.reviewer: d for d in view.decisions if d.is_approval}
    said = [
        _("{who}, {when}").format(who=calendar.person_name(person), when=here(given[person].at))
        for person in view.approvals_so_far
    ]
    words = (
        _("Approved as the remembrance by {people}.")
        if view.remembrance and view.remembrance.said_by
        else _("Approved by {people}.")
    )
    return words.format(people=" · ".join(said))


def still_needed(view: PostView, *, as_remembrance: bool = False) -> str:
    """Return how many more people must approve, where one has and another must."""
    so_far, needed = len(view.approvals_so_far), view.approvers_needed
    if view.card.is_approved:
        return ""
    if view.remembrance and (as_remembrance or view.remembrance.said_by):
        needed = view.remembrance.approvers_needed
        return ngettext(
            "{so_far} of {needed} approval given as the remembrance.",
            "{so_far} of {needed} approvals given as the remembrance.",
            needed,
        ).format(so_far=so_far, needed=needed)
    if needed < 2:
        return ""
    return ngettext(
        "{so_far} of {needed} approval given: a stop stands on it.",
        "{so_far} of {needed} approvals given: a stop stands on it.",
        needed,
    ).format(so_far=so_far, needed=needed)


def ways_to_say_no(view: PostView) -> frozenset[No]:
    """Return the ways in which a reviewer can say no to the post as it stands."""
    if view.post.cancelled:
        return frozenset()
    if view.approvals_so_far or (view.remembrance and view.remembrance.is_said):
        return frozenset({No.CHANGES, No.WITHDRAW})
    return frozenset({No.CHANGES, No.REFUSE})


def why_not_no(person: Person | None) -> str:
    """Return why this person cannot say no; nothing where they can."""
    if person is None:
        return _("Choose who you are first, at the top right of the window.")
    if not person.may_review:
        return _("Only reviewers and owners decide on posts.")
    return ""


def why_no_look(person: Person | None) -> str:
    """Return why this person cannot confirm hashtags; nothing where they can."""
    if person is None:
        return _("Choose who you are first, at the top right of the window.")
    if not person.may_review:
        return _("Only reviewers and owners confirm hashtags.")
    return ""


def note_prompt(view: PostView, person: Person | None) -> str:
    """Return what the note of an approval must say; nothing where it needs none."""
    if person is None or person.reads(view.post.content.language):
        return ""
    return _("{language} is not among your languages: how do you know what it says?").format(
        language=language_name(view.post.content.language)
    )


def otherwise_said(
    view: PostView, calendar: CalendarView, person: Person | None, *, as_remembrance: bool
) -> str:
    """Return who has said the opposite of what this reviewer says of a remembrance, and a way out.

    Nothing where all say the same.
    """
    if view.remembrance is None or person is None:
        return ""
    said_by = view.remembrance.not_said_by if as_remembrance else view.remembrance.said_by
    others = " · ".join(calendar.person_name(one) for one in said_by if one != person.id)
    if not others:
        return ""
    words = (
        _("{people} approved it, but not as the remembrance: withdraw that approval first.")
        if as_remembrance
        else _(
            "{people} approved it as the remembrance: mark it as that too,"
            " or withdraw that approval."
        )
    )
    return words.format(people=others)
