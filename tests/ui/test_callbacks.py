from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import delete

from ui.callbacks import is_heard


class Screen(QObject):
    def on_done(self, result=None) -> None:
        """Take the result."""


def test_a_deleted_screen_hears_nothing(qapp):
    screen = Screen()
    callbacks = [screen.on_done, partial(screen.on_done, 1), partial(partial(screen.on_done), 1)]
    assert all(is_heard(callback) for callback in callbacks)
    delete(screen)
    assert not any(is_heard(callback) for callback in callbacks)


def test_functions_and_plain_objects_are_always_heard():
    assert is_heard(print)
    assert is_heard(lambda: None)
    assert is_heard([].append)
