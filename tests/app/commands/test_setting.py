"""What all posts of a calendar share."""

from app.commands.holds import place_hold
from app.commands.setting import Setting
from app.domain.hold import Scope
from app.domain.market import MarketId
from app.storage import posts
from tests.builders.calendars import DE_PUSH, FR_INSTAGRAM, FRANCE, GERMANY, ready_post


def test_only_standing_holds_that_cover_a_post_are_named(session):
    (post,) = posts.by_ids(session.engine, [ready_post(session)])
    place_hold(session, scope=Scope.MARKET, target=FRANCE, reason="Elsewhere")
    place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Here")
    held = Setting.of(session.engine).active_holds(post.content)
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
