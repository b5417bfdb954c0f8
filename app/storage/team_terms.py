"""Words that the team avoids, and names that it wants spelt exactly: the newest row counts."""

from app.domain.canonical import canonical_json
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.team_term import TeamTerm, TeamTerms, TermKind
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import readable_rows, tuple_of


def team_terms(engine: Engine) -> TeamTerms:
    """Return the terms that count, in the order in which they were added."""
    rows = engine.read(
        """
        SELECT t.* FROM team_term t
        WHERE t.is_active = 1
          AND t.seq = (SELECT max(n.seq) FROM team_term n WHERE n.term_id = t.term_id)
        ORDER BY (SELECT min(f.seq) FROM team_term f WHERE f.term_id = t.term_id)
        """
    )
    with readable_rows():
        return TeamTerms(tuple(map(_term_of, rows)))


def save_term(engine: Engine, stamp: Stamp, term: TeamTerm, reason: str) -> None:
    """Add a term or change it, which a reviewer does."""
    record(engine, stamp, "save", "team_term", _row_of(term, reason, is_active=True))


def retire_term(engine: Engine, stamp: Stamp, term: TeamTerm, reason: str) -> None:
    """Let a term count no longer, which a reviewer does."""
    record(engine, stamp, "retire", "team_term", _row_of(term, reason, is_active=False))


def _row_of(term: TeamTerm, reason: str, *, is_active: bool) -> dict[str, object]:
    return {
        "term_id": term.id,
        "kind": term.kind.value,
        "words": canonical_json(term.words),
        "markets": canonical_json(term.markets),
        "language": term.language,
        "severity": term.severity.name.lower(),
        "why": term.why,
        "is_active": int(is_active),
        "reason": reason,
    }


def _term_of(row: Row) -> TeamTerm:
    return TeamTerm(
        id=row["term_id"],
        kind=TermKind(row["kind"]),
        words=tuple_of(row["words"]),
        severity=Severity[row["severity"].upper()],
        markets=tuple(map(MarketId, tuple_of(row["markets"]))),
        language=row["language"],
        why=row["why"],
    )
