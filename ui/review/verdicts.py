"""A reviewer's word as the command that records it."""

from functools import partial
from typing import TYPE_CHECKING

from app.commands import decisions
from app.commands.suggestions import suggest_edit
from ui.review.decision_bar import No
from ui.review.given import GivenApproval, GivenNo, GivenSuggestion

if TYPE_CHECKING:
    from ui.operations import Command

_COMMANDS = {
    No.CHANGES: decisions.ask_for_changes,
    No.REFUSE: decisions.refuse,
    No.WITHDRAW: decisions.withdraw,
}


def approving(given: GivenApproval) -> "Command":
    """Return the command that records a tick with all that stood behind it."""
    return partial(
        decisions.approve,
        post_id=given.post_id,
        fingerprint=given.fingerprint,
        ticked=given.ticked,
        reasons=given.reasons,
        shown=given.shown,
        remembrance=given.remembrance,
        note=given.note,
    )


def saying_no(given: GivenNo) -> "Command":
    """Return the command that records a no with its reason."""
    return partial(
        _COMMANDS[given.way],
        post_id=given.post_id,
        fingerprint=given.fingerprint,
        note=given.note,
    )


def suggesting(given: GivenSuggestion) -> "Command":
    """Return the command that records what a reviewer would write instead."""
    return partial(
        suggest_edit,
        post_id=given.post_id,
        base_revision=given.revision,
        fields=given.fields,
        note=given.note,
    )
