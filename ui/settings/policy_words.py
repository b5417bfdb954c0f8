"""What an owner has decided, as a list of entries and in sentences."""

from collections.abc import Iterable, Iterator

from app.commands.rule_list import RuleEntry
from app.commands.texts import severity_name
from app.commands.views import CalendarView
from app.domain.flag import Severity
from app.domain.severity_rule import EVERY_MARKET, SeverityRule
from app.wording import _, ngettext
from ui.widgets.two_line_list import Entry

APPROVERS = "approvers"
"""The key of the one entry that is no rule."""


def entries(
    calendar: CalendarView, rules: Iterable[RuleEntry], sought: str = ""
) -> Iterator[Entry]:
    """Yield an entry for each thing to decide that speaks of what is sought."""
    wanted = sought.strip().casefold()
    approvers = _approvers(calendar)
    if wanted in f"{approvers.name} {approvers.detail}".casefold():
        yield approvers
    for rule in rules:
        if wanted in f"{rule.name} {rule.says} {rule.rule}".casefold():
            yield Entry(rule.rule, rule.name, _weight(calendar, rule), int(not rule.is_family))


def usual_words(rule: RuleEntry) -> str:
    """Return how grave a rule is by itself, such as “Stop or Caution”."""
    names = [severity_name(severity) for severity in rule.usual]
    if len(names) < 2:
        return names[0]
    return _("{severities} or {last}").format(severities=", ".join(names[:-1]), last=names[-1])


def limits(rule: RuleEntry) -> str:
    """Return in words how far a choice can go; nothing where any severity will do."""
    if rule.rule.startswith("hold"):
        return _("A hold always stops: a reviewer or an owner lifts it, with a reason.")
    if rule.is_fixed and rule.usual == (Severity.NOTE,):
        return _("It stays a note until somebody switches the day on again.")
    said = []
    if Severity.STOP in rule.usual:
        said.append(_("A stop of the program stays a caution at least: somebody always looks."))
    if Severity.BLOCKED in rule.usual:
        said.append(_("What blocks a post blocks it until it is mended."))
    return " ".join(said)


def chosen_words(calendar: CalendarView, choice: SeverityRule) -> str:
    """Return a choice with its market and its reason."""
    return _("{market}: {severity}. {reason}").format(
        market=market_name(calendar, choice),
        severity=severity_name(choice.severity),
        reason=choice.reason,
    )


def market_name(calendar: CalendarView, choice: SeverityRule) -> str:
    """Return what the market of a choice is called."""
    names = {market.id: market.name for market in calendar.markets}
    return names.get(choice.market, choice.market) or _("All markets")


def _approvers(calendar: CalendarView) -> Entry:
    count = calendar.policy.approvers_on_stop
    detail = ngettext(
        "{count} person approves a post with a stop",
        "{count} people approve a post with a stop",
        count,
    )
    return Entry(APPROVERS, _("Approvals"), detail.format(count=count))


def _weight(calendar: CalendarView, rule: RuleEntry) -> str:
    chosen = [one for one in calendar.severities if one.rule == rule.rule]
    everywhere = [severity_name(one.severity) for one in chosen if one.market == EVERY_MARKET]
    elsewhere = [
        _("{severity} in {market}").format(
            severity=severity_name(one.severity), market=market_name(calendar, one)
        )
        for one in chosen
        if one.market != EVERY_MARKET
    ]
    if not chosen:
        return usual_words(rule)
    return _("{usual} → {chosen}").format(
        usual=usual_words(rule), chosen=", ".join([*everywhere, *elsewhere])
    )
