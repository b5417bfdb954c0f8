"""The country in which the brand is at home: the newest row counts."""

from app.storage.chain import Stamp, record
from app.storage.engine import Engine


def home(engine: Engine) -> str:
    """Return the brand's home country (ISO 3166-1), or nothing where nobody has said it."""
    rows = engine.read("SELECT country FROM home_version ORDER BY seq DESC LIMIT 1")
    return str(rows[0]["country"]) if rows else ""


def save_home(engine: Engine, stamp: Stamp, country: str, reason: str) -> None:
    """Say where the brand is at home, which an owner does, with a reason."""
    record(engine, stamp, "save", "home_version", {"country": country, "reason": reason})
