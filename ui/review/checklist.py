"""What still has to be done before the approval box opens, in words."""

from dataclasses import dataclass

from app.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class Checklist:
    """How far one reviewer has come with one post."""

    obstacle: str = ""
    """Why this person cannot approve it at all; then the rest does not matter."""
    lines: int = 0
    """Lines of the text that have not been on screen yet."""
    lacks_place: bool = False
    """Whether its own place and time, beside words that it shares, have not been on screen."""
    pictures: int = 0
    flags: int = 0
    ticks: int = 0
    """Cautions that nobody has ticked yet."""
    reasons: int = 0
    """Stops without written words."""
    disagreement: str = ""
    """Whose approval says the opposite of a remembrance, and the way out."""
    lacks_note: bool = False
    """Whether it is written in a language that the reviewer does not read, and no note says how
    they know what it says."""

    @property
    def is_seen(self) -> bool:
        """Whether all of the post has been on screen."""
        return not (self.lines or self.lacks_place or self.pictures or self.flags)

    @property
    def is_done(self) -> bool:
        """Whether the box may open."""
        answered = not (self.ticks or self.reasons or self.disagreement or self.lacks_note)
        return not self.obstacle and self.is_seen and answered

    def sentences(self) -> tuple[str, ...]:
        """Return what is still to do, most urgent first; nothing when the box is open."""
        if self.obstacle:
            return (self.obstacle,)
        return tuple(
            filter(
                None,
                (
                    self._to_see(),
                    self._to_tick(),
                    self._to_write(),
                    self.disagreement,
                    self._note(),
                ),
            )
        )

    def _to_see(self) -> str:
        parts = [
            ngettext("{count} line", "{count} lines", self.lines).format(count=self.lines)
            if self.lines
            else "",
            _("its place and time") if self.lacks_place else "",
            ngettext("{count} picture", "{count} pictures", self.pictures).format(
                count=self.pictures
            )
            if self.pictures
            else "",
            ngettext("{count} flag", "{count} flags", self.flags).format(count=self.flags)
            if self.flags
            else "",
        ]
        things = _enumerated([part for part in parts if part])
        told = _("{things} not yet seen.").format(things=things) if things else ""
        return told[:1].upper() + told[1:]

    def _to_tick(self) -> str:
        if not self.ticks:
            return ""
        return ngettext(
            "{count} caution needs your tick.", "{count} cautions need your tick.", self.ticks
        ).format(count=self.ticks)

    def _to_write(self) -> str:
        if not self.reasons:
            return ""
        return ngettext(
            "{count} stop needs a reason.", "{count} stops need a reason.", self.reasons
        ).format(count=self.reasons)

    def _note(self) -> str:
        return _("A note must say how you know what it says.") if self.lacks_note else ""


def _enumerated(parts: list[str]) -> str:
    match parts:
        case []:
            return ""
        case [only]:
            return only
        case [first, second]:
            return _("{first} and {second}").format(first=first, second=second)
        case [first, second, *rest]:
            head = _("{first}, {second}").format(first=first, second=second)
            return _enumerated([head, *rest])
    return ""
