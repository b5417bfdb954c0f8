"""The shapes of the house style: flat, calm, from the palette alone."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QRegion
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionSlider,
)

RADIUS = 5.0
SHORTEST_HANDLE = 32
RING_INSIDE = 3.0
CHOSEN_BAR = 3


def draw_button(option: QStyleOption, painter: QPainter, *, is_primary: bool) -> None:
    """Draw the ground of a push button; the expected answer is filled with the accent."""
    state, palette = option.state, option.palette
    is_flat = isinstance(option, QStyleOptionButton) and bool(
        option.features & QStyleOptionButton.ButtonFeature.Flat
    )
    is_down = bool(state & (QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_On))
    is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    if is_primary:
        fill = palette.color(QPalette.ColorRole.Accent)
        fill = fill.darker(115) if is_down else fill.lighter(112) if is_hovered else fill
        _box(painter, option, fill, None)
        return
    fill = palette.color(QPalette.ColorRole.Button)
    if is_down or is_hovered:
        fill = palette.color(QPalette.ColorRole.Light)
        fill = fill.darker(106) if is_down else fill
    if is_flat:
        _box(painter, option, fill if is_down or is_hovered else None, None)
    else:
        _box(painter, option, fill, palette.color(QPalette.ColorRole.Mid))


def draw_tool_button(option: QStyleOption, painter: QPainter) -> None:
    """Draw the ground of a tool button that is pressed, chosen or pointed at.

    A choice is seen by its border too, also where nobody can change it; one that does not raise
    itself has a border always, as nothing around it says that it is a button.
    """
    state, palette = option.state, option.palette
    is_enabled = bool(state & QStyle.StateFlag.State_Enabled)
    chosen = palette.color(QPalette.ColorRole.Midlight)
    if state & QStyle.StateFlag.State_On:
        _box(painter, option, chosen, palette.color(QPalette.ColorRole.Mid))
    elif not state & QStyle.StateFlag.State_AutoRaise:
        fill = palette.color(QPalette.ColorRole.Button)
        _box(painter, option, fill, palette.color(QPalette.ColorRole.Mid))
    elif is_enabled and state & QStyle.StateFlag.State_Sunken:
        _box(painter, option, chosen, None)
    elif is_enabled and state & QStyle.StateFlag.State_MouseOver:
        _box(painter, option, palette.color(QPalette.ColorRole.Light), None)


def draw_focus(option: QStyleOption, painter: QPainter, *, is_primary: bool = False) -> None:
    """Draw the ring around what has the focus; on what is filled it lies inside."""
    if is_primary:
        _ring(painter, option, QPalette.ColorRole.BrightText, inset=RING_INSIDE)
    else:
        _ring(painter, option, QPalette.ColorRole.Accent)


def _ring(
    painter: QPainter, option: QStyleOption, role: QPalette.ColorRole, *, inset: float = 1
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(option.palette.color(role), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    place = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(place, RADIUS - 1, RADIUS - 1)
    painter.restore()


def _box(painter: QPainter, option: QStyleOption, fill: QColor | None, line: QColor | None) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not option.state & QStyle.StateFlag.State_Enabled:
        painter.setOpacity(0.6)
    painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.restore()


def draw_chosen(option: QStyleOption, painter: QPainter) -> None:
    """Draw the bar at the start of a row that is chosen: its pale ground alone is easily missed."""
    bar = QRect(option.rect.topLeft(), QSize(CHOSEN_BAR, option.rect.height()))
    place = QStyle.visualRect(option.direction, option.rect, bar)
    painter.fillRect(place, option.palette.color(QPalette.ColorRole.Accent))


def draw_header_ground(option: QStyleOption, painter: QPainter) -> None:
    """Draw the ground of a table's header."""
    rect, palette = option.rect, option.palette
    painter.fillRect(rect, palette.color(QPalette.ColorRole.Window))
    line = palette.color(QPalette.ColorRole.Midlight)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)


def draw_field(option: QStyleOption, painter: QPainter) -> None:
    """Draw the ground of a line to write in."""
    if getattr(option, "lineWidth", 1) == 0:  # inside a spin box or a combo box
        painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Base))
    else:
        draw_frame(option, painter)


def draw_frame(option: QStyleOption, painter: QPainter) -> None:
    """Draw the ground of a field with its border, in the accent while it has the focus."""
    palette = option.palette
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    role = QPalette.ColorRole.Accent if has_focus else QPalette.ColorRole.Mid
    width = 2 if has_focus else 1
    inset = width / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not option.state & QStyle.StateFlag.State_Enabled:
        painter.setOpacity(0.6)
    painter.setPen(QPen(palette.color(role), width))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    box = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, RADIUS - 1, RADIUS - 1)
    painter.restore()


