"""The sums of a plan in a terminal."""

from datetime import datetime

from app.cli.table import width_of
from app.cli.tallies import tally_tables
from app.commands.replay import Replay, ReplayPost
from app.domain.flag import Flag, Severity

STOP = Flag("day.solemn", Severity.STOP, "k", "m", "9 November", "Why.")
NOTE = Flag("day.holiday", Severity.NOTE, "h", "m", "A holiday", "Why.")


def post(*flags, market="DE", day=9):
    return ReplayPost("p", market, "X", datetime(2026, 11, day, 10), "Text", flags)


def test_the_worst_days_come_first_then_months_markets_and_rules_by_their_names():
    found = Replay("plan", (post(STOP, NOTE), post(NOTE, market="FR", day=2)))
    lines = list(tally_tables(found))
    heads = [line.split("  ")[0] for line in lines if "Posts" in line]
    assert heads == ["Worst days", "Month", "Market", "Rule"]
    assert "Monday, 9 November 2026" in lines[2]
    assert any(line.startswith("Solemn day") for line in lines)
    assert lines[-1] == "In 8 days, 2 posts: 1 would have been stopped, 0 asked about."
    assert max(map(width_of, lines)) <= 100


def test_what_there_is_nothing_of_has_no_table():
    lines = list(tally_tables(Replay("plan", (post(),))))
    assert [line.split("  ")[0] for line in lines if "Posts" in line] == ["Month", "Market"]
