"""Small badges of icon and word: a severity, a stage, a network."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.commands.texts import network_name, severity_name, stage_name
from app.commands.views import Stage
from app.domain.flag import Severity
from ui.theme import Space, TextRole, Theme, font
from ui.widgets import icons


@dataclass(frozen=True, slots=True)
class Look:
    """What a chip shows."""

    text: str
    picture: QPixmap
    paper: QColor
    ink: QColor
    line: QColor


class Chip(QWidget):
    """A rounded badge of icon and word; screen readers read its word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._look = Look("", QPixmap(), QColor(), QColor(), QColor())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The word it shows."""
        return self._look.text

    @property
    def icon_size(self) -> int:
        """How large its icon is, in logical pixels: as high as the letters, and a little more."""
        return QFontMetrics(self._font()).ascent() + 2

    def show_look(self, look: Look) -> None:
        """Show another icon and word."""
        self._look = look
        self.setAccessibleName(look.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self.text) + self.icon_size + Space.XS + 2 * Space.S
        return QSize(width, metrics.height() + Space.XS + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, size = self._look, self.icon_size
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.line, 1))
        painter.setBrush(look.paper)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        inner = self.rect().adjusted(Space.S, 0, -Space.S, 0)
        place = QStyle.alignedRect(self.layoutDirection(), _LEADING, QSize(size, size), inner)
        painter.drawPixmap(place, look.picture)
        painter.setFont(self._font())
        painter.setPen(look.ink)
        painter.drawText(inner, _TRAILING, look.text)

    def _font(self) -> QFont:
        return font(self.font(), TextRole.SMALL_STRONG)


_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class SeverityBadge(Chip):
    """A severity as its icon, word and colours."""

    def __init__(self, theme: Theme, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_severity(severity)

    def set_severity(self, severity: Severity) -> None:
        """Show another severity."""
        self._severity = severity
        style = self.theme.severity(severity)
        picture = icons.pixmap(
            icons.severity_icon_name(severity),
            style.stripe,
            self.icon_size,
            self.devicePixelRatioF(),
            style.background,
        )
        name = severity_name(severity)
        self.show_look(Look(name, picture, style.background, style.text, style.background))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.set_severity(self._severity)


class StageBadge(Chip):
    """How far a post has come, as icon and words; the accent is for the approved."""

    def __init__(self, theme: Theme, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_stage(stage)

    def set_stage(self, stage: Stage) -> None:
        """Show another stage."""
        self._stage = stage
        theme = self.theme
        is_approved = stage in (Stage.APPROVED, Stage.QUEUED)
        ink = theme.accent if is_approved else theme.text
        line = theme.accent if is_approved else theme.border
        picture = icons.pixmap(
            icons.stage_icon_name(stage), ink, self.icon_size, self.devicePixelRatioF()
        )
        self.show_look(Look(stage_name(stage), picture, theme.surface, ink, line))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.set_stage(self._stage)


class NetworkBadge(Chip):
    """A network as its glyph and name."""

    def __init__(self, theme: Theme, network: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_network(network)

    def set_network(self, network: str) -> None:
        """Show another network."""
        self._network = network
        theme = self.theme
        picture = icons.network_pixmap(
            network, theme.muted, self.icon_size, self.devicePixelRatioF()
        )
        self.show_look(
            Look(network_name(network), picture, theme.surface, theme.text, theme.border)
        )

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.set_network(self._network)
