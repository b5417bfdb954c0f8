"""Bars above the work: a few are shown, and of many the rest is one line that counts them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.wording import _, ngettext

MANY = 3
"""From so many bars on, those that can wait become one line."""


class BarStack(QWidget):
    """Shows and hides nothing of its own accord: each bar says by itself whether it has words.

    `grave` bars are never folded away; of the `others` the first is the most urgent.
    """

    def __init__(self, grave: Sequence[QWidget], others: Sequence[QWidget]) -> None:
        super().__init__()
        self.setObjectName("bar_stack")
        self._grave, self._others = tuple(grave), tuple(others)
        self._is_unfolded = False
        self._more = QPushButton()
        self._more.setObjectName("more_messages")
        self._more.setFlat(True)
        self._more.clicked.connect(self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in self._grave:
            column.addWidget(bar)
        self._holders = [_Holder(bar) for bar in self._others]
        for holder in self._holders:
            column.addWidget(holder)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        for bar in (*self._grave, *self._others):
            bar.installEventFilter(self)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """Fold what can wait, once there is too much of it."""
        speaking = [bar for bar in self._others if not bar.isHidden()]
        grave = sum(not bar.isHidden() for bar in self._grave)
        are_many = grave + len(speaking) >= MANY
        if not are_many:
            self._is_unfolded = False
        shown = speaking if self._is_unfolded or not are_many else speaking[: 0 if grave else 1]
        for holder in self._holders:
            holder.setVisible(holder.bar in shown)
        folded = len(speaking) - len(shown)
        words = ngettext("{count} more message", "{count} more messages", folded)
        self._more.setText(
            _("Show fewer messages") if self._is_unfolded else words.format(count=folded)
        )
        self._more.setVisible(bool(folded) or self._is_unfolded)

    def _on_more(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._arrange()


class _Holder(QWidget):
    """Hides a bar without a word to it: it still knows that it has something to say."""

    def __init__(self, bar: QWidget) -> None:
        super().__init__()
        self.bar = bar
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)
