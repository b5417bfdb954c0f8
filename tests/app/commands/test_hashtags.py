"""Confirming hashtags."""

from datetime import timedelta

import pytest

from app.commands.hashtags import confirm_hashtags, confirm_hashtags_of
from app.commands.policy import choose_severities
from app.commands.views import Stage
from app.domain.flag import Severity
from app.domain.hashtag import GOOD_FOR
from app.domain.market import MarketId
from app.errors import InvalidInputError, MissingError, RefusedError
from app.storage import audit
from tests.builders.calendars import (
    BREAD,
    FR_INSTAGRAM,
    FRANCE,
    GERMANY,
    LENA,
    MARC,
    NORA,
    NOW,
    QUIET_DAY,
    act_as,
    approve_as,
    ready_post,
)

TAGGED = f"{BREAD} #Roggenliebe"


def asks(reader, post_id):
    """Return the new hashtags, as the gate and the card of the post both have them."""
    view = reader.post(post_id)
    (card,) = reader.cards_of([post_id])
    for flags in (view.flags, card.flags):
        found = [flag for flag in flags if flag.family == "hashtag"]
    assert card.stage is view.card.stage
    return found[0].evidence if found else ()


def test_a_new_hashtag_asks_until_a_reviewer_confirms_it(session, reader):
    post_id = ready_post(session, TAGGED)
    assert asks(reader, post_id) == ("#Roggenliebe",)
    act_as(session, MARC)
    changes = confirm_hashtags_of(session, post_id=post_id)
    assert "#Roggenliebe" in changes.done
    assert changes.everything
    assert asks(reader, post_id) == ()


def test_a_tick_in_an_approval_confirms_it_for_the_market(session, reader):
    first = ready_post(session, TAGGED)
    approve_as(session, reader, first)
    assert reader.post(first).card.stage is Stage.APPROVED
    later = QUIET_DAY + timedelta(days=3)
    assert asks(reader, ready_post(session, "Neues Mehl! #ROGGENLIEBE", later)) == ()
    french = ready_post(session, "Du pain ! #roggenliebe", channel=FR_INSTAGRAM)
    assert asks(reader, french) == ("#roggenliebe",)


def test_where_an_owner_has_made_it_a_note_an_approval_confirms_nothing(session, reader):
    act_as(session, NORA)
    choose_severities(
        session,
        rule="hashtag.unconfirmed",
        choices={GERMANY: Severity.NOTE},
        reason="We only use our own",
    )
    act_as(session, LENA)
    first = ready_post(session, TAGGED)
    approve_as(session, reader, first)
    assert reader.post(first).card.stage is Stage.APPROVED
    assert asks(reader, first) == ("#Roggenliebe",)


def test_an_approval_without_new_hashtags_confirms_nothing(session, reader):
    approve_as(session, reader, ready_post(session))
    (last, *_rest) = reversed(audit.events(session.engine, 0, 1000))
    assert last.table == "decision"


def test_a_confirmation_for_all_markets_counts_everywhere_and_ages(session, reader):
    act_as(session, MARC)
    confirm_hashtags(session, hashtags=["Roggenliebe"], note="Our own")
    last_day = NOW.date() + GOOD_FOR
    assert asks(reader, ready_post(session, TAGGED, QUIET_DAY)) == ()
    assert asks(reader, ready_post(session, TAGGED, last_day, FR_INSTAGRAM)) == ()
    after = last_day + timedelta(days=1)
    assert asks(reader, ready_post(session, TAGGED, after)) == ("#Roggenliebe",)


def test_a_confirmation_ends_no_approval_and_touches_no_other_hashtag(session, reader):
    approved, other = ready_post(session, TAGGED), ready_post(session, "Guten Tag #Montagsglück")
    approve_as(session, reader, approved)
    act_as(session, MARC)
    confirm_hashtags(session, hashtags=["#roggenliebe", "#brot"], market=GERMANY)
    assert reader.post(approved).card.stage is Stage.APPROVED
    assert asks(reader, other) == ("#Montagsglück",)


def test_what_goes_out_too_late_for_a_look_of_today_is_ticked_instead(session):
    post_id = ready_post(session, TAGGED, NOW.date() + GOOD_FOR + timedelta(days=1))
    act_as(session, MARC)
    with pytest.raises(RefusedError, match="tick the flag"):
        confirm_hashtags_of(session, post_id=post_id)


def test_planners_do_not_confirm(session):
    with pytest.raises(RefusedError):
        confirm_hashtags(session, hashtags=["#brot"], market=FRANCE)


@pytest.mark.parametrize("wrong", [[], ["#"], ["zwei Wörter"], ["#2027"], ["#a#b"]])
def test_what_is_no_hashtag_is_refused_in_one_sentence(session, wrong):
    act_as(session, MARC)
    with pytest.raises(InvalidInputError) as refused:
        confirm_hashtags(session, hashtags=wrong)
    assert all(tag in str(refused.value) for tag in wrong)


def test_a_market_that_is_not_there_and_a_post_without_new_hashtags_are_refused(session):
    post_id = ready_post(session)
    act_as(session, MARC)
    with pytest.raises(MissingError):
        confirm_hashtags(session, hashtags=["#brot"], market=MarketId("XX"))
    with pytest.raises(InvalidInputError):
        confirm_hashtags_of(session, post_id=post_id)
