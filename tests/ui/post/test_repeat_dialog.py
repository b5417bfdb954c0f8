from dataclasses import replace
from datetime import date

import pytest

from app.domain.flag import Severity
from app.domain.observance import Observance, Part, Tone
from tests.builders import ui_b
from ui.post.repeat_dialog import RepeatDialog

TUESDAY = date(2027, 11, 2)
POGROMS = Observance(
    "de-pogroms", date(2027, 11, 9), Part.DAY, "Pogroms of 1938", Tone.MOURNING, Severity.STOP
)
BAND = replace(POGROMS, part=Part.BAND)

pytestmark = pytest.mark.in_english


class Days:
    """Answers at once, or keeps the question."""

    def __init__(self, meanings, answers=True):
        self.meanings = meanings
        self.answers = answers
        self.asked = []

    def __call__(self, days, done):
        self.asked.append((days, done))
        if self.answers:
            done(self.meanings)


@pytest.fixture
def dialog(qtbot):
    made = RepeatDialog(ui_b.a_view().card, TUESDAY, Days({POGROMS.day: (POGROMS, BAND)}))
    qtbot.addWidget(made)
    made.show()
    return made


def part(dialog, name):
    return dialog.findChild(object, name)


def test_weeks_are_offered_first_and_a_day_with_a_stop_is_left_out(dialog):
    assert dialog.days == (date(2027, 11, 16), date(2027, 11, 23), date(2027, 11, 30))
    assert "Stop: Pogroms of 1938" in part(dialog, "repeat_days").item(0).text()
    assert part(dialog, "repeat_save").text() == "Make 3 drafts"


def test_a_person_may_tick_that_day_all_the_same(dialog):
    part(dialog, "repeat_days").set_all_checked(True)
    assert POGROMS.day in dialog.days
    part(dialog, "repeat_days").set_all_checked(False)
    assert not part(dialog, "repeat_save").isEnabled()
    assert part(dialog, "repeat_save").toolTip()


def test_another_rhythm_offers_other_days(dialog):
    part(dialog, "repeat_rhythm").give("months")
    part(dialog, "repeat_every").setValue(2)
    part(dialog, "repeat_times").setValue(2)
    assert dialog.days == (date(2028, 1, 2), date(2028, 3, 2))


def test_an_answer_that_comes_too_late_is_left_aside(qtbot):
    days = Days({POGROMS.day: (POGROMS,)}, answers=False)
    dialog = RepeatDialog(ui_b.a_view().card, TUESDAY, days)
    qtbot.addWidget(dialog)
    late = days.asked[0][1]
    part(dialog, "repeat_times").setValue(1)
    late({POGROMS.day: (POGROMS,)})
    assert dialog.days == (POGROMS.day,)
