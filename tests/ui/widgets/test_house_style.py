import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ui import theme as themes
from ui.theme import DARK, LIGHT
from ui.widgets import icons
from ui.widgets.house_drawing import CHOSEN_BAR
from ui.widgets.house_style import (
    BESIDE_ARROW,
    BESIDE_SIGN,
    BESIDE_TYPING,
    BESIDE_WORDS,
    SCROLL_BAR,
    SMALLEST_TARGET,
    HouseStyle,
    make_primary,
)

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def shown(widget: QWidget, qtbot, size: QSize | None = None) -> QWidget:
    """Show a widget without focus, which would colour its border."""
    qtbot.addWidget(widget)
    widget.resize(size or widget.sizeHint())
    widget.show()
    qtbot.waitExposed(widget)
    widget.clearFocus()
    return widget


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@THEMES
@pytest.mark.parametrize(
    "make",
    [QLineEdit, QPlainTextEdit, QDateEdit, QComboBox, QPushButton, QCheckBox],
    ids=lambda kind: kind.__name__,
)
def test_everything_that_can_be_filled_in_has_a_visible_outline(make, theme, qtbot, qapp):
    themes.apply(qapp, theme)
    widget = shown(make(), qtbot, QSize(160, 40))
    assert any(near(colour, theme.outline.name()) for colour in colours(widget))


@THEMES
def test_a_round_choice_has_a_visible_outline(theme, qtbot, qapp):
    themes.apply(qapp, theme)
    widget = shown(QRadioButton("One"), qtbot)
    assert any(near(colour, theme.outline.name(), 40) for colour in colours(widget))


def near(one: str, other: str, by: int = 8) -> bool:
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return all(abs(a - b) <= by for a, b in pairs)


@THEMES
def test_the_expected_answer_is_filled_with_the_accent(theme, qtbot, qapp):
    themes.apply(qapp, theme)
    button = shown(make_primary(QPushButton("Approve")), qtbot)
    picture = button.grab().toImage()
    assert picture.pixelColor(QPoint(6, 4)) == theme.accent
    assert theme.on_accent.name() in colours(button)


def test_a_closed_answer_is_not_filled(qtbot, qapp):
    themes.apply(qapp, LIGHT)
    button = make_primary(QPushButton("Approve"))
    button.setEnabled(False)
    shown(button, qtbot)
    assert button.grab().toImage().pixelColor(QPoint(6, 4)) != LIGHT.accent


@THEMES
def test_ticked_boxes_are_filled_with_the_accent(theme, qtbot, qapp):
    themes.apply(qapp, theme)
    box = QCheckBox("Seen")
    box.setChecked(True)
    shown(box, qtbot)
    assert theme.accent.name() in colours(box)


def test_a_half_ticked_box_is_neither(qtbot, qapp):
    themes.apply(qapp, LIGHT)
    box = QCheckBox("Some")
    box.setTristate(True)
    pictures = []
    for state in (box.checkState(), box.checkState().PartiallyChecked, box.checkState().Checked):
        box.setCheckState(state)
        shown(box, qtbot)
        pictures.append(box.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_a_field_with_the_focus_is_marked_by_the_accent(qtbot, qapp):
    themes.apply(qapp, LIGHT)
    line = shown(QLineEdit(), qtbot)
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert LIGHT.accent.name() in colours(line)


def test_a_quiet_tool_button_answers_when_it_is_chosen(qtbot, qapp):
    themes.apply(qapp, LIGHT)
    button = QToolButton()
    button.setAutoRaise(True)
    button.setCheckable(True)
    shown(button, qtbot, QSize(32, 32))
    before = button.grab().toImage()
    button.setChecked(True)
    assert button.grab().toImage() != before


def test_scroll_bars_are_slim_and_have_no_arrows(qtbot, qapp):
    themes.apply(qapp, LIGHT)
    area = QScrollArea()
    page = QWidget()
    page.resize(200, 4000)
    area.setWidget(page)
    shown(area, qtbot, QSize(240, 200))
    bar = area.verticalScrollBar()
    assert bar.width() == SCROLL_BAR
    top = bar.grab().toImage()
    assert any(
        near(top.pixelColor(SCROLL_BAR // 2, y).name(), LIGHT.outline.name(), 60)
        for y in range(4, 14)
    ), "the handle reaches to the very top"


def test_a_scroll_bar_can_be_dragged_to_both_ends(qtbot, qapp):
    themes.apply(qapp, LIGHT)
    area = QScrollArea()
    page = QWidget()
    page.resize(200, 4000)
    area.setWidget(page)
    shown(area, qtbot, QSize(240, 200))
    bar = area.verticalScrollBar()

    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 10))
    qtbot.mouseMove(bar, QPoint(6, bar.height() + 50))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, bar.height() + 50))
    assert bar.value() == bar.maximum()


