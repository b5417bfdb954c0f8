"""What goes out in two days as a view of the plan: read beside the window, told by the clock."""

from datetime import date, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.commands.leaving import AHEAD, BACK, Leaving
from app.commands.views import CalendarView, Card, Recall
from app.domain.change import ChangeSet
from app.domain.market import MarketId
from app.domain.post import PostId
from app.domain.wall_time import local_at
from app.wording import _, ngettext
from ui.cards.card_layout import Density
from ui.jobs import Progress
from ui.leaving.fate_bar import FateBar
from ui.leaving.leaving_list import LeavingList
from ui.leaving.leaving_model import LeavingModel
from ui.plan.closer_look import CloserLook, counts_of
from ui.plan.plan_view import Keeps, Nudge, PlanParts, PlanView, Side, Span, Standing
from ui.theme import Theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.own_clock import own_zone

TICK_MS = 20_000
"""How often it looks at the clock."""


class LeavingPlan(PlanView):
    """The list of what goes out next, with a count and a filter for each fate above it."""

    is_paged = False

    def __init__(self, parts: PlanParts) -> None:
        super().__init__()
        self.setObjectName("leaving_plan")
        self._reader = parts.reader
        self._jobs = parts.jobs
        self._today = parts.today
        self._keeps = parts.keeps
        self._entries: tuple[Leaving, ...] = ()
        self._now = self._reader.clock()
        self._wanted: Standing | None = None
        self._is_reading = False
        self._is_outdated = False
        self._is_resting = True
        self.model = LeavingModel(own_zone(), self)
        self.list = LeavingList(self.model, parts.theme)
        self.fates = FateBar(parts.theme)
        self._empty = EmptyState(
            "clock",
            _("Nothing goes out in the next two days"),
            _("Here stands, by your clock, what is about to go out, and what becomes of it."),
            actions=(),
            theme=parts.theme,
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.fates)
        column.addWidget(self._pages, 1)
        self.lead_focus_to(self.list)
        self._closer = CloserLook(parts, self.shown_cards, self)
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self._on_tick)
        self.fates.chosen.connect(self._show)
        for told, tells in (
            (self.list.post_opened, self.post_opened),
            (self.list.review_requested, self.review_requested),
            (self.list.chosen, self.post_chosen),
            (self.list.menu_requested, self.menu_requested),
        ):
            told.connect(tells)
        self.list.selectionModel().selectionChanged.connect(self.count_selected)
        self.set_calendar(parts.calendar)

    # --- what it shows ------------------------------------------------------------------------

    @property
    def title(self) -> str:
        count = len(self.shown())
        words = ngettext("{count} post", "{count} posts", count).format(count=f"{count:,}")
        return _("Next 48 hours · {posts}").format(posts=words)

    @property
    def span(self) -> Span:
        zone = self.model.mine
        first, last = (local_at(self._now + step, zone).date() for step in (-BACK, AHEAD))
        return Span(first, last)

    @property
    def standing(self) -> Standing:
        place = self.current_place()
        if place is None:
            return Standing(self._today)
        return Standing(place[1], place[0], self.current_post())

    @property
    def anchor(self) -> date:
        return self._today

    @property
    def is_settled(self) -> bool:
        return not self._is_reading and self._closer.has_looked and self._closer.is_assessed

    def shown(self) -> tuple[Leaving, ...]:
        """Return what the list shows: by the filter of the plan, and of one fate or of all."""
        fate = self.fates.fate
        return tuple(one for one in self._kept() if fate is None or one.fate is fate)

    def shown_cards(self) -> tuple[Card, ...]:
        """Return the posts that are shown."""
        return tuple(one.card for one in self.shown())

    def stand_at(self, standing: Standing) -> None:
        self._wanted = standing
        self._is_resting = False
        self._clock.start()
        self._read()
        self.turned.emit()

    def go_to(self, day: date) -> None:
        """Choose the first post of a day by the reader's clock, where there is one."""
        zone = self.model.mine
        self.list.choose(self.model.index_of(lambda one: local_at(one.instant, zone).date() == day))

    def page(self, step: int) -> None:
        """There is only this period: the next two days."""

    # --- what is chosen -----------------------------------------------------------------------

    def selected_cards(self) -> tuple[Card, ...]:
        current = self.list.current()
        chosen = self.list.selected() or ((current,) if current else ())
        posts = (one.card for one in chosen if one.recall is None or not one.recall.is_ghost)
        return tuple({card.id: card for card in posts}.values())

    def current_place(self) -> tuple[MarketId, date] | None:
        one = self.list.current()
        return (one.card.market, one.local.date()) if one is not None else None

    def current_post(self) -> PostId | None:
        one = self.list.current()
        return one.card.id if one is not None else None

    def current_ghost(self) -> Recall | None:
        one = self.list.current()
        return one.recall if one is not None else None

    def choose_post(self, post_id: PostId) -> bool:
        return self.list.choose_post(post_id)

    def choose_flagged(self, step: int) -> bool:
        rows = [
            number
            for number, row in enumerate(self.model.rows)
            if isinstance(row, Leaving) and row.card.asks_for_a_look
        ]
        here = self.list.currentIndex().row()
        ahead = [row for row in rows if (row > here if step > 0 else row < here)]
        return bool(ahead) and self.list.choose(self.model.index(ahead[0 if step > 0 else -1]))

    def nudge(self, side: Side) -> Nudge:
        if side in (Side.LEFT, Side.RIGHT):
            return Nudge(days=self.visually_later(right=side is Side.RIGHT))
        return Nudge()

    # --- news ---------------------------------------------------------------------------------

    def on_changed(self, changes: ChangeSet) -> None:
        if changes.everything or changes.posts:
            self._read()

    def refresh(self) -> None:
        self._read()

    def set_calendar(self, calendar: CalendarView) -> None:
        self.model.set_markets({market.id: market.name for market in calendar.markets})

    def set_keeps(self, keeps: Keeps) -> None:
        self._keeps = keeps
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)
        self.fates.set_theme(theme)
        self._empty.set_theme(theme)

    def set_today(self, today: date) -> None:
        self._today = today

    def set_density(self, density: Density) -> None:
        """Its rows have always two lines."""

    def rest(self) -> None:
        self._is_resting = True
        self._clock.stop()
        self._closer.stop()

    # --- inside -------------------------------------------------------------------------------

    def _kept(self) -> tuple[Leaving, ...]:
        return tuple(one for one in self._entries if self._keeps(one.card))

    def _read(self) -> None:
        """Read it beside the window; what changes meanwhile is read once more."""
        if self._is_reading:
            self._is_outdated = True
            return
        self._is_reading, self._is_outdated = True, False
        self._jobs.run(self._work, done=self._on_read, refused=self._on_refused)

    def _work(self, _progress: Progress) -> tuple[datetime, tuple[Leaving, ...]]:
        own = self._reader.again()
        try:
            return own.clock(), own.leaving()
        finally:
            own.close()

    def _on_read(self, read: tuple[datetime, tuple[Leaving, ...]]) -> None:
        self._is_reading = False
        if self._is_resting:
            return
        self._now, self._entries = read
        self._show()
        self._closer.look_at(self.span)
        if self._is_outdated:
            self._read()

    def _on_refused(self, _sentence: str) -> None:
        """A file that cannot be read now is read at the next change or tick."""
        self._is_reading = False
        self._is_outdated = True

    def _on_tick(self) -> None:
        """Say distances anew; what has passed meanwhile is read again: has it gone out?"""
        before, self._now = self._now, self._reader.clock()
        if self._is_outdated or any(before < one.instant <= self._now for one in self._entries):
            self._read()
        else:
            self._show()

    def _show(self) -> None:
        shown = self.shown()
        self.fates.count(self._kept())
        self.list.show_entries(shown, self._now)
        self._pages.setCurrentIndex(0 if shown else 1)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._choose_first(wanted)
        self.counted.emit(*counts_of(self.shown_cards()))
        self.turned.emit()

    def _choose_first(self, wanted: Standing) -> None:
        """Choose the post where the person stood, else the first that is still to go."""
        if wanted.post is not None and self.choose_post(wanted.post):
            return
        self.list.choose(self.model.index_of(lambda one: not one.is_past))
