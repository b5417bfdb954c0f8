"""Where the page of a post scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from app.wording import _


class PostArea(QScrollArea):
    """The scroll area of the page; its bar always takes its room, so that lines never rewrap.

    A page that is wider than the area is scrolled sideways: nothing on it is out of reach.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review_area")
        self.setAccessibleName(_("The post as it will go out"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
