"""The sign at the edge of a view where a drag rests: that more days are about to come."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.labels import Label


class EdgeSign(QWidget):
    """Lies over the ground of a view and never takes the mouse."""

    def __init__(self, theme: Theme, ground: QWidget) -> None:
        super().__init__(ground)
        self.setObjectName("edge_sign")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._ground = ground
        self._step = 1
        self._words = Label(role=TextRole.STRONG)
        self._before, self._after = QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.XS)
        for part in (self._before, self._words, self._after):
            row.addWidget(part)
        self.hide()

    def show_at_edge(self, step: int) -> None:
        """Say that later days come (1), or earlier ones (-1), at the edge where they lie."""
        self._step = step
        self._words.setText(_("Later days") if step > 0 else _("Earlier days"))
        self._before.setVisible(step < 0)
        self._after.setVisible(step > 0)
        self.set_theme(self._theme)
        size = self.sizeHint()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        is_right = (step > 0) is not is_mirrored
        x = self._ground.width() - size.width() - Space.S if is_right else int(Space.S)
        self.setGeometry(x, int(Space.S), size.width(), size.height())
        self.show()
        self.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours: the opposite of the page, as a toast has them."""
        self._theme = theme
        palette = QPalette(theme.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme.surface)
        self.setPalette(palette)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        points_right = (self._step > 0) is not is_mirrored
        picture = icons.pixmap(
            "next" if points_right else "previous",
            theme.surface,
            self.fontMetrics().height(),
            self.devicePixelRatioF(),
        )
        for label in (self._before, self._after):
            label.setPixmap(picture)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.text)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
