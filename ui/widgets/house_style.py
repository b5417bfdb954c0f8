"""Fusion with flat buttons, fields and frames: the look of Qt's own widgets."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QTextEdit,
    QWidget,
)

RADIUS = 5.0
SCROLL_BAR = 12
SHORTEST_HANDLE = 32
FIELD_PADDING = 11
PRIMARY = "primary"
"""A push button with this dynamic property set to True is the one answer that is expected."""


class HouseStyle(QProxyStyle):
    """Draws what Fusion draws with gradients as calm, flat shapes from the palette."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        match element:
            case QStyle.PrimitiveElement.PE_PanelButtonCommand:
                _draw_button(option, painter, widget)
            case QStyle.PrimitiveElement.PE_FrameFocusRect:
                _draw_focus(option, painter)
            case QStyle.PrimitiveElement.PE_PanelButtonTool:
                _draw_tool_button(option, painter)
            case QStyle.PrimitiveElement.PE_PanelScrollAreaCorner:
                painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Window))
            case QStyle.PrimitiveElement.PE_PanelLineEdit:
                _draw_field(option, painter)
            case QStyle.PrimitiveElement.PE_Frame if isinstance(widget, QTextEdit | QPlainTextEdit):
                _draw_frame(option, painter)
            case QStyle.PrimitiveElement.PE_IndicatorCheckBox:
                _draw_check_box(option, painter)
            case _:
                super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_PushButtonLabel and _is_primary(widget, option):
            palette = option.palette
            palette.setColor(
                QPalette.ColorRole.ButtonText, palette.color(QPalette.ColorRole.HighlightedText)
            )
            option.palette = palette
        if element in _HEADER_GROUNDS:
            _draw_header_ground(option, painter)
            return
        super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ScrollBar:
            _draw_scroll_bar(option, painter)
        elif control == QStyle.ComplexControl.CC_SpinBox:
            _draw_frame(option, painter)
            self._draw_steps(option, painter, widget)
        elif control == QStyle.ComplexControl.CC_ComboBox:
            _draw_frame(option, painter)
            arrow = self.subControlRect(control, option, QStyle.SubControl.SC_ComboBoxArrow, widget)
            _draw_arrow(option, painter, arrow, points_up=False)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _draw_steps(
        self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
    ) -> None:
        """Draw the two arrows of a spin box, or the one of a date with a calendar."""
        for part, points_up in (
            (QStyle.SubControl.SC_SpinBoxUp, True),
            (QStyle.SubControl.SC_SpinBoxDown, False),
        ):
            if option.subControls & part:
                place = self.subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, widget)
                _draw_arrow(option, painter, place, points_up=points_up)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return _scroll_bar_part(option, part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in (
            QStyle.PixelMetric.PM_ButtonShiftHorizontal,
            QStyle.PixelMetric.PM_ButtonShiftVertical,
        ):
            return 0
        if metric == QStyle.PixelMetric.PM_ScrollBarExtent:
            return SCROLL_BAR
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        needed = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind in _FIELDS_AND_BUTTONS:
            needed.setHeight(max(needed.height(), option.fontMetrics.height() + FIELD_PADDING))
        return needed


def make_primary(button: QPushButton) -> QPushButton:
    """Mark a button as the answer that is expected, and return it."""
    button.setProperty(PRIMARY, True)
    return button


def _is_primary(widget: QWidget | None, option: QStyleOption) -> bool:
    is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    return widget is not None and bool(widget.property(PRIMARY)) and is_enabled


def _draw_button(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    state, palette = option.state, option.palette
    is_flat = isinstance(option, QStyleOptionButton) and bool(
        option.features & QStyleOptionButton.ButtonFeature.Flat
    )
    is_down = bool(state & (QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_On))
    is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    if _is_primary(widget, option):
        fill = palette.color(QPalette.ColorRole.Highlight)
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


def _draw_tool_button(option: QStyleOption, painter: QPainter) -> None:
    state = option.state
    if not state & QStyle.StateFlag.State_Enabled:
        return
    if state & (QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_On):
        _box(painter, option, option.palette.color(QPalette.ColorRole.Midlight), None)
    elif state & QStyle.StateFlag.State_MouseOver:
        _box(painter, option, option.palette.color(QPalette.ColorRole.Light), None)


def _draw_focus(option: QStyleOption, painter: QPainter) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Highlight), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
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


_FIELDS_AND_BUTTONS = (
    QStyle.ContentsType.CT_LineEdit,
    QStyle.ContentsType.CT_ComboBox,
    QStyle.ContentsType.CT_SpinBox,
    QStyle.ContentsType.CT_PushButton,
)


_HEADER_GROUNDS = (
    QStyle.ControlElement.CE_HeaderSection,
    QStyle.ControlElement.CE_HeaderEmptyArea,
)


def _draw_header_ground(option: QStyleOption, painter: QPainter) -> None:
    rect, palette = option.rect, option.palette
    painter.fillRect(rect, palette.color(QPalette.ColorRole.Window))
    line = palette.color(QPalette.ColorRole.Midlight)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)


def _draw_field(option: QStyleOption, painter: QPainter) -> None:
    if getattr(option, "lineWidth", 1) == 0:  # inside a spin box or a combo box
        painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Base))
    else:
        _draw_frame(option, painter)


def _draw_frame(option: QStyleOption, painter: QPainter) -> None:
    """Draw the ground of a field with its border, in the accent while it has the focus."""
    palette = option.palette
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    role = QPalette.ColorRole.Highlight if has_focus else QPalette.ColorRole.Mid
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


def _draw_arrow(option: QStyleOption, painter: QPainter, place: QRect, *, points_up: bool) -> None:
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


def _draw_check_box(option: QStyleOption, painter: QPainter) -> None:
    palette, state = option.palette, option.state
    is_on = bool(state & QStyle.StateFlag.State_On)
    is_partial = bool(state & QStyle.StateFlag.State_NoChange)
    has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
    filled = is_on or is_partial
    line = QPalette.ColorRole.Highlight if filled or has_focus else QPalette.ColorRole.Mid
    fill = QPalette.ColorRole.Highlight if filled else QPalette.ColorRole.Base
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
        painter.setPen(_mark_pen(palette.color(QPalette.ColorRole.HighlightedText), side))
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


def _scroll_bar_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
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


def _draw_scroll_bar(option: QStyleOptionComplex, painter: QPainter) -> None:
    palette = option.palette
    painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Window))
    if not isinstance(option, QStyleOptionSlider) or option.maximum <= option.minimum:
        return
    handle = _scroll_bar_part(option, QStyle.SubControl.SC_ScrollBarSlider)
    is_grasped = bool(
        option.state & (QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_MouseOver)
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    colour = palette.color(QPalette.ColorRole.Mid)
    colour.setAlphaF(1.0 if is_grasped else 0.65)
    painter.setBrush(colour)
    box = QRectF(handle).adjusted(3, 3, -3, -3)
    radius = min(box.width(), box.height()) / 2
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()
