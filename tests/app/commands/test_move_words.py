from datetime import date, timedelta

import pytest

from app.commands.move_words import Deed, Done, words_of

TUESDAY = date(2026, 11, 10)


def step(deed=Deed.MOVE, by=0, start=TUESDAY, market="Germany"):
    return Done(deed, start, start + timedelta(days=by), market)


@pytest.mark.parametrize(
    ("steps", "label", "done"),
    [
        ([step()], "Move DE-1 to Tue 10 Nov", "Moved DE-1 to Tue 10 Nov"),
        (
            [step(by=1), step(by=1, start=TUESDAY + timedelta(days=1))],
            "Move DE-1 1 day later",
            "Moved DE-1 1 day later",
        ),
        (
            [step(by=-2), step(by=-2, start=TUESDAY + timedelta(days=1))],
            "Move DE-1 2 days earlier",
            "Moved DE-1 2 days earlier",
        ),
        ([step(by=1), step(by=3)], "Move DE-1", "Moved DE-1"),
        (
            [Done(Deed.MOVE, TUESDAY, None, "Germany")],
            "Put DE-1 in the tray",
            "Put DE-1 in the tray",
        ),
        ([step(Deed.COPY)], "Copy DE-1 to Tue 10 Nov", "Copied DE-1 to Tue 10 Nov"),
        ([step(Deed.COPY), step(Deed.COPY, by=1)], "Copy DE-1", "Copied DE-1"),
        (
            [Done(Deed.COPY, TUESDAY, None, "Germany")],
            "Copy DE-1 to the tray",
            "Copied DE-1 to the tray",
        ),
        (
            [step(Deed.ADAPT, market="France"), step(Deed.ADAPT, market="Japan")],
            "Adapt DE-1 for France, Japan",
            "Made a version of DE-1 for France, Japan",
        ),
        ([step(), step(Deed.COPY)], "Move and copy DE-1", "Moved and copied DE-1"),
    ],
)
def test_what_is_said_before_and_after(steps, label, done):
    words = words_of(steps, "DE-1")
    assert (words.label, words.done) == (label, done)


def test_posts_from_the_tray_have_come_from_no_day():
    steps = [Done(Deed.MOVE, None, TUESDAY, "Germany"), step(by=1)]
    assert words_of(steps, "2 posts").done == "Moved 2 posts"
