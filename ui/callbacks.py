"""Whether the one who asked for an answer is still there to hear it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import isValid


def is_heard(callback: Callable[..., object]) -> bool:
    """Tell whether a callback may be called: not when its dialog or screen has been deleted.

    Sees through `functools.partial`; a plain function is always heard.
    """
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
