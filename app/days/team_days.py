"""Days that a team has added, as entries like those of the program."""

import re

from app.days.rules import Rule, parse_rule
from app.days.solemn import EVERYWHERE, LONGEST_OCCASION, SolemnDay
from app.domain.team_day import TeamDay
from app.errors import InvalidInputError
from app.wording import _

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_SPAN = re.compile(r"(?P<rule>.*\S)\s+for\s+(?P<days>\d{1,4})\s+days?", re.IGNORECASE)


def entry_of(day: TeamDay) -> SolemnDay:
    """Return the entry of a team day; InvalidInputError where its rule is none."""
    rule, duration = rule_of(day.rule)
    return SolemnDay(
        id=day.id,
        name=day.name,
        names=(("", day.name),),
        markets=frozenset({EVERYWHERE}),
        rule=rule,
        tone=day.tone,
        severity=day.severity,
        why=day.why or _("Your team has added this day."),
        source=day.source or _("Your team"),
        source_url=day.source if day.source.startswith("https://") else "",
        is_checked=True,
        duration=duration,
        terms=day.terms,
        clash=day.clash,
        is_own=True,
    )


def without_span(text: str) -> tuple[str, str]:
    """Return when a day begins, and the words ` for 3 days` that follow it; often none do."""
    span = _SPAN.fullmatch(text.strip())
    return (span["rule"], text.strip()[span.end("rule") :]) if span else (text.strip(), "")


def rule_of(text: str) -> tuple[Rule, int]:
    """Return the rule that a person has written, and for how many days it lasts.

    A date such as 2027-05-01 is a rule too; `for 3 days` may follow. InvalidInputError names what
    is wrong.
    """
    span = _SPAN.fullmatch(text.strip())
    days = int(span["days"]) if span else 1
    if not 1 <= days <= LONGEST_OCCASION:
        raise InvalidInputError(
            _("{days} days are not possible: an occasion lasts from 1 to {most} days.").format(
                days=days, most=LONGEST_OCCASION
            )
        )
    written, _span = without_span(text)
    is_date = bool(_DATE.fullmatch(written))
    try:
        return parse_rule(f"once {written}" if is_date else written), days
    except InvalidInputError as error:
        problem = _("“{day}” is no day of the calendar.")
        if not is_date:
            problem = _(
                "“{day}” is no date: write 3 March for every year, 3 March 2027 for one year, or "
                "a rule such as easter -2."
            )
        raise InvalidInputError(problem.format(day=written)) from error
