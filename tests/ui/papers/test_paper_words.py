from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.commands.leaving import Fate
from app.commands.post_filter import PostFilter
from tests.builders.ui import FRANCE, calendar, card
from tests.ui.paper_ground import wish
from ui.papers.contents import PaperKind
from ui.papers.paper_dialog import file_name
from ui.papers.paper_words import head_of, kind_name, limits_of
from ui.plan.plan_view import Span

pytestmark = pytest.mark.in_english

NOW = datetime(2026, 11, 9, 10, 22, tzinfo=UTC)
WEEK = Span(date(2026, 11, 9), date(2026, 11, 15))


def test_the_head_says_whose_plan_it_is_and_how_it_stood_when():
    head = head_of(wish(PaperKind.WEEKS, WEEK), calendar(), PostFilter(), NOW, "Europe/Berlin")
    assert head.calendar == calendar().name
    assert head.what == "Markets by days · 9–15 Nov 2026"
    assert head.as_of == "As of 9 Nov 2026, 11:22 CET, UTC+1"
    assert head.limits == ""
    assert not head.is_sample


def test_a_month_names_its_market_and_a_sample_is_one():
    head = head_of(
        wish(PaperKind.MONTH, WEEK, [FRANCE]), calendar(is_sample=True), PostFilter(), NOW, "UTC"
    )
    assert head.what == "Month of a market · France · 9–15 Nov 2026"
    assert head.is_sample


def test_a_filter_that_hides_posts_is_said():
    wanted = PostFilter(market=frozenset({FRANCE.id}), text="bread")
    assert limits_of(wanted, calendar()) == "Only some posts – Market: France · “bread”"


def test_every_kind_has_a_name():
    assert len({kind_name(kind) for kind in PaperKind}) == len(PaperKind)


def test_the_paper_of_one_post_names_it_and_no_filter():
    wanted = PostFilter(market=frozenset({FRANCE.id}))
    post = replace(wish(PaperKind.POST, WEEK), post=card())
    head = head_of(post, calendar(), wanted, NOW, "UTC")
    assert head.what == f"One post · {card().name}"
    assert head.limits == ""
    assert file_name(calendar(), post) == f"Fennel {card().name}.pdf"


def test_what_goes_out_names_the_fate_that_was_chosen():
    held = replace(wish(PaperKind.LEAVING, WEEK), fate=Fate.HELD)
    head = head_of(held, calendar(), PostFilter(), NOW, "UTC")
    assert head.what == "Going out in 48 hours · 9–15 Nov 2026 · On hold"
