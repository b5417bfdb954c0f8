"""Posts, flags and days as every word says them: as JSON and in a table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from app.cli.table import Column, table
from app.commands.dates import clock, span_name
from app.commands.texts import severity_name
from app.commands.views import Candidate, Card
from app.domain.flag import Flag, Severity
from app.wording import _


def needs_a_look(flags: Iterable[Flag]) -> bool:
    """Tell whether a reviewer has to answer any of these flags."""
    return any(flag.severity >= Severity.CAUTION for flag in flags)


def flag_facts(flag: Flag) -> Mapping[str, object]:
    """Return a flag for programs."""
    return {
        "rule": flag.rule,
        "severity": flag.severity.name.lower(),
        "key": flag.key,
        "why": flag.why,
        "source": flag.source,
        "headline": flag.headline,
        "evidence": flag.evidence,
        "source_url": flag.source_url,
        "way_out": flag.way_out,
    }


def card_facts(card: Card) -> dict[str, object]:
    """Return where and when a post stands, for programs."""
    return {
        "id": card.name,
        "market": card.market,
        "channel": card.channel.name,
        "network": card.channel.network,
        "local": written(card.local),
        "zone": card.zone,
        "stage": card.stage.value,
    }


def flag_columns() -> tuple[Column, Column]:
    """Return the columns of a table in which flags are said."""
    return Column(_("Flag"), 19), Column(_("Why"))


def flag_rows(start: Sequence[str], flags: Iterable[Flag]) -> Iterator[tuple[str, ...]]:
    """Yield a row of a table for each flag; what stands before it is said once."""
    for flag in flags:
        said = _("{headline}. {why}").format(headline=flag.headline, why=flag.why)
        yield (*start, f"{severity_name(flag.severity)}\n{flag.rule}", said)
        start = ("",) * len(start)


def reason_table(candidates: Iterable[Candidate]) -> Iterator[str]:
    """Yield how many posts stay in for which reason; one may have several."""
    staying = [one for one in candidates if one.reasons]
    reasons = Counter(reason for one in staying for reason in one.reasons)
    rows = [(str(count), reason) for reason, count in reasons.most_common()]
    yield from table((Column(_("Posts"), 8), Column(_("Why they stay in"))), rows)
    if sum(reasons.values()) > len(staying):
        yield _("A post may stay in for several reasons.")


def written(local: datetime | None) -> str | None:
    """Return a wall time as programs read it."""
    return None if local is None else local.isoformat(timespec="minutes")


def when(local: datetime | None) -> str:
    """Return a wall time as people read it, with its year."""
    if local is None:
        return _("no date")
    return _("{day}, {clock}").format(day=span_name(local.date(), local.date()), clock=clock(local))
