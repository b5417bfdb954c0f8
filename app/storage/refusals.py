"""The rules that the database itself keeps, as sentences for people."""

import re

from app.errors import AppError, ConflictError, InvalidInputError, MissingError, RefusedError
from app.wording import _

_RULE = re.compile(r"(EC\d{3}) (\S+)")
_KINDS: dict[str, type[AppError]] = {
    "EC403": RefusedError,
    "EC404": MissingError,
    "EC409": ConflictError,
    "EC422": InvalidInputError,
}


def refusal(message: str) -> AppError | None:
    """Return the refusal that a trigger's message stands for, or nothing where it is none."""
    found = _RULE.match(message)
    if found is None:
        return None
    kind, rule = found.groups()
    return _KINDS[kind](_sentences()[rule])


def _sentences() -> dict[str, str]:
    return {
        "anchor": _("The calendar went on while the export was written; export again."),
        "answered": _("This suggestion was answered already; look at the post again."),
        "append-only": _("History cannot be changed or deleted; make a new entry instead."),
        "assignee": _("Only reviewers and owners decide on posts; choose one of them."),
        "chain": _("Somebody else wrote to the calendar at the same moment; try again."),
        "channel": _("There is no such channel in this market; choose one of its channels."),
        "channel-identity": _(
            "A channel's market, network, handle and account never change; make a new channel."
        ),
        "closed": _("This hand-over is closed already; nothing needs to be done."),
        "comment": _("There is no such comment on this post; reload the view."),
        "exists": _("This is in the calendar already; reload it and look again."),
        "confirmation": _("There is no such confirmation in the calendar; look at the post again."),
        "export": _("There is no such export in the calendar; reload the list of exports."),
        "fingerprint": _("The fingerprint is not that of the post's content; save the post again."),
        "first-owner": _("The first person of a calendar must be an owner; choose that role."),
        "hand-over": _("There is no such hand-over in the calendar; reload the recall list."),
        "hash": _("The entry does not fit the history; close the calendar and open it again."),
        "held": _("A hold covers this post; it can leave after a reviewer has lifted the hold."),
        "hold": _("There is no such hold in the calendar; reload the list of holds."),
        "last-owner": _("A calendar needs an owner; make somebody else an owner first."),
        "lifted": _("This hold is lifted already; nothing needs to be done."),
        "market": _("There is no such market in the calendar; add the market first."),
        "market-code": _("Another market has or had this code; choose another one."),
        "market-in-use": _(
            "The market is in use: posts, holds or channels stand in it, so it stays."
        ),
        "medium": _("The file changed while it was read; choose it again."),
        "member": _("Only people of this calendar can do this; choose who you are first."),
        "moved-on": _("The post has changed in the meantime; read it again and decide then."),
        "not-approved": _("The post is not approved as it stands; ask a reviewer."),
        "not-ready": _("The post is in the tray, cancelled or not marked ready; mend that first."),
        "one-calendar": _("A file holds one calendar; make a new file for another one."),
        "not-agreed": _(
            "One approval says that the post is the remembrance and another does not; "
            "approve it alike."
        ),
        "own-name": _("Everybody acts in their own name; choose who you are first."),
        "own-suggestion": _(
            "Who suggested an edit can only take it back; somebody else accepts or declines it."
        ),
        "own-work": _("Who wrote a post cannot approve it; ask another reviewer."),
        "owner": _("Only an owner of the calendar can do this; ask an owner."),
        "past": _("The time of the post has passed; choose a later time."),
        "post-market": _("A post stays in its market; make a copy of it for the other market."),
        "post": _("There is no such post in the calendar; reload the view."),
        "remembrance": _("Two people approve a remembrance; review the post again."),
        "reviewer": _("Only reviewers and owners can do this; ask one of them."),
        "stale": _("Somebody else changed this post first; look at both versions."),
        "still-queued": _(
            "The post is still queued at the scheduler; take it out there and confirm it first."
        ),
        "suggestion": _("There is no such suggestion on this post; reload the view."),
        "unrecorded": _("An entry was not recorded in the history; nothing was saved."),
    }
