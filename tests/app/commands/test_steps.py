"""Undo and redo of the settings: every change of them, by whoever may make it, and no further."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.commands.days import retire_day, save_days, switch_day
from app.commands.decisions import withdraw
from app.commands.duty import retire_duty, save_duty
from app.commands.hashtags import confirm_hashtags
from app.commands.home import save_home
from app.commands.log import log_entries
from app.commands.markets import (
    add_channels,
    retire_channel,
    save_channel,
    save_market,
    use_channel_again,
)
from app.commands.people import choose_person, save_person
from app.commands.policy import choose_severities, save_policy
from app.commands.posts import create_post
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.terms import retire_term, save_terms
from app.domain.change import NO_STEP, NextStep
from app.domain.channel import Channel, ChannelId
from app.domain.duty import DutyId, Shift
from app.domain.flag import Severity
from app.domain.market import Market, MarketId, PublishingHours
from app.domain.observance import Tone
from app.domain.person import Person, PersonId, Role
from app.domain.policy import Policy
from app.domain.severity_rule import EVERY_MARKET
from app.domain.team_day import TeamDay
from app.domain.team_term import TeamTerm, TermKind
from app.errors import AppError, InvalidInputError, RefusedError
from app.storage import audit, hashtags, people, posts
from tests.builders.calendars import (
    BREAD,
    DE_PUSH,
    FRANCE,
    GERMANY,
    LENA,
    MARC,
    NORA,
    QUIET_DAY,
    act_as,
    approve_as,
    knowledge,
    only,
    reader_of,
    ready_post,
    team_session,
)
from tests.builders.moves import move_posts

WHY = "We have talked about it"
FIRE = TeamDay("team-fire", "The fire", "fixed 11-16", Tone.MOURNING, Severity.STOP, (GERMANY,))
CHEAP = TeamTerm("cheap", TermKind.AVOID, ("billig*",), Severity.STOP, (GERMANY,), "de")
SHIFT = Shift(
    DutyId("s"), MARC, FRANCE, datetime(2027, 12, 24, 9), datetime(2027, 12, 24, 18), "Europe/Paris"
)
SPAIN = Market(MarketId("ES"), "ES", "Spain", "ES", ("es",), "Europe/Madrid")
INES = Person(PersonId("ines"), "Ines Costa", Role.REVIEWER, ("pt",), (GERMANY,))
POGROM = "de-pogromnacht"


def person(session, person_id):
    return next(one for one in people.all_people(session.engine) if one.id == person_id)


def market(session, market_id=GERMANY):
    return Setting.of(session.engine).markets[market_id]


def state(session):
    """Return all that the settings say, without who said it when and why."""
    setting = Setting.of(session.engine)
    team = setting.team
    return {
        "markets": setting.markets,
        "channels": setting.usable_channels,
        "policy": setting.policy,
        "people": [one for one in people.all_people(session.engine) if one.is_active],
        "home": team.home,
        "places": team.places,
        "weights": {(one.rule, one.market): one.severity for one in team.severities},
        "days": team.calendar.days,
        "off": {(one.observance, one.market) for one in team.calendar.switches if one.is_off},
        "roster": team.roster,
        "terms": team.terms,
        "hashtags": hashtags.confirmations(session.engine, ["brot"]),
    }


def weigh(session, severity, rule="timing.hours"):
    choose_severities(session, rule=rule, choices={EVERY_MARKET: severity}, reason=WHY)


CHANGES = {
    "a person is added": lambda s: save_person(s, person=INES),
    "a person gets a role": lambda s: save_person(
        s, person=replace(person(s, LENA), role=Role.REVIEWER)
    ),
    "a person is renamed": lambda s: save_person(s, person=replace(person(s, LENA), name="Lena B")),
    "a person leaves": lambda s: save_person(s, person=replace(person(s, MARC), is_active=False)),
    "a market is added": lambda s: save_market(s, market=SPAIN, addresses=["solvane.es"]),
    "a market is changed": lambda s: save_market(
        s,
        market=replace(market(s), name="Deutschland", hours=PublishingHours(time(9), time(17))),
        addresses=["solvane.de"],
    ),
    "a market gets another zone": lambda s: save_market(
        s, market=replace(market(s), zone="Europe/Helsinki")
    ),
    "a channel is added": lambda s: save_channel(
        s, channel=Channel(ChannelId("x"), GERMANY, "x", "X")
    ),
    "channels are added": lambda s: add_channels(
        s,
        channels=[Channel(ChannelId(f"{one}-x"), one, "x", "X") for one in (GERMANY, FRANCE)],
    ),
    "a channel is renamed": lambda s: save_channel(
        s, channel=replace(Setting.of(s.engine).channels[DE_PUSH], name="Push")
    ),
    "a channel is retired": lambda s: retire_channel(s, channel_id=DE_PUSH),
    "more people approve": lambda s: save_policy(s, policy=Policy(3), reason=WHY),
    "a rule weighs more": lambda s: weigh(s, Severity.STOP),
    "a family weighs less": lambda s: weigh(s, Severity.NOTE, "timing"),
    "the brand is at home": lambda s: save_home(s, country="DE", reason=WHY),
    "a day is added": lambda s: save_days(s, days=[FIRE]),
    "a day is switched off": lambda s: switch_day(s, observance=POGROM, is_off=True, reason=WHY),
    "a term is added": lambda s: save_terms(s, terms=[CHEAP]),
    "somebody is on duty": lambda s: save_duty(s, duty=[SHIFT]),
    "a hashtag is confirmed": lambda s: confirm_hashtags(s, hashtags=["brot"]),
}
FURTHER = {
    "a channel is used again": (
        CHANGES["a channel is retired"],
        lambda s: use_channel_again(s, channel_id=DE_PUSH),
    ),
    "a day is changed": (
        CHANGES["a day is added"],
        lambda s: save_days(s, days=[replace(FIRE, severity=Severity.NOTE)], reason=WHY),
    ),
    "a day is retired": (
        CHANGES["a day is added"],
        lambda s: retire_day(s, day_id=FIRE.id, reason=WHY),
    ),
    "a day is switched on again": (
        CHANGES["a day is switched off"],
        lambda s: switch_day(s, observance=POGROM, is_off=False, reason=WHY),
    ),
    "a term is changed": (
        CHANGES["a term is added"],
        lambda s: save_terms(s, terms=[replace(CHEAP, words=("günstig",))], reason=WHY),
    ),
    "a term is retired": (
        CHANGES["a term is added"],
        lambda s: retire_term(s, term_id="cheap", reason=WHY),
    ),
    "duty is changed": (
        CHANGES["somebody is on duty"],
        lambda s: save_duty(s, duty=[replace(SHIFT, person=NORA)], reason=WHY),
    ),
    "duty is retired": (
        CHANGES["somebody is on duty"],
        lambda s: retire_duty(s, duty=SHIFT, reason=WHY),
    ),
    "a rule weighs as ever": (CHANGES["a rule weighs more"], lambda s: weigh(s, None)),
    "fewer people approve": (
        CHANGES["more people approve"],
        lambda s: save_policy(s, policy=Policy(1), reason=WHY),
    ),
    "the brand is at home nowhere": (
        CHANGES["the brand is at home"],
        lambda s: save_home(s, country="", reason=WHY),
    ),
}
ALL = {name: (None, change) for name, change in CHANGES.items()} | FURTHER
LOOSER = (
    *("more people approve", "a rule weighs more", "a family weighs less"),
    *("a rule weighs as ever", "the brand is at home"),
    *("a day is added", "a day is changed", "a day is switched on again"),
    *("a term is added", "a term is changed"),
)
"""What guards posts, so that going back from it needs a reason."""


@pytest.fixture
def owner(session):
    act_as(session, NORA)
    return session


@pytest.fixture
def other(path, owner):
    """Another window on the same calendar, in which owner Olga sits."""
    there = Session.open(path, knowledge(), origin="other@there")
    olga = next(one for one in people.all_people(there.engine) if one.name == "Olga Owner")
    choose_person(there, person_id=olga.id)
    yield there
    there.close()


@pytest.mark.parametrize("name", ALL)
def test_every_change_of_the_settings_goes_back_and_forth(owner, name):
    first, change = ALL[name]
    if first is not None:
        first(owner)
    before = state(owner)
    changes = change(owner)
    after = state(owner)
    assert after != before
    label = owner.steps.undo.label
    assert (changes is None) or (changes.can_undo and changes.is_setting and changes.done)
    undone = owner.undo(why=WHY)
    assert state(owner) == before
    assert (undone.takes_back, undone.is_setting, undone.label) == (True, True, f"Undid: {label}")
    assert owner.steps.redo.label == label
    owner.redo(why=WHY)
    assert state(owner) == after
    owner.undo(why=WHY)
    assert state(owner) == before


@pytest.mark.parametrize("name", ALL)
def test_going_back_asks_why_just_where_posts_are_guarded_less(owner, name):
    first, change = ALL[name]
    if first is not None:
        first(owner)
    change(owner)
    assert owner.steps.undo_setting.asks_why == (name in LOOSER)
    if name not in LOOSER:
        owner.undo()
        return
    before = state(owner)
    with pytest.raises(RefusedError, match="Write in a few words why"):
        owner.undo()
    assert state(owner) == before
    assert owner.steps.undo.label, "it can still be taken back"


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_taken_out_of_the_history(owner, name):
    first, change = ALL[name]
    if first is not None:
        first(owner)
    change(owner)
    known = audit.events(owner.engine, 0, 1000)
    owner.undo(why=WHY)
    now = audit.events(owner.engine, 0, 1000)
    assert now[: len(known)] == known
    added = now[len(known) :]
    assert added
    assert {(event.actor, event.action) for event in added} == {(NORA, "undo")}
    assert not list(audit.verify(owner.engine))


def test_the_history_says_that_it_was_an_undo_and_why(owner, path):
    CHANGES["more people approve"](owner)
    owner.undo(why="Three are not here this week")
    owner.redo()
    reader = reader_of(path)
    *_before, undone, again = [entry.what for entry in log_entries(reader)]
    reader.close()
    assert undone == "Undo: Asks 1 to approve a post with a stop: Three are not here this week"
    assert again.startswith("Done again: Asks 3 to approve")


@pytest.mark.parametrize("name", [name for name in ALL if name != "a hashtag is confirmed"])
def test_what_somebody_else_has_changed_since_is_not_taken_back(owner, other, name):
    first, change = ALL[name]
    if first is not None:
        first(owner)
    change(owner)
    steps = len(owner.undo_steps)
    OTHERWISE[name](other)
    before = state(owner)
    with pytest.raises(RefusedError, match="cannot be undone: it was changed again since"):
        owner.undo(why=WHY)
    assert state(owner) == before
    assert len(owner.undo_steps) == steps - 1, "and it stands in nobody's way"


def _duty(s):
    present = next(iter(Setting.of(s.engine).team.roster.shifts), SHIFT)
    save_duty(s, duty=[replace(present, ends=datetime(2027, 12, 24, 20))], reason=WHY)


def _day(s):
    save_days(s, days=[replace(FIRE, name="Another fire")], reason=WHY)


def _term(s):
    save_terms(s, terms=[replace(CHEAP, words=("gratis",))], reason=WHY)


def _person(person_id):
    return lambda s: save_person(s, person=replace(person(s, person_id), languages=("it",)))


def _retired(is_retired):
    command = retire_channel if is_retired else use_channel_again
    return lambda s: command(s, channel_id=DE_PUSH)


OTHERWISE = {
    "a person is added": _person(INES.id),
    "a person gets a role": _person(LENA),
    "a person is renamed": _person(LENA),
    "a person leaves": _person(MARC),
    "a market is added": lambda s: save_market(s, market=replace(SPAIN, name="España")),
    "a market is changed": lambda s: save_market(s, market=replace(market(s), region="DACH")),
    "a market gets another zone": lambda s: save_market(
        s, market=replace(market(s), zone="Europe/Riga")
    ),
    "a channel is added": lambda s: save_channel(
        s, channel=replace(Setting.of(s.engine).channels[ChannelId("x")], name="Twitter")
    ),
    "channels are added": lambda s: save_channel(
        s, channel=replace(Setting.of(s.engine).channels[ChannelId("DE-x")], name="Twitter")
    ),
    "a channel is renamed": lambda s: save_channel(
        s, channel=replace(Setting.of(s.engine).channels[DE_PUSH], name="App")
    ),
    "a channel is retired": _retired(False),
    "a channel is used again": _retired(True),
    "more people approve": lambda s: save_policy(s, policy=Policy(2), reason=WHY),
    "fewer people approve": lambda s: save_policy(s, policy=Policy(2), reason=WHY),
    "a rule weighs more": lambda s: weigh(s, Severity.CAUTION),
    "a rule weighs as ever": lambda s: weigh(s, Severity.CAUTION),
    "a family weighs less": lambda s: weigh(s, Severity.CAUTION, "timing"),
    "the brand is at home": lambda s: save_home(s, country="FR", reason=WHY),
    "the brand is at home nowhere": lambda s: save_home(s, country="FR", reason=WHY),
    "a day is added": _day,
    "a day is changed": _day,
    "a day is retired": _day,
    "a day is switched off": lambda s: switch_day(s, observance=POGROM, is_off=False, reason=WHY),
    "a day is switched on again": lambda s: switch_day(
        s, observance=POGROM, is_off=True, reason=WHY
    ),
    "a term is added": _term,
    "a term is changed": _term,
    "a term is retired": _term,
    "somebody is on duty": _duty,
    "duty is changed": _duty,
    "duty is retired": _duty,
}


# --- whose it is, and who may --------------------------------------------------------------------


def test_nobody_takes_back_what_another_person_did(owner):
    CHANGES["more people approve"](owner)
    act_as(owner, LENA)
    assert owner.steps.undo_setting == NO_STEP
    with pytest.raises(RefusedError, match="nothing to undo"):
        owner.undo(only_settings=True, why=WHY)


def test_an_owner_who_became_a_planner_gives_nobody_powers_by_undo(owner, other):
    """Neither themselves: the role that they gave away is another owner's to give."""
    nora = person(owner, NORA)
    save_person(owner, person=replace(nora, role=Role.PLANNER))
    before = state(owner)
    with pytest.raises(RefusedError, match="Only an owner may change this"):
        owner.undo()
    assert state(owner) == before
    assert owner.steps.undo.label == ""


