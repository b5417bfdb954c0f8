"""The list of posts as a view of the plan: its weeks, read beside the window."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout

from app.commands.dates import span_name
from app.commands.listing import Listed
from app.commands.views import CalendarView, Card
from app.domain.change import Cell, ChangeSet
from app.domain.market import MarketId
from app.domain.post import PostId
from app.wording import _, ngettext
from ui.cards.card_layout import Density
from ui.jobs import Progress
from ui.listing.arrangement import Arrangement
from ui.listing.columns import Names
from ui.listing.columns_menu import columns_menu, fill_columns_menu
from ui.listing.list_model import ListModel
from ui.listing.list_table import ListTable
from ui.plan.closer_look import CloserLook, counts_of
from ui.plan.plan_view import READ_AT_ONCE, Keeps, Nudge, PlanParts, PlanView, Side, Span, Standing
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.empty_state import EmptyState
from ui.widgets.house_style import BESIDE_WORDS
from ui.widgets.labels import Label

WEEK = timedelta(days=7)


class ListPlan(PlanView):
    """A table of the posts of one, two or four weeks, with its columns as a person wants them."""

    has_weeks = True

    def __init__(self, parts: PlanParts, weeks: int) -> None:
        super().__init__()
        self.setObjectName("list_plan")
        self._reader = parts.reader
        self._jobs = parts.jobs
        self._theme = parts.theme
        self._today = parts.today
        self._keeps = parts.keeps
        self._weeks = weeks
        self._first = _monday_of(parts.today)
        self._posts: tuple[Listed, ...] = ()
        self._wanted: Standing | None = None
        self._is_reading = False
        self._is_outdated = False
        self._is_resting = True
        self.model = ListModel(Names.of(parts.calendar), parts.theme, self)
        self.table = ListTable(self.model)
        kept = Arrangement.of_text(parts.columns)
        if kept is not None:
            self.table.arrange(kept)
        self._counts = Label(role=TextRole.SMALL, muted=True)
        self._counts.setObjectName("list_counts")
        self._columns = self._columns_button()
        self._empty = EmptyState(
            "calendar",
            _("No posts in these weeks"),
            _("Page on, show more weeks, or take a filter away."),
            actions=(),
            theme=parts.theme,
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        self._lay_out()
        self._closer = CloserLook(parts, self.shown_cards, self)
        self._connect()
        self.set_theme(parts.theme)

    # --- what it shows ------------------------------------------------------------------------

    @property
    def title(self) -> str:
        return span_name(self.span.first, self.span.last)

    @property
    def span(self) -> Span:
        return Span(self._first, self._first + self._weeks * WEEK - timedelta(days=1))

    @property
    def weeks(self) -> int:
        return self._weeks

    @property
    def standing(self) -> Standing:
        place = self.current_place()
        if place is None:
            day = self._today if self.span.holds(self._today) else self._first
            return Standing(day, weeks=self._weeks, first=self._first)
        return Standing(place[1], place[0], self.current_post(), self._weeks, self._first)

    @property
    def is_settled(self) -> bool:
        return not self._is_reading and self._closer.has_looked and self._closer.is_assessed

    def shown_cards(self) -> tuple[Card, ...]:
        """Return the posts that are shown."""
        return tuple(one.card for one in self.model.rows)

    def stand_at(self, standing: Standing) -> None:
        self._weeks = standing.weeks or self._weeks
        self._wanted = standing
        self._is_resting = False
        self._turn_to(standing.start)

    def go_to(self, day: date) -> None:
        """Show the weeks that hold a day, and choose its first post."""
        self._wanted = Standing(day)
        if self.span.holds(day):
            self._choose_wanted()
        else:
            self._turn_to(day)

    def page(self, step: int) -> None:
        self._turn_to(self._first + step * self._weeks * WEEK)

    def step_a_week(self, step: int) -> None:
        self._turn_to(self._first + step * WEEK)

    def set_weeks(self, weeks: int) -> None:
        place = self.current_place()
        self._wanted = self.standing
        self._weeks = weeks
        self._turn_to(place[1] if place else self._first)

    # --- what is chosen -----------------------------------------------------------------------

    def selected_cards(self) -> tuple[Card, ...]:
        return tuple(one.card for one in self.table.selected())

    def current_place(self) -> tuple[MarketId, date] | None:
        one = self.table.current()
        if one is None or one.card.day is None:
            return None
        return one.card.market, one.card.day

    def current_post(self) -> PostId | None:
        one = self.table.current()
        return one.card.id if one is not None else None

    def choose_post(self, post_id: PostId) -> bool:
        return self.table.choose_post(post_id)

    def choose_posts(self, post_ids: Collection[PostId]) -> bool:
        return self.table.choose_posts(post_ids)

    def choose_flagged(self, step: int) -> bool:
        rows = [row for row, one in enumerate(self.model.rows) if one.card.asks_for_a_look]
        here = self.table.currentIndex().row()
        ahead = [row for row in rows if (row > here if step > 0 else row < here)]
        return bool(ahead) and self.table.choose_row(ahead[0 if step > 0 else -1])

    def nudge(self, side: Side) -> Nudge:
        if side in (Side.LEFT, Side.RIGHT):
            return Nudge(days=self.visually_later(right=side is Side.RIGHT))
        return Nudge()

    # --- news ---------------------------------------------------------------------------------

    def on_changed(self, changes: ChangeSet) -> None:
        """Read again what a command has touched; where that is much, all of the weeks."""
        cells = self._touched_cells(changes)
        if changes.everything or len(cells) > READ_AT_ONCE or self._is_reading:
            self._read()
        elif cells:
            read = {one.card.id: one for one in self._reader.listed_in(cells)}
            others = (
                one for one in self._posts if one.card.cell not in cells and one.card.id not in read
            )
            self._take((*others, *read.values()))
            self._closer.look_after(changes, self.span)

    def refresh(self) -> None:
        self._read()

    def set_calendar(self, calendar: CalendarView) -> None:
        self.model.set_names(Names.of(calendar))

    def set_keeps(self, keeps: Keeps) -> None:
        self._keeps = keeps
        self._take(self._posts)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.model.set_theme(theme)
        self._columns.setIcon(icons.icon("settings", theme.text))
        self._empty.set_theme(theme)
        self.update()

    def set_today(self, today: date) -> None:
        self._today = today

    def set_density(self, density: Density) -> None:
        """Its rows have always one line."""

    def rest(self) -> None:
        self._is_resting = True
        self._closer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.raised)

    # --- inside -------------------------------------------------------------------------------

    def _turn_to(self, day: date) -> None:
        self._first = _monday_of(day)
        self._posts = ()
        self._show()
        self._read()
        self.turned.emit()

    def _read(self) -> None:
        """Read the weeks beside the window; what changes meanwhile is read once more."""
        if self._is_reading:
            self._is_outdated = True
            return
        self._is_reading, self._is_outdated = True, False
        span = self.span
        self._jobs.run(
            partial(self._work, span), done=partial(self._on_read, span), refused=self._on_refused
        )

    def _work(self, span: Span, _progress: Progress) -> tuple[Listed, ...]:
        own = self._reader.again()
        try:
            return own.listed(span.first, span.last)
        finally:
            own.close()

    def _on_read(self, span: Span, posts: tuple[Listed, ...]) -> None:
        self._is_reading = False
        if self._is_resting:
            return
        if self._is_outdated or span != self.span:
            self._read()
            return
        self._take(posts)
        self._choose_wanted()
        self._closer.look_at(span)

    def _on_refused(self, _sentence: str) -> None:
        """A file that cannot be read now is read at the next change."""
        self._is_reading = False

    def _take(self, posts: Iterable[Listed]) -> None:
        self._posts = tuple(posts)
        self._show()
        self.counted.emit(*counts_of(self.shown_cards()))

    def _show(self) -> None:
        self.model.show_posts(one for one in self._posts if self._keeps(one.card))
        is_known_to_be_empty = not self._is_reading and not self.model.rows
        self._pages.setCurrentIndex(1 if is_known_to_be_empty else 0)
        self._say_counts()

    def _say_counts(self) -> None:
        count = len(self.model.rows)
        words = ngettext("{count} post", "{count} posts", count).format(count=f"{count:,}")
        self._counts.setText(words)

    def _choose_wanted(self) -> None:
        """Choose the post where the person stood, else the first of that day, else the first."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        if wanted.post is not None and self.choose_post(wanted.post):
            return
        days = [one.card.day for one in self.model.rows]
        found = next((row for row, day in enumerate(days) if day == wanted.day), None)
        self.table.choose_row(found if found is not None or not days else 0)

    def _touched_cells(self, changes: ChangeSet) -> Collection[Cell]:
        named = {
            (market, day)
            for market, day in changes.cells
            if day is not None and self.span.holds(day)
        }
        touched = changes.posts | changes.reflagged | changes.discussed
        return named | {one.card.cell for one in self._posts if one.card.id in touched}

    def _connect(self) -> None:
        table = self.table
        for told, tells in (
            (table.post_opened, self.post_opened),
            (table.review_requested, self.review_requested),
            (table.chosen, self.post_chosen),
            (table.menu_requested, self.menu_requested),
        ):
            told.connect(tells)
        table.columns_asked.connect(self._ask_columns)
        table.arranged.connect(lambda: self.arranged.emit(table.arrangement.as_text()))
        table.selectionModel().selectionChanged.connect(self.count_selected)

    def _columns_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("columns_button")
        button.setText(_("Columns"))
        button.setToolTip(_("Which columns are shown, and what they are sorted by"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        button.setMinimumHeight(Space.XL)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = columns_menu(button)
        menu.aboutToShow.connect(lambda: self._fill_columns(menu))
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(BESIDE_WORDS, 2, Space.XS, 2)
        head.addWidget(self._counts)
        head.addStretch(1)
        head.addWidget(self._columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        self.lead_focus_to(self.table)

    def _ask_columns(self, place: QPoint) -> None:
        menu = columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_columns(menu)
        menu.popup(place)

    def _fill_columns(self, menu: QMenu) -> None:
        fill_columns_menu(menu, self.table, self.model.sorted_by[0])


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
