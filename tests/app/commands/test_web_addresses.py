"""Where the brand is found on the web, market by market."""

import pytest

from app.commands.setting import Setting
from app.commands.web_addresses import bare_address, write_addresses
from app.errors import InvalidInputError
from app.storage.web_addresses import all_addresses
from tests.builders.calendars import FRANCE, GERMANY, MARC, act_as


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (" https://www.Brand.de/ ", "brand.de"),
        ("brand.com/de", "brand.com/de"),
        ("bäcker.de", "bäcker.de"),
        ("shop.brand.co.uk", "shop.brand.co.uk"),
    ],
)
def test_an_address_is_kept_as_links_are_compared_with_it(written, address):
    assert bare_address(written) == address


@pytest.mark.parametrize("written", ["", "brand", "brand de", "lena@brand.de", "https://", "a..de"])
def test_what_is_no_address_is_refused_with_an_example(written):
    with pytest.raises(InvalidInputError, match=r"such as brand\.de"):
        bare_address(written)


def test_a_market_has_exactly_the_addresses_that_were_written(session):
    act_as(session, MARC)

    def write(*addresses):
        with session.writing() as stamp:
            write_addresses(
                session, stamp, market_id=GERMANY, addresses=addresses, reason="Relaunch"
            )

    write("brand.de", "www.brand.com/de/")
    assert all_addresses(session.engine) == {GERMANY: ("brand.com/de", "brand.de")}
    write("brand.de", "brand.eu")
    assert all_addresses(session.engine) == {GERMANY: ("brand.de", "brand.eu")}
    write()
    assert all_addresses(session.engine) == {}


def test_rules_know_the_accounts_and_addresses_of_all_markets(session):
    act_as(session, MARC)
    with session.writing() as stamp:
        write_addresses(session, stamp, market_id=FRANCE, addresses=["solvane.fr"], reason="")
    germany, france = Setting.of(session.engine).team.places
    assert (germany.handles, germany.addresses) == (("@solvane.de",), ())
    assert (france.handles, france.addresses) == (("@solvane.fr",), ("solvane.fr",))
