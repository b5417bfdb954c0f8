"""The filter above the calendar: a field for words, a chip for each facet, a count and Clear.

It is one line in any window.
"""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.filter_words import choices, chosen_words, facet_name
from app.commands.post_filter import EVERYTHING, Facet, PostFilter
from app.commands.views import CalendarView
from app.wording import _, ngettext
from ui.finding.chip_row import ChipRow
from ui.finding.facet_button import FacetButton
from ui.finding.search_field import SearchField
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.message_bar import MessageBar


class FilterBar(QWidget):
    """`filter_changed` carries the filter that a person has made.

    `campaigns_asked` asks for the names of the campaigns, which `show_campaigns` takes.
    """

    filter_changed = Signal(object)
    campaigns_asked = Signal()

    def __init__(self, calendar: CalendarView, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("filter_bar")
        self._calendar = calendar
        self._theme = theme
        self._filter = EVERYTHING
        self.search = SearchField(theme)
        self.search.entered.connect(self._on_entered)
        self.search.emptied.connect(partial(self._on_entered, ""))
        self._chips = {facet: self._chip(facet) for facet in Facet}
        self._line = ChipRow(self._chips.values(), theme)
        self._line.more.opened.connect(self._offer_what_has_no_room)
        self._count = Label(role=TextRole.SMALL_STRONG)
        self._count.setObjectName("filter_count")
        self._hidden = ElidedLabel(role=TextRole.SMALL, muted=True)
        self._hidden.setObjectName("filter_hidden")
        self._hidden.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._hidden.setMinimumWidth(1)
        self._clear = QPushButton(_("Clear"))
        self._clear.setObjectName("filter_clear")
        self._clear.setToolTip(_("Show all posts again (Esc)"))
        self._clear.setAccessibleName(_("Clear filters"))
        self._clear.clicked.connect(self.clear)
        self.nothing = MessageBar(theme)
        self.nothing.setObjectName("filter_nothing")
        self._at_end: list[QToolButton] = []
        self._is_fitting = False
        self._lay_out()
        self.set_theme(theme)
        self._show()

    @property
    def filter(self) -> PostFilter:
        """Which posts are wanted."""
        return self._filter

    def set_filter(self, wanted: PostFilter) -> None:
        """Take another filter and tell it, where it is another one."""
        if wanted != self._filter:
            self._filter = wanted
            self._show()
            self.filter_changed.emit(wanted)

    def clear(self) -> None:
        """Show all posts again."""
        self.search.clear()
        self.set_filter(EVERYTHING)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other markets, channels and people."""
        self._calendar = calendar
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.search.set_theme(theme)
        self.nothing.set_theme(theme)
        self._line.set_theme(theme)
        self._fit()
        self.update()

    def show_counts(self, shown: int, in_tray: int) -> None:
        """Say how many posts the filter leaves in view, and how many in the tray."""
        words = ngettext("{count} post", "{count} posts", shown).format(count=f"{shown:,}")
        if in_tray:
            tray = ngettext("{count} in the tray", "{count} in the tray", in_tray)
            words = f"{words} · {tray.format(count=f'{in_tray:,}')}"
        self._count.setText(words)
        self._fit()

    def show_hidden(self, count: int) -> None:
        """Say how many of the posts that were just changed are not shown for the filter."""
        words = ngettext(
            "The post you just changed is hidden",
            "{count} posts you just changed are hidden",
            count,
        )
        self._hidden.setText(words.format(count=f"{count:,}"))
        self._hidden.setToolTip(self._hidden.text())
        self._hidden.setVisible(bool(count))
        self._fit()

    def show_nothing(self, sentence: str) -> None:
        """Say why nothing is shown, with the way out; no sentence where something is."""
        if sentence == self.nothing.text:
            return
        if sentence:
            self.nothing.show_information(
                sentence, _("Clear filters"), self.clear, shortly=_("No posts match")
            )
        else:
            self.nothing.hide()

    def show_campaigns(self, campaigns: tuple[str, ...]) -> None:
        """Open the list of campaigns."""
        self._open(Facet.CAMPAIGN, campaigns)

    def add_at_end(self, button: QToolButton) -> None:
        """Add what stands at the end of the bar: a menu with an icon and words."""
        self._row.addWidget(button)
        self._at_end.append(button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.raised)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.border)

    def _chip(self, facet: Facet) -> FacetButton:
        chip = FacetButton(facet.value, facet_name(facet), self._theme)
        chip.chosen.connect(partial(self._on_chosen, facet))
        if facet is Facet.CAMPAIGN:
            chip.asked.connect(self.campaigns_asked)
        else:
            chip.asked.connect(partial(self._open, facet))
        return chip

    def _open(self, facet: Facet, campaigns: tuple[str, ...] = ()) -> None:
        offered = choices(facet, self._calendar, campaigns)
        chip = self._chips[facet]
        chip.open(offered, self._filter.chosen(facet), self._line.door_to(chip))

    def _on_chosen(self, facet: Facet, keys: frozenset[str]) -> None:
        self.set_filter(self._filter.choosing(facet, keys))

    def _on_entered(self, text: str) -> None:
        self.set_filter(self._filter.saying(text))

    def _show(self) -> None:
        """Say of each part what it does to the posts."""
        for facet, chip in self._chips.items():
            has_any = bool(self._filter.chosen(facet))
            chip.show_chosen(chosen_words(self._filter, facet, self._calendar) if has_any else "")
        self.search.show_filter(self._filter.text)
        self._hidden.hide()
        if self._filter.is_empty:
            self.nothing.hide()
        self._line.fit()
        self._fit()

    def _fit(self) -> None:
        """Where room is short let go what a menu, a tooltip or the line at the bottom says too."""
        if self._is_fitting:  # what is shown again may resize the bar: it is measured after that
            return
        self._is_fitting = True
        self._spread()
        for give_way in (
            self._shorten_end,
            self.search.narrow,
            self._shorten_clear,
            self._count.hide,
        ):
            if self._measured().sizeHint().width() > self.width():
                give_way()
        for give_way in (self._hide_end, self._clear.hide, self.search.give_way):
            if self._measured().minimumSize().width() > self.width():
                give_way()
        self._is_fitting = False

    def _measured(self) -> QHBoxLayout:
        """Return the row as it is by now: Qt tells a row within a column of no change at once."""
        self._row.invalidate()
        return self._row

    def _spread(self) -> None:
        """Show all that there is to show."""
        self.search.widen()
        for button in self._at_end:
            button.show()
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._clear.setText(_("Clear"))
        self._clear.setIcon(QIcon())
        for widget in (self._count, self._clear):
            widget.setVisible(not self._filter.is_empty)

    def _shorten_end(self) -> None:
        for button in self._at_end:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _hide_end(self) -> None:
        for button in self._at_end:
            button.hide()

    def _shorten_clear(self) -> None:
        self._clear.setText("")
        self._clear.setIcon(icons.icon("close", self._theme.text))

    def _offer_what_has_no_room(self, menu: QMenu) -> None:
        """Offer in the menu of the filters the buttons that are not shown."""
        menu.addSeparator()
        if self._clear.isHidden() and not self._filter.is_empty:
            menu.addAction(_("Clear filters"), self.clear)
        for button in filter(QToolButton.isHidden, self._at_end):
            button.menu().menuAction().setText(button.text())
            menu.addMenu(button.menu())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self.search)
        row.addWidget(self._line, 1)
        row.addWidget(self._hidden)
        row.addWidget(self._count)
        row.addWidget(self._clear)
        self._row = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.nothing)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
