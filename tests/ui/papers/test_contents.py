from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from app.commands.leaving import Fate
from app.errors import AppError
from tests.builders.hours import FRENCH, GHOST, HOURS, MORNING, NINTH
from tests.builders.ui import FRANCE, GERMANY, JAPAN, KeptCards, calendar, day_knowledge
from tests.builders.ui_b import a_view as post_view
from tests.ui.leaving.kit import ALL, LATER, Source
from tests.ui.paper_ground import wish
from ui.papers.contents import PaperKind, days_of, read_contents, wish_of
from ui.plan.plan_view import Span, Standing, ViewKind

THREE = Span(NINTH, date(2026, 11, 11))


class Cards(KeptCards):
    """A reader that knows hours and days, and how often it is open."""

    def __init__(self) -> None:
        super().__init__([MORNING, FRENCH], [GHOST])
        self.open = 0

    def again(self):
        self.open += 1
        return self

    def close(self) -> None:
        self.open -= 1

    def hours(self, _day):
        return HOURS

    def days(self, _first, _last):
        return day_knowledge()


def read(wanted, keeps=lambda _card: True):
    reader, told = Cards(), []
    progress = SimpleNamespace(report=lambda done, total: told.append((done, total)))
    found = read_contents(reader, wanted, keeps, progress)
    assert reader.open == 0
    return found, told


def test_days_are_read_one_by_one_and_can_be_cancelled_between():
    found, told = read(wish(PaperKind.LIST, THREE))
    assert {card.id for card in found.cards} == {MORNING.id, FRENCH.id}
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert found.hours == {}


def test_only_what_the_filter_keeps_goes_on_paper():
    found, _told = read(wish(PaperKind.LIST, THREE), keeps=lambda card: card.id == FRENCH.id)
    assert found.cards == (FRENCH,)
    assert found.ghosts == ()


def test_only_the_markets_that_are_wanted_go_on_paper():
    found, _told = read(wish(PaperKind.LIST, THREE, [JAPAN]))
    assert found.cards == ()
    assert found.ghosts == (GHOST,)


@pytest.mark.in_english
def test_more_than_anybody_would_read_is_refused_with_the_way_out(monkeypatch):
    monkeypatch.setattr("ui.papers.contents.MOST_POSTS", 1)
    with pytest.raises(AppError, match="shorter period"):
        read(wish(PaperKind.LIST, THREE))


def test_hours_are_read_for_days_by_hours():
    found, _told = read(wish(PaperKind.HOURS, THREE))
    assert list(found.hours) == days_of(THREE)


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (PaperKind.WEEKS, Span(NINTH, date(2026, 11, 15))),
        (PaperKind.MONTH, Span(date(2026, 10, 26), date(2026, 12, 6))),
        (PaperKind.HOURS, THREE),
        (PaperKind.LIST, THREE),
    ],
)
def test_what_is_of_weeks_shows_whole_weeks(kind, shown):
    assert wish(kind, THREE).shown == shown


@pytest.mark.parametrize(
    ("kind", "paper", "markets"),
    [
        (ViewKind.GRID, PaperKind.WEEKS, 4),
        (ViewKind.MONTH, PaperKind.MONTH, 1),
        (ViewKind.DAY, PaperKind.HOURS, 4),
        (ViewKind.LIST, PaperKind.LIST, 4),
        (ViewKind.LEAVING, PaperKind.LEAVING, 4),
    ],
)
def test_a_view_begins_as_itself_on_paper(kind, paper, markets):
    view = SimpleNamespace(standing=Standing(NINTH, FRANCE.id), span=THREE)
    found = wish_of(kind, view, calendar(), None)
    assert (found.kind, found.span, len(found.markets)) == (paper, THREE, markets)
    assert GERMANY in found.markets or found.markets == (FRANCE,)


def test_a_post_that_is_read_begins_alone_on_paper_and_is_read_whole():
    view = SimpleNamespace(standing=Standing(NINTH, FRANCE.id), span=THREE)
    whole = post_view()
    found = wish_of(ViewKind.GRID, view, calendar(), None, whole.card)
    assert (found.kind, found.post) == (PaperKind.POST, whole.card)
    reader = Cards()
    reader.post = {whole.post.id: whole}.__getitem__
    progress = SimpleNamespace(report=lambda _done, _total: None, check=lambda: None)
    hides_all = read_contents(reader, found, lambda _card: False, progress)
    assert hides_all.whole is whole
    assert reader.open == 0


def test_what_goes_out_is_read_as_the_view_shows_it():
    """By the clock, whatever the days; without what the filter hides, or of another fate."""
    reader = Source()
    everything = read_contents(reader, wish(PaperKind.LEAVING, THREE), lambda _card: True, None)
    assert everything.leaving == ALL
    held = replace(wish(PaperKind.LEAVING), fate=Fate.HELD)
    assert read_contents(reader, held, lambda _card: True, None).leaving == (LATER,)
    assert read_contents(reader, held, lambda card: card != LATER.card, None).leaving == ()
