from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QToolButton

from app.commands.markets import save_channel, save_market
from app.domain.market import PublishingHours
from tests.builders.calendars import DE_INSTAGRAM, DE_PUSH, FRANCE, GERMANY, LENA
from tests.builders.ui_c import become, calendar_of, meanwhile, settle
from ui.settings.markets_page import MarketsPage
from ui.settings.network_dialog import NetworkDialog
from ui.theme import LIGHT
from ui.widgets.search_box import SearchBox
from ui.widgets.two_line_list import TwoLineList


@pytest.fixture
def dialog(qtbot, path, operations):
    made = MarketsPage(calendar_of(path), operations, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def child(dialog, kind, name):
    """Return the one of that name that is in view, of two forms with the same fields."""
    found = [one for one in dialog.findChildren(kind, name) if one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def press(qtbot, dialog, name):
    qtbot.mouseClick(child(dialog, QPushButton, name), Qt.MouseButton.LeftButton)


def save(qtbot, dialog, operations):
    press(qtbot, dialog, "save")
    settle(operations, qtbot)


def rows(dialog):
    markets = child(dialog, TwoLineList, "markets_list")
    return [markets.item(row).data(Qt.ItemDataRole.UserRole) for row in range(markets.count())]


def choose(dialog, key):
    child(dialog, TwoLineList, "markets_list").setCurrentRow(rows(dialog).index(str(key)))


def write(qtbot, dialog, name, text):
    line = child(dialog, QLineEdit, name)
    line.selectAll()
    qtbot.keyClicks(line, text)


def pick(box, data):
    box.setCurrentIndex(box.findData(data))


def message(dialog):
    return dialog.findChild(QLabel, "message").text()


def test_each_market_stands_above_its_channels(dialog):
    assert rows(dialog) == [
        *("DE", "DE-instagram", "DE-push"),
        *("FR", "FR-instagram", "FR-facebook"),
    ]


def test_a_country_fills_in_what_follows_from_it(qtbot, dialog, operations, path):
    press(qtbot, dialog, "add_market")
    pick(child(dialog, SearchBox, "country"), "BR")
    save(qtbot, dialog, operations)
    brazil = calendar_of(path).markets[-1]
    assert (brazil.name, brazil.code, brazil.zone) == ("Brazil", "BR", "America/Sao_Paulo")
    assert brazil.languages == ("pt",)
    assert brazil.hours is None


def test_changing_the_country_of_an_old_market_rewrites_nothing_else(qtbot, dialog):
    choose(dialog, GERMANY)
    pick(child(dialog, SearchBox, "country"), "AT")
    assert child(dialog, QLineEdit, "market_name").text() == "Germany"
    assert child(dialog, SearchBox, "zone").currentText() == "Europe/Berlin"


def test_publishing_hours_and_days_are_kept(qtbot, dialog, operations, path):
    choose(dialog, FRANCE)
    child(dialog, QToolButton, "weekday_6").click()
    save(qtbot, dialog, operations)
    hours = calendar_of(path).market(FRANCE).hours
    assert isinstance(hours, PublishingHours)
    assert hours.weekdays == frozenset(range(6))


def test_a_new_channel_belongs_to_the_chosen_market(qtbot, dialog, operations, path):
    choose(dialog, "FR-instagram")
    press(qtbot, dialog, "add_channel")
    pick(child(dialog, QComboBox, "network"), "linkedin")
    write(qtbot, dialog, "handle", "@solvane.fr")
    save(qtbot, dialog, operations)
    channel = calendar_of(path).channels_of(FRANCE)[-1]
    assert (channel.network, channel.name) == ("linkedin", "LinkedIn")
    assert (channel.handle, channel.account_zone) == ("@solvane.fr", "Europe/Paris")


def test_of_an_old_channel_only_the_name_can_be_changed(qtbot, dialog, operations, path):
    choose(dialog, DE_INSTAGRAM)
    assert not child(dialog, QLineEdit, "handle").isEnabled()
    assert not child(dialog, QComboBox, "network").isEnabled()
    assert child(dialog, QLabel, "fixed_identity").isVisible()
    write(qtbot, dialog, "channel_name", "Instagram DE")
    save(qtbot, dialog, operations)
    (channel,) = [one for one in calendar_of(path).channels if one.id == DE_INSTAGRAM]
    assert (channel.name, channel.handle) == ("Instagram DE", "@solvane.de")


def test_an_unknown_zone_is_said_below_it_and_refused(qtbot, dialog, operations, path):
    choose(dialog, GERMANY)
    zone = child(dialog, SearchBox, "zone")
    zone.line.selectAll()
    qtbot.keyClicks(zone.line, "Mars/Olympus")
    assert child(dialog, QLabel, "zone_now").text().startswith("No such zone")
    save(qtbot, dialog, operations)
    qtbot.waitUntil(lambda: "is no time zone" in message(dialog))
    assert calendar_of(path).market(GERMANY).zone == "Europe/Berlin"


def test_a_code_that_is_taken_is_refused_in_the_bar(qtbot, dialog, operations):
    press(qtbot, dialog, "add_market")
    pick(child(dialog, SearchBox, "country"), "DE")
    save(qtbot, dialog, operations)
    qtbot.waitUntil(lambda: "already a market with the code DE" in message(dialog))


def test_a_planner_may_look_and_reads_why_not_more(qtbot, dialog, operations):
    become(operations, qtbot, LENA)
    assert not child(dialog, QPushButton, "add_market").isEnabled()
    assert not child(dialog, QPushButton, "add_channel").isEnabled()
    assert not child(dialog, QLineEdit, "market_name").isEnabled()
    assert message(dialog).startswith("Only an owner may change markets and channels")


def test_an_empty_calendar_asks_for_its_first_market(qtbot, path, operations):
    empty = replace(calendar_of(path), markets=(), channels=())
    dialog = MarketsPage(empty, operations, LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("There is no market yet.") for text in words)
    assert child(dialog, QPushButton, "add_channel").toolTip() == "Add a market first."
    add_market = child(dialog, QPushButton, "add_market")
    dialog.focus_first()
    assert dialog.focusWidget() is add_market
    qtbot.mouseClick(add_market, Qt.MouseButton.LeftButton)
    assert child(dialog, QPushButton, "add_channel").toolTip() == "Save the market first."


def test_unsaved_changes_stay_in_view(qtbot, dialog):
    choose(dialog, GERMANY)
    write(qtbot, dialog, "market_name", "Deutschland")
    choose(dialog, FRANCE)
    assert child(dialog, TwoLineList, "markets_list").key == GERMANY
    assert not dialog.may_leave()
    press(qtbot, dialog, "discard")
    assert dialog.may_leave()


def test_a_new_market_that_is_left_untouched_goes_with_the_next_choice(qtbot, dialog):
    press(qtbot, dialog, "add_market")
    assert len(rows(dialog)) == 7
    choose(dialog, FRANCE)
    assert len(rows(dialog)) == 6


def test_web_addresses_of_a_market_are_kept_with_it(qtbot, dialog, operations, path):
    choose(dialog, GERMANY)
    write(qtbot, dialog, "addresses", "https://www.solvane.de, solvane.com/de")
    save(qtbot, dialog, operations)
    assert calendar_of(path).addresses[GERMANY] == ("solvane.com/de", "solvane.de")
    dialog.set_calendar(calendar_of(path))
    assert child(dialog, QLineEdit, "addresses").text() == "solvane.com/de, solvane.de"
    assert not child(dialog, QPushButton, "save").isEnabled()


def test_what_is_no_web_address_is_refused_in_the_bar(qtbot, dialog, operations):
    choose(dialog, GERMANY)
    write(qtbot, dialog, "addresses", "solvane")
    save(qtbot, dialog, operations)
    assert "no web address" in message(dialog)


def test_a_channel_in_the_wrong_place_is_retired_and_used_again(qtbot, dialog, operations, path):
    choose(dialog, GERMANY)
    assert not dialog.findChild(QPushButton, "retire_channel").isVisible()
    choose(dialog, DE_PUSH)
    retire = child(dialog, QPushButton, "retire_channel")
    assert (retire.text(), retire.isEnabled()) == ("Retire", True)
    press(qtbot, dialog, "retire_channel")
    settle(operations, qtbot)
    assert DE_PUSH not in {one.id for one in calendar_of(path).channels_of(GERMANY)}
    assert rows(dialog)[2] == DE_PUSH
    assert retire.text() == "Use it again"
    press(qtbot, dialog, "retire_channel")
    settle(operations, qtbot)
    assert DE_PUSH in {one.id for one in calendar_of(path).channels_of(GERMANY)}


def test_what_is_not_saved_is_not_retired(qtbot, dialog):
    choose(dialog, DE_PUSH)
    write(qtbot, dialog, "channel_name", "Push")
    retire = child(dialog, QPushButton, "retire_channel")
    assert not retire.isEnabled()
    assert retire.toolTip() == "Save or discard the changes first."


def test_a_network_for_several_markets_is_asked_for(qtbot, dialog):
    press(qtbot, dialog, "add_network")
    asked = dialog.findChild(NetworkDialog)
    assert asked.isVisible()
    asked.reject()


def test_what_is_unsaved_keeps_the_question_of_a_network_away(qtbot, dialog):
    write(qtbot, dialog, "market_name", "Other")
    press(qtbot, dialog, "add_network")
    assert dialog.findChild(NetworkDialog) is None
    assert "not saved yet" in message(dialog)


def test_what_was_typed_of_a_market_stays_where_somebody_else_was_first(
    dialog, qtbot, operations, path
):
    choose(dialog, GERMANY)
    write(qtbot, dialog, "addresses", "solvane.de")
    theirs = replace(calendar_of(path).market(GERMANY), name="Deutschland")
    meanwhile(path, partial(save_market, market=theirs))
    save(qtbot, dialog, operations)
    dialog.set_calendar(calendar_of(path))
    assert "Nora Haddad has changed Deutschland meanwhile" in message(dialog)
    assert child(dialog, QLineEdit, "addresses").text() == "solvane.de"
    press(qtbot, dialog, "message_action")
    assert child(dialog, QLineEdit, "market_name").text() == "Deutschland"
    assert child(dialog, QLineEdit, "addresses").text() == ""


def test_addresses_that_somebody_else_saved_are_not_overwritten(dialog, qtbot, operations, path):
    choose(dialog, GERMANY)
    write(qtbot, dialog, "market_name", "Deutschland")
    market = calendar_of(path).market(GERMANY)
    meanwhile(path, partial(save_market, market=market, addresses=["solvane.de"]))
    save(qtbot, dialog, operations)
    assert "the web addresses of Deutschland" in message(dialog)
    assert calendar_of(path).addresses[GERMANY] == ("solvane.de",)
    assert calendar_of(path).market(GERMANY).name == "Germany"


def test_a_name_typed_for_a_channel_stays_where_somebody_else_was_first(
    dialog, qtbot, operations, path
):
    choose(dialog, DE_PUSH)
    write(qtbot, dialog, "channel_name", "Push")
    (push,) = [one for one in calendar_of(path).channels if one.id == DE_PUSH]
    meanwhile(path, partial(save_channel, channel=replace(push, name="App")))
    save(qtbot, dialog, operations)
    dialog.set_calendar(calendar_of(path))
    assert "Nora Haddad has changed App meanwhile" in message(dialog)
    assert child(dialog, QLineEdit, "channel_name").text() == "Push"
    press(qtbot, dialog, "message_action")
    assert child(dialog, QLineEdit, "channel_name").text() == "App"
