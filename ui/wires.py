"""What each action does, in one table, where the bars lead, and who shows the news."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from app.commands import posts
from app.commands.views import Card
from ui.actions import Actions
from ui.backup_keeper import BackupKeeper
from ui.cards.card_layout import Density
from ui.jobs import Jobs
from ui.news import News
from ui.operations import Operations
from ui.plan.folding import Fold
from ui.plan.plan_view import Side, ViewKind
from ui.theme import ThemeChoice
from ui.unsaved_drafts import UnsavedDrafts
from ui.window_body import WindowBody

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.post.post_panel import PostPanel
    from ui.review.review_screen import ReviewScreen

Deed = Callable[[], object]


def connect_actions(actions: Actions, window: "MainWindow") -> None:
    """Let every action of the window do what it says."""
    for action, deed in {**_of_calendar(actions, window), **_of_window(actions, window)}.items():
        action.triggered.connect(partial(_do, deed))
    screen = window.calendar_screen
    actions.limit_to(screen.plan_area)
    actions.show_tray.toggled.connect(window.show_tray)
    actions.show_panel.triggered.connect(window.door.turn)
    actions.weeks.triggered.connect(lambda one: screen.set_weeks(int(one.data())))
    actions.views.triggered.connect(lambda one: window.show_view(ViewKind(one.data())))
    actions.density.triggered.connect(lambda one: window.set_density(Density(one.data())))
    actions.theme.triggered.connect(lambda one: window.theme_chosen.emit(ThemeChoice(one.data())))


def connect_bars(actions: Actions, window: "MainWindow") -> None:
    """Let the bars of holds, of the recall list and of days lead to what they tell of."""
    holds, recall = window.body.hold_bar, window.body.recall_bar
    holds.list_asked.connect(window.dialogs.caught)
    holds.review_asked.connect(window.review_after)
    recall.list_asked.connect(window.dialogs.recall)
    window.calendar_screen.stack.day_asked.connect(window.dialogs.days)
    recall.counted.connect(actions.show_recall)
    window.body.for_you.post_wanted.connect(window.show_talk)
    recall.passed.connect(window.calendar_screen.refresh)
    window.calendar_screen.finder.filter_changed.connect(actions.finding.show_filter)


def connect_notices(
    operations: Operations, jobs: Jobs, keeper: BackupKeeper, window: "MainWindow"
) -> None:
    """Let the window say for a moment what was refused or can go wrong, and what a filter hid."""
    screen, notices = window.calendar_screen, window.notices
    operations.refused.connect(notices.refused)
    jobs.refused.connect(window.body.bar.show_refusal)
    keeper.endangered.connect(notices.endangered)
    keeper.refused.connect(notices.not_backed_up)
    screen.deeds.noted.connect(window.body.toast.show_text)
    screen.filtering.lifted.connect(notices.filter_lifted)
    screen.flagged.ended.connect(notices.flags_ended)


def connect_late(body: WindowBody, drafts: UnsavedDrafts, window: "MainWindow") -> None:
    """Let dialogs, and panel and review as soon as they are made, lead to what they ask for."""

    def connect_panel(panel: "PostPanel") -> None:
        panel.draft_shown.connect(drafts.say_no_more)
        panel.review_requested.connect(window.show_review)
        panel.post_shown.connect(window.calendar_screen.reveal)

    def connect_review(screen: "ReviewScreen") -> None:
        screen.closed.connect(window.show_calendar)
        screen.post_opened.connect(window.show_post)

    window.dialogs.review_asked.connect(window.show_review)
    window.dialogs.post_asked.connect(window.show_post)
    window.dialogs.imported.connect(window.go_where_it_begins)
    window.dialogs.opening_asked.connect(window.opening_asked)
    body.panel_made.connect(connect_panel)
    body.review_made.connect(connect_review)


def connect_news(news: News, window: "MainWindow") -> None:
    """Let every part show what has changed, and say what was done once it stands there."""
    body = window.body
    news.calendar_read.connect(body.set_calendar)
    news.calendar_read.connect(window.dialogs.set_calendar)
    news.calendar_read.connect(window.show_facts)
    news.calendar_read.connect(window.show_zones)
    news.came.connect(window.count_queue)  # first: the review asks it what it knows
    news.came.connect(body.on_changed)
    news.came.connect(window.dialogs.on_changed)
    news.done.connect(window.notices.done)
    news.looked.connect(body.recall_bar.look_at_the_clock)
    news.looked.connect(body.hold_bar.look_at_the_clock)
    news.new_day.connect(window.calendar_screen.set_today)


def _do(deed: Deed, _checked: bool = False) -> None:
    deed()


def _days_in_view(window: "MainWindow") -> None:
    window.dialogs.days(year=window.calendar_screen.present.span.first.year)


def _hold_here(window: "MainWindow") -> None:
    """Ask why what is chosen, or what a ghost stands for, is to stand still."""
    window.dialogs.hold_around(_chosen(window))


def _history_of_chosen(window: "MainWindow") -> None:
    """Show what happened to the chosen post; where none is chosen, in the whole calendar."""
    chosen = _chosen(window)
    window.dialogs.history(chosen[0].id if chosen else None)


def _chosen(window: "MainWindow") -> tuple[Card, ...]:
    """Return the chosen posts, or the one that a ghost stands for."""
    ghost = window.calendar_screen.current_ghost()
    return window.calendar_screen.chosen_cards() or ((ghost.card,) if ghost else ())


def _of_calendar(actions: Actions, window: "MainWindow") -> dict[QAction, Deed]:
    screen = window.calendar_screen
    return {
        actions.new_post: screen.new_post,
        actions.open_post: screen.open_chosen,
        actions.move_to: screen.deeds.move,
        actions.shift_following: screen.deeds.shift_following,
        actions.duplicate: screen.deeds.duplicate,
        actions.cut: screen.deeds.cut,
        actions.copy: screen.deeds.copy,
        actions.paste: screen.deeds.paste,
        actions.mark_ready: partial(screen.deeds.run, posts.mark_ready),
        actions.back_to_draft: partial(screen.deeds.run, posts.back_to_draft),
        actions.put_in_tray: screen.deeds.put_in_tray,
        actions.cancel_post: partial(screen.deeds.run, posts.cancel_posts),
        actions.day_earlier: partial(screen.deeds.nudge, Side.LEFT),
        actions.day_later: partial(screen.deeds.nudge, Side.RIGHT),
        actions.market_above: partial(screen.deeds.nudge, Side.UP),
        actions.market_below: partial(screen.deeds.nudge, Side.DOWN),
        actions.today: screen.go_today,
        actions.previous: screen.go_earlier,
        actions.next: screen.go_later,
        actions.week_earlier: lambda: screen.present.step_a_week(-1),
        actions.week_later: lambda: screen.present.step_a_week(1),
        actions.finding.clear: screen.finder.clear,
        actions.next_flagged: partial(screen.flagged.go, 1),
        actions.previous_flagged: partial(screen.flagged.go, -1),
        actions.looks.wider: partial(screen.zoom_by, 1),
        actions.looks.narrower: partial(screen.zoom_by, -1),
        actions.looks.as_it_fits: screen.zoom_as_it_fits,
        actions.looks.by_region: partial(screen.fold, Fold.BY_REGION),
        actions.looks.fold: partial(screen.fold, Fold.MARKET),
        actions.looks.fold_region: partial(screen.fold, Fold.REGION),
        actions.looks.fold_all: partial(screen.fold, Fold.ALL),
        actions.looks.open_all: partial(screen.fold, Fold.NOTHING),
        actions.looks.second_time: window.other_time.toggle,
    }


def _of_window(actions: Actions, window: "MainWindow") -> dict[QAction, Deed]:
    dialogs = window.dialogs
    return {
        actions.new_calendar: window.new_requested.emit,
        actions.open_calendar: window.open_requested.emit,
        actions.open_sample: window.sample_requested.emit,
        actions.import_sheet: dialogs.import_sheet,
        actions.export: window.export,
        actions.paper: window.print_plan,
        actions.quit: window.close,
        actions.undo: window.steps.undo,
        actions.redo: window.steps.redo,
        actions.finding.find: window.find_posts,
        actions.finding.palette: window.palette_door.open,
        actions.finding.go_to: window.palette_door.open_for_places,
        actions.review: window.show_review,
        actions.calendar: window.show_calendar,
        actions.hold: dialogs.hold,
        actions.hold_here: partial(_hold_here, window),
        actions.caught: dialogs.caught,
        actions.recall: dialogs.recall,
        actions.people: dialogs.people,
        actions.days: partial(_days_in_view, window),
        actions.duty: dialogs.duty,
        actions.terms: dialogs.terms,
        actions.markets: dialogs.markets,
        actions.policy: dialogs.policy,
        actions.backups: dialogs.backups,
        actions.history: dialogs.history,
        actions.post_history: partial(_history_of_chosen, window),
        actions.cancelled: dialogs.cancelled,
        actions.settings: dialogs.settings,
        actions.who_am_i: dialogs.ask_who_i_am,
        actions.shortcuts: partial(dialogs.shortcuts, actions),
    }
