"""Where the brand is at home: its grave days count for the posts of all markets."""

from app.commands.places import countries, country_name
from app.commands.session import Session
from app.domain.change import ChangeSet
from app.errors import InvalidInputError
from app.storage import home
from app.wording import _


def save_home(session: Session, *, country: str, reason: str) -> ChangeSet:
    """Say in which country (ISO 3166-1) the brand is at home, or in none; an owner does it."""
    session.owner()
    if country and country not in dict(countries()):
        raise InvalidInputError(
            _("“{country}” is no country code: use two capital letters such as DE.").format(
                country=country
            )
        )
    if not reason.strip():
        raise InvalidInputError(_("Write why the home country changes: it is kept."))
    with session.writing() as stamp:
        home.save_home(session.engine, stamp, country, reason)
    label = (
        _("The brand is at home in {country}").format(country=country_name(country))
        if country
        else _("The brand has no home country")
    )
    return ChangeSet(label, everything=True)
