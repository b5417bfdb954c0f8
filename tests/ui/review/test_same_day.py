from app.domain.flag import Severity
from tests.builders import ui_b
from ui.review.answers import Answers
from ui.review.same_day import carried
from ui.theme import LIGHT


def of_day(severity=Severity.CAUTION, rule="day.solemn", day="gb-armistice"):
    return ui_b.a_flag(severity, rule, key=f"{rule}:{day}", headline=rule)


def test_a_day_carries_its_quiet_minute_but_none_of_another_day_or_weight():
    day, minute = of_day(), of_day(rule="day.moment")
    assert carried([day, minute]) == {minute.key: day}
    assert not carried([day, of_day(rule="day.moment", day="tr-ataturk")])
    assert not carried([day, of_day(Severity.STOP, "day.moment")])
    assert not carried([minute])


def test_one_tick_answers_a_day_and_its_quiet_minute(qtbot):
    day, minute = of_day(), of_day(rule="day.moment")
    answers = Answers((day, minute), LIGHT)
    qtbot.addWidget(answers)
    assert [row.flag.key for row in answers.missing] == [day.key]
    assert answers.ticked == frozenset()
    answers.rows[0].tick.setChecked(True)
    assert answers.ticked == {day.key, minute.key}
    assert [row.flag.sight for row in answers.rows] == [day.sight, minute.sight]


def test_one_reason_answers_a_day_and_its_quiet_minute(qtbot):
    day, minute = of_day(Severity.STOP), of_day(Severity.STOP, "day.moment")
    answers = Answers((day, minute), LIGHT)
    qtbot.addWidget(answers)
    answers.rows[0].reason.setText("It is the remembrance")
    assert answers.reasons == dict.fromkeys((day.key, minute.key), "It is the remembrance")
    assert not answers.missing
