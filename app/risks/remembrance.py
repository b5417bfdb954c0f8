"""What a post may not do that is the remembrance of its day."""

from collections.abc import Iterator

from app.domain.flag import Flag
from app.domain.post import Post
from app.risks.facts import Facts


def remembrance_flags(post: Post, facts: Facts) -> Iterator[Flag]:  # noqa: ARG001  words to come
    """Yield a stop for all that sells or celebrates, with keys of their own: `remembrance.…`.

    Asked only where a reviewer says that the post is the remembrance of its day.
    """
    yield from ()
