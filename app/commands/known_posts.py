"""Posts that an earlier import brought: what the sheet said then, and what became of it since."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from app.domain.post import Post, PostId
from app.storage import imported
from app.storage.engine import Engine
from app.storage.imported import Past


@dataclass(frozen=True)
class KnownPost:
    """One imported post with its whole past."""

    past: Past

    @property
    def present(self) -> Post:
        """The newest version."""
        return self.past.versions[-1]

    @property
    def was_taken_back(self) -> bool:
        """Whether its import was undone, so that it is as if it had never come."""
        return self.present.cancelled and self.present.undo_of == 1

    def has_been(self, post: Post) -> bool:
        """Tell whether a version of it would have published the same as a post would."""
        return post.fingerprint in {version.fingerprint for version in self.past.versions}

    @cached_property
    def standing(self) -> tuple[Post, ...]:
        """The versions that were not undone, oldest first; a restored one is a person's edit."""
        undone: set[int] = set()
        for version in reversed(self.past.versions):
            is_undo = version.undo_of and version.revision not in self.past.restored
            if is_undo and version.revision not in undone:
                undone.add(version.undo_of)
        return tuple(one for one in self.past.versions if one.revision not in undone)

    def said_by_the_sheet(self, value: Callable[[Post], object]) -> object:
        """Return what an import last wrote into a field; `value` takes it from a version."""
        return value(self.standing[self._last_written(value)])

    def values_since(self, value: Callable[[Post], object]) -> tuple[object, ...]:
        """Return what stood in a field since an import last wrote it, oldest first."""
        return tuple(map(value, self.standing[self._last_written(value) :]))

    def _last_written(self, value: Callable[[Post], object]) -> int:
        written = [
            place
            for place in range(1, len(self.standing))
            if self.standing[place].revision in self.past.imported
            and value(self.standing[place]) != value(self.standing[place - 1])
        ]
        return written[-1] if written else 0


def load(engine: Engine, ids: Iterable[PostId]) -> dict[PostId, KnownPost]:
    """Return the known posts of these ids without those whose import was taken back."""
    found = {post_id: KnownPost(past) for post_id, past in imported.pasts(engine, ids).items()}
    return {post_id: known for post_id, known in found.items() if not known.was_taken_back}
