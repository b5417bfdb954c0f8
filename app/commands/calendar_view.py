"""The calendar beside its posts, as screens and sentences need it."""

from datetime import date

from app.commands.setting import Setting
from app.commands.views import CalendarView
from app.storage import calendar, people, settings
from app.storage.engine import Engine

ANCHOR = "anchor"
"""The view setting that holds the day on which a sample is best opened."""


def calendar_view(engine: Engine) -> CalendarView:
    """Return name, markets, channels, people, holds and policy of a calendar."""
    facts = calendar.calendar_facts(engine)
    setting = Setting.of(engine)
    anchor = settings.setting(engine, ANCHOR)
    return CalendarView(
        name=facts.name,
        is_sample=facts.is_sample,
        markets=tuple(setting.markets.values()),
        channels=tuple(setting.channels.values()),
        people=tuple(people.all_people(engine)),
        holds=setting.holds,
        policy=setting.policy,
        severities=setting.team.severities,
        roster=setting.team.roster,
        terms=setting.team.terms,
        addresses={place.market: place.addresses for place in setting.team.places},
        team_calendar=setting.team.calendar,
        home=setting.team.home,
        anchor=date.fromisoformat(anchor) if anchor else None,
    )
