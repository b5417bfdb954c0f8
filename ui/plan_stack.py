"""The views of the plan behind each other: made when they are first shown, told what all share."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QStackedWidget

from app.commands.views import CalendarView
from app.domain.market import Market
from ui.cards.card_layout import Density
from ui.cards.other_clock import OtherClock
from ui.plan.plan_view import Keeps, Makers, PlanParts, PlanView, Standing, ViewKind
from ui.theme import Theme


class PlanStack(QStackedWidget):
    """One view at a time; its signals are those of whatever view tells something."""

    post_opened = Signal(object)
    post_chosen = Signal(object)
    review_requested = Signal(object)
    new_post_requested = Signal(object, object)
    menu_requested = Signal(QPoint)
    dropped = Signal(object)
    day_asked = Signal(object)
    turned = Signal()
    counted = Signal(int, int, int)
    selected = Signal(int)
    zoomed = Signal(int)
    folded = Signal(object)
    arranged = Signal(str)

    def __init__(self, makers: Makers, parts: PlanParts, kind: ViewKind) -> None:
        """Begin with a view, or with the first where that one is not there."""
        super().__init__()
        self._makers = makers
        self._parts = parts
        self._markets: Sequence[Market] = parts.calendar.markets
        self._views: dict[ViewKind, PlanView] = {}
        self._left: Standing | None = None
        self._kind = kind if kind in makers else next(iter(makers))
        self.view(self._kind)
        self.currentChanged.connect(lambda _number: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """Need as little as the view that is shown, whatever those behind it need."""
        return self.present.minimumSizeHint()

    @property
    def kinds(self) -> tuple[ViewKind, ...]:
        """The views that there are."""
        return tuple(self._makers)

    @property
    def kind(self) -> ViewKind:
        """Which view is shown."""
        return self._kind

    @property
    def present(self) -> PlanView:
        """The view that is shown."""
        return self._views[self._kind]

    def has(self, kind: ViewKind) -> bool:
        """Tell whether a view has been made."""
        return kind in self._views

    def view(self, kind: ViewKind) -> PlanView:
        """Return a view; it is made when it is asked for first."""
        if kind not in self._views:
            view = self._views[kind] = self._makers[kind](self._parts)
            self.addWidget(view)
            self._listen_to(view)
            view.show_markets(self._markets)
        return self._views[kind]

    def turn_to(self, kind: ViewKind) -> None:
        """Look at the plan another way, from where the person stands.

        Who comes back from what goes out next finds the days again that they had left.
        """
        if kind is not self._kind and kind in self._makers:
            if self._left is None or self.present.is_paged:
                self._left = self.present.standing
            self.present.rest()
            self._kind = kind
            view = self.view(kind)
            self.setCurrentWidget(view)
            view.stand_at(self._left)
            view.count_selected()

    # --- what all share -----------------------------------------------------------------------

    def keep_only(self, keeps: Keeps, markets: Sequence[Market]) -> None:
        """Show only what a filter keeps; what is shown is counted last."""
        self._parts = replace(self._parts, keeps=keeps)
        self._markets = markets
        for view in sorted(self._views.values(), key=lambda view: view is self.present):
            view.set_keeps(keeps)
            view.show_markets(markets)

    def set_calendar(self, calendar: CalendarView, markets: Sequence[Market]) -> None:
        """Take other markets, channels or holds; give room to these markets only."""
        self._parts = replace(self._parts, calendar=calendar)
        self._markets = markets
        for view in self._views.values():
            view.set_calendar(calendar)
            view.show_markets(markets)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._parts = replace(self._parts, theme=theme)
        for view in self._views.values():
            view.set_theme(theme)

    def set_today(self, today: date) -> None:
        """Mark another day as today."""
        self._parts = replace(self._parts, today=today)
        for view in self._views.values():
            view.set_today(today)

    def set_density(self, density: Density) -> None:
        """Show more or less on each card."""
        self._parts = replace(self._parts, density=density)
        for view in self._views.values():
            view.set_density(density)

    def set_clock(self, clock: OtherClock | None) -> None:
        """Say the time of another zone beside each market's own, or of none."""
        self._parts = replace(self._parts, clock=clock)
        for view in self._views.values():
            view.set_clock(clock)

    def rest(self) -> None:
        """Start nothing more: the window is going."""
        for view in self._views.values():
            view.rest()

    def _listen_to(self, view: PlanView) -> None:
        # what one view was made like, the next one is made like too
        view.zoomed.connect(lambda zoom: self._remember(zoom=zoom))
        view.folded.connect(lambda folding: self._remember(folding=folding))
        view.arranged.connect(lambda columns: self._remember(columns=columns))
        for told, tells in (
            (view.post_opened, self.post_opened),
            (view.post_chosen, self.post_chosen),
            (view.review_requested, self.review_requested),
            (view.new_post_requested, self.new_post_requested),
            (view.menu_requested, self.menu_requested),
            (view.dropped, self.dropped),
            (view.day_asked, self.day_asked),
            (view.turned, self.turned),
            (view.counted, self.counted),
            (view.selected, self.selected),
            (view.zoomed, self.zoomed),
            (view.folded, self.folded),
            (view.arranged, self.arranged),
        ):
            told.connect(tells)

    def _remember(self, **parts: object) -> None:
        self._parts = replace(self._parts, **parts)  # type: ignore[arg-type]
