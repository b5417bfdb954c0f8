"""How a flag speaks: headlines that fit a card, and who can lift it."""

from collections.abc import Iterable
from typing import assert_never

from app.domain.flag import Severity
from app.wording import _

LONGEST_HEADLINE = 60
MOST_EVIDENCE = 8
LONGEST_EVIDENCE = 80


def fitted(text: str, longest: int = LONGEST_HEADLINE) -> str:
    """Return one line of at most 60 characters; what is longer ends in an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def quoted(pieces: Iterable[str]) -> tuple[str, ...]:
    """Return each piece of a post once and fitted to be shown, at most eight of them."""
    return tuple(dict.fromkeys(fitted(piece, LONGEST_EVIDENCE) for piece in pieces))[:MOST_EVIDENCE]


def severity_word(severity: Severity) -> str:
    """Return the one word beside a flag's icon."""
    return {
        Severity.NOTE: _("Note"),
        Severity.CAUTION: _("Caution"),
        Severity.STOP: _("Stop"),
        Severity.BLOCKED: _("Blocked"),
    }[severity]


def way_out(severity: Severity) -> str:
    """Return who can lift a flag of this severity, and how."""
    match severity:
        case Severity.NOTE:
            return _("Nothing needs to be done.")
        case Severity.CAUTION:
            return _("A reviewer may tick it.")
        case Severity.STOP:
            return _("A reviewer may let it go with a written reason.")
        case Severity.BLOCKED:
            return _("It has to be mended before the post can leave.")
        case never:
            assert_never(never)


def weekday_name(number: int) -> str:
    """Return what a weekday is called; Monday is 0."""
    names = (
        *(_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday")),
        *(_("Saturday"), _("Sunday")),
    )
    return names[number]
