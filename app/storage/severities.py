"""How grave a team finds what the rules raise: the newest row of a rule and market counts."""

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.severity_rule import SeverityRule
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import readable_rows

AS_THE_PROGRAM_SAYS = ""
"""Stands for a choice that was taken back."""


def all_severities(engine: Engine) -> tuple[SeverityRule, ...]:
    """Return the choices that count, by rule and market."""
    rows = engine.read(
        """
        SELECT s.* FROM severity_rule s
        WHERE s.severity <> '' AND s.seq = (
          SELECT max(n.seq) FROM severity_rule n WHERE n.rule = s.rule AND n.market = s.market)
        ORDER BY s.rule, s.market
        """
    )
    with readable_rows():
        return tuple(_choice_of(row) for row in rows)


def save_severity(
    engine: Engine,
    stamp: Stamp,
    *,
    rule: str,
    market: MarketId,
    severity: Severity | None,
    reason: str,
) -> None:
    """Let a rule or a family weigh otherwise, which an owner does; nothing takes it back."""
    row = {
        "rule": rule,
        "market": market,
        "severity": AS_THE_PROGRAM_SAYS if severity is None else severity.name.lower(),
        "reason": reason,
    }
    record(engine, stamp, "save", "severity_rule", row)


def _choice_of(row: Row) -> SeverityRule:
    return SeverityRule(
        row["rule"], Severity[row["severity"].upper()], row["reason"], MarketId(row["market"])
    )
