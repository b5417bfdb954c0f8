import pytest
from PySide6.QtGui import QColor, QFont, QPalette

from app.domain.flag import Severity
from ui import theme as themes
from ui.theme import DARK, LIGHT, TextRole, Theme, ThemeChoice, chosen, font, mixed

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
SEVERITIES = pytest.mark.parametrize("severity", [None, *Severity])


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of WCAG 2 between two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grounds(theme: Theme) -> list[QColor]:
    return [
        *(theme.window, theme.surface, theme.raised, theme.hovered),
        *(theme.today, theme.weekend, theme.past),
    ]


@THEMES
def test_text_can_be_read_on_every_ground(theme):
    for ground in grounds(theme):
        assert contrast(theme.text, ground) >= 7
        assert contrast(theme.muted, ground) >= 4.5


@THEMES
@SEVERITIES
def test_a_severity_can_be_read_and_its_stripe_be_seen(theme, severity):
    style = theme.severity(severity)
    assert contrast(style.text, style.background) >= 4.5
    assert contrast(style.stripe, style.background) >= 3
    assert contrast(style.stripe, theme.surface) >= 3


@THEMES
@SEVERITIES
def test_the_quiet_words_of_a_card_can_still_be_read(theme, severity):
    style = theme.severity(severity)
    assert contrast(mixed(style.text, style.background, 0.8), style.background) >= 4.5


@THEMES
def test_fields_and_the_focus_stand_out_from_their_ground(theme):
    for ground in (theme.surface, theme.raised, theme.window):
        assert contrast(theme.outline, ground) >= 3
        assert contrast(theme.focus, ground) >= 3
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.accent, theme.surface) >= 4.5


@THEMES
def test_the_accent_is_no_severity(theme):
    stripes = {theme.severity(one).stripe.name() for one in Severity}
    assert theme.accent.name() not in stripes


@THEMES
def test_the_palette_carries_the_roles_to_qts_own_widgets(theme):
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Base) == theme.surface
    assert palette.color(QPalette.ColorRole.WindowText) == theme.text
    assert palette.color(QPalette.ColorRole.PlaceholderText) == theme.muted


@THEMES
def test_what_nobody_can_change_here_can_still_be_read(theme):
    palette, role = theme.palette(), QPalette.ColorRole
    for readable in (role.Text, role.WindowText, role.PlaceholderText):
        shut = palette.color(QPalette.ColorGroup.Disabled, readable)
        assert shut != theme.text
        assert contrast(shut, theme.raised) >= 4.5


def test_a_font_keeps_its_family_and_grows_with_the_application(qapp):
    base = QFont("DejaVu Sans", 20)
    title = font(base, TextRole.TITLE)
    assert title.family() == base.family()
    assert title.pointSizeF() == pytest.approx(28)
    assert font(base, TextRole.SMALL).pointSizeF() < 20


def test_no_font_gets_too_small_to_read(qapp):
    assert font(QFont("DejaVu Sans", 6), TextRole.SMALL).pointSizeF() == 7


def test_a_chosen_theme_beats_that_of_the_system(qapp):
    assert chosen(qapp, ThemeChoice.DARK) is DARK
    assert chosen(qapp, ThemeChoice.LIGHT) is LIGHT
    assert chosen(qapp, ThemeChoice.SYSTEM) is LIGHT


def test_applying_a_theme_needs_no_style_sheet(qapp):
    themes.apply(qapp, DARK)
    assert qapp.styleSheet() == ""
    assert qapp.palette().color(QPalette.ColorRole.Base) == DARK.surface
