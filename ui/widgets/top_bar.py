"""The bar at the top: where one is in time, how the calendar looks, and the main deeds."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app.domain.market import Market
from app.wording import _
from ui.actions import Actions
from ui.cards.drag_paging import RestingDrag
from ui.plan.plan_view import PlanView
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.labels import Label
from ui.widgets.market_choice import MarketChoice
from ui.widgets.segments import Segments
from ui.widgets.view_button import ViewButton

ICON_SIZE = 20
NARROWEST = 580
"""Pixels in which the main deeds still have room."""
LEAST_NAME = 64
"""Pixels that who sits here, or the choice of a market, always has."""


class TopBar(QWidget):
    """Shows the window's actions as buttons; who sits here is handed in and stands at the end.

    `market_chosen` carries the market whose month a person wants to see.
    """

    market_chosen = Signal(object)

    def __init__(self, actions: Actions, who: QWidget, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self._theme = theme
        self._who = who
        self._pictures: dict[QToolButton, str] = {}
        self._may_lose_words: list[QToolButton] = []
        self._last_to_lose_words: list[QToolButton] = []
        self._has_weeks, self._has_market = True, False
        self._markets = MarketChoice()
        self._views = ViewButton(actions.views, theme)
        self._accepted = 0  # pixels of overflow that no fitting can mend
        self.title = Label(role=TextRole.HEADING)
        self.title.setObjectName("period_title")
        self._made: dict[QAction, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._row.setSpacing(Space.XS)
        self._fill(actions, who)
        self.resting_drags = [
            RestingDrag(self._made[action])
            for action in (actions.previous, actions.next, actions.show_tray)
        ]
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for button, name in self._pictures.items():
            button.setIcon(icons.icon(name, theme.text))
        self._views.set_theme(theme)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self._overflow() != self._accepted:
            self._fit()
        return is_done

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.raised)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.border)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def set_markets(self, markets: Sequence[Market]) -> None:
        """Offer these markets where a view is of one."""
        self._markets.set_markets(markets)

    def show_view(self, view: PlanView) -> None:
        """Say what a view of the plan shows, and offer what can be chosen in it."""
        self.title.setText(view.title)
        self._has_weeks, self._has_market = view.has_weeks, view.is_of_one_market
        self._is_paged = view.is_paged
        self._markets.choose(view.standing.market)
        self._fit()

    def show_calendar(self, shows: bool) -> None:
        """Show what moves the calendar, or the way back to it."""
        self._shows_calendar = shows
        self._way_back.setVisible(not shows)
        self._fit()

    def put_before_who(self, widget: QWidget) -> None:
        """Put something of the person who sits here beside who that is."""
        self._row.insertWidget(self._row.count() - 1, widget)
        if isinstance(widget, QToolButton):
            self._last_to_lose_words.append(widget)

    def _fit(self) -> None:
        """Where room is short let words go, then what the menus have too: the last first."""
        for button in (*self._may_lose_words, self._views, *self._last_to_lose_words):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for widget in (*self._of_calendar, *self._may_go):
            widget.setVisible(self._shows_calendar or widget not in self._of_calendar)
        for step in self._paging:
            step.setVisible(self._shows_calendar and self._is_paged)
        self._weeks.setVisible(self._shows_calendar and self._has_weeks)
        self._markets.setVisible(self._shows_calendar and self._has_market)
        for button in reversed(self._may_lose_words):
            self._shorten_where_tight(button)
        for widget in self._may_go:
            if self._overflow():
                widget.hide()
        self._shorten_where_tight(self._views)
        for button in self._last_to_lose_words:
            self._shorten_where_tight(button, spare=self._spare())
        if self._overflow() > self._spare():
            self.title.hide()
        self._accepted = self._overflow()

    def _shorten_where_tight(self, button: QToolButton, *, spare: int = 0) -> None:
        if self._overflow() > spare:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _spare(self) -> int:
        """Return how many pixels those give whose names may be cut: who sits here, a market."""
        shown = [one for one in (self._who, self._markets) if not one.isHidden()]
        return sum(max(0, one.sizeHint().width() - LEAST_NAME) for one in shown)

    def _overflow(self) -> int:
        """Return how many pixels more the buttons want than there are."""
        return max(0, self._row.sizeHint().width() - self.width())

    def _fill(self, actions: Actions, who: QWidget) -> None:
        self._way_back = self._add_button(actions.calendar, words=_("Calendar"))
        self._way_back.hide()
        self._shows_calendar = True
        self._is_paged = True
        self._paging: list[QWidget] = [
            self._add_button(actions.previous),
            self._add_button(actions.today, words=_("Today")),
            self._add_button(actions.next),
        ]
        self._of_calendar: list[QWidget] = [*self._paging, self._add(self.title)]
        self._row.addSpacing(Space.XS)
        self._row.addStretch(1)
        self._markets.chosen.connect(self.market_chosen)
        self._add(self._markets)
        self._add(self._views)
        self._weeks = weeks = self._add(Segments(actions.weeks, _("How many weeks are shown")))
        density = self._add_menu(actions.density, "density", _("How much a card shows"))
        tray = self._add_button(actions.show_tray)
        self._of_calendar += [self._views, density, tray]
        colours = self._add_menu(actions.theme, "contrast", _("Colours"))
        self._row.addSpacing(Space.S)
        steps = [self._add_button(actions.undo), self._add_button(actions.redo)]
        self._may_go = [colours, density, *reversed(steps), tray, weeks]
        self._row.addSpacing(Space.S)
        self._last_to_lose_words.append(self._add_button(actions.review, has_words=True))
        self._add_button(actions.hold, words=_("Hold"))
        self._add_button(actions.import_sheet, words=_("Import"))
        self._add_button(actions.export, words=_("Export"))
        self._row.addSpacing(Space.S)
        for one in (who, self._markets):
            one.setSizePolicy(QSizePolicy.Policy.Maximum, one.sizePolicy().verticalPolicy())
            one.setMinimumWidth(LEAST_NAME)  # their words are the first to be cut
        self._row.addWidget(who)

    def _add(self, widget: QWidget) -> QWidget:
        self._row.addWidget(widget)
        return widget

    def _add_button(
        self, action: QAction, *, words: str = "", has_words: bool = False
    ) -> QToolButton:
        """Add a button with its icon alone, with fixed words, or with the action's own."""
        button = QToolButton()
        button.setObjectName(f"{action.objectName()}_button")
        button.setDefaultAction(action)
        self._made[action] = button
        if words or has_words:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._dress(button)
        if words:
            button.setText(words)
            action.changed.connect(partial(button.setText, words))
            self._may_lose_words.append(button)
        elif has_words:
            button.setMinimumWidth(0)  # as wide as its words
        self._row.addWidget(button)
        return button

    def _add_menu(self, group: QActionGroup, icon: str, tip: str) -> QToolButton:
        """Add a button that opens a choice."""
        button = QToolButton()
        button.setObjectName(f"{group.objectName()}_button")
        menu = QMenu(button)
        menu.addActions(group.actions())
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        self._dress(button)
        self._pictures[button] = icon
        self._row.addWidget(button)
        return button

    def _dress(self, button: QToolButton) -> None:
        button.setAutoRaise(True)
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setMinimumSize(QSize(Space.XL + Space.S, Space.XL + Space.S))
