"""One row or event of a file as a day of the team; what is wrong is named by its field."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.days.fields import Fields
from app.domain.canonical import length_prefixed, sha256
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.observance import Tone
from app.domain.team_day import LONGEST_TEXT, TEAM_ID, TeamDay
from app.errors import InvalidInputError
from app.exchange.day_rules import rule_meant
from app.wording import _

TONES = {tone.value: tone for tone in Tone}
SEVERITIES = {
    "note": Severity.NOTE,
    "caution": Severity.CAUTION,
    "stop": Severity.STOP,
    "medium": Severity.NOTE,
    "high": Severity.CAUTION,
    "block": Severity.STOP,
}
"""The words of the window, and those of the program's own data."""

EVERYWHERE = frozenset({"*", "all"})
_LONGEST_ID = 60
_BETWEEN = re.compile(r"[;,|\n]+")


@dataclass(frozen=True, slots=True)
class Usual:
    """What counts where a file does not say it."""

    markets: tuple[MarketId, ...] = ()
    """None for every market."""
    tone: Tone = Tone.SOLEMN
    severity: Severity = Severity.NOTE


def markets_by_name(markets: Iterable[Market]) -> Mapping[str, MarketId]:
    """Return the markets by all that a file may call them: id, code and name, without case."""
    return {
        name.casefold(): market.id
        for market in markets
        for name in (market.name, market.code, market.id)
    }


def team_day(fields: Fields, known: Mapping[str, MarketId], usual: Usual) -> TeamDay:
    """Return the day of a row; InvalidInputError names the file, the row and the field."""
    for field, text in fields.table.items():
        if isinstance(text, str) and len(text) > LONGEST_TEXT:
            problem = _("it has more than {count} characters").format(count=f"{LONGEST_TEXT:,}")
            raise fields.wrong(field, problem)
    name, written = fields.text("name"), fields.text("rule")
    try:
        rule = rule_meant(written)
    except InvalidInputError as error:
        raise fields.wrong("rule", str(error).rstrip(".")) from error
    has_tone, has_severity = (fields.text(field, "") for field in ("tone", "severity"))
    return TeamDay(
        id=TEAM_ID + _id(fields, name, rule),
        name=name,
        rule=rule,
        tone=_lower(fields).choice("tone", TONES) if has_tone else usual.tone,
        severity=(
            _lower(fields).choice("severity", SEVERITIES) if has_severity else usual.severity
        ),
        markets=_markets(fields, known, usual),
        why=fields.text("why", ""),
        terms=_split(fields.text("terms", "")),
        clash=fields.text("clash", ""),
        source=fields.text("source", ""),
    )


def _id(fields: Fields, name: str, rule: str) -> str:
    """Return the id that the file gives, or one that is made of the name and the rule."""
    given = fields.text("id", "").removeprefix(TEAM_ID)
    plain = re.sub(r"[^\w]+", "-", (given or name).casefold()).strip("-")
    if given and plain and len(plain) <= _LONGEST_ID:
        return plain
    digest = sha256(length_prefixed([given, name, rule]))[:8]
    return f"{plain[:_LONGEST_ID]}-{digest}"


def _markets(fields: Fields, known: Mapping[str, MarketId], usual: Usual) -> tuple[MarketId, ...]:
    names = _split(fields.text("markets", ""))
    if not names:
        return usual.markets
    if any(name.casefold() in EVERYWHERE for name in names):
        return ()
    found = []
    for name in names:
        if name.casefold() not in known:
            problem = _("there is no market “{name}” in this calendar").format(name=name)
            raise fields.wrong("markets", problem)
        found.append(known[name.casefold()])
    return tuple(dict.fromkeys(found))


def _lower(fields: Fields) -> Fields:
    table = {key: str(value).strip().lower() for key, value in fields.table.items()}
    return Fields(fields.file, fields.entry, table)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in (each.strip() for each in _BETWEEN.split(text)) if part)
