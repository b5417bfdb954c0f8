"""Where a brand is found on the web."""

from app.domain.market import MarketId
from app.domain.place import Place


def test_a_place_without_accounts_and_addresses_is_only_a_market():
    place = Place(MarketId("m-fr"), "France", "FR", "FR")
    assert (place.handles, place.addresses) == ((), ())
