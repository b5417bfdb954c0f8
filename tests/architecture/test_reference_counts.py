"""The installed Qt counts references right: PySide6 6.12.0 did not, and aborted Python 3.11."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None and True are immortal from Python 3.12 on"
)


class Sender(QObject):
    sent = Signal(object)


def test_void_calls_do_not_use_up_none():
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert before - sys.getrefcount(None) < 500


def test_emits_do_not_use_up_true():
    sender = Sender()
    before = sys.getrefcount(True)
    for number in range(5000):
        sender.sent.emit(number)
    assert before - sys.getrefcount(True) < 500
