"""Fusion with flat buttons, fields and frames: the look of Qt's own widgets."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QHeaderView,
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionSlider,
    QStyleOptionToolButton,
    QStyleOptionViewItem,
    QTableView,
    QTextEdit,
    QWidget,
)

from ui.widgets.house_drawing import (
    draw_arrow,
    draw_button,
    draw_check_box,
    draw_chosen,
    draw_field,
    draw_focus,
    draw_frame,
    draw_header_ground,
    draw_radio,
    draw_scroll_bar,
    draw_tool_button,
    scroll_bar_part,
)

SCROLL_BAR = 12
FIELD_PADDING = 11
BESIDE_WORDS = 6
"""Between the edge of a column and its words."""
BESIDE_TYPING = 4
"""The same in a field, beyond its frame."""
BESIDE_SIGN = 5
"""The same in a button with a sign before its words; Qt leaves all room behind them."""
BESIDE_ARROW = 6
"""The room that the arrow of a menu takes behind the words of a button, beyond Qt's own."""
SMALLEST_TARGET = 24
"""What can be clicked is at least so high."""
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
        shape = _SHAPES.get(element)
        if shape is not None:
            shape(option, painter)
            return
        match element:
            case QStyle.PrimitiveElement.PE_PanelButtonCommand:
                draw_button(option, painter, is_primary=_is_primary(widget, option))
            case QStyle.PrimitiveElement.PE_PanelScrollAreaCorner:
                painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Window))
            case QStyle.PrimitiveElement.PE_Frame if isinstance(widget, _PAGES):
                draw_frame(option, painter)
            case QStyle.PrimitiveElement.PE_IndicatorArrowDown if isinstance(
                widget, QAbstractButton
            ):
                place = QRect(option.rect)  # Qt puts that of a tool button into a lower corner
                place.setTop(widget.rect().top())
                place.setBottom(widget.rect().bottom())
                draw_arrow(option, painter, place, points_up=False)
            case _:
                super().drawPrimitive(element, option, painter, widget)
                if element == QStyle.PrimitiveElement.PE_PanelItemViewItem:
                    _mark_if_chosen(option, painter)

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
                QPalette.ColorRole.ButtonText, palette.color(QPalette.ColorRole.BrightText)
            )
            option.palette = palette
        if element in _HEADER_GROUNDS:
            draw_header_ground(option, painter)
            return
        if element == QStyle.ControlElement.CE_ToolButtonLabel:
            _cut_words(option, widget)
            by = _off_the_edge(option)
            is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            option.rect = option.rect.translated(-by if is_mirrored else by, 0)
        super().drawControl(element, option, painter, widget)
        is_item = element == QStyle.ControlElement.CE_MenuItem
        if is_item and option.state & QStyle.StateFlag.State_Selected:
            draw_chosen(option, painter)
        if element in _WITHOUT_A_RING and option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(option, painter, is_primary=_is_primary(widget, option))

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ScrollBar:
            draw_scroll_bar(option, painter)
        elif control == QStyle.ComplexControl.CC_SpinBox:
            draw_frame(option, painter)
            self._draw_steps(option, painter, widget)
        elif control == QStyle.ComplexControl.CC_ComboBox:
            draw_frame(option, painter)
            arrow = self.subControlRect(control, option, QStyle.SubControl.SC_ComboBoxArrow, widget)
            draw_arrow(option, painter, arrow, points_up=False)
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
                draw_arrow(option, painter, place, points_up=points_up)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return scroll_bar_part(option, part)
        room = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]
        if part == QStyle.SubControl.SC_ComboBoxEditField:
            is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            room.adjust(0 if is_mirrored else BESIDE_TYPING, 0, -BESIDE_TYPING * is_mirrored, 0)
        return room

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        room = super().subElementRect(element, option, widget)  # type: ignore[arg-type]
        is_field = element == QStyle.SubElement.SE_LineEditContents
        if is_field and isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
            room.adjust(BESIDE_TYPING, 0, -BESIDE_TYPING, 0)
        if element == QStyle.SubElement.SE_HeaderLabel and _is_down_the_side(widget):
            room.adjust(BESIDE_TYPING, 0, -BESIDE_TYPING, 0)
        return room

    def generatedIconPixmap(
        self, mode: QIcon.Mode, pixmap: QPixmap | QImage, option: QStyleOption
    ) -> QPixmap:
        """A row that is chosen keeps the colours of its signs."""
        if mode is QIcon.Mode.Selected:
            return QPixmap(pixmap)
        return super().generatedIconPixmap(mode, pixmap, option)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        """Nothing moves by itself: who is made ill by motion needs no setting for it."""
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, data)

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
        if metric == QStyle.PixelMetric.PM_HeaderMargin and _is_across(widget):
            return BESIDE_WORDS
        if metric == QStyle.PixelMetric.PM_DefaultFrameWidth and isinstance(widget, _PAGES):
            return BESIDE_TYPING - 1  # what is typed covers neither its round corners nor its ring
        if metric == QStyle.PixelMetric.PM_FocusFrameHMargin and isinstance(widget, QTableView):
            return BESIDE_WORDS - 1  # Qt adds one
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
            if kind == QStyle.ContentsType.CT_ComboBox:
                needed.setWidth(needed.width() + BESIDE_TYPING)
        elif isinstance(option, QStyleOptionToolButton):
            if _shows_words(option) and _has_menu(option):
                needed.setWidth(needed.width() + BESIDE_ARROW)
        elif kind in _CHOICES:
            needed.setHeight(max(needed.height(), SMALLEST_TARGET))
        return needed


