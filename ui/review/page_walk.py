"""The way through a page by key: on to what is unseen, and to all that is still asked for."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.flag import Severity
from ui.review.answers import Answers
from ui.review.decision_bar import DecisionBar
from ui.review.reading import region_on_screen
from ui.review.review_page import ReviewPage
from ui.review.twin_block import TwinBlock
from ui.theme import Space
from ui.widgets.flag_list import FlagRow

HASTE_MS = 250
"""Whoever presses Space twice within this time hammers: nothing is ticked by that."""
_BY_KEY = Qt.FocusReason.ShortcutFocusReason


class PageWalk(QObject):
    """Scrolls a page and gives the keys to what waits for an answer.

    A tick that was come to by key leads on: a second Space would only take it back.
    """

    def __init__(self, area: QScrollArea, bar: DecisionBar) -> None:
        super().__init__(area)
        self._area = area
        self._bar = bar
        self._page: ReviewPage | None = None
        self._twins: tuple[TwinBlock, ...] = ()
        self._at: FlagRow | None = None
        self._is_open = False
        self._since_space = QElapsedTimer()
        bar.note.returnPressed.connect(self.go_on)

    def show_page(
        self, page: ReviewPage, twins: Sequence[TwinBlock], *, is_open: bool = True
    ) -> None:
        """Go through another page from now on, and through what its twins ask for.

        `is_open`: the post itself can be decided.
        """
        self._page, self._twins, self._at = page, tuple(twins), None
        self._is_open = is_open
        for answers in (page.answers, *(twin.answers for twin in twins)):
            answers.ticked_one.connect(self._on_ticked)
            answers.wrote_one.connect(self.go_on)
        for twin in twins:
            twin.bar.note.returnPressed.connect(self.go_on)

    def leave_page(self) -> None:
        """Go through nothing until the next page is there."""
        self._page, self._twins, self._at = None, (), None

    def is_hasty(self) -> bool:
        """Tell whether this press came so soon after the last one that nothing was read between."""
        timer = self._since_space
        is_hasty = timer.isValid() and timer.elapsed() < HASTE_MS
        timer.start()
        return is_hasty

    def take_as_calm(self) -> None:
        """Let the next tick count at once: the press that gives it was looked at already."""
        self._since_space.invalidate()

    def show_more(self, unseen: Sequence[tuple[QWidget, QRect]]) -> None:
        """Turn the page, never past what has not been on screen; stay where all of it is now."""
        left = [self._place_of(widget, part) for widget, part in unseen]
        places = [place for place in left if place is not None]
        if not places:
            return
        first = min(places, key=lambda place: (place.top(), place.bottom()))
        if not self._is_before_the_eyes(first) or not self._show_aside(first):
            self._area.horizontalScrollBar().setValue(0)  # lines are read from their beginning
            self._show_below(first.top(), first.bottom() + 1)

    def _place_of(self, widget: QWidget, part: QRect) -> QRect | None:
        """Return where on the page a part lies; nothing where all of it is on screen."""
        on_screen = part.isValid() and QRegion(part).subtracted(region_on_screen(widget)).isEmpty()
        return None if self._page is None or on_screen else self._page.place_of(widget, part)

    def _is_before_the_eyes(self, place: QRect) -> bool:
        """Tell whether all of a part stands between top and bottom, or it begins at the top."""
        top = self._area.verticalScrollBar().value()
        bottom = top + self._area.viewport().height()
        begins, ends = place.top(), place.bottom() + 1
        return (top <= begins and ends <= bottom) or begins - Space.L <= top < ends

    def _show_aside(self, place: QRect) -> bool:
        """Scroll sideways to more of a part, and tell whether there is more."""
        bar, width = self._area.horizontalScrollBar(), self._area.viewport().width()
        here, step = bar.value(), _most_of(width)
        if place.right() + 1 > here + width:
            bar.setValue(min(here + step, place.right() + 1 - width + Space.L))
        elif place.left() < here:
            bar.setValue(max(here - step, place.left() - Space.L))
        return bar.value() != here

    def _show_below(self, top: int, bottom: int) -> None:
        """Scroll down to more of what reaches from here to there, or back up to it."""
        bar, height = self._area.verticalScrollBar(), self._area.viewport().height()
        top = max(0, top - Space.L)
        here = bar.value()
        if top > here:
            bar.setValue(min(here + self._step(), top))
        elif bottom > here + height:
            bar.setValue(min(here + self._step(), bottom - height + Space.L))
        else:
            bar.setValue(top)

    def turn_back(self) -> None:
        """Show the page before."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() - self._step())

    def bring_into_view(self, widget: QWidget, part: QRect) -> None:
        """Scroll until a part of the page stands at the top."""
        if self._page is not None:
            corner = self._page.place_of(widget, part).topLeft() - QPoint(Space.L, Space.L)
            self._area.horizontalScrollBar().setValue(corner.x())
            self._area.verticalScrollBar().setValue(corner.y())

    def go_on(self) -> None:
        """Give the keys to the next thing that is asked for: a tick, a reason, a note, a box."""
        for answers, bar in self._stations():
            if answers.missing:
                self._go_to(answers.missing[0])
                return
            needs_note = not bar.note.isHidden() and not bar.note.text().strip()
            if needs_note or bar.box.isEnabled():
                self._focus(bar.note if needs_note else bar.box)
                return

    def _stations(self) -> Iterator[tuple[Answers, DecisionBar]]:
        """Yield what must be answered and where it is decided, for each post that is open."""
        if self._page is not None and self._is_open:
            yield self._page.answers, self._bar
        for twin in self._twins:
            if twin.is_open:
                yield twin.answers, twin.bar

    def _go_to(self, row: FlagRow) -> None:
        self._at = row
        if row.visibleRegion().boundingRect() != row.rect():
            self.bring_into_view(row, row.rect())
        self._focus(row.tick if row.flag.severity is Severity.CAUTION else row.reason)

    def _focus(self, field: QWidget) -> None:
        if self._page is not None and self._page.isAncestorOf(field):
            self._area.ensureWidgetVisible(field, 0, Space.S)
        field.setFocus(_BY_KEY)

    def _on_ticked(self, row: FlagRow) -> None:
        """Go on to the next flag; with all of them ticked the page has the keys again."""
        if row is not self._at:
            return
        if self.is_hasty():
            row.tick.setChecked(False)
            return
        missing = [other for answers, _bar in self._stations() for other in answers.missing]
        if missing:
            self._go_to(missing[0])
        else:
            self._area.setFocus(_BY_KEY)

    def _step(self) -> int:
        return _most_of(self._area.viewport().height())


def _most_of(length: int) -> int:
    """Return a page less a line or two, so that no line is cut at every turn."""
    return max(length - 3 * Space.L, Space.XL)
