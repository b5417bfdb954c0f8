"""The words on a card, in its tooltip and for screen readers."""

from datetime import datetime, time
from functools import lru_cache

from app.commands import dates
from app.commands.texts import network_name, severity_name, stage_name
from app.commands.views import Card, Stage
from app.domain.wall_time import local_at, zone_of
from app.wording import _


def time_words(card: Card) -> str:
    """Return the time of day of a card, or nothing in the tray."""
    return _clock(card.local.time()) if card.local else ""


def zone_words(card: Card) -> str:
    """Return the abbreviation of its zone at that time, or its distance from UTC."""
    return _zone(card.zone, card.local) if card.local else ""


def first_words(card: Card) -> str:
    """Return the planners' name and the text, or only the text where it has no name."""
    return name_and_text(card.headline, card.text)


def name_and_text(headline: str, words: str) -> str:
    """Return both in one line; a headline that begins the text is not said twice."""
    text = " ".join(words.split())
    start = headline.rstrip("… ")
    if not text:
        return headline
    return text if text.startswith(start) else f"{headline} · {text}"


def stage_word(card: Card) -> str:
    """Return one word for how far it has come."""
    return _stage_word(card.stage)


def severity_word(card: Card) -> str:
    """Return the word of its gravest flag, or that its risks are not known yet."""
    if not card.is_assessed:
        return _("Checking")
    return severity_name(card.severity) if card.severity is not None else ""


def network_words(card: Card) -> str:
    """Return what its network is called; in the tray, where no row says it, with its market."""
    network = network_name(card.channel.network)
    if card.local:
        return network
    return _("{market} · {network}").format(market=card.name.rpartition("-")[0], network=network)


def queued_words(card: Card) -> str:
    """Return what a scheduler still holds of it, such as “still queued in Buffer, Tue 10:00”."""
    if card.hand_over is None:
        return ""
    there = local_at(card.hand_over.instant, card.zone)
    return _("Still queued in {scheduler}, {day} {time}").format(
        scheduler=card.hand_over.preset.capitalize(),
        day=dates.day_name(there.date(), "short"),
        time=dates.clock(there),
    )


def queued_word(card: Card) -> str:
    """Return the same in short, or nothing."""
    return _("Still queued") if card.hand_over is not None else ""


def spoken(card: Card) -> str:
    """Return all that matters of a card in one line, as a screen reader says it."""
    parts = [card.name]
    if card.local:
        parts += [
            dates.day_name(card.local.date(), "long"),
            f"{time_words(card)} {zone_words(card)}",
        ]
    parts.append(network_name(card.channel.network))
    parts.append(_spoken_risk(card))
    parts.append(stage_name(card.stage).lower())
    parts += filter(None, [_approval(card)])
    if card.is_held:
        parts.append(_("on hold"))
    parts += filter(None, [queued_words(card)])
    parts.append(card.headline)
    return ", ".join(parts)


def tooltip(card: Card) -> str:
    """Return the card whole, line by line: nothing that is cut off there is lost."""
    when = (
        f"{dates.moment(card.local)} {dates.zone_name(card.zone, card.local)}"
        if card.local
        else _("Without a date")
    )
    channel = card.channel
    place = dict.fromkeys([network_name(channel.network), channel.name, channel.handle])
    lines = [f"{card.name} · {card.headline}", when, " · ".join(filter(None, place))]
    lines.append(" · ".join(filter(None, [stage_name(card.stage), _approval(card)])))
    lines += filter(None, [queued_words(card)])
    if not card.is_assessed:
        lines.append(_("Its risks are still being checked."))
    lines += [f"{severity_name(flag.severity)}: {flag.headline}" for flag in card.flags]
    return "\n".join(lines)


def _approval(card: Card) -> str:
    """Return whether it is approved, where its stage does not say so already."""
    if card.is_approved:
        return "" if card.stage is Stage.APPROVED else _("approved")
    return _("not approved")


def _spoken_risk(card: Card) -> str:
    if not card.is_assessed:
        return _("risks still being checked")
    if not card.flags:
        return _("no flags")
    flag = card.flags[0]
    return f"{severity_name(flag.severity).lower()}: {flag.headline}"


def _stage_word(stage: Stage) -> str:
    return {
        Stage.DRAFT: _("Draft"),
        Stage.WAITING: _("Waiting"),
        Stage.CHANGES: _("Changes"),
        Stage.REFUSED: _("Refused"),
        Stage.ENDED: _("Ended"),
        Stage.APPROVED: _("Approved"),
        Stage.QUEUED: _("Queued"),
        Stage.SENT: _("Sent"),
    }[stage]


@lru_cache(maxsize=2048)
def _clock(at: time) -> str:
    return dates.clock(datetime.combine(datetime.min.date(), at))


def short_zone_words(card: Card) -> str:
    """Return the distance of its zone from UTC alone, such as `−3`, for narrow cards."""
    return dates.offset_name(card.zone, card.local).removeprefix("UTC") if card.local else ""


@lru_cache(maxsize=8192)
def _zone(zone: str, local: datetime) -> str:
    name = local.replace(tzinfo=zone_of(zone)).tzname() or ""
    return name if name.isalpha() else dates.offset_name(zone, local)
