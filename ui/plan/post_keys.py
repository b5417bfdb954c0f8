"""What the keys mean where posts stand in rows below each other."""

from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent

from app.domain.post import PostId


class PostRows(Protocol):
    """A view that opens a post, has it reviewed, and lets go of what is selected."""

    @property
    def post_opened(self) -> SignalInstance: ...

    @property
    def review_requested(self) -> SignalInstance: ...

    def clearSelection(self) -> None: ...


def take_post_key(view: PostRows, event: QKeyEvent, post_id: PostId | None) -> bool:
    """Do what a key means at the current post, if there is one; tell whether it means anything.

    Escape lets go of what is selected, and goes on to whoever else it closes something for.
    """
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if post_id is not None:
            view.post_opened.emit(post_id)
        case Qt.Key.Key_Space if post_id is not None:
            view.review_requested.emit(post_id)
        case Qt.Key.Key_Escape:
            view.clearSelection()
            event.ignore()
        case _:
            return False
    return True
