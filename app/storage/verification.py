"""Proving that history is whole: every hash, every row both ways, and each approval's right."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain.canonical import length_prefixed, sha256
from app.storage import assignments
from app.storage.chain import NOTHING_YET, hash_of, head
from app.storage.engine import Engine, Row
from app.storage.replay import wrong_answers, wrong_decisions, wrong_hand_overs, wrong_settings
from app.storage.schema.guards import BY_TABLE, CONTENT, GUARDED, Guarded
from app.wording import _

_SLICE = 500
"""Events looked at in one go: reading them takes a few milliseconds."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written."""

    subject: str
    """What it is about: an event, such as `audit:17`, or a row, such as `revision:ID@3`."""
    problem: str


def verify(
    engine: Engine, *, progress: Callable[[float], None] | None = None
) -> tuple[Finding, ...]:
    """Return all that is not as it was written; nothing where history is whole.

    Reads in slices, so that others can save meanwhile; `progress` hears the share done after each
    one, and what it raises ends the work.
    """
    found: list[Finding] = []
    for share, findings in _slices(engine):
        found += findings
        if progress is not None:
            progress(share)
    return tuple(found)


def _slices(engine: Engine) -> Iterator[tuple[float, list[Finding]]]:
    if not engine.schema_is_whole():
        yield 0.0, [Finding("schema", _("The guards of the calendar were changed."))]
    yield from _history(engine)
    yield 0.9, _beyond_the_end(engine)
    yield 0.9, list(_media(engine))
    yield 0.9, list(_wrong_settings(engine))
    yield 0.9, [*_unreadable_moments(engine), *_wrong_answers(engine)]
    yield 1.0, [*_wrong_decisions(engine), *_wrong_hand_overs(engine)]


def _history(engine: Engine) -> Iterator[tuple[float, list[Finding]]]:
    done, before = 0, NOTHING_YET.hash
    while (end := head(engine).seq) > done:
        last = min(done + _SLICE, end)
        events = engine.read(
            "SELECT * FROM audit WHERE seq > :done AND seq <= :last ORDER BY seq",
            done=done,
            last=last,
        )
        rows = _rows_recorded(engine, done, last)
        findings = [*_broken_links(events, done, before), *_unlike(events, rows)]
        before = events[-1]["hash"] if events else before
        done = last
        yield 0.9 * done / end, findings


def _rows_recorded(engine: Engine, done: int, last: int) -> dict[tuple[int, str], Row]:
    return {
        (row["seq"], guarded.table): row
        for guarded in GUARDED
        for row in engine.read(
            f"SELECT {', '.join(guarded.columns)} FROM {guarded.table}"
            " WHERE seq > :done AND seq <= :last",
            done=done,
            last=last,
        )
    }


def _broken_links(events: list[Row], done: int, before: str) -> Iterator[Finding]:
    for event in events:
        subject = f"audit:{event['seq']}"
        if event["seq"] != done + 1:
            yield Finding(subject, _("Events before it are gone."))
        elif event["prev"] != before or hash_of(event) != event["hash"]:
            yield Finding(subject, _("The event was changed, or one before it."))
        done, before = event["seq"], event["hash"]


def _unlike(events: list[Row], rows: dict[tuple[int, str], Row]) -> Iterator[Finding]:
    for event in events:
        table = event["entity"].partition(":")[0]
        row = rows.pop((event["seq"], table), None)
        if row is None:
            yield Finding(event["entity"], _("History tells of it, but it is gone."))
        elif not _is_as_recorded(BY_TABLE[table], row, event):
            yield Finding(event["entity"], _("It is not as it was recorded."))
    for seq, table in rows:
        yield Finding(f"{table}:{seq}", _("It was added without being recorded in the history."))


def _is_as_recorded(guarded: Guarded, row: Row, event: Row) -> bool:
    person = row.get("editor") or row.get("reviewer") or event["actor"]
    return (
        guarded.entity(row) == event["entity"]
        and sha256(guarded.text(row)) == event["digest"]
        and person == event["actor"]
        and (guarded.table != "revision" or _fingerprint(row) == row["fingerprint"])
    )


def _fingerprint(row: Row) -> str:
    return sha256(f"{row['fp_version']}{length_prefixed(row[column] for column in CONTENT)}")


def _beyond_the_end(engine: Engine) -> list[Finding]:
    unrecorded = _("It was added without being recorded in the history.")
    return [
        Finding(f"{guarded.table}:{row['seq']}", unrecorded)
        for guarded in GUARDED
        for row in engine.read(
            f"SELECT seq FROM {guarded.table} WHERE seq < 1 OR seq > (SELECT max(seq) FROM audit)"
        )
    ]


def _wrong_settings(engine: Engine) -> Iterator[Finding]:
    problem = _("It was changed by somebody who could not change it.")
    return (Finding(subject, problem) for subject in wrong_settings(engine))


def _wrong_decisions(engine: Engine) -> Iterator[Finding]:
    problem = _("It was decided by somebody who could not review, or approved by an author.")
    return (Finding(subject, problem) for subject in wrong_decisions(engine))


def _wrong_answers(engine: Engine) -> Iterator[Finding]:
    problem = _("A suggestion was answered by somebody who could not answer so.")
    return (Finding(subject, problem) for subject in wrong_answers(engine))


def _unreadable_moments(engine: Engine) -> Iterator[Finding]:
    problem = _("It is to be decided by a moment that cannot be read.")
    return (Finding(subject, problem) for subject in assignments.unreadable(engine))


def _wrong_hand_overs(engine: Engine) -> Iterator[Finding]:
    problem = _("It left without an approval of what left.")
    return (Finding(subject, problem) for subject in wrong_hand_overs(engine))


def _media(engine: Engine) -> Iterator[Finding]:
    for row in engine.read("SELECT seq, digest FROM medium ORDER BY seq"):
        (medium,) = engine.read("SELECT bytes FROM medium WHERE seq = :seq", seq=row["seq"])
        if hashlib.sha256(medium["bytes"]).hexdigest() != row["digest"]:
            yield Finding(f"medium:{row['digest']}", _("The picture or video was changed."))
