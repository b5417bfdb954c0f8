"""The words of the recall list: why something must come out at a scheduler."""

from app.commands.dates import day_name, moment
from app.commands.texts import field_name
from app.commands.views import Recall
from app.domain.decision import Verdict
from app.domain.gate import Reason, Refusal
from app.domain.recall import Cause, Why
from app.wording import _


def cause_text(recall: Recall, cause: Cause) -> str:
    """Return one cause as a whole sentence."""
    match cause.why:
        case Why.HELD:
            return _("A hold stops it: {reason}").format(reason=cause.detail)
        case Why.SAID_NO:
            return _said_no(Verdict(cause.detail)).format(note=cause.note)
        case Why.MOVED if recall.card.local is not None:
            return _("It was moved to {when}.").format(when=moment(recall.card.local))
        case Why.CHANGED:
            fields = ", ".join(field_name(field) for field in cause.detail.split())
            return _("It was changed since: {fields}.").format(fields=fields)
        case Why.ENDED if cause.refusal is not None:
            return _ended(cause.refusal)
        case why:
            return _plain(why)


def cause_words(recall: Recall) -> str:
    """Return its gravest cause in two or three words, as a ghost says it."""
    cause = recall.causes[0]
    if cause.why is Why.MOVED and recall.card.day not in (None, recall.day):
        return _("moved to {day}").format(day=day_name(recall.card.day, "short"))
    if cause.why is Why.SAID_NO and Verdict(cause.detail) is not Verdict.REFUSE:
        return _("approval withdrawn")
    return {
        Why.CANCELLED: _("cancelled"),
        Why.HELD: _("on hold"),
        Why.SAID_NO: _("refused"),
        Why.IN_TRAY: _("in the tray"),
        Why.MOVED: _("moved"),
        Why.CHANGED: _("changed"),
        Why.DRAFT: _("back to draft"),
        Why.ENDED: _("approval ended"),
    }[cause.why]


def _plain(why: Why) -> str:
    return {
        Why.CANCELLED: _("It was cancelled."),
        Why.IN_TRAY: _("It was put in the tray: it has no date any more."),
        Why.DRAFT: _("It was put back to draft."),
    }.get(why, _("Its approval has ended."))


def _said_no(verdict: Verdict) -> str:
    return {
        Verdict.CHANGES: _("A reviewer asked for changes: {note}"),
        Verdict.REFUSE: _("A reviewer refused it: {note}"),
    }.get(verdict, _("A reviewer withdrew the approval: {note}"))


def _ended(refusal: Refusal) -> str:
    match refusal.reason:
        case Reason.HELD_SINCE:
            return _("A hold was lifted ({reason}), and nobody has read it again since.").format(
                reason=refusal.detail
            )
        case Reason.UNSEEN:
            return _("Whoever approved it has not seen “{flag}”.").format(flag=refusal.detail)
        case _:
            return _plain(Why.ENDED)
