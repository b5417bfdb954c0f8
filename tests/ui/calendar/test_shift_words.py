from dataclasses import replace
from datetime import timedelta

import pytest

from app.commands.shifting import Following, Foreseen, ShiftPreview
from app.domain.flag import Severity
from tests.builders.ui import MONDAY, approved, card, flag, handed_over, on, utc
from ui.calendar.shift_words import choices, consequences, remarks

pytestmark = pytest.mark.in_english
POST = card(1, local=on(MONDAY))
PLAIN = Foreseen(POST, MONDAY + timedelta(days=1), (), is_weekend=False, is_past=False)


def test_one_post_offers_its_market_channel_and_campaign():
    found = dict(choices([POST], "Germany"))
    assert list(found) == [Following.MARKET, Following.CHANNEL, Following.CAMPAIGN]
    assert "Germany" in found[Following.CHANNEL]
    assert "autumn" in found[Following.CAMPAIGN]


def test_several_offer_themselves_first_and_no_campaign_where_there_is_none():
    found = dict(choices([replace(POST, campaign=""), POST], "Germany"))
    assert list(found) == [Following.SELECTION, Following.MARKET, Following.CHANNEL]
    assert "2" in found[Following.SELECTION]


def test_a_shift_of_nothing_special_has_nothing_to_say():
    assert list(consequences(ShiftPreview((PLAIN,)))) == []
    assert remarks(PLAIN) == ()


@pytest.mark.parametrize(
    ("one", "sentence", "remark"),
    [
        (replace(PLAIN, is_past=True), "1 post would land in the past", "in the past"),
        (replace(PLAIN, card=approved(POST)), "1 approval ends", "approval ends"),
        (
            replace(PLAIN, flags=(flag(Severity.STOP),)),
            "1 post lands on a day that asks for care",
            "Stop: 9 November: anniversary of the 1938 pogroms",
        ),
        (replace(PLAIN, is_weekend=True), "1 post lands on a weekend", "weekend"),
        (
            replace(PLAIN, card=replace(handed_over(POST, utc(2026, 11, 2, 12)), review=(1,))),
            "1 post stays queued at the scheduler",
            "still queued",
        ),
    ],
)
def test_each_consequence_is_said_of_all_and_of_the_one(one, sentence, remark):
    (said,) = consequences(ShiftPreview((one, PLAIN)))
    assert said.startswith(sentence)
    assert remarks(one) == (remark,)


def test_what_is_past_already_is_counted():
    assert list(consequences(ShiftPreview((PLAIN,), stay=3))) == [
        "3 posts are past already and stay."
    ]
