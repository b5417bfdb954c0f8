"""What a hold is aimed at, by what somebody types."""

import pytest

from app.commands.hold_targets import find_target
from app.domain.hold import Scope
from app.errors import AppError
from tests.builders.calendars import DE_INSTAGRAM, FR_FACEBOOK


@pytest.fixture
def calendar(session, reader):
    return reader.calendar()


@pytest.mark.parametrize(
    ("scope", "words", "target"),
    [
        (Scope.EVERYTHING, "", ""),
        (Scope.MARKET, "germany", "DE"),
        (Scope.NETWORK, "Face", "facebook"),
        (Scope.NETWORK, "push", "push"),
        (Scope.REGION, "EUROPE", "Europe"),
        (Scope.CHANNEL, "@solvane.de", DE_INSTAGRAM),
        (Scope.CHANNEL, "solvane.de", DE_INSTAGRAM),
        (Scope.CHANNEL, "de instagram", DE_INSTAGRAM),
        (Scope.CHANNEL, "facebook", FR_FACEBOOK),
        (Scope.CHANNEL, "FR-facebook", FR_FACEBOOK),
        (Scope.CAMPAIGN, " Spring ", "Spring"),
    ],
)
def test_a_target_goes_by_all_that_it_is_called(calendar, scope, words, target):
    assert find_target(calendar, scope, words) == target


@pytest.mark.parametrize(
    ("scope", "words", "said"),
    [
        (Scope.EVERYTHING, "DE", "has no target: leave “DE” out"),
        (Scope.MARKET, "", r"“--target NAME” which market is meant; .* Germany \(DE\)"),
        (Scope.NETWORK, "", "which network is meant; there are Facebook, Instagram, Push"),
        (Scope.CHANNEL, "Instagram", "more than one channel: write one of DE Instagram, FR Inst"),
        (Scope.REGION, "Asia", "there are Europe"),
        (Scope.CAMPAIGN, "", "which campaign is meant; there are none"),
    ],
)
def test_what_is_not_clear_is_told_with_what_there_is(calendar, scope, words, said):
    with pytest.raises(AppError, match=said):
        find_target(calendar, scope, words)
