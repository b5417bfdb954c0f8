"""How a person read a sheet with the same header last time: nobody corrects a plan every week."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.canonical import canonical_json, sha256
from app.domain.market import MarketId
from app.storage.engine import Engine
from app.storage.settings import keep_setting, setting

_NAME = "import {digest}"


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said about a sheet; nothing where it was left to the guess.

    Not the order of day and month: the dates of the next sheet may prove another one.
    """

    columns: Mapping[str, int] | None = None
    default_market: MarketId | None = None
    joined: frozenset[str] | None = None

    def or_else(self, earlier: "Said") -> "Said":
        """Return what was said now, and where nothing was said, what was said earlier."""
        return Said(
            earlier.columns if self.columns is None else self.columns,
            self.default_market or earlier.default_market,
            earlier.joined if self.joined is None else self.joined,
        )


NOTHING = Said()


def recall(engine: Engine, headers: Sequence[str]) -> Said:
    """Return what was said when a sheet with this header was last imported."""
    kept = setting(engine, _name(headers))
    if kept is None:
        return NOTHING
    try:
        found = json.loads(kept)
        joined = found["joined"]
        return Said(
            found["columns"],
            found["market"],
            None if joined is None else frozenset(joined),
        )
    except (ValueError, KeyError, TypeError):
        return NOTHING  # what cannot be read is guessed again


def keep(engine: Engine, headers: Sequence[str], said: Said) -> None:
    """Remember what was said for the next sheet with this header."""
    if said == NOTHING:
        return
    kept = {
        "columns": None if said.columns is None else dict(said.columns),
        "market": said.default_market,
        "joined": None if said.joined is None else sorted(said.joined),
    }
    keep_setting(engine, _name(headers), canonical_json(kept))


def _name(headers: Sequence[str]) -> str:
    return _NAME.format(digest=sha256(canonical_json(list(headers))))
