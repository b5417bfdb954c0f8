"""Plans with which several stories begin."""

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from app.commands.reader import Reader
from tests.builders.calendars import BREAD, MARC, approve_as, knowledge, ready_post, team_session

REASON = "It is quiet, and agreed with the town hall."


def two_of_three_approved(path: Path, day: date) -> None:
    """Write three German posts of one day, by Lena; Marc has approved the first two."""
    with (
        closing(team_session(path, _now)) as session,
        closing(Reader.open(path, knowledge())) as reader,
    ):
        for number in range(3):
            post_id = ready_post(session, text=f"{BREAD} Tag {number + 1}.", day=day)
            if number < 2:
                approve_as(session, reader, post_id, by=MARC, reason=REASON)


def _now() -> datetime:
    return datetime.now(UTC)
