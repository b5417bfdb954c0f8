import re

import pytest
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.commands.texts import network_name
from app.commands.views import Stage
from app.domain.flag import Severity
from ui import theme as themes
from ui.theme import DARK, LIGHT
from ui.widgets import icons

NAMES = sorted(path.stem for path in icons.FOLDER.glob("*.svg"))
RED = QColor("#CC0000")


def inked(picture: QPixmap) -> set[str]:
    """Return the colours that cover their pixel whole."""
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_a_valid_drawing_on_the_same_grid(name, qapp):
    path = icons.FOLDER / f"{name}.svg"
    assert QSvgRenderer(str(path)).isValid()
    text = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in text
    assert 'stroke-width="1.6"' in text
    assert not re.search(r"#[0-9A-Fa-f]{3,6}|rgb\(", text), "the colour is given from outside"


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_leaves_ink(name, qapp):
    image = icons.pixmap(name, RED, 20).toImage()
    drawn = [
        image.pixelColor(x, y).alpha() > 0
        for x in range(image.width())
        for y in range(image.height())
    ]
    assert any(drawn)
    assert not all(drawn)


def test_each_severity_and_each_stage_has_a_shape_of_its_own(qapp):
    names = [icons.severity_icon_name(one) for one in Severity]
    names += [icons.stage_icon_name(one) for one in Stage]
    assert len(set(names)) == len(Severity) + len(Stage)
    assert set(names) <= set(NAMES)
    sources = {(icons.FOLDER / f"{name}.svg").read_text(encoding="utf-8") for name in names}
    assert len(sources) == len(names)


def test_an_icon_takes_the_colour_it_is_given(qapp):
    assert inked(icons.pixmap("stage-approved", RED, 40)) == {RED.name()}


def test_the_sign_of_a_severity_shows_the_paper_it_lies_on(qapp):
    style = LIGHT.severity(Severity.STOP)
    picture = icons.pixmap("severity-stop", style.stripe, 60, 1.0, style.background)
    assert {style.stripe.name(), style.background.name()} <= inked(picture)


def test_an_icon_is_sharp_on_a_dense_screen(qapp):
    picture = icons.pixmap("today", RED, 20, 2.0)
    assert picture.width() == 40
    assert picture.deviceIndependentSize().width() == 20


def test_an_icon_for_a_button_has_every_size(qapp):
    sizes = {size.width() for size in icons.icon("today", RED).availableSizes()}
    assert sizes >= set(icons.SIZES)


@pytest.mark.parametrize("network", ["instagram", "push", "x", "a-network-of-tomorrow", ""])
def test_every_network_has_a_glyph_even_an_unknown_one(network, qapp):
    picture = icons.network_pixmap(network, DARK.muted, 16)
    assert picture.width() == 16
    assert network_name(network) is not None


def test_the_same_icon_is_drawn_once(qapp):
    first = icons.pixmap("today", RED, 20)
    assert icons.pixmap("today", RED, 20).cacheKey() == first.cacheKey()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_sign_keeps_its_colour_in_a_row_that_is_chosen(theme, qapp):
    themes.apply(qapp, theme)
    made = icons.icon("add", QColor("#B54A00"))
    usual = made.pixmap(16, 16, QIcon.Mode.Normal).toImage()
    assert usual.pixelColor(8, 8).name() == "#b54a00"
    assert made.pixmap(16, 16, QIcon.Mode.Selected).toImage() == usual
