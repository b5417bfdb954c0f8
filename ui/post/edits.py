"""What a person has changed and not saved yet, beside what others saved meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.post import Post


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that two people changed: what it was, what the other saved, what stands here."""

    field: str
    base: object
    theirs: object
    mine: object


def changed_from(base: Post, values: Mapping[str, object]) -> dict[str, object]:
    """Return the fields whose value is no longer that of the post they were read from."""
    return {name: value for name, value in values.items() if base.value(name) != value}


def clashes(base: Post, theirs: Post, mine: Mapping[str, object]) -> tuple[Clash, ...]:
    """Return the fields that somebody else changed too, to something else."""
    return tuple(
        Clash(name, base.value(name), theirs.value(name), value)
        for name, value in mine.items()
        if theirs.value(name) not in (base.value(name), value)
    )


def carried_over(base: Post, theirs: Post, found: tuple[Clash, ...]) -> Post:
    """Return their version as the new base, in which clashing fields are still what they were."""
    return theirs.changed(**{clash.field: base.value(clash.field) for clash in found})
