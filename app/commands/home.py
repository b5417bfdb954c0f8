"""Where the brand is at home: its grave days count for the posts of all markets."""

from app.commands.conflicts import in_one_transaction, refuse_if_changed
from app.commands.places import countries, country_name
from app.commands.session import Session
from app.domain.change import ChangeSet
from app.errors import InvalidInputError
from app.storage import home
from app.wording import _


@in_one_transaction
def save_home(session: Session, *, country: str, reason: str, base: str | None = None) -> ChangeSet:
    """Say in which country (ISO 3166-1) the brand is at home, or in none; an owner does it.

    ConflictError where somebody has said another one since it was as in `base`.
    """
    session.owner()
    if country and country not in dict(countries()):
        raise InvalidInputError(
            _("“{country}” is no country code: use two capital letters such as DE.").format(
                country=country
            )
        )
    if not reason.strip():
        raise InvalidInputError(_("Write why the home country changes: it is kept."))
    before = home.home(session.engine)
    refuse_if_changed(
        session,
        _("the home country"),
        base=base,
        now=before,
        wanted=country,
        table="home_version",
    )
    label = _("Change the home country")
    with session.changing(
        label,
        lambda later, why: save_home(later, country=before, reason=why),
        by=Session.owner,
        asks_why=bool(country) and country != before,
    ) as stamp:
        home.save_home(session.engine, stamp, country, reason)
    done = (
        _("The brand is at home in {country}").format(country=country_name(country))
        if country
        else _("The brand has no home country")
    )
    return ChangeSet.of_setting(label, done)