def make_primary(button: QPushButton) -> QPushButton:
    """Mark a button as the answer that is expected, and return it."""
    button.setProperty(PRIMARY, True)
    return button


def _is_across(widget: QWidget | None) -> bool:
    """Tell whether it is the heads of columns; in those of rows the same margin lies above."""
    return isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal


def _off_the_edge(option: QStyleOption) -> int:
    """Return how far the inside of a tool button is moved: off its start, or off its arrow."""
    if not isinstance(option, QStyleOptionToolButton) or option.icon.isNull():
        return 0
    if _shows_words(option):
        return BESIDE_SIGN
    return -BESIDE_SIGN if _has_menu(option) else 0


def _cut_words(option: QStyleOption, widget: QWidget | None) -> None:
    """Cut the words of a button that is too narrow for them; Qt cuts them below the arrow."""
    if not isinstance(option, QStyleOptionToolButton) or widget is None:
        return
    lacking = widget.sizeHint().width() - widget.width()
    if lacking > 0 and _shows_words(option):
        room = option.fontMetrics.horizontalAdvance(option.text) - lacking
        end = Qt.TextElideMode.ElideRight
        option.text = option.fontMetrics.elidedText(option.text, end, room)


def _shows_words(option: QStyleOptionToolButton) -> bool:
    return option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def _has_menu(option: QStyleOptionToolButton) -> bool:
    return bool(option.features & QStyleOptionToolButton.ToolButtonFeature.HasMenu)


def _mark_if_chosen(option: QStyleOption, painter: QPainter) -> None:
    """Draw the bar of a chosen row in the first of its cells."""
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if is_chosen and isinstance(option, QStyleOptionViewItem):
        position = QStyleOptionViewItem.ViewItemPosition
        # a list has no columns, and its rows no position
        if option.viewItemPosition in (position.Beginning, position.OnlyOne, position.Invalid):
            draw_chosen(option, painter)


def _is_down_the_side(widget: QWidget | None) -> bool:
    return isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Vertical


def _is_primary(widget: QWidget | None, option: QStyleOption) -> bool:
    is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    return widget is not None and bool(widget.property(PRIMARY)) and is_enabled


_SHAPES: Mapping[QStyle.PrimitiveElement, Callable[[QStyleOption, QPainter], None]] = {
    QStyle.PrimitiveElement.PE_FrameFocusRect: draw_focus,
    QStyle.PrimitiveElement.PE_PanelButtonTool: draw_tool_button,
    QStyle.PrimitiveElement.PE_PanelLineEdit: draw_field,
    QStyle.PrimitiveElement.PE_IndicatorCheckBox: draw_check_box,
    QStyle.PrimitiveElement.PE_IndicatorRadioButton: draw_radio,
}
"""What is drawn whatever it belongs to."""

_FIELDS_AND_BUTTONS = (
    QStyle.ContentsType.CT_LineEdit,
    QStyle.ContentsType.CT_ComboBox,
    QStyle.ContentsType.CT_SpinBox,
    QStyle.ContentsType.CT_PushButton,
)

_WITHOUT_A_RING = (
    QStyle.ControlElement.CE_PushButton,
    QStyle.ControlElement.CE_TabBarTabLabel,
)
"""Fusion draws none around these."""

_PAGES = (QTextEdit, QPlainTextEdit)
"""Fields of several lines."""

_CHOICES = (QStyle.ContentsType.CT_CheckBox, QStyle.ContentsType.CT_RadioButton)

_HEADER_GROUNDS = (
    QStyle.ControlElement.CE_HeaderSection,
    QStyle.ControlElement.CE_HeaderEmptyArea,
)
