"""Posts with their flags, worked out anew."""

from datetime import timedelta

from app.commands.flag_list import flagged_cards
from app.commands.posts import create_post
from app.domain.flag import Severity
from tests.builders.calendars import (
    DE_INSTAGRAM,
    FR_INSTAGRAM,
    FRANCE,
    GERMANY,
    POGROM_DAY,
    QUIET_DAY,
    only,
    ready_post,
)


def test_the_worst_comes_first_and_the_cache_is_not_believed(session, reader):
    quiet = ready_post(session)
    solemn = ready_post(session, day=POGROM_DAY)
    tray = only(create_post(session, channel_id=DE_INSTAGRAM, local=None, text="Brot"))
    session.engine.connection.execute("UPDATE flag_cache SET flags = '[]'")
    session.engine.connection.commit()
    cards = flagged_cards(reader, market_ids=[GERMANY, FRANCE])
    assert [card.id for card in cards] == [solemn, quiet, tray]
    assert cards[0].severity is Severity.STOP
    assert cards[0].is_assessed


def test_a_span_and_markets_leave_out_the_others(session, reader):
    post = ready_post(session)
    ready_post(session, day=QUIET_DAY + timedelta(days=1))
    ready_post(session, channel=FR_INSTAGRAM)
    create_post(session, channel_id=DE_INSTAGRAM, local=None, text="Brot")
    cards = flagged_cards(reader, first=QUIET_DAY, last=QUIET_DAY, market_ids=[GERMANY])
    assert [card.id for card in cards] == [post]
