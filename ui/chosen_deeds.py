"""What is done to the posts that are chosen in the calendar, by menu or key."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.wording import _
from ui.cards.dragging import Drop
from ui.jobs import Jobs
from ui.operations import Operations
from ui.plan.nudger import Nudger
from ui.plan.plan_view import Nudge, Side
from ui.post_deeds import PostDeeds
from ui.theme import Theme

if TYPE_CHECKING:
    from app.commands.reader import Reader
    from ui.calendar_screen import CalendarScreen


class ChosenDeeds(QObject):
    """Does to the chosen posts of a screen what a person asks for, and follows where they go.

    `noted` carries a sentence that is worth a moment's note.
    """

    noted = Signal(str)

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
        *,
        screen: "CalendarScreen",
    ) -> None:
        super().__init__(screen)
        self._reader = reader
        self._screen = screen
        self._deeds = PostDeeds(
            reader,
            operations,
            calendar,
            theme,
            screen,
            jobs=jobs,
            moved=self._choose_moved,
            nudged=self._follow,
        )
        self._nudger = Nudger(operations, self._nudge_chosen, self)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other markets and channels."""
        self._deeds.set_calendar(calendar)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._deeds.set_theme(theme)

    def carry_out(self, drop: Drop) -> None:
        """Do what a drag has asked for."""
        self._deeds.carry_out(drop)

    def run(self, command: Callable[..., ChangeSet], **facts: object) -> None:
        """Run a command of posts on what is chosen."""
        self._deeds.run(command, self._screen.chosen_cards(), **facts)

    def duplicate(self) -> None:
        """Copy the chosen posts, each on its own day."""
        self._deeds.duplicate(self._screen.chosen_cards())

    def nudge(self, side: Side) -> None:
        """Move the chosen posts a step towards a side of the screen."""
        self._nudger.press(self._screen.present.nudge(side))

    def put_in_tray(self) -> None:
        """Take the date off the chosen posts."""
        self._deeds.put_in_tray(self._screen.chosen_cards())

    def cut(self) -> None:
        """Put the chosen posts on the clipboard, to be moved by a paste."""
        self.noted.emit(self._deeds.clip(self._screen.chosen_cards(), is_cut=True))

    def copy(self) -> None:
        """Put the chosen posts on the clipboard, to be copied by a paste."""
        self.noted.emit(self._deeds.clip(self._screen.chosen_cards(), is_cut=False))

    def paste(self) -> None:
        """Put what was cut or copied into the current cell, or into the tray."""
        place = self._screen.current_place()
        if self._screen.tray.has_focus:
            hindrance = self._deeds.paste(None, None)
        elif place is None:
            hindrance = _("Choose a day first: the paste goes into the current cell.")
        else:
            hindrance = self._deeds.paste(*place)
        if hindrance:
            self.noted.emit(hindrance)

    def move(self) -> None:
        """Ask where the chosen posts should go, without a drag."""
        self._deeds.ask_where_to(self._screen.chosen_cards(), self._screen.first_day_to_plan)

    def shift_following(self) -> None:
        """Ask how far the chosen post and all that follow it should move."""
        self._deeds.ask_shift(self._screen.chosen_cards())

    def _nudge_chosen(self, nudge: Nudge) -> None:
        self._deeds.nudge(self._screen.present.selected_cards(), nudge)

    def _choose_moved(self, changes: ChangeSet) -> None:
        """Choose what was put where one can see it."""
        self._screen.present.choose_posts(changes.posts)

    def _follow(self, changes: ChangeSet) -> None:
        """Keep what is moved by key chosen; where it left the days in view, go after it."""
        if self._screen.present.choose_posts(changes.posts):
            return
        cards = [card for card in self._reader.cards_of(tuple(changes.posts)) if card.day]
        if cards:
            self._screen.reveal(min(cards, key=lambda card: card.local or datetime.max).id)
            self._screen.present.choose_posts(changes.posts)