REVIEWERS_MAY = tuple(
    name for name in CHANGES if name.startswith(("a day", "a term", "somebody is on", "a hashtag"))
)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        *((name, Role.PLANNER) for name in CHANGES),
        *((name, Role.REVIEWER) for name in CHANGES if name not in REVIEWERS_MAY),
    ],
)
def test_whoever_lost_the_power_meanwhile_takes_nothing_back(owner, other, name, role):
    CHANGES[name](owner)
    save_person(other, person=replace(person(other, NORA), role=role))
    before = state(owner)
    with pytest.raises(RefusedError, match=r"Only an owner|is a planner"):
        owner.undo(why=WHY)
    assert state(owner) == before
    assert owner.steps.undo == NO_STEP


def test_whoever_has_left_the_team_takes_nothing_back(owner, other):
    CHANGES["more people approve"](owner)
    save_person(other, person=replace(person(other, NORA), is_active=False))
    with pytest.raises(RefusedError, match="no longer part"):
        owner.undo(why=WHY)
    assert Setting.of(owner.engine).policy == Policy(3)


def test_the_last_owner_stays_one(owner, other):
    """Nora made Lena an owner; then all others stepped down."""
    olga = next(one for one in people.all_people(owner.engine) if one.name == "Olga Owner")
    save_person(owner, person=replace(olga, role=Role.PLANNER))
    with pytest.raises(RefusedError, match="Only an owner"):
        save_person(other, person=replace(person(other, NORA), role=Role.PLANNER))
    owner.undo()
    assert next(one for one in people.all_people(owner.engine) if one.id == olga.id).may_own


