"""What an owner decides about approvals and about how grave the rules' findings are."""

from collections.abc import Iterable, Mapping

from app.commands.conflicts import in_one_transaction, refuse_if_changed
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
from app.wording import _, ngettext

MOST_APPROVERS = 3

_Weight = tuple[Severity | None, str]
"""How grave a rule is found, or as the program says, and why."""


@in_one_transaction
def save_policy(
    session: Session, *, policy: Policy, reason: str, base: Policy | None = None
) -> ChangeSet:
    """Change how many people must approve a post with a stop; a reason is kept with it.

    ConflictError where somebody has changed it since it was as in `base`.
    """
    session.owner()
    _check_reason(reason)
    if not 1 <= policy.approvers_on_stop <= MOST_APPROVERS:
        raise InvalidInputError(
            _("A post with a stop is approved by one to {most} people.").format(most=MOST_APPROVERS)
        )
    before = policies.policy(session.engine)
    refuse_if_changed(
        session,
        _("how many approve a stop"),
        base=base,
        now=before,
        wanted=policy,
        table="policy_version",
    )
    label = _("Change how many approve a stop")
    asked = ngettext(
        "{count} person approves a post with a stop now",
        "{count} people approve a post with a stop now",
        policy.approvers_on_stop,
    )
    with session.changing(
        label,
        lambda later, why: save_policy(later, policy=before, reason=why),
        by=Session.owner,
        asks_why=before.approvers_on_stop < policy.approvers_on_stop,
    ) as stamp:
        policies.save_policy(session.engine, stamp, policy, reason.strip())
    return ChangeSet.of_setting(label, asked.format(count=policy.approvers_on_stop))


@in_one_transaction
def choose_severities(
    session: Session,
    *,
    rule: str,
    choices: Mapping[MarketId, Severity | None],
    reason: str,
    base: Mapping[MarketId, Severity | None] | None = None,
) -> ChangeSet:
    """Let a rule or a family weigh otherwise in these markets; nothing takes a choice back.

    A rule's own stop stays a caution at least, and what blocks a post always blocks it.
    ConflictError where somebody has weighed it otherwise since it was as in `base`.
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
    if base is not None:
        _refuse_weighed_meanwhile(session, rule, choices, base)
    why = reason.strip()
    return _weigh(session, rule, {market: (choice, why) for market, choice in choices.items()})


def _weigh(session: Session, rule: str, choices: Mapping[MarketId, _Weight]) -> ChangeSet:
    """Save how a rule weighs in some markets, each with its reason."""
    if not choices.keys() <= {EVERY_MARKET, *Setting.of(session.engine).markets}:
        raise MissingError(_("Choose markets of this calendar, or all of them."))
    former = _weights(session, rule, choices)
    lighter = {one for one in choices if _is_lighter(former[one][0], choices[one][0])}
    name = rule_or_family(rule).name
    label = _("Change how “{rule}” weighs").format(rule=name)

    def back(later: Session, why: str) -> ChangeSet:
        """What weighs more again says why as it did then; a lighter one needs a new reason."""
        return _weigh(
            later,
            rule,
            {
                one: (severity, why if one in lighter else reason)
                for one, (severity, reason) in former.items()
            },
        )

    with session.changing(label, back, by=Session.owner, asks_why=bool(lighter)) as stamp:
        for market, (severity, reason) in choices.items():
            severities.save_severity(
                session.engine, stamp, rule=rule, market=market, severity=severity, reason=reason
            )
    return ChangeSet.of_setting(label, _("Changed how “{rule}” weighs").format(rule=name))


def _refuse_weighed_meanwhile(
    session: Session,
    rule: str,
    choices: Mapping[MarketId, Severity | None],
    base: Mapping[MarketId, Severity | None],
) -> None:
    for market, (now, _reason) in _weights(session, rule, choices).items():
        refuse_if_changed(
            session,
            _("how “{rule}” weighs").format(rule=rule_or_family(rule).name),
            base=(base.get(market),),
            now=(now,),
            wanted=(choices[market],),
            table="severity_rule",
            rule=rule,
            market=market,
        )


def _weights(session: Session, rule: str, chosen: Iterable[MarketId]) -> Mapping[MarketId, _Weight]:
    """Return how a rule weighs in some markets, and why."""
    known = {
        one.market: (one.severity, one.reason)
        for one in severities.all_severities(session.engine)
        if one.rule == rule
    }
    return {market: known.get(market, (None, "")) for market in chosen}


def _is_lighter(severity: Severity | None, than: Severity | None) -> bool:
    """Tell whether a rule may weigh less: what the program says can differ from post to post."""
    return severity != than and (severity is None or than is None or severity < than)


def _check_reason(reason: str) -> None:
    if not says_why(reason):
        raise InvalidInputError(
            _("Write in a few words why this changes: it is kept in the history.")
        )
