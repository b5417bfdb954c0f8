"""Networks in whatever a plan writes where it has no channels of its own to choose from."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.exchange.cells import folded
from app.exchange.market_names import SEVERAL
from app.exchange.network_names import ELSEWHERE, FORMATS, NETWORKS

_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
"""What stands in brackets says how, not where: “X (scripted)”."""
_CLEAR_LETTERS = 5
_CLEAR_NAMES = frozenset({"x", "ig", "fb", "yt", "insta"})
"""Short names that mean the network also behind other words; “line” and “pin” do not."""


@dataclass(frozen=True, slots=True)
class LooseChannel:
    """A network that a text names, or the text itself where it names none that is known."""

    network: str
    kind: str = ""
    """The kind of post, such as `Reel`, where the text says it."""

    @property
    def is_known(self) -> bool:
        """Whether it is a network that planners have a name for."""
        return self.network in _KNOWN


@lru_cache(maxsize=2048)
def loose_channels(text: str) -> tuple[LooseChannel, ...]:
    """Return every network that a text such as “X + Facebook” or “IG Story” names, each once."""
    found = _channels(_ASIDE.sub(" ", text))
    if not any(channel.is_known for channel in found):  # such as “Meta (FB/IG)”
        aside = [channel for part in _ASIDE.findall(text) for channel in _channels(part)]
        found = [channel for channel in aside if channel.is_known] or found
    each = {channel.network: channel for channel in reversed(found)}
    return tuple(reversed(each.values())) or (LooseChannel(text.strip().casefold()),)


def _channels(text: str) -> list[LooseChannel]:
    plain = folded(text)
    parts = [text] if plain in NETWORKS or plain in ELSEWHERE else SEVERAL.split(text)
    return [_channel(part) for part in parts if folded(part)]


def _channel(text: str) -> LooseChannel:
    words = folded(text).split()
    spans = [
        (start, end)
        for start in range(len(words))
        for end in range(len(words), start, -1)
        if _names_network(" ".join(words[start:end]), is_first=start == 0)
    ]
    if not spans:
        return LooseChannel(text.strip().casefold())
    start, end = spans[0]
    return LooseChannel(
        NETWORKS[" ".join(words[start:end])], FORMATS.get(" ".join(words[end:]), "")
    )


def _names_network(name: str, *, is_first: bool) -> bool:
    is_clear = is_first or len(name) >= _CLEAR_LETTERS or name in _CLEAR_NAMES
    return is_clear and name in NETWORKS


_KNOWN = frozenset(NETWORKS.values())
