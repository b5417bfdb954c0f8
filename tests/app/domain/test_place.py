"""Where a brand is found on the web."""

from dataclasses import replace

from app.domain.channel import Channel, ChannelId
from app.domain.market import Market, MarketId
from app.domain.place import Place, places_of


def test_a_place_without_accounts_and_addresses_is_only_a_market():
    place = Place(MarketId("m-fr"), "France", "FR", "FR")
    assert (place.handles, place.addresses) == ((), ())


def test_each_market_with_an_account_or_an_address_is_a_place():
    france = Market(MarketId("m-fr"), "FR", "France", "FR", ("fr",), "Europe/Paris")
    spain, italy = (replace(france, id=MarketId(f"m-{code}"), code=code) for code in ("es", "it"))
    channels = [
        Channel(ChannelId(f"c{number}"), france.id, network, network, handle)
        for number, (network, handle) in enumerate((("x", "@a"), ("push", ""), ("threads", "@a")))
    ]
    found = places_of((france, spain, italy), channels, {spain.id: ("brand.es",)})
    assert found == (
        Place(france.id, "France", "FR", "FR", ("@a",)),
        Place(spain.id, "France", "es", "FR", (), ("brand.es",)),
    )
