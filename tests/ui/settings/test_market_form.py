from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.market import Market, MarketId, PublishingHours
from tests.builders.ui import GERMANY
from ui.settings.market_form import MarketForm
from ui.theme import LIGHT
from ui.widgets.search_box import SearchBox

BLANK = Market(MarketId("new"), "", "", "", (), "")
FULL = replace(
    GERMANY,
    subdivisions=("DE-BY", "DE-BE"),
    hours=PublishingHours(time(9), time(18), frozenset({0, 1})),
)


@pytest.fixture
def form(qtbot):
    made = MarketForm(LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def pick_country(form, code):
    box = form.findChild(SearchBox, "country")
    box.setCurrentIndex(box.findData(code))


@pytest.mark.parametrize("market", [FULL, GERMANY, BLANK], ids=["full", "plain", "blank"])
def test_what_is_shown_comes_back_unchanged(form, market):
    form.show_market(market, ("EMEA", "APAC"), is_new=False)
    assert form.market() == market
    assert not form.is_changed


def test_the_country_of_a_new_market_fills_the_form_in(form):
    form.show_market(BLANK, (), is_new=True)
    pick_country(form, "CH")
    market = form.market()
    assert (market.code, market.name, market.zone) == ("CH", "Switzerland", "Europe/Zurich")
    assert market.languages == ("de", "fr", "it")


def test_the_country_of_an_old_market_changes_only_the_country(form):
    form.show_market(FULL, (), is_new=False)
    pick_country(form, "AT")
    assert form.market() == replace(FULL, country="AT")


def test_codes_are_written_in_capitals(qtbot, form):
    form.show_market(BLANK, (), is_new=True)
    qtbot.keyClicks(form.findChild(QLineEdit, "market_code"), "dach")
    assert form.market().code == "DACH"


def test_states_are_separated_by_commas(qtbot, form):
    form.show_market(GERMANY, (), is_new=False)
    qtbot.keyClicks(form.findChild(QLineEdit, "subdivisions"), "de-by, DE-BE ,")
    assert form.market().subdivisions == ("DE-BY", "DE-BE")


def test_a_region_in_use_can_be_chosen_and_a_new_one_written(form):
    form.show_market(GERMANY, ("APAC", "EMEA"), is_new=False)
    box = form.findChild(QComboBox, "region")
    assert [box.itemText(row) for row in range(box.count())] == ["APAC", "EMEA"]
    box.setCurrentText("DACH")
    assert form.market().region == "DACH"
