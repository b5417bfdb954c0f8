"""Our own icons in any colour, and a plain glyph for each network."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.commands.views import Stage
from app.domain.flag import Severity

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIZES = (16, 20, 24)

_SEVERITIES = {
    Severity.NOTE: "severity-note",
    Severity.CAUTION: "severity-caution",
    Severity.STOP: "severity-stop",
    Severity.BLOCKED: "severity-blocked",
}
_DRAWN_NETWORKS = {"push": "push", "email": "email", "newsletter": "email", "blog": "file"}
_LETTERS = {
    "instagram": "Ig",
    "facebook": "Fb",
    "linkedin": "In",
    "tiktok": "Tk",
    "youtube": "Yt",
    "pinterest": "Pn",
    "threads": "Th",
    "bluesky": "Bs",
    "mastodon": "Ma",
    "google-business": "Gb",
    "x": "X",
}


def severity_icon_name(severity: Severity) -> str:
    """Return the name of the icon whose shape tells a severity."""
    return _SEVERITIES[severity]


def stage_icon_name(stage: Stage) -> str:
    """Return the name of the icon of a stage."""
    return f"stage-{stage.value}"


def icon(name: str, colour: QColor, paper: QColor | None = None) -> QIcon:
    """Return an icon in one colour, sharp at 16, 20 and 24 px on each screen that there is."""
    made, dense = QIcon(), ratios()
    for size in SIZES:
        for ratio in dense:
            made.addPixmap(pixmap(name, colour, size, ratio, paper))
    return made


def ratios() -> set[float]:
    """Return how dense the screens are: nothing is drawn for others."""
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()}


def pixmap(
    name: str, colour: QColor, size: int, ratio: float = 1.0, paper: QColor | None = None
) -> QPixmap:
    """Return an icon as a picture of `size` logical pixels; `paper` shows through its sign."""
    knocked_out = paper or _paper_for(colour)
    return _drawn(name, colour.name(), knocked_out.name(), size, ratio)


def network_pixmap(network: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the glyph of a network: a drawn sign, or its letters in a frame."""
    drawn = _DRAWN_NETWORKS.get(network)
    if drawn:
        return pixmap(drawn, colour, size, ratio)
    letters = _LETTERS.get(network, network[:2].capitalize() or "?")
    return _lettered(letters, colour.name(), size, ratio)


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, paper: str, size: int, ratio: float) -> QPixmap:
    picture = _blank(size, ratio)
    painter = QPainter(picture)
    _renderer(name, colour, paper).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@lru_cache(maxsize=2)  # all sizes of an icon are drawn one after the other, in two inks at most
def _renderer(name: str, colour: str, paper: str) -> QSvgRenderer:
    svg = _source(name).replace("currentColor", colour).replace('"paper"', f'"{paper}"')
    return QSvgRenderer(QByteArray(svg.encode()))


@lru_cache(maxsize=1024)
def _lettered(letters: str, colour: str, size: int, ratio: float) -> QPixmap:
    picture = _blank(size, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRectF(0, 0, size, size).adjusted(0.8, 0.8, -0.8, -0.8)
    painter.setPen(QPen(QColor(colour), max(1.0, size / 14)))
    painter.drawRoundedRect(frame, size * 0.22, size * 0.22)
    lettering = QFont(painter.font())
    lettering.setPixelSize(max(7, round(size * 0.55)))
    lettering.setWeight(QFont.Weight.DemiBold)
    painter.setFont(lettering)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, letters)
    painter.end()
    return picture


def _blank(size: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _paper_for(colour: QColor) -> QColor:
    return QColor("#FFFFFF") if colour.lightnessF() < 0.5 else QColor("#16191D")
