"""How the rules do in the exam: what they find in the cases, and what they cry out at for nothing.

The cases are no textbook: nothing here prints a text of theirs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cache

from app.domain.flag import Flag, Severity
from app.domain.post import Post
from app.risks.assess import assess, assess_place
from app.risks.facts import Facts
from tests.app.risks.builders import data
from tests.app.risks.case_facts import Case, built, country_market, facts_in, post_of
from tests.app.risks.check_names import (
    OF_DAYS,
    OF_HARMLESS,
    OF_INCIDENTS,
    RAISED_BY,
    is_of_any,
    is_raised_by,
)

NOON = time(12)
HARMLESS_CHANNELS = {"X": "x", "Facebook": "facebook", "Instagram": "instagram"}
INCIDENT_CHANNELS = {**HARMLESS_CHANNELS, "push": "push"}
"""Where it went out; for what is no network of ours, as if it had been on Facebook."""
SAYS_NOTHING = {"day.holiday", "channel.unknown", "channel.empty", "picture.unfetched"}
"""Rules that look at where a post stands, and have not seen what went wrong."""


def cases(name: str) -> list[Case]:
    """Return the ordinary or the risky posts: those from before the rules, then the fresh ones."""
    return [*data(name, "post"), *data(f"fresh_{name}", "post")]


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules raised on one case."""

    id: str
    flags: tuple[Flag, ...]
    check: str = ""
    """The check that should raise it."""
    is_seen: bool = False
    """Whether that check, or one that the incident names, raised it as high as it should."""
    alarms: tuple[Flag, ...] = ()
    """What is asked for nothing, of posts that are fit to go out."""

    @property
    def asked(self) -> tuple[Flag, ...]:
        """What a reviewer must tick, or give a reason for."""
        return tuple(flag for flag in self.flags if flag.severity >= Severity.CAUTION)

    @property
    def is_asked_about(self) -> bool:
        """Tell whether anything at all asks the reviewer."""
        return bool(self.asked)