def test_a_name_that_somebody_took_meanwhile_is_not_given_twice(owner, other):
    CHANGES["a person is renamed"](owner)
    save_person(other, person=replace(INES, name="Lena Brandt"))
    with pytest.raises(InvalidInputError, match="already somebody called Lena Brandt"):
        owner.undo()
    assert owner.steps.undo.label == "Rename Lena Brandt", "once that is mended it goes"


# --- posts ---------------------------------------------------------------------------------------


def test_a_zone_that_comes_back_brings_the_approvals_back(owner, reader):
    act_as(owner, LENA)
    post = ready_post(owner)
    approve_as(owner, reader, post)
    act_as(owner, NORA)
    away = save_market(owner, market=replace(market(owner), zone="Europe/Helsinki"))
    assert (away.ended_approvals, reader.cards_of([post])[0].is_approved) == (1, False)
    back = owner.undo()
    assert (back.returned_approvals, reader.cards_of([post])[0].is_approved) == (1, True)
    assert reader.cards_of([post])[0].zone == "Europe/Berlin"
    owner.redo()
    assert not reader.cards_of([post])[0].is_approved


def test_a_no_that_was_said_meanwhile_outlasts_the_undo_of_a_zone(owner, reader, path):
    act_as(owner, LENA)
    post = ready_post(owner)
    approve_as(owner, reader, post)
    act_as(owner, NORA)
    save_market(owner, market=replace(market(owner), zone="Europe/Helsinki"))
    marc = Session.open(path, knowledge(), origin="marc@there")
    choose_person(marc, person_id=MARC)
    (shown,) = posts.by_ids(marc.engine, [post])
    withdraw(marc, post_id=post, fingerprint=shown.fingerprint, note="Not now")
    marc.close()
    owner.undo()
    assert not reader.cards_of([post])[0].is_approved