@pytest.mark.parametrize("make", [QLineEdit, QComboBox, QDateEdit, QPushButton])
def test_fields_and_buttons_are_large_enough_to_hit(make, qtbot, qapp):
    themes.apply(qapp, LIGHT)
    widget = make()
    qtbot.addWidget(widget)
    assert widget.sizeHint().height() >= 24


def flat() -> QPushButton:
    button = QPushButton("Open")
    button.setFlat(True)
    return button


def primary() -> QPushButton:
    return make_primary(QPushButton("Approve"))


def tabs() -> QTabBar:
    bar = QTabBar()
    bar.addTab("One")
    bar.addTab("Two")
    return bar


def rows() -> QListWidget:
    made = QListWidget()
    made.addItems(["One", "Two"])
    made.setCurrentRow(0)
    return made


@THEMES
@pytest.mark.parametrize("make", [QPushButton, flat, primary, tabs, rows, QCheckBox, QToolButton])
def test_what_has_the_focus_is_seen(make, theme, qtbot, qapp):
    themes.apply(qapp, theme)
    ground = QWidget()
    widget = make()
    widget.setParent(ground)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.resize(160, 60)
    shown(ground, qtbot, QSize(200, 100))
    ground.activateWindow()
    before = ground.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(widget.hasFocus)
    assert ground.grab().toImage() != before


@THEMES
def test_a_chosen_row_is_pale_and_has_a_bar_of_the_accent_at_its_start(theme, qtbot, qapp):
    themes.apply(qapp, theme)
    chosen = rows()
    shown(chosen, qtbot, QSize(160, 60))
    image = chosen.viewport().grab().toImage()
    across = [image.pixelColor(x, 2) for x in (0, CHOSEN_BAR, 150)]
    assert across == [theme.accent, theme.accent_tint, theme.accent_tint]
    assert image.pixelColor(0, 40) == theme.surface


@THEMES
def test_what_a_menu_points_at_looks_like_a_chosen_row(theme, qtbot, qapp):
    themes.apply(qapp, theme)
    menu = QMenu()
    qtbot.addWidget(menu)
    first, _second = menu.addAction("One"), menu.addAction("Two")
    menu.resize(menu.sizeHint())
    menu.setActiveAction(first)
    place = menu.actionGeometry(first)
    image = menu.grab().toImage()
    middle = place.center().y()
    assert image.pixelColor(place.left(), middle) == theme.accent
    assert image.pixelColor(place.right() - 4, middle) == theme.accent_tint


@pytest.mark.parametrize("make", [QPlainTextEdit, QTextEdit])
def test_what_is_typed_in_several_lines_covers_no_part_of_the_ring_around_it(make, qtbot, qapp):
    themes.apply(qapp, LIGHT)
    field = make()
    shown(field, qtbot, QSize(120, 60))
    assert field.viewport().x() >= 2 <= field.viewport().y()


def beside(qtbot, *, has_menu: bool) -> QToolButton:
    button = QToolButton()
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIcon(icons.icon("today", LIGHT.text))
    button.setText("Today")
    button.setAutoRaise(True)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    if has_menu:
        button.setMenu(QMenu(button))
    shown(button, qtbot)
    return button


