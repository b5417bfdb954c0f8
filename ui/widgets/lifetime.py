"""Answers that come home after their widget has gone."""

from collections.abc import Callable
from typing import ParamSpec

from PySide6.QtCore import QObject
from shiboken6 import isValid

P = ParamSpec("P")


def while_there(widget: QObject, answer: Callable[P, None]) -> Callable[P, None]:
    """Return the answer, made harmless for the case that Qt has deleted the widget meanwhile."""

    def answer_if_there(*args: P.args, **kwargs: P.kwargs) -> None:
        if isValid(widget):
            answer(*args, **kwargs)

    return answer_if_there
