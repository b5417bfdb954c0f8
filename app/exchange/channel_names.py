"""Channels of a market by whatever a planner calls them: network, handle or name."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.channel import Channel
from app.domain.market import Market
from app.exchange.cells import UnreadableError, folded
from app.exchange.market_names import SEVERAL
from app.exchange.network_names import ELSEWHERE, FORMATS, NETWORKS, network_of
from app.wording import _


@dataclass(frozen=True, slots=True)
class FoundChannel:
    """A channel that a cell names, and the kind of post if it says so, such as `Reel`."""

    channel: Channel
    kind: str = ""


@dataclass(frozen=True, slots=True)
class FoundChannels:
    """All that one cell names; `elsewhere` are places that are no channels, such as a blog."""

    channels: tuple[FoundChannel, ...]
    elsewhere: tuple[str, ...] = ()


def find_channels(text: str, market: Market, channels: Iterable[Channel]) -> FoundChannels:
    """Return the channels of a market that a cell names, each once.

    UnreadableError if a name is unknown, the market has no such channel, or several that fit.
    """
    own = [channel for channel in channels if channel.market == market.id]
    parts = [text] if _is_one(text, own) else [part for part in SEVERAL.split(text) if part.strip()]
    found: dict[str, FoundChannel] = {}
    elsewhere = []
    for part in parts:
        one = _find(part.strip(), market, own)
        if one is None:
            elsewhere.append(part.strip())
        else:
            found.setdefault(one.channel.id, one)
    return FoundChannels(tuple(found.values()), tuple(elsewhere))


def only_channel(market: Market, channels: Iterable[Channel]) -> Channel:
    """Return the one channel of a market; UnreadableError if it has none or several."""
    own = [channel for channel in channels if channel.market == market.id]
    if len(own) != 1:
        raise UnreadableError(
            _(
                "it is not said on which channel of {market} the post goes out ({channels}). "
                "Fill in the cell and import again."
            ).format(market=market.name, channels=_listed(own))
        )
    return own[0]


def _is_one(text: str, own: list[Channel]) -> bool:
    """Tell whether a text with a separator in it is one name all the same, as `X/Twitter`."""
    plain = folded(text)
    return plain in NETWORKS or plain in ELSEWHERE or bool(_called(text, own))


def _find(text: str, market: Market, own: list[Channel]) -> FoundChannel | None:
    """Return the channel that a name means; nothing where it is no channel's business."""
    named = _called(text, own)
    if len(named) == 1:
        return FoundChannel(named[0])
    network, rest = _network_and_rest(text)
    fitting = [one for one in own if network_of(one.network) == network] if network else []
    if not fitting:
        if folded(text) in ELSEWHERE:
            return None
        raise _no_channel(text, market, own, network)
    if rest in _market_names(market):
        rest = ""
    if rest and rest not in FORMATS:
        named = [one for one in fitting if rest in _names(one)]
        if len(named) != 1:
            raise _no_channel(text, market, own, "")
        return FoundChannel(named[0])
    if len(fitting) > 1:
        raise UnreadableError(
            _("“{text}” can be {channels}. Write the handle instead and import again.").format(
                text=text, channels=_listed(fitting)
            )
        )
    return FoundChannel(fitting[0], FORMATS.get(rest, ""))


def _called(text: str, own: list[Channel]) -> list[Channel]:
    """Return the channels that have exactly this name: by handle, else by name.

    The name of a network names no channel: there may be several on it.
    """
    handle, plain = _bare(text), folded(text)
    by_handle = [one for one in own if handle and handle in (_bare(one.handle), _bare(one.id))]
    by_name = [one for one in own if plain in _names(one) and plain not in NETWORKS]
    return by_handle or by_name


def _bare(handle: str) -> str:
    return handle.strip().removeprefix("@").casefold()


def _network_and_rest(text: str) -> tuple[str, str]:
    """Return the network that the longest beginning of a name means, and the words after it."""
    words = folded(text).split()
    for end in range(len(words), 0, -1):
        beginning = " ".join(words[:end])
        if beginning in NETWORKS:
            return NETWORKS[beginning], " ".join(words[end:])
    return network_of(text), ""


def _names(channel: Channel) -> set[str]:
    return {folded(channel.handle), folded(channel.name)} - {""}


def _market_names(market: Market) -> set[str]:
    return {folded(market.code), folded(market.name), folded(market.country)}


def _no_channel(text: str, market: Market, own: list[Channel], network: str) -> UnreadableError:
    if network in NETWORKS.values():
        sentence = _(
            "{market} has no channel on “{text}” ({channels}). Add it or correct the cell, "
            "and import again."
        )
    else:
        sentence = _(
            "“{text}” is no channel of {market} ({channels}). Correct the cell and import again."
        )
    return UnreadableError(sentence.format(text=text, market=market.name, channels=_listed(own)))


def _listed(channels: list[Channel]) -> str:
    names = [f"{one.name} {one.handle}".strip() for one in channels]
    return ", ".join(names) or _("it has none yet")