@dataclass(frozen=True, slots=True)
class Recall:
    """Of how many cases of a check how many were seen by it, or at least asked about."""

    check: str
    cases: int
    seen: int
    asked: int


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures that have goals."""

    risky_seen: float
    """Percent of risky posts that their check raised, at least as high as it should."""
    incidents_raised: float
    """Percent of incidents with a check that a program can make, at caution or above."""
    ordinary_alarmed: float
    """Percent of ordinary posts with an alarm that nothing allows."""
    harmless_alarmed: float
    ordinary_ticks: float
    """Ticks and reasons asked per 100 ordinary posts."""
    harmless_ticks: float


def totals() -> Totals:
    """Return the figures of this day."""
    incidents = [found for found in on_incidents() if found.check == PROGRAMMABLE]
    return Totals(
        risky_seen=percent(found.is_seen for found in on_risky()),
        incidents_raised=percent(found.is_asked_about for found in incidents),
        ordinary_alarmed=percent(bool(found.alarms) for found in on_ordinary()),
        harmless_alarmed=percent(bool(found.alarms) for found in on_harmless()),
        ordinary_ticks=ticks(on_ordinary()),
        harmless_ticks=ticks(on_harmless()),
    )


def percent(each: Iterable[bool]) -> float:
    """Return how many in a hundred are true."""
    answers = list(each)
    return 100 * sum(answers) / len(answers)


def ticks(found: Sequence[Found]) -> float:
    """Return how many ticks and reasons are asked per 100 posts."""
    return 100 * sum(len(one.asked) for one in found) / len(found)


# --- what should be seen --------------------------------------------------------------------------


@cache
def on_risky() -> tuple[Found, ...]:
    """Return what is raised on each risky post."""
    return tuple(_risky(case) for case in cases("risky"))


def _risky(case: Case) -> Found:
    flags = assess(*built(case))
    least = Severity[case["least"].upper()]
    seen = any(flag.severity >= least and is_raised_by(flag, case["check"]) for flag in flags)
    return Found(case["id"], flags, case["check"], seen)


def recalls(found: Sequence[Found]) -> Iterator[Recall]:
    """Yield the recall of each check, in the order of its cases."""
    for check in dict.fromkeys(one.check for one in found):
        its = [one for one in found if one.check == check]
        yield Recall(
            check,
            len(its),
            sum(one.is_seen for one in its),
            sum(one.is_asked_about for one in its),
        )


PROGRAMMABLE = "a check that a program can make"
OF_TEAM = "only with what the team knows"
OF_HOLDS = "a crisis hold"
OF_PEOPLE = "a person"
NEEDS_THE_TEAM = {"staffed-hours", "near-duplicate", "account-confirm", "spelling"}


@cache
def on_incidents() -> tuple[Found, ...]:
    """Return what is raised on each documented case; its `check` says who can raise it at all."""
    return tuple(_incident(case) for case in data("incidents", "incident"))


def _incident(case: Case) -> Found:
    is_described = case.get("description", False)
    post, facts = _at_its_date(case)
    flags = assess_place(post, facts) if is_described else assess(post, facts)
    telling = [flag for flag in flags if flag.rule not in SAYS_NOTHING]
    families = {family for check in case["catchable_by"] for family in OF_INCIDENTS.get(check, ())}
    seen = any(flag.severity >= Severity.CAUTION and flag.family in families for flag in telling)
    return Found(case["id"], tuple(telling), _who_can(case, is_described=is_described), seen)


def _at_its_date(case: Case) -> tuple[Post, Facts]:
    market = country_market(case["market"])
    network = INCIDENT_CHANNELS.get(case["channel"].split(" ")[0], "facebook")
    facts = facts_in(market, network)
    if "hashtag-confirm" in case["catchable_by"]:  # nobody had looked
        facts = replace(facts, confirmed_hashtags=frozenset())
    local = datetime.combine(case["date"], NOON)
    return post_of({**case, "local": local, "language": "", "channel": network}, facts), facts


def _who_can(case: Case, *, is_described: bool) -> str:
    checks = set(case["catchable_by"])
    if "crisis-hold" in checks and not checks & OF_DAYS:
        return OF_HOLDS  # apart, as the design has them: the news makes them what they are
    if checks & (OF_DAYS if is_described else OF_INCIDENTS.keys()):
        return PROGRAMMABLE
    return OF_TEAM if checks & NEEDS_THE_TEAM and not is_described else OF_PEOPLE


# --- what should be left alone --------------------------------------------------------------------


@cache
def on_ordinary() -> tuple[Found, ...]:
    """Return what is raised on each ordinary post."""
    return tuple(_ordinary(case) for case in cases("ordinary"))


def _ordinary(case: Case) -> Found:
    return _fit(case, assess(*built(case)), tuple(case.get("may_ask", ())))


@cache
def on_harmless() -> tuple[Found, ...]:
    """Return what is raised on each harmless post."""
    return tuple(_harmless(case) for case in data("harmless", "post"))


def _harmless(case: Case) -> Found:
    network = HARMLESS_CHANNELS.get(case["channel"], case["channel"].lower())
    facts = facts_in(country_market(case["market"]), network)
    post = post_of({**case, "channel": network}, facts)
    allowed = [check for name in case["may_note"] for check in OF_HARMLESS[name]]
    return _fit(case, assess(post, facts), allowed)


def _fit(case: Case, flags: tuple[Flag, ...], allowed: Sequence[str]) -> Found:
    alarms = tuple(
        flag for flag in flags if flag.severity >= Severity.CAUTION and not is_of_any(flag, allowed)
    )
    return Found(case["id"], flags, alarms=alarms)


def alarms_by_check(found: Iterable[Found]) -> Mapping[str, int]:
    """Return how often each check cried out for nothing, the loudest first."""
    counted = Counter(check_of(flag) for one in found for flag in one.alarms)
    return dict(counted.most_common())


def check_of(flag: Flag) -> str:
    """Return what the cases call the check behind a flag, else the flag's rule."""
    return next((check for check in RAISED_BY if is_raised_by(flag, check)), flag.rule)
