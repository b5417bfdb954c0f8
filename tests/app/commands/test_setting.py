"""What all posts of a calendar share."""

from contextlib import closing
from dataclasses import replace

import pytest

from app.commands.holds import place_hold
from app.commands.markets import save_market
from app.commands.policy import save_policy
from app.commands.setting import Setting
from app.domain.hold import Scope
from app.domain.market import MarketId
from app.domain.policy import Policy
from app.errors import InvalidInputError
from app.storage import posts
from tests.builders.calendars import (
    DE_PUSH,
    FR_INSTAGRAM,
    FRANCE,
    GERMANY,
    NORA,
    act_as,
    reader_of,
    ready_post,
)


def test_only_standing_holds_that_cover_a_post_are_named(session):
    (post,) = posts.by_ids(session.engine, [ready_post(session)])
    place_hold(session, scope=Scope.MARKET, target=FRANCE, reason="Elsewhere")
    place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Here")
    held = Setting.of(session.engine).active_holds(post)
    assert [hold.reason for hold in held] == ["Here"]


def test_a_hold_covers_a_channel_and_campaign_as_it_covers_their_posts(session):
    for scope, target in ((Scope.MARKET, FRANCE), (Scope.CAMPAIGN, "Herbst")):
        place_hold(session, scope=scope, target=target, reason="Fire")
    setting = Setting.of(session.engine)
    of_france, of_herbst = setting.holds
    assert setting.is_under(of_france, FR_INSTAGRAM, "")
    assert not setting.is_under(of_france, DE_PUSH, "Herbst")
    assert setting.is_under(of_herbst, DE_PUSH, "herbst")


def test_a_post_takes_the_channel_of_its_network_in_another_market(session):
    instagram, push = posts.by_ids(
        session.engine, [ready_post(session), ready_post(session, channel=DE_PUSH)]
    )
    setting = Setting.of(session.engine)
    assert setting.likely_channel(push, GERMANY).id == DE_PUSH
    assert setting.likely_channel(instagram, FRANCE).id == FR_INSTAGRAM
    assert setting.likely_channel(push, FRANCE) is not None
    assert setting.likely_channel(push, MarketId("Atlantis")) is None


def test_it_is_read_anew_after_every_change_and_only_then(session):
    before = Setting.of(session.engine)
    ready_post(session)
    assert Setting.of(session.engine) is before
    place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Fire")
    held = Setting.of(session.engine)
    assert [hold.reason for hold in held.holds] == ["Fire"]
    act_as(session, NORA)
    save_market(session, market=replace(held.markets[GERMANY], name="Deutschland"))
    renamed = Setting.of(session.engine)
    assert renamed.markets[GERMANY].name == "Deutschland"
    save_policy(session, policy=Policy(approvers_on_stop=2), reason="Safer than before")
    assert Setting.of(session.engine).policy.approvers_on_stop == 2


def test_what_was_taken_back_is_not_remembered(session):
    act_as(session, NORA)
    germany = Setting.of(session.engine).markets[GERMANY]

    def rename_and_fail() -> None:
        with session.writing():
            save_market(session, market=replace(germany, name="Never"))
            assert Setting.of(session.engine).markets[GERMANY].name == "Never"
            raise InvalidInputError("The disk is full.")

    with pytest.raises(InvalidInputError):
        rename_and_fail()
    assert Setting.of(session.engine).markets[GERMANY] == germany
    save_market(session, market=replace(germany, name="Now"))
    assert Setting.of(session.engine).markets[GERMANY].name == "Now"


def test_each_connection_reads_for_itself(session, reader):
    before = Setting.of(reader.engine)
    place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Fire")
    assert before.holds == ()
    assert [hold.reason for hold in Setting.of(reader.engine).holds] == ["Fire"]


def test_another_connection_begins_with_what_one_knows_and_sees_each_change(session, path):
    with closing(reader_of(path)) as reader, closing(reader.again()) as unasked:
        known = Setting.of(reader.engine)
        with closing(reader.again()) as other:
            assert Setting.of(other.engine) is known
            place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Fire")
            assert [hold.reason for hold in Setting.of(other.engine).holds] == ["Fire"]
        assert Setting.of(unasked.engine).holds == Setting.of(session.engine).holds
