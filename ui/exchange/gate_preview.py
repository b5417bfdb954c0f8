"""What an export would do, sorted and counted for the eye."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.commands.texts import field_name
from app.commands.views import Candidate
from app.domain.wall_time import instant_of
from app.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class GatePreview:
    """The posts that leave, by local time, and those that stay in, the mendable first."""

    leaving: tuple[Candidate, ...] = ()
    staying: tuple[Candidate, ...] = ()

    @classmethod
    def of(cls, candidates: Iterable[Candidate], now: datetime) -> "GatePreview":
        """Sort the candidates of an export; `now` is aware."""
        found = tuple(candidates)
        leaving = [one for one in found if one.leaves]
        staying = [one for one in found if not one.leaves]
        return cls(
            tuple(sorted(leaving, key=_place)),
            tuple(sorted(staying, key=lambda one: _effort(one, now))),
        )

    @property
    def is_empty(self) -> bool:
        """Whether the period holds no post at all."""
        return not self.leaving and not self.staying

    def counts(self) -> str:
        """Return how many leave and how many stay in: `31 leave · 12 stay in`."""
        leave = ngettext("{count} leaves", "{count} leave", len(self.leaving))
        stay = ngettext("{count} stays in", "{count} stay in", len(self.staying))
        return " · ".join(
            (
                leave.format(count=f"{len(self.leaving):,}"),
                stay.format(count=f"{len(self.staying):,}"),
            )
        )

    def left_behind(self) -> str:
        """Return which filled fields the format does not carry, of how many posts; or nothing."""
        fields = Counter(field for one in self.leaving for field in one.stays_behind)
        if not fields:
            return ""
        named = ", ".join(
            ngettext("{field} of {count} post", "{field} of {count} posts", count).format(
                field=field_name(field), count=count
            )
            for field, count in fields.items()
        )
        return _(
            "The format has no place for these, so they stay behind and are listed in the "
            "hand-over sheet: {fields}."
        ).format(fields=named)


def _place(candidate: Candidate) -> tuple[datetime, str]:
    """Return what sorts by the clock of each market."""
    card = candidate.card
    return card.local or datetime.max, card.name


def _effort(candidate: Candidate, now: datetime) -> tuple[bool, int, datetime, str]:
    """Return what sorts the mendable first: those still to come, with the fewest reasons."""
    card = candidate.card
    is_past = card.local is not None and instant_of(card.local, card.zone) <= now
    return is_past, len(candidate.reasons), *_place(candidate)
