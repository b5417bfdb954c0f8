from datetime import timedelta

from app.commands.months import LongOccasion
from tests.builders.ui import FRANCE, GERMANY, MARKETS, MONDAY
from ui.calendar.month_bands import MOST_ROWS, laid_out, occasion_words, row_count


def occasion(name: str, first: int, last: int, markets=(GERMANY.id,)) -> LongOccasion:
    first_day, last_day = (MONDAY + timedelta(days=number) for number in (first, last))
    return LongOccasion(name, "", first_day, last_day, tuple(markets))


def test_what_follows_each_other_shares_a_row_and_what_overlaps_does_not():
    bands = laid_out([occasion("b", 4, 9), occasion("a", 0, 3), occasion("c", 2, 5)])
    assert [(band.occasion.name, band.row) for band in bands] == [("a", 0), ("c", 1), ("b", 0)]
    assert row_count(bands) == 2
    assert row_count(()) == 0


def test_more_than_three_beside_each_other_are_left_to_the_tooltip():
    bands = laid_out([occasion(str(number), 0, 9) for number in range(5)])
    assert len(bands) == row_count(bands) == MOST_ROWS


def test_a_band_says_where_it_is_kept_unless_that_is_everywhere():
    some = occasion("Ramadan", 0, 3, [GERMANY.id, FRANCE.id])
    assert occasion_words(some, MARKETS) == "Ramadan · DE, FR"
    everywhere = occasion("Movember", 0, 3, [market.id for market in MARKETS])
    assert occasion_words(everywhere, MARKETS) == "Movember"
