"""Labels of the type scale; their colours follow the palette."""

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from ui.theme import TextRole, font
from ui.widgets.isolated import isolated

_LONG_RUN = re.compile("[!-~]{24}(?=[!-~])")
_BREAK = "\N{ZERO WIDTH SPACE}"


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
        self.setWordWrap(wraps)
        self.setText(text)
        self.setFont(font(self.font(), role))
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    def setText(self, text: str) -> None:
        """Show a text; where it wraps, a long address wraps too."""
        super().setText(breakable(text) if self.wordWrap() else text)

    def text(self) -> str:
        """Return what it says, without the places where it may break."""
        return super().text().replace(_BREAK, "")


class ElidedLabel(Label):
    """One line that takes the room it is given, and ends with an ellipsis where that is short."""

    def __init__(
        self, text: str = "", role: TextRole = TextRole.BODY, *, muted: bool = False
    ) -> None:
        super().__init__(text, role, muted=muted)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def shown(self) -> str:
        """What of its text there is room for."""
        end = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), end, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        alignment = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(
            QPainter(self),
            self.contentsRect(),
            int(alignment),
            self.palette(),
            self.isEnabled(),
            isolated(self.shown),
            self.foregroundRole(),
        )


class LinkLabel(QLabel):
    """A source that can be opened in the browser; without an address it is plain text."""

    def __init__(self, text: str, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setFont(font(self.font(), TextRole.SMALL))
        if address.startswith(("https://", "http://")):
            self.setTextFormat(Qt.TextFormat.RichText)
            self.setText(f'<a href="{_escaped(address)}">{_escaped(breakable(text))}</a>')
            self.setOpenExternalLinks(True)
            self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
            self.setTextInteractionFlags(
                self.textInteractionFlags() | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            self.setToolTip(address)
        else:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(breakable(text))
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Begin where people begin to read, whatever language the source is in."""
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        flags = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(side | flags)


def breakable(text: str) -> str:
    """Return a text in which a long address may break, as it must not widen what it stands in."""
    return _LONG_RUN.sub(rf"\g<0>{_BREAK}", text)


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
