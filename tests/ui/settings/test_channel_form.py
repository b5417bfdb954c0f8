from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.channel import Channel, ChannelId
from tests.builders.ui import GERMANY, JAPAN, channel
from ui.settings.channel_form import ChannelForm
from ui.widgets.zone_field import ZoneField

NEW = Channel(ChannelId("new"), JAPAN.id, network="", name="", account_zone=JAPAN.zone)


@pytest.fixture
def form(qtbot):
    made = ChannelForm(["x", "instagram", "linkedin"])
    qtbot.addWidget(made)
    made.show()
    return made


def pick_network(form, key):
    box = form.findChild(QComboBox, "network")
    box.setCurrentIndex(box.findData(key))


def test_networks_stand_in_the_order_of_their_names(form):
    box = form.findChild(QComboBox, "network")
    assert [box.itemText(row) for row in range(box.count())] == ["Instagram", "LinkedIn", "X"]


@pytest.mark.parametrize("old", [channel(GERMANY), replace(channel(GERMANY), account_zone="UTC")])
def test_an_old_channel_comes_back_unchanged(form, old):
    form.show_channel(old, GERMANY, is_new=False)
    assert form.channel() == old
    assert not form.is_changed


def test_a_new_channel_takes_the_zone_of_its_market(form):
    form.show_channel(NEW, JAPAN, is_new=True)
    assert form.channel().account_zone == "Asia/Tokyo"
    assert not form.is_changed


def test_the_network_names_the_channel_until_a_person_does(qtbot, form):
    form.show_channel(NEW, JAPAN, is_new=True)
    pick_network(form, "linkedin")
    pick_network(form, "x")
    assert form.channel().name == "X"
    qtbot.keyClicks(form.findChild(QLineEdit, "channel_name"), " Tokyo")
    pick_network(form, "instagram")
    assert form.channel().name == "X Tokyo"


def test_the_account_of_an_old_channel_cannot_be_changed(form):
    form.show_channel(channel(GERMANY), GERMANY, is_new=False)
    for kind, name in ((QComboBox, "network"), (QLineEdit, "handle")):
        assert not form.findChild(kind, name).isEnabled()
    assert not form.findChild(ZoneField).isEnabled()
    assert form.findChild(QLineEdit, "channel_name").isEnabled()
