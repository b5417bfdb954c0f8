"""How well the rules see: what they find in the cases, and what they cry out at for nothing.

python3 -m tests.bench.risks                    a table: every check, the goals, the ticks
python3 -m tests.bench.risks --misses           with the cases that were not seen
python3 -m tests.bench.risks --alarms           with the posts that were asked about for nothing
python3 -m tests.bench.risks --check NAME       of one check (or rule) alone
"""

import argparse
import sys
from collections.abc import Iterator, Sequence

from app.domain.flag import Flag, Severity
from tests.app.risks import exam
from tests.app.risks.exam import Found
from tests.bench.ground import Ground
from tests.bench.measurement import Goal, Measurement


def measure(_ground: Ground) -> Iterator[Measurement]:
    """Assess what is known to be harmless, and what is known to have gone wrong."""
    incidents = [found for found in exam.on_incidents() if found.check == exam.PROGRAMMABLE]
    yield _share("incidents with a check a program can make, asked about", _asked(incidents))
    yield _share("risky posts raised by their check", [one.is_seen for one in exam.on_risky()])
    yield _share("risky posts asked about by any check", _asked(exam.on_risky()))
    for name, found, alarms, ticks in (
        ("ordinary", exam.on_ordinary(), Goal(2), Goal(12)),
        ("harmless", exam.on_harmless(), None, None),
    ):
        yield _share(
            f"{name} posts with a false alarm", [bool(one.alarms) for one in found], alarms
        )
        asked = exam.ticks(found)
        what = f"ticks and reasons asked per 100 {name} posts"
        yield Measurement("risks", what, (asked,), "", ticks, note=f"of {len(found)}")


def _asked(found: Sequence[Found]) -> list[bool]:
    return [one.is_asked_about for one in found]


def _share(what: str, each: list[bool], goal: Goal | None = None) -> Measurement:
    note = f"{sum(each)} of {len(each)}"
    return Measurement("risks", what, (exam.percent(each),), "%", goal, note=note)


# --- as a table -----------------------------------------------------------------------------------


def main(words: Sequence[str]) -> int:
    """Print what was asked for; texts of cases are never printed."""
    wish = _parser().parse_args(list(words))
    print("\n".join(_lines(wish)))
    return 0


def _lines(wish: argparse.Namespace) -> Iterator[str]:
    yield from _recall_table("Risky posts, by check", exam.on_risky(), wish)
    yield from _recall_table("Incidents, by who can raise them", exam.on_incidents(), wish)
    for name, found in (("Ordinary", exam.on_ordinary()), ("Harmless", exam.on_harmless())):
        yield from _alarm_table(f"{name} posts: asked for nothing", found, wish)
    if not wish.check:
        yield from _summary()


def _recall_table(title: str, found: Sequence[Found], wish: argparse.Namespace) -> Iterator[str]:
    wanted = [one for one in found if wish.check in ("", one.check)]
    if not wanted:
        return
    yield f"{title:<40} cases  by it  by any"
    for recall in exam.recalls(wanted):
        yield f"  {recall.check:<38} {recall.cases:5}  {recall.seen:5}  {recall.asked:6}"
        if wish.misses:
            its = [one for one in wanted if one.check == recall.check and not one.is_seen]
            yield from (f"      missed  {one.id:<28} {_raised(one.flags)}" for one in its)
    yield ""


def _alarm_table(title: str, found: Sequence[Found], wish: argparse.Namespace) -> Iterator[str]:
    counted = {
        check: count
        for check, count in exam.alarms_by_check(found).items()
        if wish.check in ("", check)
    }
    yield f"{title:<40} flags"
    yield from (f"  {check:<38} {count:5}" for check, count in counted.items())
    if wish.alarms:
        for one in found:
            alarms = [flag for flag in one.alarms if exam.check_of(flag) in counted]
            if alarms:
                yield f"      alarmed {one.id:<28} {_raised(alarms)}"
    yield ""


def _summary() -> Iterator[str]:
    now = exam.totals()
    yield f"Incidents at caution or above            {now.incidents_raised:5.1f} %   goal ≥ 95"
    yield f"Risky posts, by their check              {now.risky_seen:5.1f} %"
    yield f"Ordinary posts with a false alarm        {now.ordinary_alarmed:5.1f} %   goal ≤ 2"
    yield f"Harmless posts with a false alarm        {now.harmless_alarmed:5.1f} %"
    yield f"Ticks per 100 ordinary posts             {now.ordinary_ticks:5.1f}     goal ≤ 12"
    yield f"Ticks per 100 harmless posts             {now.harmless_ticks:5.1f}"


def _raised(flags: Sequence[Flag]) -> str:
    above = [flag for flag in flags if flag.severity >= Severity.NOTE]
    return ", ".join(f"{flag.key} ({flag.severity.name.lower()})" for flag in above) or "nothing"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 -m tests.bench.risks", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--misses", action="store_true", help="list what was not seen, by id")
    parser.add_argument("--alarms", action="store_true", help="list what was asked for nothing")
    parser.add_argument("--check", default="", metavar="NAME", help="one check alone")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
