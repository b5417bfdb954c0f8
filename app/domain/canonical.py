"""One text for one value, so that equal things have equal digests everywhere."""

import hashlib
import json
from collections.abc import Iterable

_REFUSED = {0: None} | dict.fromkeys(range(0xD800, 0xE000))
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def cleaned(text: str) -> str:
    """Return the text without the code points that no database or file can hold."""
    return text.translate(_REFUSED)


def canonical_json(value: object) -> str:
    """Return JSON with sorted keys and no spaces."""
    return _ENCODER.encode(value)


def length_prefixed(values: Iterable[str | int | None]) -> str:
    """Return values joined so that no two lists give the same text: `5:hello`, `-` for nothing."""
    return "".join("-" if value is None else f"{len(str(value))}:{value}" for value in values)


def sha256(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()
