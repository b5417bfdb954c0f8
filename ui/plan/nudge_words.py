"""What a step by key does, in the words of its menu."""

from app.wording import _, ngettext
from ui.plan.plan_view import Nudge

WEEK = 7


def nudge_words(nudge: Nudge) -> str:
    """Return what a step does to the chosen posts; nothing where it does nothing."""
    if nudge.markets:
        return _("To the market before") if nudge.markets < 0 else _("To the market after")
    if nudge.minutes:
        return _in_time(
            ngettext("{count} minute earlier", "{count} minutes earlier", abs(nudge.minutes)),
            ngettext("{count} minute later", "{count} minutes later", abs(nudge.minutes)),
            nudge.minutes,
        )
    if nudge.days and nudge.days % WEEK == 0:
        return _("A week earlier") if nudge.days < 0 else _("A week later")
    if nudge.days:
        return _("A day earlier") if nudge.days < 0 else _("A day later")
    return ""


def _in_time(earlier: str, later: str, step: int) -> str:
    return (earlier if step < 0 else later).format(count=abs(step))
