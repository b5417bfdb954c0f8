"""The bench still measures what it says: tried on a calendar of a few posts; nothing is timed."""

import json
import sys
from dataclasses import replace
from datetime import date

import pytest

from app.commands.knowledge import Knowledge
from tests.bench import growth
from tests.bench.__main__ import SUBJECTS, main, on_ground
from tests.bench.ground import ground
from tests.bench.large_calendar import drafts_of, first_day, make_calendar
from tests.bench.measurement import ANSWER, REPAINT, Goal, Measurement, percentile
from tests.bench.report import BEGIN, END, Report
from tests.bench.scale import TINY

FOUND = Measurement(
    "saving", "drop", tuple(map(float, range(1, 101))), goal=ANSWER, baseline=(2.0, 4.0, 3.0)
)


TODAY = date.today()  # noqa: DTZ011 - the window itself opens on it


@pytest.fixture
def pauses_as_they_were():
    switch = sys.getswitchinterval()
    yield
    sys.setswitchinterval(switch)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    path = tmp_path_factory.mktemp("bench") / "tiny.countersign"
    make_calendar(path, TINY, first_day(TODAY, TINY), Knowledge.load())
    return path


def test_a_day_has_the_same_posts_in_a_long_plan_as_in_a_short_one():
    monday = first_day(TODAY, TINY)
    longer = replace(TINY, posts=TINY.posts * 3, days=TINY.days * 3)
    short, long = (
        [post.content for post in drafts_of(scale, monday) if post.content.local]
        for scale in (TINY, longer)
    )
    assert long[: len(short)] == short
    assert abs(len(long) - longer.posts) < longer.posts * 0.1


@pytest.mark.usefixtures("pauses_as_they_were")
@pytest.mark.parametrize("subject", ["saving", "finding"])
def test_a_subject_is_measured_on_the_real_program(subject, kept, qapp):
    with ground(kept, TINY, TODAY, is_quick=True) as lent:
        found = list(on_ground(subject, lent))
    assert found
    assert all(one.subject == subject and min(one.samples) > 0 for one in found)


@pytest.mark.usefixtures("pauses_as_they_were")
def test_a_longer_plan_is_measured_beside_a_short_one(kept, qapp):
    with ground(kept, TINY, TODAY, is_quick=True) as lent:
        found = list(growth.compared(lent, kept))
    assert {one.subject for one in found} == {"growth"}
    assert all(min(one.samples) > 0 and one.goal and "ms with" in one.note for one in found)


def test_every_subject_has_its_module_and_its_help(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "--quick" in capsys.readouterr().out
    assert "start" in SUBJECTS


def test_the_worst_in_twenty_counts_and_not_the_middle():
    assert percentile(range(1, 101), 95) == 95
    assert percentile([7.0], 95) == 7.0
    slow_once = Measurement("painting", "scroll", (1.0,) * 90 + (50.0,) * 10, goal=REPAINT)
    assert slow_once.median == 1.0
    assert slow_once.is_met is False
    assert Measurement("x", "y", (1.0, 300.0), goal=Goal(100, "worst")).is_met is False
    assert Measurement("x", "y", (1.0,)).is_met is None


def test_what_was_measured_comes_through_json_unchanged():
    assert Measurement.from_json(json.loads(json.dumps(FOUND.as_json()))) == FOUND


def test_a_page_gets_its_tables_between_the_marks_and_keeps_the_rest(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"Promised.\n{BEGIN}\nold\n{END}\nNot tried.\n")
    Report({"commit": "abc"}, [FOUND]).write_into(page)
    text = page.read_text()
    assert text.startswith(f"Promised.\n{BEGIN}\n- commit: abc\n")
    assert "| drop | 50.5 ms | 95.0 ms | 100 ms | 3.00 ms | p95 ≤ 100 ms | met |" in text
    assert text.endswith(f"{END}\nNot tried.\n")
    assert "old" not in text


def test_a_page_without_marks_is_left_alone(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("Promised.\n")
    with pytest.raises(ValueError, match="no lines"):
        Report({}, [FOUND]).write_into(page)
    assert page.read_text() == "Promised.\n"
