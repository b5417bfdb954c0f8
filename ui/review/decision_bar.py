"""The approval box with what is still to do, and the ways to say no."""

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.wording import _
from ui.review.checklist import Checklist
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons
from ui.widgets.announcing import announce
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label


class No(Enum):
    """A way to say no; each needs a word on why."""

    CHANGES = "changes"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


_LETTERS = {
    No.CHANGES: Qt.Key.Key_A,
    No.REFUSE: Qt.Key.Key_R,
    No.WITHDRAW: Qt.Key.Key_W,
}


class DecisionBar(QWidget):
    """Opens the box only when the checklist is done; a no asks for its note in place.

    `approved` tells that the box was ticked, `said_no` carries a No and the note, `note_closed`
    that the person has put the note of a no away.
    """

    approved = Signal()
    said_no = Signal(object, str)
    note_changed = Signal()
    note_closed = Signal()
    suggest_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decision_bar")
        self._theme = theme
        self._no: No | None = None
        self._is_done = False
        self._is_given = False
        self.box = QCheckBox()
        self.box.setObjectName("approval_box")
        self.box.setFont(font(self.box.font(), TextRole.STRONG))
        self.box.setMinimumHeight(Space.XL)
        self.box.setEnabled(False)  # nothing has been seen yet
        self.box.clicked.connect(self._on_ticked)
        self._lock = QLabel()
        self._to_do = Label(wraps=True)
        self._to_do.setObjectName("to_do")
        self.note = QLineEdit()
        self.note.setObjectName("approval_note")
        self.note.textChanged.connect(self.note_changed)
        self.note.hide()
        self.buttons = {
            No.CHANGES: self._no_button(No.CHANGES, _("Ask for changes…")),
            No.REFUSE: self._no_button(No.REFUSE, _("Refuse…")),
            No.WITHDRAW: self._no_button(No.WITHDRAW, _("Withdraw…")),
        }
        self.suggest = QPushButton(_("Suggest…"))
        self.suggest.setObjectName("suggest_edit")
        self.suggest.clicked.connect(self.suggest_wanted)
        self._why = _Why()
        self._why.given.connect(self._on_note_given)
        self._why.cancelled.connect(self.close_note)
        self._why.cancelled.connect(self.note_closed)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.set_theme(theme)

    @property
    def to_do(self) -> str:
        """The sentences beside the box."""
        return self._to_do.text()

    @property
    def why(self) -> "_Why":
        """Where a no gets its note."""
        return self._why

    def set_post(self, name: str, *, keeps_no: bool = False) -> None:
        """Start anew for another post; `keeps_no`: the words of a no stay."""
        self.box.setText(_("Approve {name} exactly as shown").format(name=name))
        self.box.setAccessibleName(self.box.text())
        self.untick()
        self.note.clear()
        if not keeps_no:
            self.close_note()

    def set_checklist(
        self, checklist: Checklist, so_far: str = "", *, is_armed: bool = False
    ) -> None:
        """Open or shut the box, and say what is still to do; `so_far` is said in any case."""
        opens = checklist.is_done and not self._is_done
        self._is_done = checklist.is_done
        self.box.setEnabled(checklist.is_done)
        done = _("All of it has been on screen: the box is open.")
        if is_armed:
            done = _("All of it has been on screen: Space ticks the box.")
        sentences = checklist.sentences() or (done,)
        self._tell(" ".join(filter(None, (*sentences, so_far))), is_open=checklist.is_done)
        if opens:
            announce(self, self.to_do)

    def set_approved(self, sentence: str) -> None:
        """Show the box ticked, with who approved and when."""
        self._is_done = False
        self.box.setChecked(True)
        self.box.setEnabled(False)
        self._tell(sentence, is_open=True)

    def untick(self) -> None:
        """Take the tick back: the approval was not accepted."""
        self._is_given = False
        self.box.setChecked(False)

    def ask_for_note(self, prompt: str) -> None:
        """Show a line for the note of an approval; without a prompt there is none."""
        self.note.setVisible(bool(prompt))
        self.note.setPlaceholderText(prompt)
        self.note.setAccessibleName(prompt)

    def take_letter(self, key: Qt.Key) -> bool:
        """Press the button of a letter, and tell whether one is shown."""
        letters = {Qt.Key.Key_S: self.suggest} | {_LETTERS[no]: b for no, b in self.buttons.items()}
        button = letters.get(key)
        if button is None or button.isHidden():
            return False
        button.click()
        return True

    def set_ways(self, ways: frozenset[No], why_not: str) -> None:
        """Offer these ways to say no; `why_not` is told where the person may not take them."""
        for way, button in self.buttons.items():
            button.setVisible(way in ways)
            button.setEnabled(not why_not)
            letter = QKeySequence(_LETTERS[way]).toString()
            button.setToolTip(why_not or _("Key: {letter}").format(letter=letter))
        if self._no not in ways or why_not:
            self.close_note()
        self.suggest.setVisible(bool(ways))
        self.suggest.setEnabled(not why_not)
        self.suggest.setToolTip(why_not or _("Suggest other words; the planner accepts them (S)"))

    def close_note(self) -> None:
        """Put the note of a no away."""
        self._no = None
        self._why.close_line()

    def set_low(self, *, is_low: bool) -> None:
        """Take less room where the post needs it."""
        margin = Space.XS if is_low else Space.S
        self._column.setContentsMargins(Space.L, margin, Space.L, margin)
        self._column.setSpacing(0 if is_low else Space.S)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._show_lock(is_open=self._is_done)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._narrowest() + 2 * Space.L, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # other buttons are offered than before
            self._fit()
        return is_done

    def _fit(self) -> None:
        """Put the buttons below the box where both do not fit beside each other."""
        asked = self.box.sizeHint().width() + self._deeds_width() + 2 * Space.L + Space.S
        is_wide = self.width() >= asked
        self._ways.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )

    def _narrowest(self) -> int:
        return max(self.box.sizeHint().width(), self._deeds_width())

    def _deeds_width(self) -> int:
        shown = [one for one in (self.suggest, *self.buttons.values()) if not one.isHidden()]
        return sum(one.sizeHint().width() + Space.S for one in shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.raised)
        painter.setPen(self._theme.border)
        painter.drawLine(0, 0, self.width(), 0)

    def _tell(self, sentence: str, *, is_open: bool) -> None:
        self._to_do.setText(sentence)
        self.box.setAccessibleDescription(sentence)
        self.box.setToolTip("" if is_open else sentence)
        self._show_lock(is_open=is_open)

    def _show_lock(self, *, is_open: bool) -> None:
        name, colour = ("check", self._theme.accent) if is_open else ("lock", self._theme.muted)
        self._lock.setPixmap(icons.pixmap(name, colour, 16, self.devicePixelRatioF()))

    def _no_button(self, way: No, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"say_{way.value}")
        button.clicked.connect(lambda: self._on_no(way))
        button.hide()
        return button

    def _on_ticked(self) -> None:
        if self._is_given:
            self.box.setChecked(True)  # it is being saved: another press takes nothing back
        elif self.box.isChecked() and self._is_done:
            self._is_given = True
            self.approved.emit()

    def _on_no(self, way: No) -> None:
        self._no = way
        prompt, action = {
            No.CHANGES: (_("What should change?"), _("Ask for changes")),
            No.REFUSE: (_("Why may it not go out?"), _("Refuse")),
            No.WITHDRAW: (_("Why is the approval taken back?"), _("Withdraw approval")),
        }[way]
        self._why.open_line(prompt, action)

    def _on_note_given(self, note: str) -> None:
        if self._no is not None:
            self.said_no.emit(self._no, note)

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.setSpacing(Space.S)
        told.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._to_do, 1)
        deeds = QHBoxLayout()
        deeds.setSpacing(Space.S)
        deeds.addStretch(1)
        for button in (self.suggest, *self.buttons.values()):
            deeds.addWidget(button)
        self._ways.setSpacing(Space.S)
        self._ways.addWidget(self.box, 1, Qt.AlignmentFlag.AlignLeading)
        self._ways.addLayout(deeds)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._ways)
        self._column.addLayout(told)
        self._column.addWidget(self.note)
        self._column.addWidget(self._why)
        self.set_low(is_low=False)


class _Why(QWidget):
    """A line for the reason of a no, with its button; Esc puts it away."""

    given = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setObjectName("no_note")
        self.line.textChanged.connect(self._on_changed)
        self.line.returnPressed.connect(self._on_given)
        self.send = make_primary(QPushButton())
        self.send.setObjectName("no_send")
        self.send.clicked.connect(self._on_given)
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.setObjectName("no_cancel")
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.line, 1)
        row.addWidget(self.send)
        row.addWidget(self.cancel)
        self.hide()

    def open_line(self, prompt: str, action: str) -> None:
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(prompt)
        self.send.setText(action)
        self._on_changed()
        self.show()
        self.line.setFocus()

    def close_line(self) -> None:
        self.line.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        has_words = bool(self.line.text().strip())
        self.send.setEnabled(has_words)
        self.send.setToolTip("" if has_words else _("Write a word on why first."))

    def _on_given(self) -> None:
        note = self.line.text().strip()
        if note:
            self.given.emit(note)
