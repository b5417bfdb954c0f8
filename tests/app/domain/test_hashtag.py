"""For which posts the confirmation of a hashtag counts."""

from datetime import date, timedelta

import pytest

from app.domain.hashtag import EVERY_MARKET, GOOD_FOR, Confirmation, confirmed, folded
from app.domain.market import MarketId

GERMANY, FRANCE = MarketId("DE"), MarketId("FR")
LOOKED = date(2027, 3, 1)


@pytest.mark.parametrize("written", ["#ItWasMe", "#itwasme", "＃ITWASME", "itWasMe"])
def test_case_width_and_sign_make_no_other_hashtag(written):
    assert folded(written) == "itwasme"


def test_an_accent_makes_another_hashtag():
    assert folded("#père") != folded("#pere")


def test_a_confirmation_counts_in_its_market_or_in_all():
    here, everywhere = (Confirmation("a", market, LOOKED) for market in (GERMANY, EVERY_MARKET))
    assert here.counts(GERMANY, LOOKED)
    assert not here.counts(FRANCE, LOOKED)
    assert everywhere.counts(FRANCE, LOOKED)


def test_a_confirmation_ages():
    one = Confirmation("a", GERMANY, LOOKED)
    assert one.counts(GERMANY, LOOKED + GOOD_FOR)
    assert not one.counts(GERMANY, LOOKED + GOOD_FOR + timedelta(days=1))
    assert one.counts(GERMANY, None)


def test_the_confirmed_hashtags_of_a_post_are_those_that_count_for_it():
    known = {
        "a": (Confirmation("a", FRANCE, LOOKED), Confirmation("a", GERMANY, LOOKED)),
        "b": (Confirmation("b", FRANCE, LOOKED),),
    }
    assert confirmed(known, ("a", "b", "c"), GERMANY, LOOKED) == {"a"}
