"""What a shift would mean, in sentences and in the rows of its table."""

from collections.abc import Iterator, Sequence

from app.commands.shifting import Following, Foreseen, ShiftPreview
from app.commands.texts import severity_name
from app.commands.views import Card
from app.wording import _, ngettext


def choices(chosen: Sequence[Card], market: str) -> Iterator[tuple[Following, str]]:
    """Yield who may move along with the earliest of the chosen posts, in words."""
    first = chosen[0]
    if len(chosen) > 1:
        yield (
            Following.SELECTION,
            _("Only the {count} chosen posts").format(count=f"{len(chosen):,}"),
        )
    yield Following.MARKET, _("This and all later posts of {market}").format(market=market)
    yield (
        Following.CHANNEL,
        _("This and all later posts of {market} on {channel}").format(
            market=market, channel=first.channel.name
        ),
    )
    if first.campaign:
        yield (
            Following.CAMPAIGN,
            _("This and all later posts of the campaign “{campaign}”, in every market").format(
                campaign=first.campaign
            ),
        )


def consequences(preview: ShiftPreview) -> Iterator[str]:
    """Yield what a person should know before it is done, the gravest first."""
    found = preview.posts
    if past := sum(one.is_past for one in found):
        yield ngettext(
            "{count} post would land in the past: choose fewer days.",
            "{count} posts would land in the past: choose fewer days.",
            past,
        ).format(count=f"{past:,}")
    if approved := sum(one.card.is_approved for one in found):
        yield ngettext(
            "{count} approval ends: the post must be reviewed again.",
            "{count} approvals end: the posts must be reviewed again.",
            approved,
        ).format(count=f"{approved:,}")
    if solemn := sum(one.is_solemn for one in found):
        yield ngettext(
            "{count} post lands on a day that asks for care.",
            "{count} posts land on days that ask for care.",
            solemn,
        ).format(count=f"{solemn:,}")
    if weekend := sum(one.is_weekend for one in found):
        yield ngettext(
            "{count} post lands on a weekend.", "{count} posts land on a weekend.", weekend
        ).format(count=f"{weekend:,}")
    if queued := sum(one.card.hand_over is not None for one in found):
        yield ngettext(
            "{count} post stays queued at the scheduler until somebody takes it out there.",
            "{count} posts stay queued at the scheduler until somebody takes them out there.",
            queued,
        ).format(count=f"{queued:,}")
    if preview.stay:
        yield ngettext(
            "{count} post is past already and stays.",
            "{count} posts are past already and stay.",
            preview.stay,
        ).format(count=f"{preview.stay:,}")


def remarks(one: Foreseen) -> tuple[str, ...]:
    """Return what is to be said of one post; nothing for most."""
    said = []
    if one.is_past:
        said.append(_("in the past"))
    if one.card.is_approved:
        said.append(_("approval ends"))
    if one.is_weekend:
        said.append(_("weekend"))
    if one.card.hand_over is not None:
        said.append(_("still queued"))
    said += [f"{severity_name(flag.severity)}: {flag.headline}" for flag in one.flags[:1]]
    return tuple(said)
