"""How hard the faults are tried: short by default, in full with COUNTERSIGN_FAULTS=long."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IS_LONG = os.environ.get("COUNTERSIGN_FAULTS") == "long"


def times(short: int, long: int) -> int:
    """Return how often to try."""
    return long if IS_LONG else short