def test_what_was_moved_before_a_zone_changed_is_still_moved_back(owner):
    act_as(owner, NORA)
    post = ready_post(owner)
    move_posts(owner, post_ids=[post], to_day=QUIET_DAY + timedelta(days=1))
    save_market(owner, market=replace(market(owner), zone="Europe/Helsinki"))
    owner.undo()
    owner.undo()
    (found,) = posts.by_ids(owner.engine, [post])
    assert (found.content.day, found.content.zone) == (QUIET_DAY, "Europe/Berlin")


def test_a_channel_on_which_somebody_plans_meanwhile_stays(owner, path):
    CHANGES["a channel is added"](owner)
    lena = Session.open(path, knowledge(), origin="lena@there")
    choose_person(lena, person_id=LENA)
    only(create_post(lena, channel_id=ChannelId("x"), local=datetime(2027, 11, 16, 9), text=BREAD))
    lena.close()
    with pytest.raises(RefusedError, match="1 planned post stands on X"):
        owner.undo()


def test_what_somebody_retired_meanwhile_is_not_used_again_by_redo(owner, other):
    CHANGES["channels are added"](owner)
    retire_channel(other, channel_id=ChannelId("DE-x"))
    owner.undo()
    owner.redo()
    usable = {channel.id for channel in Setting.of(owner.engine).usable_channels}
    assert (ChannelId("DE-x") in usable, ChannelId("FR-x") in usable) == (False, True)


