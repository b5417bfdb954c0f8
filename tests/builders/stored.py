"""What stands in the database of a calendar, read past the program."""

from app.domain.post import PostId
from app.storage.engine import Engine


def all_post_ids(engine: Engine) -> list[PostId]:
    """Return the ids of all posts, oldest first."""
    return [PostId(row["id"]) for row in engine.read("SELECT id FROM post ORDER BY seq")]