def inked(button: QToolButton) -> tuple[list[int], list[int]]:
    """Return the columns and rows of a button on which something is drawn."""
    image = button.grab().toImage()
    ground = image.pixelColor(0, 0)
    places = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) != ground
    ]
    return [x for x, _y in places], [y for x, y in places if x > image.width() - BESIDE_ARROW]


def test_a_sign_stands_off_the_edge_of_its_button(qtbot, qapp):
    themes.apply(qapp, LIGHT)
    across, _rows = inked(beside(qtbot, has_menu=False))
    assert min(across) >= BESIDE_SIGN


def test_the_arrow_of_a_menu_lies_over_no_sign(qtbot, qapp):
    themes.apply(qapp, LIGHT)
    button = QToolButton()
    button.setIcon(icons.icon("contrast", LIGHT.text))
    button.setIconSize(QSize(20, 20))
    button.setMinimumSize(32, 32)
    button.setAutoRaise(True)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    shown(button, qtbot)
    across, _rows = inked(button)
    free = {x for x in range(min(across), max(across)) if x not in across}
    assert free, "there is ground between them"


def test_the_arrow_of_a_menu_has_room_of_its_own_at_half_height(qtbot, qapp):
    themes.apply(qapp, LIGHT)
    plain, button = beside(qtbot, has_menu=False), beside(qtbot, has_menu=True)
    assert button.sizeHint().width() == plain.sizeHint().width() + BESIDE_ARROW
    _across, rows = inked(button)
    assert abs((min(rows) + max(rows)) / 2 - button.height() / 2) <= 2


ARROW = 9
"""Columns that are drawn of an arrow."""
WAYS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


@pytest.mark.parametrize("way", WAYS)
def test_words_without_room_are_cut_before_the_arrow_of_the_menu(way, qtbot, qapp):
    themes.apply(qapp, LIGHT)
    qapp.setLayoutDirection(way)
    button = beside(qtbot, has_menu=True)
    button.setText("Maximiliane Weber-Oberhausen")
    button.setFixedWidth(120)
    across, _rows = inked(button)
    is_mirrored = way is Qt.LayoutDirection.RightToLeft
    places = {button.width() - 1 - x if is_mirrored else x for x in across}
    before_the_arrow = range(max(places) - ARROW - 2, max(places) - ARROW)
    assert not places & set(before_the_arrow), "there is ground between the words and the arrow"


@THEMES
def test_a_tool_button_that_raises_nothing_is_seen_before_it_is_pointed_at(theme, qtbot, qapp):
    themes.apply(qapp, theme)
    button = QToolButton()
    button.setText("Sa")
    shown(button, qtbot)
    assert theme.outline.name() in colours(button)


def test_the_names_down_the_side_of_a_table_stand_off_its_edge(qtbot, qapp):
    themes.apply(qapp, LIGHT)
    table = QTableView()
    qtbot.addWidget(table)
    option = QStyleOptionHeader()
    option.rect = QRect(0, 0, 100, 30)
    style, down = table.style(), table.verticalHeader()
    room = style.subElementRect(QStyle.SubElement.SE_HeaderLabel, option, down)
    assert room.left() >= BESIDE_TYPING


@pytest.mark.parametrize("make", [QCheckBox, QRadioButton])
def test_a_choice_is_high_enough_to_be_hit(make, qapp):
    themes.apply(qapp, LIGHT)
    assert make("One").sizeHint().height() >= SMALLEST_TARGET


def test_words_keep_a_distance_from_the_edge_of_their_column_and_field(qtbot):
    style, table, field = HouseStyle(), QTableView(), QLineEdit("Words")
    for widget in (table, field):
        qtbot.addWidget(widget)
    metric = QStyle.PixelMetric
    cell = style.pixelMetric(metric.PM_FocusFrameHMargin, None, table) + 1
    head = style.pixelMetric(metric.PM_HeaderMargin, None, table.horizontalHeader())
    assert cell == head == BESIDE_WORDS
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    contents = style.subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    assert contents.left() - option.rect.left() >= BESIDE_TYPING
