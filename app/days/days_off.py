"""Days on which people in a whole market do not work, as the `holidays` package knows them."""

from datetime import date
from functools import lru_cache

from app.days.public import kind_of

_PUBLIC = "public"


@lru_cache(maxsize=512)
def days_off(country: str, subdivisions: tuple[str, ...], year: int) -> frozenset[date]:
    """Return the public holidays of a country, or of all of a market's subdivisions, in a year.

    Countries and years that the package does not know have none.
    """
    kind = kind_of(country)
    if kind is None or _PUBLIC not in kind.supported_categories:
        return frozenset()
    known = set(kind.subdivisions)
    codes = [code.removeprefix(f"{country}-") for code in subdivisions]
    regions: list[str | None] = [code for code in codes if code in known]
    calendars = (
        frozenset(kind(subdiv=region, years=year, expand=False)) for region in regions or [None]
    )
    return frozenset.intersection(*calendars)
