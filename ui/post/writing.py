"""What is being written: the post as it was read, and what others have saved since."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.commands.views import PostView
from app.domain.post import Post
from ui.post.edits import Clash, carried_over, changed_from, clashes

_GIVEN = frozenset({"channel", "language", "local"})
"""What a new post has before anything is written."""


@dataclass(slots=True)
class Writing:
    """One post under somebody's hands; values are those of the form, by field."""

    base: Post
    """What the values were read from; in a field that somebody else changed too, what it was."""
    view: PostView | None = None
    """The post as it is saved now; nothing for a new one."""
    base_revision: int = field(init=False)
    """The version since which others may have changed what stands in the form."""

    def __post_init__(self) -> None:
        self.base_revision = self.base.revision

    @property
    def is_new(self) -> bool:
        """Whether it has never been saved."""
        return self.view is None

    def changes(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return what was changed and not saved; of a new post nothing until words are written."""
        changed = changed_from(self.base, values)
        return {} if self.is_new and not changed.keys() - _GIVEN else changed

    def to_keep(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return what brings the form back after a crash; nothing where all is saved."""
        mine = self.changes(values)
        if not mine or not self.is_new:
            return mine
        return {name: self.base.value(name) for name in _GIVEN} | mine

    def clashes(self, values: Mapping[str, object]) -> tuple[Clash, ...]:
        """Return the fields that somebody else changed too."""
        if self.view is None:
            return ()
        return clashes(self.base, self.view.post, self.changes(values))

    def take_in(self, view: PostView, values: Mapping[str, object]) -> Post:
        """Take over what is saved now; return what the form shows: that, with what is unsaved."""
        mine = self.changes(values)
        found = clashes(self.base, view.post, mine)
        self.base = carried_over(self.base, view.post, found)
        self.view = view
        if not found:
            self.base_revision = view.post.revision
        return self.base.changed(**mine)

    def resolve(self, values: Mapping[str, object], is_mine: Mapping[str, bool]) -> Post:
        """Settle clashes by who is to have the last word; return what the form shows then."""
        mine = self.changes(values)
        for clash in self.clashes(values):
            self.base = self.base.changed(**{clash.field: clash.theirs})
            if not is_mine.get(clash.field, True):
                del mine[clash.field]
        self.base_revision = self.base.revision
        return self.base.changed(**mine)

    def assume_saved(self, changes: Mapping[str, object]) -> Post:
        """Count changes as saved while they are on their way; return the base to come back to."""
        before = self.base
        self.base = before.changed(**changes)
        return before
