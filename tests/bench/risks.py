"""How well the rules see: false alarms and ticks on harmless posts, and days that went wrong."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time
from typing import Any

from babel.languages import get_official_languages

from app.domain.flag import Flag, Severity
from app.risks.assess import assess, assess_place
from tests.app.risks.builders import data, facts, market, post
from tests.app.risks.test_assess import MAY_NOTE, NETWORKS
from tests.bench.ground import Ground
from tests.bench.measurement import Measurement

Case = Mapping[str, Any]
NOON = time(12)


def measure(_ground: Ground) -> Iterator[Measurement]:
    """Assess what is known to be harmless, and what is known to have gone wrong on its day."""
    harmless = data("harmless", "post")
    asked = [_asked_for(case) for case in harmless]
    alarms = [_false(case, flags) for case, flags in zip(harmless, asked, strict=True)]
    count = len(harmless)
    yield _share(f"harmless posts with a false alarm, of {count}", sum(map(bool, alarms)), count)
    yield _share(
        f"ticks and reasons asked per 100 harmless posts, of {count}", sum(map(len, asked)), count
    )
    incidents = [
        case for case in data("incidents", "incident") if "solemn-day" in case["catchable_by"]
    ]
    raised = sum(map(_is_raised_by_its_day, incidents))
    yield _share(
        f"recall on the {len(incidents)} documented cases that hang on a day",
        raised,
        len(incidents),
    )


def _share(what: str, part: int, whole: int) -> Measurement:
    return Measurement("risks", what, (100 * part / whole,), "%", note=f"{part} of {whole}")


def _asked_for(case: Case) -> list[Flag]:
    languages = get_official_languages(case["market"], de_facto=True)
    where = facts(market(case["market"], *languages), NETWORKS[case["channel"]])
    built = post(where, text=case["text"], local=case["local"], language=case["language"])
    return [flag for flag in assess(built, where) if flag.severity >= Severity.CAUTION]


def _false(case: Case, flags: list[Flag]) -> list[Flag]:
    return [flag for flag in flags if MAY_NOTE.get(flag.rule) not in case["may_note"]]


def _is_raised_by_its_day(case: Case) -> bool:
    where = facts(market(case["market"], "en"))
    flags = assess_place(post(where, local=datetime.combine(case["date"], NOON)), where)
    return any(flag.severity >= Severity.CAUTION and flag.rule != "day.holiday" for flag in flags)
