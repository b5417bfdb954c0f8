"""The version of the rules: their number, then a digest of their data and libraries."""

from pathlib import Path

from app.domain.canonical import length_prefixed, sha256
from app.libraries import release_of

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_NO_RULES = {"days", "presets", "regions.toml", "replay", "sample"}
"""What lies in resources/ and is nothing that a rule goes by; days have a version of their own."""

RULES_NUMBER = 7
"""One more with every change of a rule that can change a flag."""

LIBRARIES = ("py3langid", "rapidfuzz", "regex")
"""A newer one of these may raise other flags."""


def _rules_version() -> str:
    data = sorted(RESOURCES.rglob("*.toml"))
    files = [path.read_text("utf-8") for path in data if _NO_RULES.isdisjoint(path.parts)]
    libraries = [f"{name} {release_of(name)}" for name in LIBRARIES]
    digest = sha256(length_prefixed([*files, *libraries]))[:12]
    return f"{RULES_NUMBER}.{digest}"


RULES_VERSION = _rules_version()
