from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton

from tests.builders.ui import JAPAN, card, channel
from ui.calendar.channel_dialog import ChannelDialog
from ui.theme import LIGHT

POST = card(1)
INSTAGRAM, PUSH = channel(JAPAN, "instagram"), channel(JAPAN, "push")


@pytest.fixture
def ask(qtbot):
    def made(cards=(POST,), channels=(PUSH, INSTAGRAM)) -> ChannelDialog:
        dialog = ChannelDialog(cards, JAPAN, channels, LIGHT)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return made


def words(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_channel_on_the_posts_own_network_is_chosen_beforehand(ask):
    assert ask().channel == INSTAGRAM.id


def test_another_channel_can_be_chosen_by_key(ask, qtbot):
    dialog = ask()
    qtbot.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Down)
    assert dialog.channel == PUSH.id
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_it_says_that_a_draft_is_made_and_the_original_stays(ask):
    assert "draft to adapt" in words(ask())
    assert "DE-0001" in words(ask())
    assert "2 posts" in words(ask(cards=(card(1), card(2))))


def test_a_market_without_channels_says_where_they_are_made(ask):
    dialog = ask(channels=())
    assert dialog.channel is None
    make = dialog.findChild(QPushButton, "make_version")
    assert not make.isEnabled()
    assert "Japan has no channel yet" in make.toolTip()


def test_each_channel_names_its_network(ask):
    dialog = ask(channels=(replace(PUSH, name="App"), INSTAGRAM))
    items = dialog.findChild(QListWidget)
    texts = [items.item(row).text() for row in range(items.count())]
    assert texts[0].startswith("Instagram")
    assert texts[1].endswith("App")
