"""The words of regions and of what is folded away."""

from app.commands.texts import severity_name
from app.domain.flag import Severity
from app.wording import _, ngettext
from ui.calendar.head_words import count_words
from ui.calendar.lanes import DaySum, Lane, Lanes, Region


def region_name(region: Region) -> str:
    """Return what a region is called; those without one have a name together."""
    return region.name or _("Other markets")


def row_name(lane: Lane) -> str:
    """Return what a row is called."""
    return region_name(lane.region) if lane.region is not None else lane.market.name


def row_words(lane: Lane, lanes: Lanes) -> str:
    """Return the head of a row in one line, as a screen reader says it."""
    if lane.region is None:
        name = lane.market.name
        return _("{market}, folded").format(market=name) if lane.is_folded else name
    words = region_lines(lane.region, lanes)
    state = _("folded") if lane.is_folded else _("open")
    return ", ".join([*words, state])


def region_lines(region: Region, lanes: Lanes) -> list[str]:
    """Return all that is said of a region: its markets, their posts, and the gravest flag."""
    count = len(region.markets)
    markets = ngettext("{count} market", "{count} markets", count).format(count=f"{count:,}")
    lines = [region_name(region), markets, count_words(region_count(region, lanes))]
    gravest = region_severity(region, lanes)
    if gravest is not None:
        lines.append(_("gravest flag: {severity}").format(severity=severity_name(gravest)))
    return lines


def region_count(region: Region, lanes: Lanes) -> int:
    """Return how many posts the markets of a region have."""
    return sum(lanes.post_counts.get(market.id, 0) for market in region.markets)


def region_severity(region: Region, lanes: Lanes) -> Severity | None:
    """Return the gravest flag in a region."""
    found = (lanes.gravest.get(market.id) for market in region.markets)
    return max((one for one in found if one is not None), default=None)


def sum_words(found: DaySum | None) -> list[str]:
    """Return what a folded row has on a day, in words."""
    if found is None:
        return [count_words(0)]
    words = [count_words(found.post_count)]
    if found.severity is not None:
        gravest = severity_name(found.severity)
        words.append(_("gravest flag: {severity}").format(severity=gravest))
    if found.ghost_count:
        still = ngettext(
            "{count} still at a scheduler", "{count} still at a scheduler", found.ghost_count
        )
        words.append(still.format(count=f"{found.ghost_count:,}"))
    return words
