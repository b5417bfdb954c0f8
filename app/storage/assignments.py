"""Who is asked to decide which post, and by when: the newest row of a post counts."""

from collections.abc import Iterable, Iterator, Mapping

from app.domain import wall_time
from app.domain.assignment import Assignment
from app.domain.person import PersonId
from app.domain.post import PostId
from app.storage.chain import Stamp, record
from app.storage.engine import Engine, Row
from app.storage.rows import read_for, readable_rows


def of_posts(engine: Engine, ids: Iterable[PostId]) -> Mapping[PostId, Assignment]:
    """Return what was said last of these posts; those of which nothing was said are left out."""
    sql = "SELECT * FROM current_assignment WHERE post_id IN {these}"
    with readable_rows():
        return {PostId(row["post_id"]): _assignment_of(row) for row in read_for(engine, sql, ids)}


def assigned_posts(engine: Engine) -> Mapping[PostId, Assignment]:
    """Return the posts to come of which something was said, with what that was last."""
    rows = engine.read("SELECT * FROM current_assignment WHERE assignee <> '' OR decide_by <> ''")
    with readable_rows():
        return {PostId(row["post_id"]): _assignment_of(row) for row in rows}


def assign(engine: Engine, stamp: Stamp, post_id: PostId, assignment: Assignment) -> None:
    """Ask somebody to decide a post, or anybody again."""
    given = assignment.decide_by
    row = {
        "post_id": post_id,
        "assignee": assignment.assignee,
        "decide_by": wall_time.stamp(given) if given is not None else "",
    }
    record(engine, stamp, "assign", "assignment", row)


def all_of_post(engine: Engine, post_id: PostId) -> list[tuple[int, Assignment]]:
    """Return each assignment of a post with its place in the audit, oldest first."""
    rows = engine.read("SELECT * FROM assignment WHERE post_id = :id ORDER BY seq", id=post_id)
    with readable_rows():
        return [(row["seq"], _assignment_of(row)) for row in rows]


def unreadable(engine: Engine) -> Iterator[str]:
    """Yield which assignments name no moment that can be read, as `assignment:POST`."""
    rows = engine.read("SELECT post_id, decide_by FROM assignment WHERE decide_by <> ''")
    return (f"assignment:{row['post_id']}" for row in rows if not _is_stamp(row["decide_by"]))


def _is_stamp(text: str) -> bool:
    try:
        return wall_time.from_stamp(text).tzinfo is not None
    except ValueError:
        return False


def _assignment_of(row: Row) -> Assignment:
    given = row["decide_by"]
    return Assignment(PersonId(row["assignee"]), wall_time.from_stamp(given) if given else None)
