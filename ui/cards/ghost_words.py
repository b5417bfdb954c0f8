"""The words on a ghost, in its tooltip and for screen readers."""

from app.commands import dates
from app.commands.recall_words import cause_text, cause_words
from app.commands.texts import network_name
from app.commands.views import Recall
from app.wording import _
from ui.cards.card_words import name_and_text


def time_words(ghost: Recall) -> str:
    """Return the time of day at which the scheduler will send it."""
    return dates.clock(ghost.local)


def first_words(ghost: Recall) -> str:
    """Return the planners' name of the post and what will be sent, in one line."""
    return name_and_text(ghost.headline, ghost.text)


def still_queued(ghost: Recall) -> tuple[str, ...]:
    """Return what a ghost says of itself, the longest form first."""
    return (
        _("Still queued in {scheduler} · {why}").format(
            scheduler=ghost.scheduler, why=cause_words(ghost)
        ),
        _("Still in {scheduler} · {why}").format(scheduler=ghost.scheduler, why=cause_words(ghost)),
        _("Still in {scheduler}").format(scheduler=ghost.scheduler),
        _("Still queued"),
    )


def spoken(ghost: Recall) -> str:
    """Return all that matters of a ghost in one line, as a screen reader says it."""
    return _("Still queued in {scheduler}: {parts}").format(
        scheduler=ghost.scheduler,
        parts=", ".join(
            [
                ghost.card.name,
                dates.day_name(ghost.local.date(), "long"),
                f"{time_words(ghost)} {dates.zone_name(ghost.market.zone, ghost.local)}",
                network_name(ghost.channel.network),
                cause_words(ghost),
                ghost.headline,
            ]
        ),
    )


def tooltip(ghost: Recall) -> str:
    """Return the ghost whole, line by line: what lies there, why it must come out, and how."""
    when = f"{dates.moment(ghost.local)} {dates.zone_name(ghost.market.zone, ghost.local)}"
    lines = [
        f"{ghost.card.name} · {ghost.headline}",
        _("Still queued in {scheduler}, {when}").format(scheduler=ghost.scheduler, when=when),
        *(cause_text(ghost, cause) for cause in ghost.causes),
        ghost.way_out,
    ]
    return "\n".join(lines)
