"""Colours by role, spacing and type: one design language, light and dark."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.domain.flag import Severity
from ui.widgets.house_style import HouseStyle


class Space(IntEnum):
    """The spacing scale in pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class TextRole(Enum):
    """The type scale: size relative to the application's font, and weight."""

    SMALL = (0.92, QFont.Weight.Normal)
    SMALL_STRONG = (0.92, QFont.Weight.DemiBold)
    BODY = (1.0, QFont.Weight.Normal)
    STRONG = (1.0, QFont.Weight.DemiBold)
    HEADING = (1.15, QFont.Weight.DemiBold)
    TITLE = (1.4, QFont.Weight.DemiBold)


class ThemeChoice(StrEnum):
    """Which theme a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class SeverityStyle:
    """Tint, text and stripe of one severity: 4.5:1 for the text, 3:1 for the stripe."""

    background: QColor
    text: QColor
    stripe: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours by what they are for."""

    is_dark: bool
    window: QColor
    """Behind everything."""
    surface: QColor
    """Where people read and write."""
    raised: QColor
    """Bars, side panels, headers, menus."""
    hovered: QColor
    text: QColor
    muted: QColor
    """Second-rank text, still 4.5:1 on every background above."""
    border: QColor
    """Hairlines that only part one thing from another."""
    outline: QColor
    """Borders that show where a field or a box is: 3:1."""
    accent: QColor
    on_accent: QColor
    accent_tint: QColor
    """A quiet background for what is chosen."""
    focus: QColor
    today: QColor
    weekend: QColor
    past: QColor
    severities: Mapping[Severity | None, SeverityStyle]

    def severity(self, severity: Severity | None) -> SeverityStyle:
        """Return the colours of a severity; `None` is a post without flags."""
        return self.severities[severity]

    def palette(self) -> QPalette:
        """Return the palette that makes Qt's own widgets fit in."""
        palette = QPalette()
        for role, colour in self._roles().items():
            palette.setColor(role, colour)
        shut = {
            QPalette.ColorRole.Text: self.muted,  # who may not change it reads it here
            QPalette.ColorRole.WindowText: self.muted,
            QPalette.ColorRole.ButtonText: mixed(self.text, self.surface, 0.45),
            QPalette.ColorRole.Highlight: self.outline,
            QPalette.ColorRole.Accent: self.outline,
        }
        for role, colour in shut.items():
            palette.setColor(QPalette.ColorGroup.Disabled, role, colour)
        return palette

    def row_palette(self) -> QPalette:
        """Return the palette of lists and menus: a chosen row is pale and keeps its words."""
        palette = self.palette()
        shut, words = QPalette.ColorGroup.Disabled, QPalette.ColorRole.HighlightedText
        palette.setColor(QPalette.ColorRole.Highlight, self.accent_tint)
        palette.setColor(words, self.text)
        palette.setColor(shut, words, self.muted)
        return palette

    def _roles(self) -> dict[QPalette.ColorRole, QColor]:
        role = QPalette.ColorRole
        return {
            role.Window: self.raised,
            role.WindowText: self.text,
            role.Base: self.surface,
            role.AlternateBase: self.window,
            role.Text: self.text,
            role.PlaceholderText: self.muted,
            role.Button: self.surface,
            role.ButtonText: self.text,
            role.BrightText: self.on_accent,
            role.ToolTipBase: self.text,
            role.ToolTipText: self.surface,
            role.Highlight: self.accent,
            role.HighlightedText: self.on_accent,
            role.Accent: self.accent,
            role.Link: self.accent,
            role.LinkVisited: self.accent,
            role.Light: self.hovered,
            role.Midlight: self.border,
            role.Mid: self.outline,
            role.Dark: self.outline,
            role.Shadow: self.border,
        }


def font(base: QFont, role: TextRole) -> QFont:
    """Return a font of the type scale, made from a widget's own."""
    size, weight = role.value
    scaled = QFont(base)
    scaled.setPointSizeF(max(base.pointSizeF() * size, 7.0))
    scaled.setWeight(weight)
    return scaled


def apply(application: QApplication, theme: Theme) -> None:
    """Give the whole application this look; menus, lists and tooltips come without motion."""
    application.setStyle(HouseStyle())
    for effect in Qt.UIEffect:
        application.setEffectEnabled(effect, False)
    application.setPalette(theme.palette())
    for kind in ("QAbstractItemView", "QMenu", "QMenuBar"):
        # the stub asks for bytes, which are refused
        application.setPalette(theme.row_palette(), kind)  # type: ignore[arg-type]


def chosen(application: QApplication, choice: ThemeChoice) -> Theme:
    """Return the theme for a choice; the system's where it is left to the system."""
    if choice is ThemeChoice.SYSTEM:
        is_dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if is_dark else LIGHT
    return DARK if choice is ThemeChoice.DARK else LIGHT


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return a colour between two: `share` of the first."""
    return QColor.fromRgbF(
        first.redF() * share + second.redF() * (1 - share),
        first.greenF() * share + second.greenF() * (1 - share),
        first.blueF() * share + second.blueF() * (1 - share),
    )


def _style(background: str, text: str, stripe: str) -> SeverityStyle:
    return SeverityStyle(QColor(background), QColor(text), QColor(stripe))


LIGHT = Theme(
    is_dark=False,
    window=QColor("#F1F3F5"),
    surface=QColor("#FFFFFF"),
    raised=QColor("#F8F9FA"),
    hovered=QColor("#EAEDF0"),
    text=QColor("#1B1F24"),
    muted=QColor("#56606B"),
    border=QColor("#DEE2E7"),
    outline=QColor("#7C8691"),
    accent=QColor("#0B6E63"),
    on_accent=QColor("#FFFFFF"),
    accent_tint=QColor("#DDF0ED"),
    focus=QColor("#0B6E63"),
    today=QColor("#F0F8F7"),
    weekend=QColor("#F3F5F7"),
    past=QColor("#F8F9FA"),
    severities={
        None: _style("#EEF1F5", "#1B1F24", "#6B7785"),
        Severity.NOTE: _style("#E3F1FB", "#10304A", "#0072B2"),
        Severity.CAUTION: _style("#FFF1CC", "#3D2B00", "#8F5F00"),
        Severity.STOP: _style("#FBE0D3", "#4A1600", "#B54A00"),
        Severity.BLOCKED: _style("#F3DCEB", "#43103A", "#8E3B78"),
    },
)

DARK = Theme(
    is_dark=True,
    window=QColor("#14171A"),
    surface=QColor("#1B1F23"),
    raised=QColor("#22272C"),
    hovered=QColor("#2E343A"),
    text=QColor("#E8EAED"),
    muted=QColor("#A4ADB7"),
    border=QColor("#343B42"),
    outline=QColor("#7B8691"),
    accent=QColor("#4CC2B0"),
    on_accent=QColor("#06231F"),
    accent_tint=QColor("#173B37"),
    focus=QColor("#4CC2B0"),
    today=QColor("#1B2A2A"),
    weekend=QColor("#121518"),
    past=QColor("#171A1E"),
    severities={
        None: _style("#2B3036", "#E8EAED", "#9AA4AF"),
        Severity.NOTE: _style("#12324A", "#D6ECFB", "#56B4E9"),
        Severity.CAUTION: _style("#3F3000", "#FFE9B0", "#E69F00"),
        Severity.STOP: _style("#4A1E08", "#FFDCCB", "#FF8A4C"),
        Severity.BLOCKED: _style("#40203A", "#F7D9EF", "#E39BCB"),
    },
)
