"""Two people who change the same setting: the second one is told, and nothing is overwritten."""

import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import datetime, time

import pytest

from app.commands.conflicts import in_one_transaction
from app.commands.days import retire_day, save_days, switch_day
from app.commands.duty import retire_duty, save_duty
from app.commands.home import save_home
from app.commands.markets import retire_channel, save_channel, save_market
from app.commands.people import save_person
from app.commands.policy import choose_severities, save_policy
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.terms import retire_term, save_terms
from app.domain.change import ChangeSet
from app.domain.duty import DutyId, Gap, Shift, Week
from app.domain.flag import Severity
from app.domain.market import PublishingHours
from app.domain.observance import Tone
from app.domain.person import Role
from app.domain.policy import Policy
from app.domain.severity_rule import EVERY_MARKET
from app.domain.team_day import TeamDay
from app.domain.team_term import TeamTerm, TermKind
from app.errors import ConflictError
from app.storage import people
from app.storage.web_addresses import all_addresses
from tests.builders.calendars import (
    DE_PUSH,
    FRANCE,
    GERMANY,
    LENA,
    MARC,
    NORA,
    act_as,
    knowledge,
)

WHY = "We have talked about it"
FIRE = TeamDay("team-fire", "The fire", "fixed 11-16", Tone.MOURNING, Severity.STOP, (GERMANY,))
CHEAP = TeamTerm("cheap", TermKind.AVOID, ("billig*",), Severity.STOP, (GERMANY,), "de")
EVE = datetime(2027, 12, 24, 9)
SHIFT = Shift(DutyId("s"), MARC, FRANCE, EVE, EVE.replace(hour=18), "Europe/Paris")
WEEK = Week(DutyId("w"), MARC, FRANCE, time(9), time(18), "Europe/Paris", frozenset({0}))
GAP = Gap(DutyId("g"), FRANCE, EVE, EVE.replace(hour=12), "Europe/Paris")
POGROM = "de-pogromnacht"


@pytest.fixture
def mine(session):
    """Nora, whose form stands open."""
    act_as(session, NORA)
    save_days(session, days=[FIRE])
    save_terms(session, terms=[CHEAP])
    save_duty(session, duty=[SHIFT, WEEK, GAP])
    save_market(session, market=market(session), addresses=["solvane.de"])
    return session


@pytest.fixture
def theirs(mine, path):
    """Olga, who saves meanwhile."""
    other = Session.open(path, knowledge(), origin="test@there")
    other.clock = mine.clock
    act_as(other, next(one.id for one in people.all_people(other.engine) if "Olga" in one.name))
    yield other
    other.close()


def market(session):
    return Setting.of(session.engine).markets[GERMANY]


def person(session):
    return next(one for one in people.all_people(session.engine) if one.id == LENA)


def channel(session):
    return Setting.of(session.engine).channels[DE_PUSH]


def team(session):
    return Setting.of(session.engine).team


def switches(session):
    return team(session).calendar.switches


def fire(session):
    return team(session).calendar.days[0]


def cheap(session):
    return team(session).terms.all[0]


def shift(session):
    return team(session).roster.shifts[0]


def weights(session):
    found = {one.market: one.severity for one in team(session).severities}
    return {EVERY_MARKET: found.get(EVERY_MARKET)}


def state(session):
    """Return all that the settings say."""
    setting = Setting.of(session.engine)
    said = {field.name: getattr(setting, field.name) for field in fields(setting)}
    return said, people.all_people(session.engine)


def a_person(name):
    return lambda s, base: save_person(s, person=replace(person(s), name=name), base=base)


def a_market(**change):
    def save(s, base):
        return save_market(s, market=replace(base or market(s), **change), base=base)

    return save


def addresses(*wanted):
    def save(s, base):
        shown = base or all_addresses(s.engine)[GERMANY]
        return save_market(
            s, market=market(s), addresses=wanted, base=market(s), base_addresses=shown
        )

    return save


def a_channel(name):
    return lambda s, base: save_channel(s, channel=replace(channel(s), name=name), base=base)


def a_policy(count):
    return lambda s, base: save_policy(s, policy=Policy(count), reason=WHY, base=base)


def a_weight(severity):
    return lambda s, base: choose_severities(
        s, rule="timing.hours", choices={EVERY_MARKET: severity}, reason=WHY, base=base
    )


def a_home(country):
    return lambda s, base: save_home(s, country=country, reason=WHY, base=base)


def a_day(name):
    return lambda s, base: save_days(
        s, days=[replace(FIRE, name=name)], reason=WHY, base=[base] if base else ()
    )


def a_term(word):
    return lambda s, base: save_terms(
        s, terms=[replace(CHEAP, words=(word,))], reason=WHY, base=[base] if base else ()
    )


def duty(one, **change):
    return lambda s, base: save_duty(
        s, duty=[replace(one, **change)], reason=WHY, base=[base] if base else ()
    )


def late(hour):
    return {"starts": EVE.replace(hour=hour)}


