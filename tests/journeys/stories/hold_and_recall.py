"""A hold and its end: nothing leaves, what it caught is read again, a ghost comes out first."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from tests.builders.calendars import (
    LENA,
    MARC,
)
from tests.journeys.desk import Desk
from tests.journeys.plans import REASON, two_of_three_approved

TODAY = datetime.now(UTC).date()
DAY = TODAY + timedelta(days=2)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

# The platform of the stories has no fonts, so Fusion finds no size for the words of a menu.
pytestmark = pytest.mark.qt_log_ignore("Point size <= 0", extend=True)


def approve_what_is_shown(desk):
    name = desk.words("review_name")
    desk.read_whole()
    desk.answer_flags(REASON)
    desk.click("approval_box")
    desk.wait(lambda: has_gone_on_from(desk, name), why=f"{name} was not approved")
    return name


def has_gone_on_from(desk, name):
    """Tell whether the next post is shown, or none is left."""
    is_last = desk.words("review_counter") == "0 to review"
    return is_last or desk.words("review_name") != name


def preview(desk):
    """Open the export and return what would leave and what would stay in; leave it open."""
    desk.press(Qt.Key.Key_E, CONTROL)
    counts = desk.see("counts")
    desk.wait(lambda: any(letter.isdigit() for letter in counts.text()), why="nothing was counted")
    return desk.rows("leaving"), desk.rows("staying")


def export(desk, folder):
    desk.type_into("folder", str(folder))
    desk.click("export")
    desk.see("outcome_folder")
    desk.click("close")
    (manifest,) = folder.rglob("manifest.json")
    return sorted(row["post"] for row in json.loads(manifest.read_text("utf-8"))["rows"])


def numbers(rows):
    """Return which German posts rows of a table are about."""
    return [row.partition("DE-")[2][:4] for row in rows]


def two_posts_go_to_the_scheduler(desk, folder):
    leaving, staying = preview(desk)
    assert (len(leaving), len(staying)) == (2, 1)
    assert export(desk, folder) == ["DE-0001", "DE-0002"]


def one_is_dragged_to_the_next_day_and_a_ghost_stays_behind(desk):
    card = desk.cell(r"^DE-0001")
    old = card.column()
    desk.click_cell(card)
    desk.drag(card, card.siblingAtColumn(old + 1), on_the_way=lambda: None)
    ghost = desk.cell(r"^Still queued in Buffer: DE-0001")
    assert ghost.column() == old
    assert desk.cell(r"^DE-0001").column() == old + 1
    assert desk.words("recall_words").startswith("1 post must be taken out")


def a_hold_on_the_market_lets_nothing_out(desk):
    desk.press(Qt.Key.Key_H, CONTROL)
    desk.choose_in("hold_scope", "Market")
    desk.type_into("hold_reason", "Fire at the mill: wait for the town hall")
    desk.click("hold_place")
    stops = "Stops 3 posts · 2 still queued in Buffer"
    desk.wait(lambda: desk.is_seen("hold_catches") and desk.words("hold_catches") == stops)
    desk.press(Qt.Key.Key_H, CONTROL | SHIFT)
    desk.wait(lambda: len(desk.rows("caught_queued")) == 2)
    assert numbers(desk.rows("caught_stopped")) == ["0003"]
    desk.click("caught_close")
    leaving, staying = preview(desk)
    assert (leaving, sorted(numbers(staying))) == ([], ["0001", "0002", "0003"])
    assert all("A hold stops it" in row for row in staying)
    assert not desk.see("export").isEnabled()
    desk.click("close")


def a_reviewer_lifts_it_and_still_nothing_leaves(desk):
    desk.click("hold_lift")
    desk.type_into("lift_reason", "The town hall says that all are safe")
    desk.click("lift_confirm")
    assert desk.words("lifted_review") == "Review the 1 post it caught"
    leaving, staying = preview(desk)
    assert (leaving, len(staying)) == ([], 3)
    desk.click("close")


def what_it_caught_is_read_again_from_exactly_that_queue(desk):
    desk.click("lifted_review")
    assert desk.words("queue_limit") == "Caught by the hold: Germany"
    assert approve_what_is_shown(desk) == "DE-0002"
    assert desk.words("empty_title") == "All that the hold had caught is read"


def the_others_are_read_from_the_whole_queue(desk):
    desk.click("empty_whole")
    assert {approve_what_is_shown(desk) for _number in range(2)} == {"DE-0001", "DE-0003"}
    desk.press(Qt.Key.Key_Escape)


def the_moved_one_stays_in_until_somebody_has_taken_it_out(desk):
    leaving, staying = preview(desk)
    assert numbers(leaving) == ["0003"]
    assert all("still queued" in row for row in staying)
    desk.click("close")
    desk.press(Qt.Key.Key_R, CONTROL | SHIFT)
    desk.wait(lambda: "DE-0001" in desk.words("recall_name"))
    assert desk.words("recall_title") == "1 post must be taken out"
    desk.type_into("recall_note", "Deleted from the queue in Buffer")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: not desk.is_seen("recall_name"), why="the list did not end")
    desk.click("recall_close")
    desk.wait(lambda: not desk.is_seen("recall_bar"))


def then_both_leave(desk, folder):
    preview(desk)
    assert export(desk, folder) == ["DE-0001", "DE-0003"]
    assert not [words for words in desk.cells() if words.startswith("Still queued")]


def test_what_a_hold_caught_leaves_only_after_it_was_read_again(qapp, tmp_path):
    path = tmp_path / "team.countersign"
    two_of_three_approved(path, DAY)
    desk = Desk(qapp, path, tmp_path / "log.txt")
    try:
        desk.sit_down_as(LENA, "Lena Brandt")
        two_posts_go_to_the_scheduler(desk, tmp_path / "first")
        one_is_dragged_to_the_next_day_and_a_ghost_stays_behind(desk)
        a_hold_on_the_market_lets_nothing_out(desk)
        desk.sit_down_as(MARC, "Marc Fournier")
        a_reviewer_lifts_it_and_still_nothing_leaves(desk)
        what_it_caught_is_read_again_from_exactly_that_queue(desk)
        the_others_are_read_from_the_whole_queue(desk)
        the_moved_one_stays_in_until_somebody_has_taken_it_out(desk)
        then_both_leave(desk, tmp_path / "second")
    finally:
        desk.close()
