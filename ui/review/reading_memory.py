"""What one reviewer has read and answered in this sitting, so that looking aside costs nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.commands.views import PostView
from app.domain.post import Fingerprint, PostId

Reading = tuple[PostId, Fingerprint]
FLAG = "flag:"
"""What the name of a flag's sight begins with; its key follows."""


@dataclass(frozen=True, slots=True)
class FlagAnswer:
    """What the reviewer gave to a flag so far."""

    is_ticked: bool = False
    reason: str = ""


@dataclass(slots=True)
class ReadingMemory:
    """Remembers by exact content and, for flags, by their mark: what is new must be read."""

    _seen: dict[Reading, dict[str, str]] = field(default_factory=dict)
    _answers: dict[Reading, dict[str, tuple[str, FlagAnswer]]] = field(default_factory=dict)
    _remembrances: set[Reading] = field(default_factory=set)

    def keep(self, view: PostView, seen: Iterable[str], answers: Mapping[str, FlagAnswer]) -> None:
        """Remember the names of what has been on screen, and the answers by key of the flag."""
        marks = _marks(view)
        self._seen[_reading(view)] = {name: marks.get(name, "") for name in seen}
        self._answers[_reading(view)] = {
            key: (marks.get(f"{FLAG}{key}", ""), answer) for key, answer in answers.items()
        }

    def seen(self, view: PostView) -> frozenset[str]:
        """Return the names of what has been on screen and is still the same."""
        marks = _marks(view)
        kept = self._seen.get(_reading(view), {})
        return frozenset(name for name, mark in kept.items() if marks.get(name, "") == mark)

    def answers(self, view: PostView) -> dict[str, FlagAnswer]:
        """Return the answers to flags that are still the same."""
        marks = _marks(view)
        kept = self._answers.get(_reading(view), {})
        return {
            key: answer for key, (mark, answer) in kept.items() if marks.get(f"{FLAG}{key}") == mark
        }

    def keep_remembrance(self, view: PostView, *, is_remembrance: bool) -> None:
        """Remember whether the reviewer had marked it as the remembrance of its day."""
        change = self._remembrances.add if is_remembrance else self._remembrances.discard
        change(_reading(view))

    def is_remembrance(self, view: PostView) -> bool:
        """Tell whether the reviewer had marked it as the remembrance of its day."""
        return _reading(view) in self._remembrances

    def forget(self) -> None:
        """Forget everything: another person has sat down."""
        self._remembrances.clear()
        self._seen.clear()
        self._answers.clear()


def _reading(view: PostView) -> Reading:
    return view.post.id, view.post.fingerprint


def _marks(view: PostView) -> dict[str, str]:
    return {f"{FLAG}{flag.key}": flag.mark for flag in view.all_flags}
