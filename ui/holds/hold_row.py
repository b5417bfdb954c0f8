"""One hold that stands, with the way to lift it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.catch import Catch
from app.commands.hold_words import stops
from app.domain.flag import Severity
from app.domain.hold import Hold, HoldId
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.history_list import here
from ui.widgets.labels import Label
from ui.widgets.tooltips import tooltip_of

ICON_SIZE = 20
STRIPE = 4
LONG_NAME = 40
"""So many letters stand in one line."""
LEAST_LETTERS = 14
"""So many letters of the reason stand in a line at least."""
_BESIDE = QBoxLayout.Direction.LeftToRight
_BELOW = QBoxLayout.Direction.TopToBottom


class HoldRow(QWidget):
    """Tells what is stopped and why; a click on “Lift …” asks for the reason in place.

    Where it is narrow its lines become two each, and why it is shut stands in a tooltip alone.
    """

    def __init__(
        self,
        hold: Hold,
        *,
        target: str,
        who: str,
        why_not: str,
        theme: Theme,
        lift: Callable[[HoldId, str], None],
        show: Callable[[Hold], None],
    ) -> None:
        super().__init__()
        self.hold = hold
        self.why_not = why_not
        self._lift = lift
        self._theme = theme
        self._sign = QLabel()
        self._headline = Label(
            _("Hold: {target}").format(target=target),
            TextRole.STRONG,
            wraps=True,
        )
        self._headline.setObjectName("hold_headline")
        self._reason = Label(hold.reason, wraps=True)
        self._reason.setObjectName("hold_why")
        said = _("Placed by {who}, {when}").format(who=who, when=here(hold.placed_at))
        self._placed = Label(said, TextRole.SMALL, wraps=True)
        self._catch = Label("", TextRole.SMALL_STRONG, wraps=True)
        self._catch.setObjectName("hold_catches")
        self._catch.hide()
        self.list_button = QPushButton(_("Show the posts"))
        self.list_button.setObjectName("hold_list")
        self.list_button.clicked.connect(lambda: show(hold))
        self._calls = Label("", TextRole.SMALL, wraps=True)
        self._calls.setObjectName("hold_on_duty")
        self._calls.hide()
        self._why_not = Label(why_not, TextRole.SMALL)
        self._why_not.setVisible(bool(why_not))
        self._name()
        self.open_button = QPushButton(_("Lift…"))
        self.open_button.setObjectName("hold_lift")
        self.open_button.setEnabled(not why_not)
        self.open_button.setToolTip(why_not)
        self.open_button.clicked.connect(lambda: self.ask(""))
        self.reason = QLineEdit()
        self.reason.setObjectName("lift_reason")
        self.reason.setPlaceholderText(_("Why may posts go out again?"))
        self.reason.setAccessibleName(_("Why the hold may be lifted"))
        self.reason.textChanged.connect(self._on_written)
        self.reason.returnPressed.connect(self._on_confirmed)
        self.confirm = QPushButton(_("Lift the hold"))
        self.confirm.setObjectName("lift_confirm")
        self.confirm.clicked.connect(self._on_confirmed)
        self.back = QPushButton(_("Cancel"))
        self.back.setObjectName("lift_cancel")
        self.back.clicked.connect(self._on_cancelled)
        self._asking = QWidget()
        self._asking.hide()
        for label in (self._headline, self._reason, self._placed, self._catch, self._calls):
            label.setMinimumWidth(1)  # it wraps rather than widen the window
        self._first, self._second = QBoxLayout(_BESIDE), QBoxLayout(_BESIDE)
        self._lay_out()
        self.set_theme(theme)
        self._on_written()

    @property
    def is_asking(self) -> bool:
        """Whether the reason is being asked for."""
        return not self._asking.isHidden()

    def ask(self, written: str) -> None:
        """Ask for the reason, with what was written of it already."""
        self.reason.setText(written)
        self._asking.show()
        self.open_button.hide()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_catch(self, catch: Catch) -> None:
        """Say how much it stops, and what of it no hold reaches."""
        self._catch.setText(stops(catch))
        self._catch.show()
        self._name()
        self._fit()

    def show_calls(self, words: str, whole: str = "") -> None:
        """Say who can be called about it now; nothing where there is no roster.

        `whole` names those too for whom the line is too short.
        """
        self._calls.setText(words)
        self._calls.setToolTip(tooltip_of(whole) if whole != words else "")
        self._calls.setVisible(bool(words))
        self._name()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        style = theme.severity(Severity.STOP)
        palette = QPalette(theme.palette())
        palette.setColor(QPalette.ColorRole.WindowText, style.text)
        words = (self._headline, self._reason, self._catch, self._placed, self._calls)
        for label in (*words, self._why_not):
            label.setPalette(palette)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap("hold", style.stripe, ICON_SIZE, ratio, style.background))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._theme.severity(Severity.STOP)
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.background)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = self.width() - STRIPE if is_mirrored else 0
        painter.fillRect(QRectF(start, 0, STRIPE, self.height()), style.stripe)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.border)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as its buttons allow."""
        return QSize(self._around() + self._least, super().minimumSizeHint().height())

    @property
    def _least(self) -> int:
        return self.fontMetrics().averageCharWidth() * LEAST_LETTERS

    def _around(self) -> int:
        """Return how wide all is that stands beside the words."""
        buttons = self.list_button.sizeHint().width() + self.open_button.sizeHint().width()
        return STRIPE + Space.L + ICON_SIZE + buttons + 4 * Space.M

    def _fit(self) -> None:
        """Say where there is room for it how much it stops and who placed it in one line."""
        said = (self._catch, self._placed, *((self._why_not,) if self.why_not else ()))
        wanted = sum(_in_one_line(label) + Space.M for label in said)
        room = self.width() - self._around()
        is_wide = room >= wanted
        is_long = not is_wide and room < _in_one_line(self._headline) + Space.M + self._least
        for line, is_one in ((self._first, not is_long), (self._second, is_wide)):
            line.setDirection(_BESIDE if is_one else _BELOW)
            line.setSpacing(Space.M if is_one else 0)
        self._headline.setWordWrap(is_long or len(self._headline.text()) > LONG_NAME)
        self._catch.setWordWrap(not is_wide)
        self._why_not.setVisible(bool(self.why_not) and is_wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self._on_cancelled()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        self._first.addWidget(self._headline)
        self._first.addWidget(self._reason, 1)
        words.addLayout(self._first)
        self._second.addWidget(self._catch)
        self._second.addWidget(self._placed, 1)
        words.addLayout(self._second)
        words.addWidget(self._calls)
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(0, Space.XS, 0, 0)
        asking.setSpacing(Space.S)
        asking.addWidget(self.reason, 1)
        asking.addWidget(self.confirm)
        asking.addWidget(self.back)
        words.addWidget(self._asking)
        row = QHBoxLayout(self)
        row.setContentsMargins(STRIPE + Space.M, Space.XS, Space.L, Space.XS)
        row.setSpacing(Space.M)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(self._why_not)
        row.addWidget(self.list_button)
        row.addWidget(self.open_button)

    def _name(self) -> None:
        labels = (self._headline, self._reason, self._catch, self._placed, self._calls)
        parts = (label.text() for label in labels)
        self.setAccessibleName(". ".join(filter(None, parts)))

    def _on_written(self) -> None:
        has_words = bool(self.reason.text().strip())
        self.confirm.setEnabled(has_words)
        self.confirm.setToolTip("" if has_words else _("Write why first."))

    def _on_confirmed(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self._lift(self.hold.id, reason)

    def _on_cancelled(self) -> None:
        self._asking.hide()
        self.open_button.show()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _in_one_line(label: QLabel) -> int:
    return label.fontMetrics().horizontalAdvance(label.text())
