"""Where somebody stands in a queue, and what lies around."""

from dataclasses import dataclass

from app.domain.post import PostId
from app.wording import _


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """The posts of a queue in their order, and the one that is read or waited for."""

    ids: tuple[PostId, ...]
    current: PostId | None

    @property
    def number(self) -> int | None:
        """Which of them it is, from 0; nothing where it is none of them."""
        return self.ids.index(self.current) if self.current in self.ids else None

    @property
    def words(self) -> str:
        """Which of how many it is, or how many wait."""
        number, total = self.number, len(self.ids)
        if number is None:
            return _("{total} to review").format(total=f"{total:,}")
        return _("{place} of {total}").format(place=f"{number + 1:,}", total=f"{total:,}")

    @property
    def has_previous(self) -> bool:
        """Whether there is a post before it."""
        return bool(self.ids) and self.number != 0

    @property
    def has_next(self) -> bool:
        """Whether there is a post after it."""
        return bool(self.ids) and self.number != len(self.ids) - 1

    @property
    def around(self) -> tuple[PostId, ...]:
        """The posts that are most likely turned to next, the likeliest first."""
        number = self.number
        if number is None:
            return ()
        return tuple(
            self.ids[at] for at in (number + 1, number + 2, number - 1) if 0 <= at < len(self.ids)
        )

    def turned(self, step: int) -> PostId | None:
        """Return the post so many steps on; from outside the first one."""
        wanted = 0 if self.number is None else self.number + step
        return self.ids[wanted] if 0 <= wanted < len(self.ids) else None

    def first_but(self, post_id: PostId) -> PostId | None:
        """Return the first post of the queue that is another one."""
        return next((one for one in self.ids if one != post_id), None)

    def following(self, post_id: PostId) -> PostId | None:
        """Return what is read after a post of the queue: the next one, else the first."""
        if post_id not in self.ids:
            return None
        at = self.ids.index(post_id)
        rest = self.ids[at + 1 :] or self.ids[:at]
        return rest[0] if rest else None
