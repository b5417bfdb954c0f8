"""What changed since the last approval, told by signs, strokes and colours."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.flag import Severity
from app.wording import _
from ui.review.since_approval import Difference
from ui.review.word_diff import Change, Piece
from ui.theme import Space, TextRole, Theme
from ui.widgets.labels import Label


class DiffView(QWidget):
    """One paragraph per changed field: removed words struck out after −, new ones after +."""

    def __init__(
        self, differences: Iterable[Difference], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("diff_view")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for difference in differences:
            column.addWidget(Label(difference.field.capitalize(), TextRole.SMALL, muted=True))
            column.addWidget(_paragraph(difference, theme))


def _paragraph(difference: Difference, theme: Theme) -> QLabel:
    label = QLabel(diff_html(difference.pieces, theme))
    label.setObjectName("difference")
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAccessibleName(diff_words(difference.pieces))
    return label


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
