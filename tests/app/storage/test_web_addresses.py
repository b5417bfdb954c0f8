"""The web addresses of each market, as they stand."""

import pytest

from app.errors import RefusedError
from app.storage.web_addresses import all_addresses, save_address
from tests.app.storage.ground import FRANCE, GERMANY


def test_each_market_has_its_addresses_until_they_are_taken_away(desk, engine):
    assert all_addresses(engine) == {}
    for address, market, is_active in (
        ("brand.de", GERMANY.id, True),
        ("brand.com/de", GERMANY.id, True),
        ("brand.de", FRANCE.id, True),
        ("brand.de", FRANCE.id, False),
    ):
        save_address(
            engine,
            desk.stamp("ben"),
            address=address,
            market=market,
            is_active=is_active,
            reason="",
        )
    assert all_addresses(engine) == {GERMANY.id: ("brand.com/de", "brand.de")}


def test_a_planner_gives_no_market_an_address(desk, engine):
    with pytest.raises(RefusedError, match="reviewer"):
        save_address(
            engine,
            desk.stamp("ana"),
            address="brand.de",
            market=GERMANY.id,
            is_active=True,
            reason="",
        )
