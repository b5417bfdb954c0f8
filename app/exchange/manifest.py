"""The manifest of an export: what left, on whose word, and how to prove that it is unchanged."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.canonical import canonical_json, sha256
from app.domain.decision import Decision
from app.domain.export import ExportId
from app.domain.market import Market
from app.domain.person import Person, PersonId
from app.domain.post import PostId
from app.domain.wall_time import stamp
from app.exchange.presets import Preset
from app.exchange.rows import Row, cells, stays_behind
from app.exchange.writer import SAMPLE, ExportFile

MANIFEST_NAME = "manifest.json"
FORMAT = "countersign-manifest"
VERSION = 1


@dataclass(frozen=True, slots=True)
class StayedIn:
    """A post of the period that did not leave, with the code of each reason."""

    row: Row
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportFacts:
    """All that the manifest and the hand-over sheet tell beside the files themselves."""

    export: ExportId
    product_version: str
    calendar_id: str
    calendar_name: str
    is_sample: bool
    made_at: datetime
    """With a zone."""
    made_by: Person
    head_before: str
    """Head of the audit chain before this export."""
    first_day: date | None
    """Nothing where the period has no beginning."""
    last_day: date | None
    markets: tuple[Market, ...]
    decisions: Mapping[PostId, tuple[Decision, ...]]
    """The approvals by which each post leaves."""
    people: Mapping[PersonId, str]
    """Names of all who approved."""
    stayed_in: tuple[StayedIn, ...] = ()


def build_manifest(
    facts: ExportFacts,
    preset: Preset,
    files: Iterable[ExportFile],
    papers: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the manifest as JSON in UTF-8: equal facts give equal bytes.

    `papers` are the other files of the folder, such as the hand-over sheet.
    """
    files = tuple(files)
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "product": "Countersign",
        "product_version": facts.product_version,
        "mark": SAMPLE if facts.is_sample else "",
        "export": facts.export,
        "calendar": {"id": facts.calendar_id, "name": facts.calendar_name},
        "made_at": stamp(facts.made_at),
        "made_by": {"id": facts.made_by.id, "name": facts.made_by.name},
        "audit_head_before": facts.head_before,
        "period": {"first_day": _day(facts.first_day), "last_day": _day(facts.last_day)},
        "markets": [{"code": m.code, "name": m.name} for m in facts.markets],
        "preset": _preset(preset),
        "files": [_file(file) for file in files],
        "papers": [
            {"name": name, "sha256": digest(data)} for name, data in sorted((papers or {}).items())
        ],
        "rows": [
            _row(facts, preset, file, number, row)
            for file in files
            for number, row in file.numbered
        ],
        "stayed_in": _stayed_in(facts.stayed_in),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode()


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def row_digest(row_cells: Iterable[str]) -> str:
    """Return the SHA-256 of one row's cells, however they are quoted."""
    return sha256(canonical_json(list(row_cells)))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _preset(preset: Preset) -> dict[str, object]:
    return {
        "name": preset.name,
        "label": preset.label,
        "facts_as_of": preset.facts.as_of.isoformat(),
        "confidence": preset.facts.confidence,
        "encoding": preset.file.encoding,
        "delimiter": preset.file.delimiter,
        "rows_per_file": preset.row_limit,
    }


def _file(file: ExportFile) -> dict[str, object]:
    return {
        "name": file.name,
        "sha256": digest(file.data),
        "rows": len(file.rows),
        "first_row": file.first_row,
        "market": file.market.code,
        "network": file.channel.network,
        "channel": file.channel.id,
        "handle": file.channel.handle,
        "zone": file.zone,
    }


def _row(
    facts: ExportFacts, preset: Preset, file: ExportFile, number: int, row: Row
) -> dict[str, object]:
    post = row.post
    local = post.content.local
    return {
        "file": file.name,
        "row": number,
        "sha256": row_digest(cells(preset, row)),
        "post": row.short_name,
        "post_id": post.id,
        "revision": post.revision,
        "fingerprint": post.fingerprint,
        "local": local and local.isoformat(timespec="minutes"),
        "zone": post.content.zone,
        "instant": stamp(row.instant),
        "clock_in_file": row.clock.strftime(preset.time_pattern),
        "approvals": [_approval(facts, decision) for decision in facts.decisions.get(post.id, ())],
        "left_behind": _left_behind(preset, row),
    }


def _approval(facts: ExportFacts, decision: Decision) -> dict[str, object]:
    return {
        "person": decision.reviewer,
        "name": facts.people.get(decision.reviewer, ""),
        "decision": decision.seq,
        "at": stamp(decision.at),
        "remembrance": decision.remembrance,
    }


def _left_behind(preset: Preset, row: Row) -> dict[str, object]:
    content = row.post.content
    values: dict[str, object] = {
        "alt": [medium.alt for medium in content.media],
        "campaign": content.campaign,
        "labels": list(row.post.labels),
    }
    return {name: values[name] for name in stays_behind(preset, row)}


def _stayed_in(stayed_in: tuple[StayedIn, ...]) -> dict[str, object]:
    reasons = Counter(reason for one in stayed_in for reason in one.reasons)
    return {
        "count": len(stayed_in),
        "reasons": dict(reasons),
        "posts": [
            {"post": one.row.short_name, "post_id": one.row.post.id, "reasons": list(one.reasons)}
            for one in stayed_in
        ],
    }
