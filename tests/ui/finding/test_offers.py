from datetime import date, datetime, timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar

from app.commands.searching import Found
from app.domain.post import PostId
from tests.builders.ui import GERMANY
from ui.finding.offers import commands_of, days_of, markets_of, posts_of

TODAY = date(2026, 11, 29)


@pytest.fixture
def bar(qtbot):
    made = QMenuBar()
    qtbot.addWidget(made)
    file = made.addMenu("&File")
    made.given = []
    for words, keys in (("&Export…", "Ctrl+E"), ("&Quit", "")):
        action = file.addAction(words)
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False, words=words: made.given.append(words))
    file.addSeparator()
    file.addMenu("&Zoom").addAction("&Wider")
    return made


def test_every_command_of_the_menus_is_offered_with_its_way_and_key(bar):
    offers = commands_of(bar, closed=lambda _action: "")
    told = [(one.name, one.detail, one.keys, one.why_not) for one in offers]
    assert told == [
        ("Export", "File", "Ctrl+E", ""),
        ("Quit", "File", "", ""),
        ("Wider", "File › Zoom", "", ""),
    ]
    offers[0].deed()
    assert bar.given == ["&Export…"]


@pytest.mark.in_english
def test_a_command_that_is_closed_says_why(bar):
    export, quit_ = bar.actions()[0].menu().actions()[:2]
    export.setEnabled(False)
    export.setToolTip("Nothing is approved yet")
    quit_.setEnabled(False)
    wider = bar.findChildren(QAction)[-1]
    why = {one.name: one.why_not for one in commands_of(bar, closed=lambda _one: "")}
    assert why["Export"] == "Nothing is approved yet"
    assert why["Quit"] == "Not possible at the moment"
    named = {one.name for one in commands_of(bar, closed=lambda _one: "No", without=[wider])}
    assert "Wider" not in named


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("days", "away"), [(0, "today"), (1, "in 1 day"), (5, "in 5 days"), (-2, "2 days ago")]
)
def test_a_day_says_how_far_away_it_is(days, away):
    gone = []
    (offer,) = days_of([TODAY + timedelta(days=days)], TODAY, gone.append)
    assert offer.detail.endswith(away)
    offer.deed()
    assert gone == [TODAY + timedelta(days=days)]


def test_markets_and_posts_lead_there():
    gone = []
    found = Found(PostId("p"), "DE-0001", "Germany", "x", datetime(2027, 1, 1), "Sale", "")
    for offer in (*markets_of([GERMANY], gone.append), *posts_of([found], gone.append)):
        offer.deed()
    assert gone == [GERMANY, found]
