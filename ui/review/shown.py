"""What of a post has been on screen, in the words of the record."""

from app.commands.views import PostView
from ui.review.reading import ReadingWatch
from ui.review.reading_memory import FLAG
from ui.review.review_page import MEDIUM, TEXT


def shown_of(watch: ReadingWatch, view: PostView) -> tuple[str, ...]:
    """Return what has been on screen, as the decision records it.

    All texts count as one; a flag counts in the state in which it was read.
    """
    sights = {f"{FLAG}{flag.key}": flag.sight for flag in view.all_flags}
    is_text_left = any(sight.name.startswith(TEXT) for sight in watch.unseen)
    own = (name for name in watch.seen if name.startswith((MEDIUM, FLAG)))
    rest = tuple(sights.get(name, name) for name in own)
    return rest if is_text_left else ("text", *rest)
