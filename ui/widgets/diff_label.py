"""What changed between two texts, told by signs, strokes and colours."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.flag import Severity
from app.wording import _
from ui.theme import Theme
from ui.widgets.word_diff import Change, Piece


class DiffLabel(QLabel):
    """A text in which removed words are struck out after −, new ones underlined after +."""

    def __init__(
        self, pieces: Sequence[Piece], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(diff_html(pieces, theme), parent)
        self.setObjectName("difference")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(diff_words(pieces))


def diff_html(pieces: Iterable[Piece], theme: Theme) -> str:
    """Return the pieces as rich text; nothing in them is read as markup."""
    return "".join(_piece_html(piece, theme) for piece in pieces)


def diff_words(pieces: Iterable[Piece]) -> str:
    """Return the pieces as one plain text for screen readers."""
    words = {
        Change.SAME: "{text}",
        Change.REMOVED: _("[removed: {text}]"),
        Change.ADDED: _("[added: {text}]"),
    }
    return "".join(words[piece.change].format(text=piece.text) for piece in pieces)


def _piece_html(piece: Piece, theme: Theme) -> str:
    text = escape(piece.text)
    if piece.change is Change.SAME:
        return text.replace("\n", "<br>")
    visible = text.replace("\n", "↵<br>")
    is_new = piece.change is Change.ADDED
    style = theme.severity(Severity.NOTE if is_new else Severity.STOP)
    sign = "+" if is_new else "−"
    stroke = "underline" if is_new else "line-through"
    return (
        f'<span style="background-color:{style.background.name()};color:{style.text.name()}">'
        f"{sign}"
        f'<span style="text-decoration:{stroke}">{visible}</span></span>'
    )
