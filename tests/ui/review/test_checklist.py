import pytest

from ui.review.checklist import Checklist


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("checklist", "sentences"),
    [
        (Checklist(), ()),
        (Checklist(lines=1), ("1 line not yet seen.",)),
        (Checklist(lacks_place=True), ("Its place and time not yet seen.",)),
        (Checklist(lines=3, flags=2), ("3 lines and 2 flags not yet seen.",)),
        (
            Checklist(lines=3, pictures=1, flags=2),
            ("3 lines, 1 picture and 2 flags not yet seen.",),
        ),
        (Checklist(ticks=1, reasons=2), ("1 caution needs your tick.", "2 stops need a reason.")),
        (Checklist(disagreement="Marc says no."), ("Marc says no.",)),
        (Checklist(lacks_note=True), ("A note must say how you know what it says.",)),
        (Checklist(obstacle="You are a planner.", lines=9), ("You are a planner.",)),
    ],
)
def test_it_says_in_words_what_is_still_to_do(checklist, sentences):
    assert checklist.sentences() == sentences


@pytest.mark.parametrize(
    "checklist",
    [
        Checklist(lines=1),
        Checklist(pictures=1),
        Checklist(flags=1),
        Checklist(ticks=1),
        Checklist(reasons=1),
        Checklist(disagreement="Marc says no."),
        Checklist(lacks_note=True),
        Checklist(obstacle="No."),
    ],
)
def test_whatever_is_missing_keeps_the_box_shut(checklist):
    assert not checklist.is_done


def test_when_nothing_is_missing_the_box_opens():
    assert Checklist().is_done
