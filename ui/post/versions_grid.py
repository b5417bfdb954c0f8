"""All versions of an idea beside each other, row by row comparable."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.idea import SAID, Version
from app.commands.texts import field_name
from app.commands.views import CalendarView
from app.domain.flag import Severity
from app.wording import _
from ui.post.preview_words import direction_of
from ui.post.sibling_words import ahead_words, reads_the_same_language, when_words, where_words
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.chips import StageBadge
from ui.widgets.diff_label import DiffLabel
from ui.widgets.field_words import told_apart
from ui.widgets.labels import Label
from ui.widgets.word_diff import word_diff

COLUMN_WIDTH = 280
_FIELDS = (*SAID, "gloss")


class VersionsGrid(QWidget):
    """A column per version.

    `opened` carries the id of one, `chosen` the column that the others are to be held against.
    """

    opened = Signal(str)
    chosen = Signal(int)

    def __init__(
        self, versions: Sequence[Version], against: int, calendar: CalendarView, theme: Theme
    ) -> None:
        super().__init__()
        self._versions = versions
        self._against = versions[against]
        self._calendar = calendar
        self._theme = theme
        self._choices = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * Space.L)
        self._grid.setVerticalSpacing(Space.M)
        fields = [name for name in _FIELDS if any(map(partial(_has, name), versions))]
        self._told = {
            name: told_apart(name, [version.post.value(name) for version in versions], calendar)
            for name in fields
        }
        for column, version in enumerate(versions):
            self._grid.setColumnMinimumWidth(column, COLUMN_WIDTH)
            self._grid.setColumnStretch(column, 1)
            for row, cell in enumerate(self._cells(column, version, fields)):
                self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(len(fields) + 2, 1)

    def focus_choice(self, column: int) -> None:
        """Put the focus where the version of a column is chosen."""
        self._choices.button(column).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.border)
        for column in range(1, len(self._versions)):
            beside = self._grid.cellRect(0, column)
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = beside.right() + Space.L if is_mirrored else beside.left() - Space.L
            painter.drawLine(x, 0, x, self.height())

    def _cells(self, column: int, version: Version, fields: Sequence[str]) -> Sequence[QWidget]:
        said = [self._field(name, version) for name in fields]
        return [self._head(version), self._deeds(column, version), *said]

    def _head(self, version: Version) -> QWidget:
        card = version.card
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(Label(card.name, TextRole.HEADING))
        first.addWidget(StageBadge(self._theme, card.stage))
        first.addStretch(1)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addWidget(Label(where_words(card, version.market), wraps=True))
        column.addWidget(Label(when_words(version), TextRole.SMALL, muted=True, wraps=True))
        if version.ahead is not None:
            column.addWidget(self._warning(ahead_words(version.ahead, self._calendar)))
        return head

    def _warning(self, words: str) -> QWidget:
        style = self._theme.severity(Severity.CAUTION)
        sign = QLabel()
        name = icons.severity_icon_name(Severity.CAUTION)
        sign.setPixmap(icons.pixmap(name, style.stripe, 16, self.devicePixelRatioF()))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, Space.XS, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, TextRole.SMALL_STRONG, wraps=True), 1)
        return line

    def _deeds(self, column: int, version: Version) -> QWidget:
        name = version.card.name
        choice = QRadioButton(_("Compare with this"))
        choice.setObjectName(f"against_{name}")
        choice.setAccessibleName(_("Compare with {name}").format(name=name))
        choice.setChecked(version is self._against)
        choice.clicked.connect(partial(self.chosen.emit, column))
        self._choices.addButton(choice, column)
        button = QPushButton(_("Open"))
        button.setObjectName(f"version_{name}")
        button.setAccessibleName(_("Open {name}").format(name=name))
        button.clicked.connect(partial(self.opened.emit, version.post.id))
        deeds = QWidget()
        row = QHBoxLayout(deeds)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(choice)
        row.addStretch(1)
        row.addWidget(button)
        return deeds

    def _field(self, name: str, version: Version) -> QWidget:
        words = self._words(name, version)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(field_name(name).capitalize(), TextRole.SMALL, muted=True))
        if not words:
            column.addWidget(Label(_("(empty)"), muted=True))
            return cell
        column.addWidget(self._compared(name, words, version))
        return cell

    def _compared(self, name: str, words: str, version: Version) -> QWidget:
        other = self._words(name, self._against)
        is_own = version is self._against
        comparable = reads_the_same_language(version.card, self._against.card)
        if is_own or not comparable or not other or words == other:
            label: QLabel = Label(words, wraps=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        else:
            label = DiffLabel(word_diff(other, words), self._theme)
        label.setLayoutDirection(direction_of(words))
        return label

    def _words(self, name: str, version: Version) -> str:
        return self._told[name][self._versions.index(version)]


def _has(name: str, version: Version) -> bool:
    return bool(version.post.value(name))
