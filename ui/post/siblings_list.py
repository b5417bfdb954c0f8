"""The other versions of a post's idea, below its form: each opens with a click."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.commands.views import CalendarView, Sibling
from app.wording import _
from ui.post.sibling_words import where_words
from ui.theme import Space, Theme
from ui.widgets.chips import StageBadge
from ui.widgets.labels import ElidedLabel
from ui.widgets.section import Section

_SHOWN = 6


class SiblingsList(Section):
    """Name, place and stage of each sibling; `opened` carries the id of one that was clicked.

    `side_by_side` asks to see all of them beside each other.
    """

    opened = Signal(str)
    side_by_side = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("Siblings of the same idea"), "section_siblings")
        self._theme = theme
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self._badges: list[StageBadge] = []
        self._links: list[QPushButton] = []
        self._rows_shown: list[QWidget] = []
        self._rows = QWidget()
        self._listed = QVBoxLayout(self._rows)
        self._listed.setContentsMargins(0, 0, 0, 0)
        self._listed.setSpacing(2)
        self.compare = QPushButton(_("See all side by side…"))
        self.compare.setObjectName("side_by_side")
        self.compare.clicked.connect(self.side_by_side)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.compare)
        row.addStretch(1)
        self.add(self._rows)
        self.add(line)
        self.hide()

    def show_siblings(self, siblings: Sequence[Sibling], calendar: CalendarView) -> None:
        """Show these siblings; without any, nothing."""
        self.setVisible(bool(siblings))
        title = _("Siblings of the same idea ({count})").format(count=len(siblings))
        self.set_title(title)
        shown = siblings[:_SHOWN]
        facts = tuple((one.card.name, one.card.market, one.card.stage.value) for one in shown)
        if facts == self._shown:
            return
        self._shown = facts
        self._badges.clear()
        self._links.clear()
        for row in self._rows_shown:
            self._listed.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows_shown = [self._row(sibling, calendar) for sibling in shown]
        for row in self._rows_shown:
            self._listed.addWidget(row)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for badge in self._badges:
            badge.set_theme(theme)
        for link in self._links:
            link.setPalette(self._link_colours())

    def _link_colours(self) -> QPalette:
        palette = QPalette(self._theme.palette())
        palette.setColor(QPalette.ColorRole.ButtonText, self._theme.accent)
        return palette

    def _row(self, sibling: Sibling, calendar: CalendarView) -> QWidget:
        card = sibling.card
        where = where_words(card, calendar.market(card.market).name)
        button = QPushButton(card.name)
        button.setObjectName(f"open_{card.name}")
        button.setFlat(True)
        button.setPalette(self._link_colours())
        self._links.append(button)
        button.setAccessibleName(_("Open {name}, {where}").format(name=card.name, where=where))
        button.clicked.connect(partial(self.opened.emit, card.id))
        place = ElidedLabel(where, muted=True)
        place.setToolTip(where)
        badge = StageBadge(self._theme, card.stage)
        self._badges.append(badge)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.S)
        across.addWidget(button)
        across.addWidget(place, 1)
        across.addWidget(badge)
        return row
