"""Shifts, weekly patterns and gaps of a roster: the newest row of an id counts."""

from datetime import date, datetime, time

from app.domain.canonical import canonical_json
from app.domain.duty import Duty, DutyId, Gap, Roster, Shift, Week
from app.domain.market import MarketId
from app.domain.person import PersonId
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import readable_rows, tuple_of


def roster(engine: Engine) -> Roster:
    """Return all duty that counts, without that of people who have left the team."""
    with readable_rows():
        return Roster(
            tuple(map(_shift_of, _of_people(engine, "duty"))),
            tuple(map(_week_of, _of_people(engine, "duty_week"))),
            tuple(map(_gap_of, _newest(engine, "duty_gap", "gap_id"))),
        )


def save_duty(
    engine: Engine, stamp: Stamp, duty: Duty, reason: str, *, is_active: bool = True
) -> None:
    """Add or change a shift, a pattern or a gap, or retire it; a reviewer does so."""
    match duty:
        case Shift():
            table, row = "duty", _row_of_shift(duty)
        case Week():
            table, row = "duty_week", _row_of_week(duty)
        case Gap():
            table, row = "duty_gap", _row_of_gap(duty)
    row |= {"is_active": int(is_active), "reason": reason}
    record(engine, stamp, "save" if is_active else "retire", table, row)


def _of_people(engine: Engine, table: str) -> list[Row]:
    here = {
        row["person_id"]
        for row in engine.read("SELECT person_id FROM current_person WHERE is_active = 1")
    }
    return [row for row in _newest(engine, table, "duty_id") if row["person_id"] in here]


def _newest(engine: Engine, table: str, key: str) -> list[Row]:
    rows = engine.read(
        f"""
        SELECT d.* FROM {table} d
        WHERE d.is_active = 1
          AND d.seq = (SELECT max(n.seq) FROM {table} n WHERE n.{key} = d.{key})
        ORDER BY d.market, d.starts, d.{key}
        """
    )
    return list(rows)


def _shift_of(row: Row) -> Shift:
    return Shift(
        DutyId(row["duty_id"]),
        PersonId(row["person_id"]),
        MarketId(row["market"]),
        datetime.fromisoformat(row["starts"]),
        datetime.fromisoformat(row["ends"]),
        row["zone"],
    )


def _week_of(row: Row) -> Week:
    return Week(
        DutyId(row["duty_id"]),
        PersonId(row["person_id"]),
        MarketId(row["market"]),
        time.fromisoformat(row["starts"]),
        time.fromisoformat(row["ends"]),
        row["zone"],
        frozenset(tuple_of(row["weekdays"])),
        bool(row["on_holidays"]),
        date.fromisoformat(row["since"]) if row["since"] else date.min,
        date.fromisoformat(row["until"]) if row["until"] else date.max,
    )


def _gap_of(row: Row) -> Gap:
    return Gap(
        DutyId(row["gap_id"]),
        MarketId(row["market"]),
        datetime.fromisoformat(row["starts"]),
        datetime.fromisoformat(row["ends"]),
        row["zone"],
    )


def _row_of_shift(shift: Shift) -> dict[str, object]:
    return {
        "duty_id": shift.id,
        "person_id": shift.person,
        "market": shift.market,
        "starts": _minutes(shift.starts),
        "ends": _minutes(shift.ends),
        "zone": shift.zone,
    }


def _row_of_week(week: Week) -> dict[str, object]:
    return {
        "duty_id": week.id,
        "person_id": week.person,
        "market": week.market,
        "weekdays": canonical_json(sorted(week.weekdays)),
        "starts": week.starts.isoformat("minutes"),
        "ends": week.ends.isoformat("minutes"),
        "zone": week.zone,
        "on_holidays": int(week.on_holidays),
        "since": "" if week.since == date.min else week.since.isoformat(),
        "until": "" if week.until == date.max else week.until.isoformat(),
    }


def _row_of_gap(gap: Gap) -> dict[str, object]:
    return {
        "gap_id": gap.id,
        "market": gap.market,
        "starts": _minutes(gap.starts),
        "ends": _minutes(gap.ends),
        "zone": gap.zone,
    }


def _minutes(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
