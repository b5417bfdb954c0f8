from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QComboBox, QListWidget, QMenu, QMenuBar, QStyle, QTableView

from app.domain.flag import Severity
from tests.architecture.project import ROOT
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


TEXT, SIGN = 4.5, 3.0
"""WCAG 2.2: 1.4.3 for what is read, 1.4.11 for what is only seen."""
GROUNDS = ("window", "surface", "raised", "hovered", "today", "weekend", "past", "accent_tint")
ON_A_GROUND = {
    "text": 7.0,
    "muted": TEXT,
    "accent": TEXT,
    "outline": SIGN,
    "focus": SIGN,
}
"""What stands on every ground, and how much it must differ from it."""
PAIRS = {
    ("on_accent", "accent"): TEXT,
    ("surface", "text"): 7.0,  # toasts and tooltips
    ("surface", "muted"): TEXT,  # what is pointed at in a toast
}
UNSEEN_ALONE = {"border": "a hairline that only parts what differs by its place already"}


def colours_of(theme: Theme) -> dict[str, QColor]:
    found = {field.name: getattr(theme, field.name) for field in fields(theme)}
    return {name: value for name, value in found.items() if isinstance(value, QColor)}


def test_no_colour_of_a_theme_is_left_out():
    looked_at = {*GROUNDS, *ON_A_GROUND, *(name for pair in PAIRS for name in pair), *UNSEEN_ALONE}
    assert looked_at == set(colours_of(LIGHT))


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(("name", "least"), ON_A_GROUND.items())
def test_what_stands_on_a_ground_differs_from_it(theme, ground, name, least):
    assert contrast(getattr(theme, name), getattr(theme, ground)) >= least


@THEMES
@pytest.mark.parametrize(("pair", "least"), PAIRS.items())
def test_what_stands_on_a_colour_differs_from_it(theme, pair, least):
    above, below = (getattr(theme, name) for name in pair)
    assert contrast(above, below) >= least


@THEMES
@SEVERITIES
def test_a_severity_can_be_read_and_its_stripe_and_focus_be_seen(theme, severity):
    style = theme.severity(severity)
    assert contrast(style.text, style.background) >= TEXT
    quiet = mixed(style.text, style.background, 0.8)
    assert contrast(quiet, style.background) >= TEXT, "the quiet words of a card"
    assert contrast(theme.focus, style.background) >= SIGN
    for ground in (style.background, *(getattr(theme, name) for name in GROUNDS)):
        assert contrast(style.stripe, ground) >= SIGN


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
def test_a_chosen_row_is_pale_in_every_list_and_keeps_its_words(theme, qtbot, qapp):
    themes.apply(qapp, theme)
    box = QComboBox()
    qtbot.addWidget(box)
    for view in (QListWidget(box), QTableView(box), box.view(), QMenu(box), QMenuBar(box)):
        view.ensurePolished()
        palette = view.palette()
        assert palette.color(QPalette.ColorRole.Highlight) == theme.accent_tint
        assert palette.color(QPalette.ColorRole.HighlightedText) == theme.text
        assert palette.color(QPalette.ColorRole.Accent) == theme.accent, "boxes and rings in it"


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


def test_nothing_moves_by_itself(qapp):
    themes.apply(qapp, LIGHT)
    assert not [effect for effect in Qt.UIEffect if qapp.isEffectEnabled(effect)]
    assert qapp.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def test_no_part_of_the_window_is_animated():
    makers = ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "setAnimated(True")
    sources = [path.read_text("utf-8") for path in (ROOT / "ui").rglob("*.py")]
    assert not [maker for maker in makers for source in sources if maker in source]
