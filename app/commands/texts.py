"""The words for what the program knows by keys: stages, severities, scopes, roles, refusals."""

from app.commands.counting import networks
from app.commands.views import CalendarView, Stage
from app.domain.decision import Verdict
from app.domain.flag import Severity
from app.domain.gate import Reason, Refusal
from app.domain.hold import Scope
from app.domain.observance import Tone
from app.domain.person import Role
from app.risks.phrasing import severity_word
from app.risks.rule_names import rule_or_family
from app.wording import _, ngettext


def stage_name(stage: Stage) -> str:
    """Return what the card of a post says about how far it has come."""
    return {
        Stage.DRAFT: _("Draft"),
        Stage.WAITING: _("Waiting for review"),
        Stage.CHANGES: _("Changes asked for"),
        Stage.REFUSED: _("Refused"),
        Stage.ENDED: _("Approval ended"),
        Stage.APPROVED: _("Approved"),
        Stage.QUEUED: _("Handed over"),
        Stage.SENT: _("Sent"),
    }[stage]


def severity_name(severity: Severity) -> str:
    """Return the one word beside a flag's icon."""
    return severity_word(severity)


def tone_name(tone: Tone) -> str:
    """Return how a day feels to the people of a market."""
    return {
        Tone.MOURNING: _("Mourning"),
        Tone.SOLEMN: _("Solemn"),
        Tone.FASTING: _("Fasting"),
        Tone.RESTRICTED: _("Quiet by law or custom"),
        Tone.SENSITIVE_POLITICS: _("Politically sensitive"),
        Tone.CAREFUL: _("To celebrate with care"),
        Tone.HOLIDAY: _("Holiday"),
    }[tone]


def rule_name(rule: str) -> str:
    """Return what people call a rule."""
    return rule_or_family(rule).name


def scope_name(scope: Scope) -> str:
    """Return how far a hold reaches."""
    return {
        Scope.EVERYTHING: _("Everything"),
        Scope.REGION: _("Region"),
        Scope.MARKET: _("Market"),
        Scope.NETWORK: _("Network"),
        Scope.CHANNEL: _("Channel"),
        Scope.CAMPAIGN: _("Campaign"),
        Scope.POST: _("One post"),
    }[scope]


def verdict_name(verdict: Verdict) -> str:
    """Return what a reviewer said."""
    return {
        Verdict.APPROVE: _("Approved"),
        Verdict.CHANGES: _("Asked for changes"),
        Verdict.REFUSE: _("Refused"),
        Verdict.WITHDRAW: _("Withdrew the approval"),
    }[verdict]


def role_name(role: Role) -> str:
    """Return the word for a role."""
    return {
        Role.PLANNER: _("Planner"),
        Role.REVIEWER: _("Reviewer"),
        Role.OWNER: _("Owner"),
    }[role]


def role_powers(role: Role) -> str:
    """Return what a person of this role may do, and what not, in one or two sentences."""
    return {
        Role.PLANNER: _(
            "Writes, moves and imports posts, places holds and exports what others approved. "
            "May not approve."
        ),
        Role.REVIEWER: _(
            "Does all that a planner does, approves or refuses what others wrote, and lifts holds. "
            "May not approve their own work."
        ),
        Role.OWNER: _(
            "Does all that a reviewer does, and changes people, markets, channels and rules. "
            "May not approve their own work."
        ),
    }[role]


def field_name(field: str) -> str:
    """Return what people call a field of a post, in the middle of a sentence."""
    names = {
        "market": _("market"),
        "channel": _("channel"),
        "language": _("language"),
        "zone": _("time zone"),
        "local": _("date and time"),
        "title": _("title"),
        "text": _("text"),
        "link": _("link"),
        "first_comment": _("first comment"),
        "tags": _("tags"),
        "campaign": _("campaign"),
        "post_type": _("post type"),
        "options": _("network options"),
        "media": _("pictures"),
        "second_medium": _("second picture"),
        "alt": _("alt texts"),
        "alt_texts": _("alt texts"),
        "name": _("name"),
        "ready": _("ready for review"),
        "cancelled": _("cancelled"),
        "idea": _("idea"),
        "gloss": _("gloss"),
        "labels": _("labels"),
        "notes": _("notes"),
    }
    return names.get(field, field.replace("_", " "))


