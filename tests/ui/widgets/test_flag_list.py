import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from app.domain.flag import Severity
from tests.builders.ui import flag
from ui.theme import DARK, LIGHT
from ui.widgets.flag_list import Answer, FlagList, FlagRow
from ui.widgets.labels import LinkLabel


def row_of(qtbot, answer=Answer.NONE, **facts) -> FlagRow:
    row = FlagRow(flag(**facts), LIGHT, answer)
    qtbot.addWidget(row)
    return row


def words_in(row: FlagRow) -> str:
    return "\n".join(label.text() for label in row.findChildren(QLabel))


def test_a_flag_says_what_why_on_whose_authority_and_who_can_lift_it(qtbot):
    row = row_of(qtbot, evidence=("treat yourself",))
    words = words_in(row)
    assert "Stop" in words
    assert "9 November: anniversary of the 1938 pogroms" in words
    assert "a festive tone reads as mockery" in words
    assert "Federal Agency for Civic Education" in words
    assert "A reviewer may let it go with a written reason." in words
    assert "“treat yourself”" in words
    assert row.findChild(LinkLabel).toolTip() == "https://example.org/9-november"


def test_a_screen_reader_hears_severity_headline_and_reason(qtbot):
    row = row_of(qtbot)
    assert row.accessibleName() == "Stop: 9 November: anniversary of the 1938 pogroms"
    assert "mockery" in row.accessibleDescription()


def test_a_box_says_which_flag_it_is_for(qtbot):
    row = row_of(qtbot, Answer.TICK)
    assert row.flag.headline in row.tick.accessibleName()
    assert row.tick.text() in row.tick.accessibleName()


def test_a_flag_that_asks_for_nothing_is_answered(qtbot):
    row = row_of(qtbot)
    assert row.is_answered
    assert not row.is_ticked
    assert row.reason_text == ""


def test_a_caution_is_answered_by_its_tick(qtbot):
    row = row_of(qtbot, Answer.TICK, severity=Severity.CAUTION)
    assert not row.is_answered
    with qtbot.waitSignal(row.answered):
        row.tick.click()
    assert row.is_ticked
    assert row.is_answered


def test_a_stop_is_answered_by_words_and_not_by_spaces(qtbot):
    row = row_of(qtbot, Answer.REASON)
    qtbot.keyClicks(row.reason, "   ")
    assert not row.is_answered
    with qtbot.waitSignal(row.answered):
        qtbot.keyClicks(row.reason, "It is the remembrance itself")
    assert row.reason_text == "It is the remembrance itself"
    assert row.is_answered


def test_closed_answers_say_why(qtbot):
    row = row_of(qtbot, Answer.TICK)
    row.set_answerable(False, "Read the post first.")
    assert not row.tick.isEnabled()
    assert row.tick.toolTip() == "Read the post first."
    row.set_answerable(True)
    assert row.tick.isEnabled()
    assert row.tick.toolTip() == ""


def test_only_what_is_asked_for_is_shown(qtbot):
    row = row_of(qtbot, Answer.TICK)
    row.show()
    assert row.tick.isVisible()
    assert not row.reason.isVisible()


@pytest.mark.parametrize(
    ("direction", "edge"),
    [(Qt.LayoutDirection.LeftToRight, 1), (Qt.LayoutDirection.RightToLeft, -2)],
)
def test_the_stripe_stands_at_the_leading_edge(direction, edge, qtbot):
    row = row_of(qtbot)
    row.setLayoutDirection(direction)
    row.resize(500, 220)
    row.show()
    qtbot.waitExposed(row)
    picture = row.grab().toImage()
    x = edge if edge > 0 else picture.width() + edge
    stripe = LIGHT.severity(Severity.STOP).stripe
    assert picture.pixelColor(QPoint(x, picture.height() // 2)) == stripe


def test_a_list_shows_flags_in_the_given_order_and_finds_them_by_key(qtbot):
    flags = FlagList(LIGHT)
    qtbot.addWidget(flags)
    flags.set_flags(
        [
            (flag(Severity.STOP, "day"), Answer.REASON),
            (flag(Severity.CAUTION, "words"), Answer.TICK),
        ]
    )
    assert [row.flag.key for row in flags.rows] == ["day", "words"]
    assert flags.row("words").answer is Answer.TICK
    assert flags.row("else") is None


def test_a_list_tells_that_one_of_its_rows_was_answered(qtbot):
    flags = FlagList(LIGHT)
    qtbot.addWidget(flags)
    flags.set_flags([(flag(Severity.CAUTION), Answer.TICK)])
    flags.set_theme(DARK)
    with qtbot.waitSignal(flags.answered):
        flags.rows[0].tick.click()


def test_other_flags_take_the_place_of_those_before(qtbot):
    flags = FlagList(LIGHT)
    qtbot.addWidget(flags)
    flags.set_flags([(flag(key="a"), Answer.NONE), (flag(key="b"), Answer.NONE)])
    flags.set_flags([(flag(key="c"), Answer.NONE)])
    assert [row.flag.key for row in flags.rows] == ["c"]


def test_a_flag_offers_a_deed_only_where_there_is_one(qtbot):
    row = row_of(qtbot)
    assert row.deed.isHidden()
    row.offer("I looked: confirm them")
    assert not row.deed.isHidden()
    with qtbot.waitSignal(row.deed_wanted):
        qtbot.keyClick(row.deed, Qt.Key.Key_Space)


def test_a_deed_that_this_person_may_not_do_says_why(qtbot):
    row = row_of(qtbot)
    row.offer("I looked: confirm them", "Only reviewers and owners confirm hashtags.")
    assert not row.deed.isEnabled()
    assert "Only reviewers" in row.deed.toolTip()


@pytest.mark.in_english
def test_a_date_among_what_was_found_is_written_as_people_read_it(qtbot):
    row = FlagRow(flag(evidence=("2026-11-09", "11:00–11:02", "sale")), LIGHT)
    qtbot.addWidget(row)
    said = [label.text() for label in row.findChildren(QLabel)]
    assert "Found: Monday, 9 November 2026, 11:00–11:02, “sale”" in said
