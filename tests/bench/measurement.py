"""What was measured: all its samples, beside an empty window, and against a goal."""

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from time import perf_counter
from typing import Literal

Statistic = Literal["median", "p95", "worst"]


@dataclass(frozen=True, slots=True)
class Goal:
    """What a person must not have to wait longer for: the limit of one of the statistics."""

    limit: float
    of: Statistic = "p95"


REPAINT = Goal(12)
"""A frame of sixty a second, with room for what else goes on."""
MOVE = Goal(8)
"""Of a scroll or a drag: half a frame, so that a slower machine keeps sixty a second."""
PERIOD = Goal(50, "median")
"""To turn to other weeks."""
DROP = Goal(40, "median")
"""Until a change is safe on the disk and on the screen."""
SEARCH = Goal(150)
AT_REST = Goal(400, "median")
"""Megabytes, with the language model."""
WITHOUT_LANGUAGES = Goal(250, "median")
BEYOND_EMPTY = 600.0
"""Milliseconds that the first painted grid may take longer than an empty window."""
ANSWER = Goal(100)
"""What is answered within it feels like done at once."""
NEVER_STUCK = Goal(100, "worst")


@dataclass(frozen=True, slots=True)
class Measurement:
    """One thing that was measured several times."""

    subject: str
    what: str
    samples: tuple[float, ...]
    unit: str = "ms"
    goal: Goal | None = None
    baseline: tuple[float, ...] = ()
    """The same of an empty PySide6 window, in the same run."""
    note: str = ""

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.samples)

    @property
    def p95(self) -> float:
        """What nineteen of twenty stayed below."""
        return percentile(self.samples, 95)

    @property
    def worst(self) -> float:
        """The longest."""
        return max(self.samples)

    @property
    def is_met(self) -> bool | None:
        """Whether it reached its goal; nothing where there is none."""
        return None if self.goal is None else getattr(self, self.goal.of) <= self.goal.limit

    def as_json(self) -> dict[str, object]:
        """Return all of it as JSON has it."""
        goal = self.goal and {"limit": self.goal.limit, "of": self.goal.of, "met": self.is_met}
        return {
            "subject": self.subject,
            "what": self.what,
            "unit": self.unit,
            **_statistics(self.samples),
            "baseline": _statistics(self.baseline) if self.baseline else None,
            "goal": goal,
            "note": self.note,
        }

    @classmethod
    def from_json(cls, kept: dict) -> "Measurement":
        """Return what `as_json` wrote."""
        goal, baseline = kept["goal"], kept["baseline"]
        return cls(
            kept["subject"],
            kept["what"],
            tuple(kept["samples"]),
            kept["unit"],
            goal and Goal(goal["limit"], goal["of"]),
            tuple(baseline["samples"]) if baseline else (),
            kept["note"],
        )


def percentile(samples: Iterable[float], share: float) -> float:
    """Return the smallest sample that so many in a hundred do not exceed."""
    ranked = sorted(samples)
    return ranked[max(ceil(len(ranked) * share / 100) - 1, 0)]


def seconds(deed: Callable[[], object]) -> float:
    """Return how long a deed takes."""
    started = perf_counter()
    deed()
    return perf_counter() - started


def _statistics(samples: Sequence[float]) -> dict[str, object]:
    return {
        "rounds": len(samples),
        "median": round(statistics.median(samples), 3),
        "p95": round(percentile(samples, 95), 3),
        "worst": round(max(samples), 3),
        "samples": [round(one, 3) for one in samples],
    }