def network_name(network: str) -> str:
    """Return what a network calls itself, or its key where it is not known."""
    known = networks().find(network)
    return known.name if known else network.replace("_", " ").capitalize()


def refusal_text(refusal: Refusal, calendar: CalendarView) -> str:
    """Return why a post stays in and what leads out of it, as one sentence."""
    detail = refusal.detail
    match refusal.reason:
        case Reason.NOT_CARRIED:
            return _carries_not(detail)
        case Reason.TOO_SOON:
            return _too_soon(int(detail))
        case Reason.SAID_NO:
            return _said_no(Verdict(detail))
        case Reason.NEEDS_ANOTHER:
            return _needs_another(int(detail))
        case Reason.WRONG_NETWORK:
            detail = network_name(detail)
        case Reason.OWN_WORK:
            detail = calendar.person_name(detail)
        case _:
            pass
    return _plain(refusal.reason).format(detail=detail)


def _plain(reason: Reason) -> str:
    return {
        Reason.NOT_READY: _("It is still a draft: mark it as ready for review."),
        Reason.UNDATED: _("It has no date yet: move it from the tray to a day."),
        Reason.CANCELLED: _("It was cancelled: duplicate it if it should go out after all."),
        Reason.PAST: _("It goes out in the past: move it to a later time."),
        Reason.WRONG_NETWORK: _(
            "This format does not serve {detail}: export this channel in another format."
        ),
        Reason.BLOCKED: _("Blocked by “{detail}”: mend it in the post."),
        Reason.HELD: _("A hold stops it (“{detail}”): a reviewer or an owner can lift the hold."),
        Reason.STILL_QUEUED: _(
            "It is still queued from the export “{detail}”: "
            "take it out at the scheduler and confirm that on the recall list first."
        ),
        Reason.NOT_APPROVED: _("Nobody has approved it yet: open it in Review."),
        Reason.NOT_AGREED: _(
            "One approval says that it is the remembrance and another does not: "
            "a reviewer withdraws one in Review, and both approve it alike."
        ),
        Reason.OWN_WORK: _(
            "{detail} approved it but also wrote part of it: "
            "another reviewer can approve it in Review."
        ),
        Reason.UNSEEN: _(
            "The approval has not seen “{detail}” as it is now: "
            "a reviewer opens it in Review again."
        ),
        Reason.NOT_TICKED: _(
            "The approval left “{detail}” unticked: a reviewer opens it in Review and ticks it."
        ),
        Reason.NO_REASON: _(
            "The approval gives no reason for “{detail}”: "
            "a reviewer opens it in Review and writes why it may go."
        ),
        Reason.HELD_SINCE: _(
            "It was approved before a hold (“{detail}”) was lifted: a reviewer opens it in Review "
            "again."
        ),
    }[reason]


def _carries_not(field: str) -> str:
    if field == "second_medium":
        return _(
            "This format carries fewer pictures than the post has: "
            "remove some, or export it in another format."
        )
    return _(
        "This format does not carry the field “{field}”: empty it, or export in another format."
    ).format(field=field_name(field))


def _too_soon(minutes: int) -> str:
    return ngettext(
        "It goes out in less than {count} minute, and the scheduler needs that long: "
        "move it to a later time.",
        "It goes out in less than {count} minutes, and the scheduler needs that long: "
        "move it to a later time.",
        minutes,
    ).format(count=minutes)


def _said_no(verdict: Verdict) -> str:
    return {
        Verdict.CHANGES: _("A reviewer asked for changes: make them, then have it reviewed again."),
        Verdict.REFUSE: _("A reviewer refused it: change it, then have it reviewed again."),
        Verdict.WITHDRAW: _("Its approval was withdrawn: have it reviewed again."),
    }[verdict]


def _needs_another(missing: int) -> str:
    return ngettext(
        "{count} more person must approve it, for it bears a stop or is the remembrance: "
        "another reviewer opens it in Review.",
        "{count} more people must approve it, for it bears a stop or is the remembrance: "
        "other reviewers open it in Review.",
        missing,
    ).format(count=missing)
