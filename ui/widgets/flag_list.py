"""Flags as people read them: what, why, on whose authority, and who can lift it."""

import re
from collections.abc import Iterable
from enum import Enum, auto

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.dates import day_written, days_written_out
from app.commands.texts import severity_name
from app.domain.decision import says_why
from app.domain.flag import Flag
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.labels import Label, LinkLabel

STRIPE = 4
RADIUS = 6.0
_HOURS = re.compile(r"\d\d:\d\d–\d\d:\d\d", re.ASCII)
ICON_SIZE = 18


class Answer(Enum):
    """What a reviewer gives to a flag."""

    NONE = auto()
    TICK = auto()
    REASON = auto()


class FlagRow(QWidget):
    """One flag with its icon, word, stripe, reason, evidence, source and way out.

    With `Answer.TICK` it has a box to tick, with `Answer.REASON` a line for the reason; `answered`
    tells that one of them has changed, `ticked` and `wrote` that the person is done with it: by
    its box, or by Return in its line. It may offer a deed that lifts it: `deed_wanted` asks for
    that.
    """

    answered = Signal()
    ticked = Signal()
    wrote = Signal()
    deed_wanted = Signal()

    def __init__(
        self,
        flag: Flag,
        theme: Theme,
        answer: Answer = Answer.NONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.flag = flag
        self.answer = answer
        self._theme = theme
        self.setObjectName(f"flag_{flag.key}")
        self._headline, self._why = map(days_written_out, (flag.headline, flag.why))
        self.setAccessibleName(f"{severity_name(flag.severity)}: {self._headline}")
        self.setAccessibleDescription(" ".join(filter(None, (self._why, flag.way_out))))
        self._icon = QLabel()
        self.tick = QCheckBox(_("I have seen this and it may go all the same"), self)
        self.tick.setObjectName(f"tick_{flag.key}")
        self.tick.setAccessibleName(f"{self.accessibleName()}. {self.tick.text()}")
        self.tick.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the page
        self.tick.toggled.connect(self.answered)
        self.tick.clicked.connect(lambda is_ticked: self.ticked.emit() if is_ticked else None)
        self.reason = QLineEdit(self)
        self.reason.setObjectName(f"reason_{flag.key}")
        self.reason.setPlaceholderText(_("Why may it go all the same? A few words"))
        self.reason.setAccessibleName(
            _("Reason why it may go in spite of: {headline}").format(headline=self._headline)
        )
        self.reason.textChanged.connect(self.answered)
        self.reason.returnPressed.connect(self._on_written)
        self.deed = QPushButton(self)
        self.deed.setObjectName(f"deed_{flag.key}")
        self.deed.clicked.connect(self.deed_wanted)
        self.deed.hide()
        self.tick.setVisible(answer is Answer.TICK)
        self.reason.setVisible(answer is Answer.REASON)
        self._lay_out()
        self.set_theme(theme)

    @property
    def is_ticked(self) -> bool:
        """Whether its box is ticked."""
        return self.answer is Answer.TICK and self.tick.isChecked()

    @property
    def reason_text(self) -> str:
        """The reason that was written, without spaces around it."""
        return self.reason.text().strip() if self.answer is Answer.REASON else ""

    @property
    def is_answered(self) -> bool:
        """Whether all that it asks for has been given."""
        match self.answer:
            case Answer.TICK:
                return self.is_ticked
            case Answer.REASON:
                return says_why(self.reason_text)
            case Answer.NONE:
                return True

    def set_answerable(self, is_answerable: bool, why_not: str = "") -> None:
        """Open or close box and line; `why_not` is their tooltip while they are closed."""
        for widget in (self.tick, self.reason):
            widget.setEnabled(is_answerable)
            widget.setToolTip("" if is_answerable else why_not)

    def offer(self, deed: str, why_not: str = "") -> None:
        """Show a button for a deed that lifts the flag; `why_not` is its tooltip while shut."""
        self.deed.setText(deed)
        self.deed.setEnabled(not why_not)
        self.deed.setToolTip(why_not)
        self.deed.show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        style = theme.severity(self.flag.severity)
        palette = QPalette(theme.palette())
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Link,
            QPalette.ColorRole.LinkVisited,
        ):
            palette.setColor(role, style.text)
        self.setPalette(palette)
        name = icons.severity_icon_name(self.flag.severity)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(name, style.stripe, ICON_SIZE, ratio, style.background))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._theme.severity(self.flag.severity)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS, RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(box, style.background)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = box.right() - STRIPE if is_mirrored else box.left()
        painter.fillRect(QRectF(start, box.top(), STRIPE, box.height()), style.stripe)

    def _on_written(self) -> None:
        if self.is_answered:
            self.wrote.emit()

    def _lay_out(self) -> None:
        flag = self.flag
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        column.addLayout(self._heading())
        if flag.why:
            column.addWidget(Label(self._why, wraps=True))
        if flag.evidence:
            column.addWidget(Label(_found(flag.evidence), TextRole.SMALL, wraps=True))
        if flag.way_out:
            column.addWidget(Label(flag.way_out, TextRole.SMALL_STRONG, wraps=True))
        if flag.source:
            source = _("Source: {source}").format(source=flag.source)
            column.addWidget(LinkLabel(source, flag.source_url))
        column.addWidget(self.deed, 0, Qt.AlignmentFlag.AlignLeading)
        if self.answer is Answer.TICK:
            column.addWidget(self.tick)
        if self.answer is Answer.REASON:
            column.addWidget(self.reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(STRIPE + Space.S, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _heading(self) -> QVBoxLayout:
        word = Label(severity_name(self.flag.severity), TextRole.SMALL_STRONG)
        word.setMinimumHeight(ICON_SIZE)
        heading = QVBoxLayout()
        heading.setSpacing(0)
        heading.addWidget(word)
        heading.addWidget(Label(self._headline, TextRole.STRONG, wraps=True))
        return heading


class FlagList(QWidget):
    """Several flags, worst first, each in a row of its own."""

    answered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("flag_list")
        self._theme = theme
        self.rows: tuple[FlagRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)

    def set_flags(self, flags: Iterable[tuple[Flag, Answer]]) -> None:
        """Show these flags, each with what is asked for; answers given before are gone."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = tuple(FlagRow(flag, self._theme, answer) for flag, answer in flags)
        for row in self.rows:
            row.answered.connect(self.answered)
            self._column.addWidget(row)

    def row(self, key: str) -> FlagRow | None:
        """Return the row of a flag by its key."""
        return next((row for row in self.rows if row.flag.key == key), None)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for row in self.rows:
            row.set_theme(theme)


def _found(evidence: tuple[str, ...]) -> str:
    return _("Found: {evidence}").format(evidence=", ".join(map(_as_written, evidence)))


def _as_written(words: str) -> str:
    """Return words of the post in quotes, and facts such as a day or hours as people write them."""
    if _HOURS.fullmatch(words):
        return words
    return day_written(words) or f"“{words}”"
