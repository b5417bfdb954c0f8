"""What the views of the plan have in common whose posts stand in a table: grid, month and hours."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from app.commands.views import Card, Recall
from app.domain.market import MarketId
from app.domain.post import PostId
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.cards.card_layout import Density
from ui.cards.dragging import Drop
from ui.cards.other_clock import OtherClock
from ui.plan.closer_look import CloserLook
from ui.plan.plan_view import Keeps, PlanParts, PlanView, Span, Standing
from ui.theme import Theme


class TablePlan(PlanView):
    """Asks its table what is chosen, and passes on what that tells.

    Whoever makes one of them calls `show_table` once, and says which days the model shows.
    """

    model: CalendarModel
    table: LanesView

    def __init__(self, parts: PlanParts) -> None:
        super().__init__()
        self._parts = parts
        self._is_paging = False
        self._lifted_at: tuple[Span, Standing] | None = None

    def show_table(self, model: CalendarModel, table: LanesView) -> None:
        """Fill the view with a table of a model's posts."""
        table.set_clock(self._parts.clock)
        self._closer = CloserLook(self._parts, model.shown_cards, self)
        model.set_keeps(self._parts.keeps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(table)
        self.lead_focus_to(table)
        model.dropped.connect(self._on_dropped)
        table.drag.pager.paged.connect(self._page_under_drag)
        table.lifted.connect(self.on_lifted)
        table.given_up.connect(self.on_given_up)
        for told, tells in (
            (table.post_opened, self.post_opened),
            (table.review_requested, self.review_requested),
            (table.new_post_requested, self.new_post_requested),
            (table.menu_requested, self.menu_requested),
        ):
            told.connect(tells)
        table.selectionModel().currentChanged.connect(self._on_current_changed)
        table.selectionModel().selectionChanged.connect(self.count_selected)
        self._closer.days_known.connect(model.show_days)

    @property
    def is_settled(self) -> bool:
        return self._closer.has_looked and self._closer.is_assessed

    def selected_cards(self) -> tuple[Card, ...]:
        return self.table.choice.selected_cards()

    def current_place(self) -> tuple[MarketId, date] | None:
        return self.table.choice.current_place()

    def current_post(self) -> PostId | None:
        return self.table.choice.current_post()

    def current_ghost(self) -> Recall | None:
        return self.table.choice.current_ghost()

    def choose_post(self, post_id: PostId) -> bool:
        return self.table.choice.choose_post(post_id)

    def choose_flagged(self, step: int) -> bool:
        return self.table.choice.choose_flagged(step)

    def set_keeps(self, keeps: Keeps) -> None:
        self.model.set_keeps(keeps)
        self._count()

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)

    def set_density(self, density: Density) -> None:
        self.table.set_density(density)

    def set_today(self, today: date) -> None:
        self.table.set_today(today)

    def set_clock(self, clock: OtherClock | None) -> None:
        self.table.set_clock(clock)

    def on_lifted(self) -> None:
        self._lifted_at = self.span, self.standing

    def on_given_up(self) -> None:
        if self._lifted_at is not None and self._lifted_at[0] != self.span:
            self.stand_at(self._lifted_at[1])

    def rest(self) -> None:
        self._closer.stop()

    def _on_current_changed(self) -> None:
        if not self._is_paging:  # nobody has chosen the post that now stands under the cursor
            self.post_chosen.emit(self.current_post())

    def _page_under_drag(self, step: int) -> None:
        self.page(step)
        self.table.drag.aim_again()

    def _on_dropped(self, drop: Drop) -> None:
        self._lifted_at = None  # Qt calls some drags given up that were let go here
        self.dropped.emit(drop)

    def _count(self) -> None:
        self.counted.emit(*self.model.lanes.counts)