def test_what_was_refused_is_done_again_once_its_way_out_was_gone(owner, other):
    post = only(create_post(owner, channel_id=DE_PUSH, local=None, text=BREAD))
    owner.undo()
    retire_channel(other, channel_id=DE_PUSH)
    with pytest.raises(RefusedError, match="is retired"):
        owner.redo()
    use_channel_again(other, channel_id=DE_PUSH)
    assert only(owner.redo()) == post


def test_what_can_never_be_done_again_is_said_so_and_goes(owner, other):
    CHANGES["a channel is renamed"](owner)
    owner.undo()
    save_channel(other, channel=replace(Setting.of(other.engine).channels[DE_PUSH], name="Push"))
    with pytest.raises(RefusedError, match="cannot be done again"):
        owner.redo()
    assert not owner.steps.redo.label


def test_a_rename_is_taken_back_though_the_channel_was_retired_since(owner, other):
    CHANGES["a channel is renamed"](owner)
    retire_channel(other, channel_id=DE_PUSH)
    owner.undo()
    channel = Setting.of(owner.engine).channels[DE_PUSH]
    assert (channel.name, channel.is_retired) == ("App push", True)


def test_a_weight_that_comes_back_says_why_as_it_did_then(owner):
    choose_severities(
        owner, rule="timing.hours", choices={EVERY_MARKET: Severity.STOP}, reason="Says the law"
    )
    weigh(owner, Severity.NOTE)
    owner.undo()
    (weight,) = Setting.of(owner.engine).team.severities
    assert (weight.severity, weight.reason) == (Severity.STOP, "Says the law")


