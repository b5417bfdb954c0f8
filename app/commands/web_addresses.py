"""Where the brand is found on the web, market by market."""

import re
from collections.abc import Iterable

from app.commands.session import Session
from app.domain.market import MarketId
from app.errors import InvalidInputError
from app.storage import web_addresses
from app.storage.chain import Stamp
from app.wording import _

_ADDRESS = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,6}[^\W\d_]{2,24}(?:/[^\s?#]*)?")


def write_addresses(
    session: Session, stamp: Stamp, *, market_id: MarketId, addresses: Iterable[str], reason: str
) -> None:
    """Let a market have exactly these addresses, within a transaction of whoever may do it."""
    wanted = {bare_address(address) for address in addresses}
    known = set(web_addresses.all_addresses(session.engine).get(market_id, ()))
    for address in sorted(wanted ^ known):
        web_addresses.save_address(
            session.engine,
            stamp,
            address=address,
            market=market_id,
            is_active=address in wanted,
            reason=reason,
        )


def bare_address(written: str) -> str:
    """Return a domain, perhaps with a path, as links are compared with it."""
    address = written.strip().lower().rpartition("://")[2].removeprefix("www.").rstrip("/")
    if not _ADDRESS.fullmatch(address):
        raise InvalidInputError(
            _("“{address}” is no web address: write one such as brand.de or brand.com/de.").format(
                address=written.strip()
            )
        )
    return address
