"""What a command has done, in the words of a toast."""

from collections.abc import Iterator

from app.domain.change import ChangeSet
from app.wording import _, ngettext


def said(changes: ChangeSet) -> str:
    """Return what was done, and what it did to approvals, risks and schedulers.

    What takes something back says so itself, and what the settings say then.
    """
    if changes.takes_back:
        done = " · ".join(filter(None, (changes.label, changes.done)))
    else:
        done = changes.done or _("Done: {what}").format(what=changes.label)
    return " · ".join([done, *_consequences(changes)])


def _consequences(changes: ChangeSet) -> Iterator[str]:
    if changes.ended_approvals:
        ended = ngettext("approval ended", "{count} approvals ended", changes.ended_approvals)
        yield ended.format(count=f"{changes.ended_approvals:,}")
    if changes.returned_approvals:
        back = ngettext(
            "approval is back", "{count} approvals are back", changes.returned_approvals
        )
        yield back.format(count=f"{changes.returned_approvals:,}")
    if changes.stops_came:
        stops = ngettext("{count} stop came", "{count} stops came", changes.stops_came)
        yield stops.format(count=f"{changes.stops_came:,}")
    elif changes.cautions_came:
        cautions = ngettext("{count} caution came", "{count} cautions came", changes.cautions_came)
        yield cautions.format(count=f"{changes.cautions_came:,}")
    if changes.left_queued:
        yield _("still queued in {schedulers}: take it out there").format(
            schedulers=", ".join(changes.left_queued)
        )
