"""Solemn days as the data file tells them; a wrong entry is named, and the rest loads."""

from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.days.data_file import entries_by_id, tables_in, tables_under, text_of
from app.days.fields import Fields
from app.days.rules import YEARS, Rule, parse_rule
from app.domain.canonical import sha256
from app.domain.flag import Severity
from app.domain.observance import Tone
from app.errors import InvalidInputError
from app.wording import _

SOLEMN_DAYS = Path(__file__).resolve().parents[2] / "resources" / "days" / "solemn.toml"
"""The days that come with the program."""

EVERYWHERE = "*"
LONGEST_OCCASION = 60
LONGEST_SHORT_NAME = 16
"""Letters for which the cell of a day has room."""
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
"""Marks where a long word may be divided; it is no letter."""

_SEVERITIES = {"block": Severity.STOP, "high": Severity.CAUTION, "medium": Severity.NOTE}
_TONES = {tone.value: tone for tone in Tone if tone is not Tone.HOLIDAY}
_KNOWN_FIELDS = frozenset(
    [
        "id",
        "en",
        "short",
        "names",
        "markets",
        "subdivisions",
        "rule",
        "dates",
        "eve",
        "duration",
        "since",
        "tone",
        "severity",
        "moments",
        "moments_zone",
        "replaces",
        "terms",
        "clash",
        "why",
        "also",
        "legal",
        "source",
        "source_url",
        "source_checked",
        "incident",
        "incident_url",
        "in_holidays_0_109",
    ]
)


@dataclass(frozen=True, slots=True)
class SolemnDay:
    """One occasion: how its dates are found, and what it means where."""

    id: str
    name: str
    """In English."""
    names: tuple[tuple[str, str], ...]
    """Language and name."""
    markets: frozenset[str]
    """Countries, or `*` for all."""
    rule: Rule
    tone: Tone
    severity: Severity
    """As the data has it: block is a stop, high a caution, medium a note."""
    why: str
    source: str
    """Who says what the day is."""
    source_url: str
    is_checked: bool
    short: str = ""
    """For the cell of a day; empty where the name is short itself."""
    subdivisions: tuple[str, ...] = ()
    since: int = 0
    has_eve: bool = False
    duration: int = 1
    """Days, counted from each date."""
    moments: tuple[tuple[time, time], ...] = ()
    moments_zone: str = ""
    """Where the moments are meant; empty for the clocks of each market."""
    terms: tuple[str, ...] = ()
    clash: str = ""
    legal: str = ""
    also: str = ""
    replaces: tuple[str, ...] = ()
    incident: str = ""
    """What went wrong on it once, and who tells of it."""
    incident_url: str = ""
    is_own: bool = False
    """Whether a team has added it."""

    def counts_in(self, country: str) -> bool:
        """Tell whether the occasion is kept in a country, or in a part of it."""
        return EVERYWHERE in self.markets or country in self.markets

    def name_in(self, languages: tuple[str, ...]) -> str:
        """Return the name in the first of the languages that has one, else any of its own."""
        by_language = dict(self.names)
        for language in languages:
            if name := by_language.get(language.replace("_", "-").partition("-")[0]):
                return name
        return self.names[0][1] if len(self.names) == 1 else self.name


@dataclass(frozen=True, slots=True)
class Edition:
    """Which state of a file it is."""

    number: int
    digest: str
    """SHA-256 of the file."""


@dataclass(frozen=True, slots=True)
class SolemnDays:
    """All entries of a file that could be read, and what is wrong with the others."""

    entries: tuple[SolemnDay, ...]
    problems: tuple[InvalidInputError, ...]


def edition_of(path: Path) -> Edition:
    """Return the edition of a file by its head; InvalidInputError if that cannot be read."""
    text = text_of(path)
    meta = tables_in(path, text.partition("\n[[")[0]).get("meta")
    number = meta.get("edition", 0) if isinstance(meta, dict) else 0
    return Edition(number if isinstance(number, int) else 0, sha256(text))


@lru_cache(maxsize=4)
def read_solemn_days(path: Path) -> SolemnDays:
    """Return the days of a file; InvalidInputError if it cannot be read as a whole."""
    entries, problems = entries_by_id(path, tables_under(path, "day"), _entry)
    return SolemnDays(tuple(entries.values()), problems)


def _entry(fields: Fields) -> SolemnDay:
    fields.refuse_others_than(_KNOWN_FIELDS)
    return SolemnDay(
        id=fields.text("id"),
        name=fields.text("en"),
        short=_short(fields),
        names=fields.named_texts("names"),
        markets=_markets(fields),
        rule=_rule(fields),
        tone=fields.choice("tone", _TONES),
        severity=fields.choice("severity", _SEVERITIES),
        why=fields.text("why"),
        source=fields.text("source"),
        source_url=fields.text("source_url"),
        is_checked=fields.truth("source_checked"),
        subdivisions=fields.texts("subdivisions", r"[A-Z]{2}-[A-Z0-9]{1,3}"),
        since=fields.number("since", 0, range(YEARS[-1] + 1)),
        has_eve=fields.truth("eve"),
        duration=fields.number("duration", 1, range(1, LONGEST_OCCASION + 1)),
        moments=_moments(fields),
        moments_zone=_zone(fields),
        terms=fields.texts("terms"),
        clash=fields.text("clash", ""),
        legal=fields.text("legal", ""),
        also=fields.text("also", ""),
        replaces=fields.texts("replaces"),
        incident=fields.text("incident", ""),
        incident_url=fields.text("incident_url") if "incident" in fields.table else "",
    )


def _short(fields: Fields) -> str:
    short = fields.text("short", "")
    if len(short.replace(SOFT_HYPHEN, "")) > LONGEST_SHORT_NAME:
        problem = _("“{name}” has more than {most} letters")
        raise fields.wrong("short", problem.format(name=short, most=LONGEST_SHORT_NAME))
    return short


def _markets(fields: Fields) -> frozenset[str]:
    from babel.core import get_global  # noqa: PLC0415  only where a file is read

    markets = fields.texts("markets")
    countries = get_global("territory_languages")
    for market in markets:
        if market != EVERYWHERE and market not in countries:
            problem = _("“{market}” is no country code").format(market=market)
            raise fields.wrong("markets", problem)
    if not markets:
        raise fields.wrong("markets", _("at least one country is expected"))
    return frozenset(markets)


def _rule(fields: Fields) -> Rule:
    try:
        return parse_rule(fields.text("rule"))
    except InvalidInputError as error:
        raise fields.wrong("rule", str(error).rstrip(".")) from error


def _moments(fields: Fields) -> tuple[tuple[time, time], ...]:
    moments = []
    for text in fields.texts("moments", r"\d\d:\d\d-\d\d:\d\d"):
        try:
            starts, ends = (time.fromisoformat(part) for part in text.split("-"))
        except ValueError as error:
            raise fields.wrong("moments", str(error)) from error
        if starts >= ends:
            problem = _("“{value}” ends before it starts").format(value=text)
            raise fields.wrong("moments", problem)
        moments.append((starts, ends))
    return tuple(moments)


def _zone(fields: Fields) -> str:
    zone = fields.text("moments_zone", "")
    try:
        return zone and ZoneInfo(zone).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        problem = _("“{value}” is no time zone").format(value=zone)
        raise fields.wrong("moments_zone", problem) from error
