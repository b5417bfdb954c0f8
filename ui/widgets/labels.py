"""Labels of the type scale; their colours follow the palette."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import TextRole, font


class Label(QLabel):
    """Plain text in one role of the type scale; never reads markup from what it shows."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        *,
        muted: bool = False,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setFont(font(self.font(), role))
        self.setWordWrap(wraps)
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class LinkLabel(QLabel):
    """A source that can be opened in the browser; without an address it is plain text."""

    def __init__(self, text: str, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setFont(font(self.font(), TextRole.SMALL))
        if address.startswith(("https://", "http://")):
            self.setTextFormat(Qt.TextFormat.RichText)
            self.setText(f'<a href="{_escaped(address)}">{_escaped(text)}</a>')
            self.setOpenExternalLinks(True)
            self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
            self.setTextInteractionFlags(
                self.textInteractionFlags() | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            self.setToolTip(address)
        else:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(text)


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
