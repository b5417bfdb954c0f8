import pytest

from app.domain.hold import Scope
from tests.builders.ui import FRANCE, GERMANY, card, channel
from ui.holds.aiming import aim_at

PUSH = card(2, GERMANY, channel=channel(GERMANY, "push"))


@pytest.mark.parametrize(
    ("cards", "aim"),
    [
        ([card(1), card(3)], (Scope.CHANNEL, card(1).channel.id)),
        ([card(1), PUSH], (Scope.MARKET, GERMANY.id)),
        ([card(1), card(4, FRANCE)], (Scope.EVERYTHING, "")),
    ],
    ids=["channel", "market", "everything"],
)
def test_the_smallest_hold_that_covers_all_is_aimed_at(cards, aim):
    assert aim_at(cards) == aim
