"""Turning to the review queue, and placing a hold on everything."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from tests.bench import baseline
from tests.bench.desk import SEEN_600, Desk
from tests.bench.ground import Ground
from tests.bench.measurement import ANSWER, Measurement

CONTROL = Qt.KeyboardModifier.ControlModifier


def measure(ground: Ground) -> Iterator[Measurement]:
    """Open the review as a reviewer, and the dialog that holds posts back."""
    rounds = ground.rounds(8, 2)
    desk = Desk(ground.calendar, SEEN_600, ground.folder, ground.today)
    try:
        desk.sit_down_as("Ravi")
        reviews, holds = [], []
        for _round in range(rounds):
            reviews.append(_open_review(desk))
            desk.window.show_calendar()
            desk.settle()
            holds.append(_open_hold(desk))
            desk.settle()
        empty = baseline.repaints(SEEN_600.size, rounds)
    finally:
        desk.close()
    for what, times in (("review queue", reviews), ("hold dialog", holds)):
        yield Measurement(
            "reviewing",
            f"open the {what}, until it is painted with its posts",
            tuple(times),
            goal=ANSWER,
            baseline=empty,
        )


def _open_review(desk: Desk) -> float:
    spent = desk.until_seen(lambda: desk.press(Qt.Key.Key_R, CONTROL), "review_queue")
    desk.settle()
    return spent


def _open_hold(desk: Desk) -> float:
    counting = "Counting…"
    spent = desk.until_seen(
        lambda: desk.press(Qt.Key.Key_H, CONTROL), "hold_catch", not_yet=counting
    )
    desk.close_dialogs()
    return spent
