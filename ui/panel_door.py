"""The panel beside the calendar: when it is open, and which post or draft stands in it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.commands.drafts import Draft
from app.commands.views import CalendarView
from app.domain.market import MarketId
from app.domain.post import PostId
from ui.calendar_screen import CalendarScreen
from ui.window_body import WindowBody

if TYPE_CHECKING:
    from ui.post.post_panel import PostPanel


class PanelDoor(QObject):
    """Opens the panel for what a person wants to see, and closes it; `shows` is its tick."""

    def __init__(
        self,
        body: WindowBody,
        screen: CalendarScreen,
        calendar: Callable[[], CalendarView],
        shows: QAction,
    ) -> None:
        super().__init__(body)
        self._body = body
        self._screen = screen
        self._calendar = calendar
        self._shows = shows
        body.panel_made.connect(self._on_made)
        screen.post_opened.connect(self.open_post)
        screen.post_chosen.connect(self.follow)
        screen.new_post_requested.connect(self.new_post)

    def open(self) -> None:
        """Show the panel beside the calendar."""
        if self._body.shows_review:
            self._body.turn_to_calendar()
        self._body.panel.show()
        self._shows.setChecked(True)

    def close(self) -> None:
        """Put the panel away."""
        self._body.panel.hide()
        self._shows.setChecked(False)
        self._screen.setFocus()

    def turn(self, shows: bool) -> None:
        """Show the details of the chosen post, or put them away."""
        if shows:
            self.open()
            self._screen.open_chosen()
        else:
            self._body.panel.leave()

    def open_post(self, post_id: PostId) -> None:
        """Show the details of a post; where they are shown already, its text gets the keys."""
        if self._body.shows_panel and self._body.panel.post_id == post_id:
            self._body.panel.write()
        else:
            self.show_post(post_id)

    def show_post(self, post_id: PostId) -> None:
        """Show the details of a post."""
        self.open()
        self._body.panel.show_post(post_id)

    def follow(self, post_id: PostId | None) -> None:
        """Show the post that is chosen, where the panel is open."""
        if post_id is not None and self._body.shows_panel:
            self._body.panel.show_post(post_id)

    def show_draft(self, draft: Draft) -> None:
        """Show what was typed before."""
        self.open()
        self._body.panel.show_draft(draft)

    def _on_made(self, panel: "PostPanel") -> None:
        panel.closed.connect(self.close)

    def new_post(self, market: MarketId | None, day: date | None) -> None:
        """Begin a post of a market, else of where the person stands."""
        place = self._screen.current_place()
        markets = self._calendar().markets
        there = market or (place[0] if place else markets[0].id if markets else None)
        if there is not None:
            self.open()
            self._body.panel.new_post(there, day)
