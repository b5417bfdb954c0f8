import pytest

from ui.plan.nudge_words import nudge_words
from ui.plan.plan_view import Nudge


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("nudge", "words"),
    [
        (Nudge(days=-1), "A day earlier"),
        (Nudge(days=1), "A day later"),
        (Nudge(days=-7), "A week earlier"),
        (Nudge(days=7), "A week later"),
        (Nudge(minutes=-5), "5 minutes earlier"),
        (Nudge(minutes=5), "5 minutes later"),
        (Nudge(markets=-1), "To the market before"),
        (Nudge(markets=1), "To the market after"),
        (Nudge(), ""),
    ],
)
def test_a_step_says_what_it_does(nudge, words):
    assert nudge_words(nudge) == words
