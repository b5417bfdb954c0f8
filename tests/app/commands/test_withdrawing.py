"""Markets that were added by mistake."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.commands.days import save_days
from app.commands.duty import save_duty
from app.commands.holds import place_hold
from app.commands.log import log_entries
from app.commands.markets import save_channel, save_market
from app.commands.people import choose_person, save_person
from app.commands.policy import choose_severities
from app.commands.posts import create_post
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.terms import save_terms
from app.commands.withdrawing import withdraw_market
from app.domain.channel import Channel, ChannelId
from app.domain.duty import DutyId, Gap
from app.domain.flag import Severity
from app.domain.hold import Scope
from app.domain.market import Market, MarketId
from app.domain.observance import Tone
from app.domain.person import Person, PersonId, Role
from app.domain.team_day import TeamDay
from app.domain.team_term import TeamTerm, TermKind
from app.errors import InvalidInputError, MissingError, RefusedError
from app.storage import posts
from tests.builders.calendars import BREAD, DE_INSTAGRAM, LENA, NORA, act_as, knowledge, only

SPAIN = Market(MarketId("ES"), "ES", "Spain", "ES", ("es",), "Europe/Madrid")
CHANNEL = Channel(ChannelId("ES-x"), SPAIN.id, "x", "X")


@pytest.fixture
def owner(session):
    act_as(session, NORA)
    save_market(session, market=SPAIN, addresses=["solvane.es"])
    return session


def names(session):
    return [market.name for market in Setting.of(session.engine).markets.values()]


def test_a_market_that_was_added_by_mistake_counts_as_never_added(owner):
    assert withdraw_market(owner, market=SPAIN).done.startswith("Spain is no market")
    assert names(owner) == ["Germany", "France"]
    places = Setting.of(owner.engine).team.places
    assert not any("solvane.es" in place.addresses for place in places)


def test_its_code_is_free_for_the_market_that_was_meant(owner):
    owner.undo()
    save_market(owner, market=replace(SPAIN, id=MarketId("other"), name="España"))
    assert names(owner) == ["Germany", "France", "España"]


def test_it_does_not_come_back_where_another_market_has_its_code(owner, path):
    owner.undo()
    other = Session.open(path, knowledge(), origin="other@there")
    choose_person(other, person_id=NORA)
    save_market(other, market=replace(SPAIN, id=MarketId("other"), name="España"))
    other.close()
    with pytest.raises(InvalidInputError, match="Another market has or had this code"):
        owner.redo()
    assert names(owner) == ["Germany", "France", "España"]


USES = {
    "channels": lambda s: save_channel(s, channel=CHANNEL),
    "holds": lambda s: place_hold(s, scope=Scope.MARKET, target=SPAIN.id, reason="A flood"),
    "people": lambda s: save_person(
        s, person=Person(PersonId("i"), "Ines", Role.PLANNER, (), (SPAIN.id,))
    ),
    "days": lambda s: save_days(
        s,
        days=[TeamDay("team-x", "X", "fixed 11-16", Tone.SOLEMN, Severity.NOTE, (SPAIN.id,))],
    ),
    "terms": lambda s: save_terms(
        s, terms=[TeamTerm("x", TermKind.AVOID, ("gratis",), Severity.NOTE, (SPAIN.id,))]
    ),
    "duty": lambda s: save_duty(
        s,
        duty=[
            Gap(DutyId("g"), SPAIN.id, datetime(2027, 12, 25), datetime(2027, 12, 27), SPAIN.zone)
        ],
    ),
    "policy": lambda s: choose_severities(
        s,
        rule="timing.hours",
        choices={SPAIN.id: Severity.STOP},
        reason="We have talked about it",
    ),
}


@pytest.mark.parametrize("use", USES)
def test_a_market_that_is_in_use_stays(owner, path, use):
    other = Session.open(path, knowledge(), origin="other@there")
    choose_person(other, person_id=NORA)
    USES[use](other)
    other.close()
    with pytest.raises(RefusedError, match=f"Spain is in use, so it stays: {use}"):
        owner.undo()
    assert "Spain" in names(owner)


def test_a_market_with_posts_stays_though_their_channel_is_retired(owner):
    save_channel(owner, channel=CHANNEL)
    create_post(owner, channel_id=CHANNEL.id, local=None, text=BREAD)
    owner.undo()
    owner.undo()
    with pytest.raises(RefusedError, match="The market is in use"):
        owner.undo()


def test_market_and_channel_go_and_come_back_in_their_order(owner):
    save_channel(owner, channel=CHANNEL)
    owner.undo()
    owner.undo()
    setting = Setting.of(owner.engine)
    assert SPAIN.id not in setting.markets
    assert CHANNEL.id not in setting.channels
    owner.redo()
    owner.redo()
    setting = Setting.of(owner.engine)
    assert setting.markets[SPAIN.id] == SPAIN
    assert CHANNEL in setting.usable_channels
    assert any("solvane.es" in place.addresses for place in setting.team.places)


def test_a_form_that_was_open_meanwhile_brings_no_market_back(owner):
    owner.undo()
    with pytest.raises(MissingError, match="taken back meanwhile"):
        save_market(owner, market=SPAIN)


def test_only_an_owner_takes_a_market_back(owner):
    act_as(owner, LENA)
    with pytest.raises(RefusedError, match="Only an owner"):
        withdraw_market(owner, market=SPAIN)


def test_the_history_still_knows_its_name(owner, reader):
    owner.undo()
    *_before, withdrawn, _address = [entry.what for entry in log_entries(reader)]
    assert withdrawn == "Undo: The market Spain counts as never added"


AGAIN = {
    "a person": lambda s: save_person(
        s, person=Person(LENA, "Lena Brandt", Role.PLANNER, (), (SPAIN.id,))
    ),
    "a rule": USES["policy"],
    "a day": USES["days"],
    "a term": USES["terms"],
}


@pytest.mark.parametrize("use", AGAIN)
def test_nothing_that_is_done_again_speaks_of_a_market_that_was_taken_back(owner, path, use):
    other = Session.open(path, knowledge(), origin="other@there")
    choose_person(other, person_id=NORA)
    why = "We have talked about this"
    AGAIN[use](other)
    other.undo(why=why)
    owner.undo()
    with pytest.raises((InvalidInputError, MissingError)):
        other.redo(why=why)
    other.close()


def test_a_post_never_comes_to_stand_in_a_market_that_was_taken_back(owner):
    save_channel(owner, channel=CHANNEL)
    bread = only(create_post(owner, channel_id=DE_INSTAGRAM, local=None, text=BREAD))
    (post,) = posts.by_ids(owner.engine, [bread])
    there = post.changed(market=SPAIN.id, channel=CHANNEL.id, cancelled=True)
    with pytest.raises(RefusedError, match="A post stays in its market"), owner.writing() as stamp:
        posts.revise(owner.engine, stamp, [there])
