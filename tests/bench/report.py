"""The figures as people and programs read them: a table, Markdown, JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tests.bench.measurement import Measurement

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
_HEADS = ("what", "median", "p95", "worst", "empty window", "goal", "")


@dataclass(frozen=True, slots=True)
class Report:
    """Where it was measured, and what was found."""

    machine: Mapping[str, str]
    measurements: Sequence[Measurement]

    def as_json(self) -> str:
        """Return one JSON document."""
        found = [one.as_json() for one in self.measurements]
        return json.dumps({"machine": self.machine, "measurements": found}, ensure_ascii=False)

    def as_table(self) -> str:
        """Return lines for a terminal."""
        lines = [f"{name:>12}: {fact}" for name, fact in self.machine.items()]
        for subject, found in self._by_subject():
            lines += ["", subject]
            for one in found:
                what, *cells, met = _cells(one)
                *figures, empty, goal = cells
                names = ("median", "p95", "worst") if figures[1] else ("is",)
                said = "   ".join(map(" ".join, zip(names, figures, strict=False)))
                lines.append(
                    f"  {what}\n      {said}"
                    f"{f'   empty window {empty}' if empty else ''}"
                    f"{f'   goal {goal}: {met}' if goal else ''}"
                    f"{f'   ({one.note})' if one.note else ''}"
                )
        return "\n".join(lines)

    def as_markdown(self) -> str:
        """Return tables for a page."""
        lines = [f"- {name}: {fact}" for name, fact in self.machine.items()]
        for subject, found in self._by_subject():
            lines += ["", f"### {subject.capitalize()}", "", _row(_HEADS), _row(["---"] * 7)]
            for one in found:
                what, *cells = _cells(one)
                note = f" ({one.note})" if one.note else ""
                lines.append(_row([f"{what}{note}", *cells]))
        return "\n".join(lines)

    def write_into(self, page: Path) -> None:
        """Replace what stands between the two marks of a page; ValueError where it has none."""
        text = page.read_text(encoding="utf-8")
        before, begin, rest = text.partition(BEGIN)
        _old, end, after = rest.partition(END)
        if not begin or not end:
            message = f"{page} has no lines “{BEGIN}” and “{END}” to write between."
            raise ValueError(message)
        page.write_text(
            f"{before}{BEGIN}\n{self.as_markdown()}\n{END}{after}", encoding="utf-8", newline="\n"
        )

    def _by_subject(self) -> list[tuple[str, list[Measurement]]]:
        groups = groupby(self.measurements, key=lambda one: one.subject)
        return [(subject, list(found)) for subject, found in groups]


def _cells(one: Measurement) -> tuple[str, ...]:
    """Return what, median, p95, worst, empty window, goal, and whether it is met."""
    figures = [one.median, one.p95, one.worst] if len(one.samples) > 1 else [one.median]
    shown = [_figure(figure, one.unit) for figure in figures]
    shown += [""] * (3 - len(shown))
    empty = ""
    if one.baseline:
        middle = sorted(one.baseline)[len(one.baseline) // 2]
        empty = _figure(middle, one.unit)
    goal = f"{one.goal.of} ≤ {_figure(one.goal.limit, one.unit)}" if one.goal else ""
    met = {True: "met", False: "missed", None: ""}[one.is_met]
    return one.what, *shown, empty, goal, met


def _figure(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
