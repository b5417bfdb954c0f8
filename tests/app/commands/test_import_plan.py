"""What an import would do with each row; `test_imports` sees it done."""

from datetime import date

from app.commands.import_plan import planned
from app.commands.merging import Outcome
from app.domain.market import MarketId
from app.exchange.planned import PlannedPost
from app.storage import markets
from tests.builders.calendars import QUIET_DAY


def test_a_new_row_is_a_draft_by_nobody_with_its_words_cleaned(session):
    market = markets.all_markets(session.engine)[0]
    channel = next(
        one for one in markets.all_channels(session.engine) if one.market == MarketId("DE")
    )
    row = PlannedPost(
        2, market, channel, None, is_time_guessed=False, language="de", source_id="1", text="a\0b"
    )
    (one,) = planned(session.engine, [row], today=QUIET_DAY)
    assert (one.outcome, one.key, one.can_be_taken) == (Outcome.NEW, "1", False)
    assert (one.post.content.text, one.post.revision, one.post.ready) == ("ab", 0, False)


def test_no_rows_are_no_plan(session):
    assert planned(session.engine, [], today=date(2027, 11, 1)) == ()