# --- one order of all ----------------------------------------------------------------------------


def test_posts_and_settings_stand_in_one_order(owner):
    post = ready_post(owner)
    CHANGES["a person gets a role"](owner)
    assert (
        owner.steps.undo == owner.steps.undo_setting == NextStep("Change the role of Lena Brandt")
    )
    move_posts(owner, post_ids=[post], to_day=QUIET_DAY + timedelta(days=1))
    assert owner.steps.undo.label.startswith("Move")
    assert owner.steps.undo_setting.label == "Change the role of Lena Brandt"


def test_the_settings_take_back_their_own_and_leave_posts_alone(owner):
    post = ready_post(owner)
    CHANGES["a person gets a role"](owner)
    move_posts(owner, post_ids=[post], to_day=QUIET_DAY + timedelta(days=1))
    owner.undo(only_settings=True)
    assert person(owner, LENA).role is Role.PLANNER
    assert posts.by_ids(owner.engine, [post])[0].content.day != QUIET_DAY
    assert owner.steps.undo.label.startswith("Move")
    assert owner.steps.redo == owner.steps.redo_setting
    owner.redo(only_settings=True)
    assert person(owner, LENA).role is Role.REVIEWER
    with pytest.raises(RefusedError, match="nothing to redo"):
        owner.redo(only_settings=True)


def test_a_change_that_is_refused_leaves_nothing_to_take_back(owner):
    with pytest.raises(InvalidInputError, match="no time zone"):
        save_market(owner, market=replace(SPAIN, zone="Mars"))
    assert owner.steps.undo.label == ""


def test_what_changes_nothing_is_no_step(owner):
    CHANGES["a day is added"](owner)
    steps = len(owner.undo_steps)
    for again in (
        save_days(owner, days=[FIRE]),
        save_terms(owner, terms=[]),
        save_duty(owner, duty=[]),
    ):
        assert not again.can_undo
    assert len(owner.undo_steps) == steps


ACTIONS = st.sampled_from(sorted(CHANGES))


@settings(max_examples=12, deadline=None)
@given(st.lists(ACTIONS, min_size=1, max_size=6))
def test_undo_after_any_changes_restores_exactly_what_was(actions):
    with TemporaryDirectory() as folder:
        session = team_session(Path(folder) / "undo.countersign")
        act_as(session, NORA)
        states = [state(session)]
        for action in actions:
            steps = len(session.undo_steps)
            try:
                CHANGES[action](session)
            except AppError:  # such as a channel that was retired before
                continue
            if len(session.undo_steps) > steps:
                states.append(state(session))
        for former in reversed(states[:-1]):
            session.undo(why=WHY)
            assert state(session) == former
        for later in states[1:]:
            session.redo(why=WHY)
            assert state(session) == later
        session.close()
