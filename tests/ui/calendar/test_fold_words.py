import pytest

from app.domain.flag import Severity
from tests.builders.ui import FRANCE, GERMANY, MARKETS, MONDAY, card, flag, on
from ui.calendar.fold_words import (
    region_count,
    region_lines,
    region_name,
    region_severity,
    row_name,
    row_words,
    sum_words,
)
from ui.calendar.lanes import DaySum, Lanes, Region
from ui.plan.folding import Folding

pytestmark = pytest.mark.in_english
CARDS = [card(1, GERMANY, local=on(MONDAY), flags=(flag(Severity.CAUTION),))]
FOLDING = Folding(True, frozenset({"APAC"}), frozenset({FRANCE.id}))
LANES = Lanes.of(MARKETS, [MONDAY], CARDS, folding=FOLDING)


def test_a_row_says_whether_it_is_open():
    said = [row_words(lane, LANES) for lane in LANES.rows]
    assert said == [
        "EMEA, 3 markets, 1 post, gravest flag: Caution, open",
        "Germany",
        "France, folded",
        "Saudi Arabia",
        "APAC, 1 market, 0 posts, folded",
    ]
    assert [row_name(lane) for lane in LANES.rows][:2] == ["EMEA", "Germany"]


def test_a_region_sums_up_its_markets():
    region = LANES.rows[0].region
    assert region_count(region, LANES) == 1
    assert region_severity(region, LANES) is Severity.CAUTION
    assert len(region_lines(region, LANES)) == 4
    assert region_name(Region("", MARKETS)) == "Other markets"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, ["0 posts"]),
        (DaySum(2, Severity.STOP), ["2 posts", "gravest flag: Stop"]),
        (DaySum(1, None, 1), ["1 post", "1 still at a scheduler"]),
    ],
)
def test_a_day_of_a_folded_row_says_what_it_has(found, said):
    assert sum_words(found) == said
