"""Days that the team has added, and days that it has switched off: the newest row counts."""

from app.domain.canonical import canonical_json
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.observance import Tone
from app.domain.team_day import DaySwitch, TeamCalendar, TeamDay
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import readable_rows, tuple_of


def team_calendar(engine: Engine) -> TeamCalendar:
    """Return the team's days in the order in which they were added, and all newest switches."""
    days = engine.read(
        """
        SELECT d.* FROM team_day d
        WHERE d.is_active = 1
          AND d.seq = (SELECT max(n.seq) FROM team_day n WHERE n.day_id = d.day_id)
        ORDER BY (SELECT min(f.seq) FROM team_day f WHERE f.day_id = d.day_id)
        """
    )
    switches = engine.read(
        """
        SELECT s.*, p.name FROM day_switch s
        JOIN audit a ON a.seq = s.seq
        JOIN current_person p ON p.person_id = a.actor
        WHERE s.seq = (
          SELECT max(n.seq) FROM day_switch n
          WHERE n.observance = s.observance AND n.market = s.market
        )
        ORDER BY s.seq
        """
    )
    with readable_rows():
        return TeamCalendar(tuple(map(_day_of, days)), tuple(map(_switch_of, switches)))


def save_day(engine: Engine, stamp: Stamp, day: TeamDay, reason: str) -> None:
    """Add a day of the team or change it, which a reviewer does."""
    record(engine, stamp, "save", "team_day", _row_of(day, reason, is_active=True))


def retire_day(engine: Engine, stamp: Stamp, day: TeamDay, reason: str) -> None:
    """Let a day of the team count no longer, which a reviewer does."""
    record(engine, stamp, "retire", "team_day", _row_of(day, reason, is_active=False))


def switch_day(
    engine: Engine, stamp: Stamp, *, observance: str, market: MarketId, is_off: bool, reason: str
) -> None:
    """Switch a day off or on again in one market or in all, which a reviewer does."""
    row = {"observance": observance, "market": market, "is_off": int(is_off), "reason": reason}
    record(engine, stamp, "switch off" if is_off else "switch on", "day_switch", row)


def _row_of(day: TeamDay, reason: str, *, is_active: bool) -> Row:
    return {
        "day_id": day.id,
        "name": day.name,
        "rule": day.rule,
        "markets": canonical_json(day.markets),
        "tone": day.tone.value,
        "severity": day.severity.name.lower(),
        "why": day.why,
        "terms": canonical_json(day.terms),
        "clash": day.clash,
        "source": day.source,
        "is_active": int(is_active),
        "reason": reason,
    }


def _day_of(row: Row) -> TeamDay:
    return TeamDay(
        id=row["day_id"],
        name=row["name"],
        rule=row["rule"],
        tone=Tone(row["tone"]),
        severity=Severity[row["severity"].upper()],
        markets=tuple_of(row["markets"]),
        why=row["why"],
        terms=tuple_of(row["terms"]),
        clash=row["clash"],
        source=row["source"],
    )


def _switch_of(row: Row) -> DaySwitch:
    return DaySwitch(
        observance=row["observance"],
        market=MarketId(row["market"]),
        is_off=bool(row["is_off"]),
        by=row["name"],
        reason=row["reason"],
    )
