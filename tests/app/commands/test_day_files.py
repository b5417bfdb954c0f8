"""Days of a file before they are saved."""

from app.commands.day_files import days_in_file
from app.commands.days import save_days
from app.commands.setting import Setting
from app.domain.flag import Severity
from app.domain.observance import Tone
from tests.builders.calendars import GERMANY, MARC, act_as


def test_what_a_file_brings_can_be_saved_and_the_rest_is_said(session, tmp_path):
    path = tmp_path / "days.csv"
    path.write_text("name,rule,markets\nFire,fixed 03-14,DE\nB,soon,\n", "utf-8")
    markets = Setting.of(session.engine).markets.values()
    found = days_in_file(
        path, markets=markets, usual_tone=Tone.MOURNING, usual_severity=Severity.STOP
    )
    assert len(found.problems) == 1
    assert "row 3" in found.problems[0]
    act_as(session, MARC)
    assert save_days(session, days=found.days).done == "Saved Fire"
    (day,) = Setting.of(session.engine).team.calendar.days
    assert (day.markets, day.tone, day.severity) == ((GERMANY,), Tone.MOURNING, Severity.STOP)