KINDS = {
    "a person": (person, a_person("Lena B"), a_person("Lena")),
    "a market": (market, a_market(name="Deutschland"), a_market(region="DACH")),
    "its addresses": (
        lambda s: all_addresses(s.engine)[GERMANY],
        addresses("solvane.de", "brot.de"),
        addresses("solvane.eu"),
    ),
    "a channel's name": (channel, a_channel("Insta"), a_channel("Gram")),
    "the policy": (lambda s: Setting.of(s.engine).policy, a_policy(2), a_policy(3)),
    "a weight": (weights, a_weight(Severity.NOTE), a_weight(Severity.STOP)),
    "the home country": (lambda s: team(s).home, a_home("DE"), a_home("FR")),
    "a day of the team": (fire, a_day("Great fire"), a_day("Old fire")),
    "a term": (cheap, a_term("günstig"), a_term("gratis")),
    "a shift": (shift, duty(SHIFT, **late(10)), duty(SHIFT, **late(11))),
    "a week": (
        lambda s: team(s).roster.weeks[0],
        duty(WEEK, on_holidays=True),
        duty(WEEK, starts=time(7)),
    ),
    "a gap": (lambda s: team(s).roster.gaps[0], duty(GAP, **late(10)), duty(GAP, **late(11))),
    "a day that is retired": (
        fire,
        lambda s, base: retire_day(s, day_id=FIRE.id, reason=WHY, base=base),
        a_day("Old fire"),
    ),
    "a term that is retired": (
        cheap,
        lambda s, base: retire_term(s, term_id=CHEAP.id, reason=WHY, base=base),
        a_term("gratis"),
    ),
    "duty that is retired": (
        shift,
        lambda s, base: retire_duty(s, duty=base, reason=WHY),
        duty(SHIFT, **late(11)),
    ),
    "a switched day": (
        switches,
        lambda s, base: switch_day(s, observance=POGROM, is_off=True, reason="Mine", base=base),
        lambda s, _base: switch_day(
            s, observance=POGROM, is_off=True, reason="A museum", market=GERMANY
        ),
    ),
}
WITH_WORDS = [kind for kind in KINDS if not kind.endswith(("retired", "switched day"))]


@pytest.mark.parametrize("kind", KINDS)
def test_what_somebody_else_saved_meanwhile_is_never_overwritten(mine, theirs, kind):
    shown, save, save_other = KINDS[kind]
    base = shown(mine)
    save_other(theirs, None)
    left = state(theirs)
    steps = list(mine.undo_steps)
    with pytest.raises(ConflictError, match=r"Olga Owner has changed .*“Look again”"):
        save(mine, base)
    assert state(mine) == left
    assert mine.undo_steps == steps


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_looks_again_can_save(mine, theirs, kind):
    shown, save, save_other = KINDS[kind]
    save_other(theirs, None)
    assert save(mine, shown(mine)).done


@pytest.mark.parametrize("kind", WITH_WORDS)
def test_two_who_want_the_same_are_no_conflict(mine, theirs, kind):
    shown, save, _save_other = KINDS[kind]
    base = shown(mine)
    save(theirs, base)
    save(mine, base)


def test_what_counts_no_more_does_not_come_back_by_a_form_that_stood_open(mine, theirs):
    retire_term(theirs, term_id=CHEAP.id, reason=WHY)
    retire_day(theirs, day_id=FIRE.id, reason=WHY)
    retire_duty(theirs, duty=SHIFT, reason=WHY)
    for save, base in (
        (a_term("gratis"), CHEAP),
        (a_day("Old fire"), FIRE),
        (duty(SHIFT, **late(11)), SHIFT),
    ):
        with pytest.raises(ConflictError, match="counts no more"):
            save(mine, base)


def test_a_day_that_is_switched_in_another_market_is_no_conflict(mine, theirs):
    base = switches(mine)
    switch_day(theirs, observance=POGROM, is_off=True, reason="A museum", market=FRANCE)
    switch_day(mine, observance=POGROM, is_off=True, reason="Mine", market=GERMANY, base=base)
    assert {one.market for one in switches(mine)} == {GERMANY, FRANCE}


def test_a_rule_that_others_weigh_in_another_market_is_no_conflict(mine, theirs):
    choose_severities(
        theirs, rule="timing.hours", choices={FRANCE: Severity.NOTE}, reason=WHY, base={}
    )
    choose_severities(
        mine, rule="timing.hours", choices={GERMANY: Severity.NOTE}, reason=WHY, base={}
    )
    assert len(team(mine).severities) == 2


def test_addresses_are_the_same_however_they_are_written(mine):
    save_market(
        mine,
        market=replace(market(mine), name="Deutschland"),
        addresses=["https://www.Solvane.de/"],
        base=market(mine),
        base_addresses=["https://solvane.de"],
    )
    assert all_addresses(mine.engine)[GERMANY] == ("solvane.de",)


def test_a_channel_can_be_named_while_it_was_retired_meanwhile_and_stays_retired(mine, theirs):
    shown = channel(mine)
    retire_channel(theirs, channel_id=DE_PUSH)
    save_channel(mine, channel=replace(shown, name="Gram"), base=shown)
    assert channel(mine) == replace(shown, name="Gram", is_retired=True)


def test_undo_still_asks_only_whether_its_own_change_stands(mine, theirs):
    base = market(mine)
    save_market(mine, market=replace(base, hours=PublishingHours(time(6), time(9))), base=base)
    save_person(theirs, person=replace(person(theirs), role=Role.REVIEWER), base=person(theirs))
    mine.undo()
    assert market(mine) == base


def test_nobody_saves_between_the_look_and_the_word(mine, path):
    @in_one_transaction
    def look(_session):
        with (
            closing(sqlite3.connect(path, timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("BEGIN IMMEDIATE")
        return ChangeSet("")

    look(mine)