def draw_arrow(option: QStyleOption, painter: QPainter, place: QRect, *, points_up: bool) -> None:
    """Draw a small arrow in the middle of a place."""
    middle = QRectF(place).center()
    rise = -1.8 if points_up else 1.8
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(option.palette.color(QPalette.ColorRole.Text), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if not option.state & QStyle.StateFlag.State_Enabled:
        painter.setOpacity(0.5)
    steps = ((-3.6, -rise), (0.0, rise), (3.6, -rise))
    painter.drawPolyline([middle + QPointF(x, y) for x, y in steps])
    painter.restore()


def draw_radio(option: QStyleOption, painter: QPainter) -> None:
    """Draw a round choice."""
    palette, state = option.palette, option.state
    is_on = bool(state & QStyle.StateFlag.State_On)
    has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
    line = QPalette.ColorRole.Accent if is_on or has_focus else QPalette.ColorRole.Mid
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not state & QStyle.StateFlag.State_Enabled:
        painter.setOpacity(0.5)
    side = min(option.rect.width(), option.rect.height())
    circle = QRectF(0, 0, side, side)
    circle.moveCenter(QRectF(option.rect).center())
    painter.setPen(QPen(palette.color(line), side / 3.2 if is_on else 1.2))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    inset = side / 6.4 if is_on else 0.6
    painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))
    painter.restore()


def draw_check_box(option: QStyleOption, painter: QPainter) -> None:
    """Draw a box to tick."""
    palette, state = option.palette, option.state
    is_on = bool(state & QStyle.StateFlag.State_On)
    is_partial = bool(state & QStyle.StateFlag.State_NoChange)
    has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
    filled = is_on or is_partial
    line = QPalette.ColorRole.Accent if filled or has_focus else QPalette.ColorRole.Mid
    fill = QPalette.ColorRole.Accent if filled else QPalette.ColorRole.Base
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not state & QStyle.StateFlag.State_Enabled:
        painter.setOpacity(0.5)
    side = min(option.rect.width(), option.rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(QRectF(option.rect).center())
    painter.setPen(QPen(palette.color(line), 1.2))
    painter.setBrush(palette.color(fill))
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
    if filled:
        painter.setPen(_mark_pen(palette.color(QPalette.ColorRole.BrightText), side))
        painter.drawPolyline(_mark(box, is_partial=is_partial))
    painter.restore()


def _mark_pen(colour: QColor, side: float) -> QPen:
    pen = QPen(colour, side / 7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _mark(box: QRectF, *, is_partial: bool) -> list[QPointF]:
    steps = ((0.28, 0.5), (0.72, 0.5)) if is_partial else ((0.24, 0.53), (0.43, 0.72), (0.78, 0.3))
    return [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in steps]


def scroll_bar_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """Return where handle and groove are; there are no arrows."""
    whole = option.rect
    is_upright = option.orientation is Qt.Orientation.Vertical
    length = whole.height() if is_upright else whole.width()
    span = option.maximum - option.minimum
    share = option.pageStep / (span + option.pageStep) if span + option.pageStep else 1
    handle = min(max(round(length * share), SHORTEST_HANDLE), length) if span > 0 else length
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )

    def piece(begin: int, size: int) -> QRect:
        if is_upright:
            return QRect(whole.left(), whole.top() + begin, whole.width(), size)
        return QRect(whole.left() + begin, whole.top(), size, whole.height())

    match part:
        case QStyle.SubControl.SC_ScrollBarSlider:
            found = piece(start, handle)
        case QStyle.SubControl.SC_ScrollBarGroove:
            found = piece(0, length)
        case QStyle.SubControl.SC_ScrollBarSubPage:
            found = piece(0, start)
        case QStyle.SubControl.SC_ScrollBarAddPage:
            found = piece(start + handle, length - start - handle)
        case _:
            return QRect()
    return found if is_upright else QStyle.visualRect(option.direction, whole, found)


def draw_scroll_bar(option: QStyleOptionComplex, painter: QPainter) -> None:
    """Draw a scroll bar: only its handle."""
    palette = option.palette
    painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Window))
    if not isinstance(option, QStyleOptionSlider) or option.maximum <= option.minimum:
        return
    handle = scroll_bar_part(option, QStyle.SubControl.SC_ScrollBarSlider)
    is_grasped = bool(
        option.state & (QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_MouseOver)
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    colour = palette.color(QPalette.ColorRole.Mid)
    colour.setAlphaF(1.0 if is_grasped else 0.65)
    painter.setBrush(colour)
    _draw_handle(painter, handle.adjusted(3, 3, -3, -3))
    painter.restore()


def _draw_handle(painter: QPainter, box: QRect) -> None:
    """Draw a handle with round ends; a long one as a whole takes Qt as long as many cards."""
    thick = min(box.width(), box.height())
    ends = [QRect(box.left(), box.top(), thick, thick)]
    ends.append(ends[0].translated(box.width() - thick, box.height() - thick))
    half = (thick + 1) // 2
    is_upright = box.height() > box.width()
    middle = box.adjusted(0, half, 0, -half) if is_upright else box.adjusted(half, 0, -half, 0)
    painter.fillRect(middle, painter.brush())
    painter.setClipRegion(QRegion(box) - QRegion(middle))
    for end in ends:
        painter.drawEllipse(end)
