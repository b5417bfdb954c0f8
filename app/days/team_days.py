"""Days that a team has added, as entries like those of the program."""

import re
from dataclasses import dataclass
from datetime import time

from app.days.rules import Rule, parse_rule
from app.days.solemn import EVERYWHERE, LONGEST_OCCASION, SolemnDay
from app.domain.team_day import TeamDay
from app.errors import InvalidInputError
from app.wording import _

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_SPAN = re.compile(r"(?P<rule>.*\S)\s+for\s+(?P<days>\d{1,4})\s+days?", re.IGNORECASE)
_EVE = re.compile(r"(?P<when>.*\S)\s+with\s+eve", re.IGNORECASE)
_AT = re.compile(r"(?P<rest>.*\S)\s+at\s+(?P<moments>\d.*)", re.IGNORECASE)
_MOMENT = re.compile(r"(\d\d?):(\d\d)\s*[-–]\s*(\d\d?):(\d\d)")
_MOST_MOMENTS = 5


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """When a day of the team is, as one line: `fixed 03-14 for 2 days with eve at 11:00-11:02`."""

    when: str
    """Its rule or date; ` for 3 days` may follow."""
    has_eve: bool = False
    """Whether it begins on the evening before."""
    moments: str = ""
    """Its quiet minutes, with commas between them."""

    @classmethod
    def of(cls, text: str) -> "WrittenDay":
        """Return the parts of a line, whatever they hold."""
        at = _AT.fullmatch(text.strip())
        rest = at["rest"] if at else text.strip()
        eve = _EVE.fullmatch(rest)
        return cls(eve["when"] if eve else rest, bool(eve), at["moments"] if at else "")

    @property
    def line(self) -> str:
        """The parts as one line."""
        eve = " with eve" if self.has_eve else ""
        moments = f" at {self.moments}" if self.moments else ""
        return f"{self.when}{eve}{moments}"


def entry_of(day: TeamDay) -> SolemnDay:
    """Return the entry of a team day; InvalidInputError where its rule is none."""
    rule, duration = rule_of(day.rule)
    written = WrittenDay.of(day.rule)
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
        has_eve=written.has_eve,
        moments=moments_of(written.moments),
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

    A date such as 2027-05-01 is a rule too; `for 3 days`, `with eve` and `at 11:00-11:02` may
    follow. InvalidInputError names what is wrong.
    """
    parts = WrittenDay.of(text)
    moments_of(parts.moments)
    span = _SPAN.fullmatch(parts.when)
    days = int(span["days"]) if span else 1
    if not 1 <= days <= LONGEST_OCCASION:
        raise InvalidInputError(
            _("{days} days are not possible: an occasion lasts from 1 to {most} days.").format(
                days=days, most=LONGEST_OCCASION
            )
        )
    written, _span = without_span(parts.when)
    is_date = bool(_DATE.fullmatch(written))
    try:
        return parse_rule(f"once {written}" if is_date else written), days
    except InvalidInputError as error:
        problem = _("“{day}” is no day of the calendar.")
        if not is_date:
            problem = _(
                "“{day}” is no date: write 3 March for every year, 3 March 2027 for one year, or "
                "“last Monday of May”, “2 days before Easter Sunday”, “10 Muharram”."
            )
        raise InvalidInputError(problem.format(day=written)) from error


def moments_of(text: str) -> tuple[tuple[time, time], ...]:
    """Return the quiet minutes that a line names; InvalidInputError where one is none."""
    written = [part.strip() for part in text.split(",") if part.strip()]
    if len(written) > _MOST_MOMENTS:
        raise InvalidInputError(
            _("A day has {count} quiet minutes at most.").format(count=_MOST_MOMENTS)
        )
    return tuple(map(_moment, written))


def _moment(text: str) -> tuple[time, time]:
    problem = InvalidInputError(
        _("“{text}” is no quiet minute: write when it begins and ends, as 11:00-11:02.").format(
            text=text
        )
    )
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise problem
    try:
        starts, ends = (time(int(found[hour]), int(found[hour + 1])) for hour in (1, 3))
    except ValueError:
        raise problem from None
    if starts >= ends:
        raise problem
    return starts, ends
