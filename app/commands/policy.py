"""What an owner decides about approvals and about how grave the rules' findings are."""

from collections.abc import Mapping

from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.change import ChangeSet
from app.domain.decision import says_why
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.policy import Policy
from app.domain.severity_rule import EVERY_MARKET
from app.errors import InvalidInputError, MissingError, RefusedError
from app.risks.rule_names import is_known, rule_or_family
from app.risks.severity import FIXED
from app.storage import policy as policies
from app.storage import severities
from app.wording import _

MOST_APPROVERS = 3


def save_policy(session: Session, *, policy: Policy, reason: str) -> ChangeSet:
    """Change how many people must approve a post with a stop; a reason is kept with it."""
    session.owner()
    _check_reason(reason)
    if not 1 <= policy.approvers_on_stop <= MOST_APPROVERS:
        raise InvalidInputError(
            _("A post with a stop is approved by one to {most} people.").format(most=MOST_APPROVERS)
        )
    with session.writing() as stamp:
        policies.save_policy(session.engine, stamp, policy, reason.strip())
    return ChangeSet(_("Changed the policy"), everything=True)


def choose_severities(
    session: Session, *, rule: str, choices: Mapping[MarketId, Severity | None], reason: str
) -> ChangeSet:
    """Let a rule or a family weigh otherwise in these markets; nothing takes a choice back.

    A rule's own stop stays a caution at least, and what blocks a post always blocks it.
    """
    session.owner()
    _check_reason(reason)
    if not is_known(rule):
        raise MissingError(_("“{rule}” is no rule of this program.").format(rule=rule))
    if rule in FIXED:
        raise RefusedError(
            _("“{rule}” weighs the same everywhere: people lift or change each one.").format(
                rule=rule_or_family(rule).name
            )
        )
    if Severity.BLOCKED in choices.values():
        raise InvalidInputError(_("Choose a note, a caution or a stop: only rules block a post."))
    if not choices.keys() <= {EVERY_MARKET, *Setting.of(session.engine).markets}:
        raise MissingError(_("Choose markets of this calendar, or all of them."))
    with session.writing() as stamp:
        for market, severity in choices.items():
            severities.save_severity(
                session.engine,
                stamp,
                rule=rule,
                market=market,
                severity=severity,
                reason=reason.strip(),
            )
    name = rule_or_family(rule).name
    return ChangeSet(_("Changed how “{rule}” weighs").format(rule=name), everything=True)


def _check_reason(reason: str) -> None:
    if not says_why(reason):
        raise InvalidInputError(
            _("Write in a few words why this changes: it is kept in the history.")
        )
