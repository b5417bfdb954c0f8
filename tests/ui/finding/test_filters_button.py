import pytest

from ui.finding.facet_button import FacetButton
from ui.finding.filters_button import FiltersButton
from ui.theme import LIGHT

pytestmark = pytest.mark.in_english


@pytest.fixture
def chips(qtbot):
    made = [FacetButton(name.lower(), name, LIGHT) for name in ("Market", "Stage", "Severity")]
    for chip in made:
        qtbot.addWidget(chip)
    return made


@pytest.fixture
def button(qtbot):
    made = FiltersButton(LIGHT)
    qtbot.addWidget(made)
    return made


def entries(button):
    button.menu().aboutToShow.emit()
    return button.menu().actions()


def test_it_says_what_it_offers_while_all_posts_are_shown(button, chips):
    button.stand_for(chips)
    assert button.text() == "Filters"
    assert button.toolTip() == "More filters: Market, Stage, Severity"
    assert not button.is_active


def test_it_says_how_many_filters_are_set_and_which(button, chips):
    chips[0].show_chosen("Germany")
    button.stand_for(chips)
    assert button.text() == "1 filter set"
    chips[2].show_chosen("Stop")
    button.stand_for(chips)
    assert button.text() == button.words_for(chips) == "2 filters set"
    assert button.toolTip() == "2 filters are set: Market: Germany · Severity: Stop"
    assert button.accessibleName() == button.toolTip()
    assert button.palette().button().color() == LIGHT.accent_tint


def test_its_menu_leads_to_the_list_of_each_chip_and_ticks_those_that_are_set(button, chips, qtbot):
    chips[2].show_chosen("R&D")
    button.stand_for(chips[1:])
    stage, severity = entries(button)
    assert (stage.text(), severity.text()) == ("Stage…", "Severity: R&&D…")
    assert not stage.isChecked()
    assert severity.isChecked()
    with qtbot.waitSignal(chips[1].asked):
        stage.trigger()


def test_others_add_to_its_menu(button, chips):
    button.opened.connect(lambda menu: menu.addAction("Clear filters"))
    button.stand_for(chips[:1])
    assert [one.text() for one in entries(button)] == ["Market…", "Clear filters"]
    assert len(entries(button)) == 2, "it is filled anew each time"
