"""The head of the review screen: which post, where and when it goes out."""

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.dates import clock, day_name, zone_name
from app.commands.texts import network_name
from app.commands.views import Card, PostView, Stage
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.chips import NetworkBadge, StageBadge
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.own_clock import own_time, own_zone

ONE_LINE_FROM = 820
"""Pixels of width from which time and place stand on one line."""


class ReviewHead(QWidget):
    """Names the post; its buttons turn to the next one, to the panel, or back to the calendar."""

    previous_wanted = Signal()
    next_wanted = Signal()
    queue_wanted = Signal(bool)
    panel_wanted = Signal()
    close_wanted = Signal()
    whole_queue_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_head")
        self._theme = theme
        self._is_filled = True
        self._is_alive = True
        self._is_low = False
        self._said = ("", "")
        self.queue = _button("toggle_queue", _("Posts to review"))
        self.queue.setCheckable(True)
        self.queue.toggled.connect(self.queue_wanted)
        self.previous = _button("previous_post", _("Previous post (K or P)"))
        self.previous.clicked.connect(self.previous_wanted)
        self.next = _button("next_post", _("Next post (J or N)"))
        self.next.clicked.connect(self.next_wanted)
        self.panel = _button("open_panel", _("Open in the post panel"))
        self.panel.clicked.connect(self.panel_wanted)
        self.close_button = _button("close_review", _("Back to the calendar (Esc)"))
        self.close_button.clicked.connect(self.close_wanted)
        self._counter = ElidedLabel(muted=True)
        self._counter.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._counter.setMinimumWidth(1)
        self._counter.setObjectName("review_counter")
        self.limit = QPushButton()
        self.limit.setObjectName("queue_limit")
        self.limit.setToolTip(_("Show the whole queue again"))
        self.limit.setAutoDefault(False)
        self.limit.clicked.connect(self.whole_queue_wanted)
        self.limit.hide()
        self._name = Label(role=TextRole.HEADING)
        self._name.setObjectName("review_name")
        self._stage = StageBadge(theme, Stage.WAITING)
        self._network = NetworkBadge(theme, "")
        self._when = Label(role=TextRole.STRONG, wraps=True)
        self._when.setObjectName("review_when")
        self._where = Label(muted=True, wraps=True)
        self._where.setObjectName("review_where")
        self._lay_out()
        self.set_theme(theme)

    def show_post(self, view: PostView) -> None:
        """Name a post with its place and time."""
        card = view.card
        self._is_alive = not view.post.cancelled
        name = "{name}" if self._is_alive else _("{name} · cancelled")
        self._name.setText(name.format(name=card.name))
        self._stage.set_stage(card.stage)
        self._stage.setVisible(self._is_alive and self._is_filled)
        self._network.set_network(card.channel.network)
        self._said = (when(card), where(view))
        self._say_place()

    def set_counter(self, words: str) -> None:
        """Say which of how many it is."""
        self._counter.setText(words)
        self._counter.setToolTip(words)

    def show_limit(self, words: str) -> None:
        """Say what the queue is limited to; a click ends it. Nothing for the whole queue."""
        self.limit.setText(words)
        self.limit.setVisible(bool(words))

    def set_ways(self, *, has_previous: bool, has_next: bool) -> None:
        """Tell whether there is a post before and after this one."""
        self.previous.setEnabled(has_previous)
        self.next.setEnabled(has_next)

    def show_queue_state(self, is_shown: bool) -> None:
        """Show whether the queue stands beside the post."""
        self.queue.blockSignals(True)
        self.queue.setChecked(is_shown)
        self.queue.blockSignals(False)

    def set_filled(self, is_filled: bool) -> None:
        """Show or hide all that tells of a post."""
        self._is_filled = is_filled
        for part in (self._name, self._when, self.panel):
            part.setVisible(is_filled)
        self._stage.setVisible(is_filled and self._is_alive)
        self._where.setVisible(is_filled and not self._is_low)
        self._network.setVisible(is_filled and self.width() >= ONE_LINE_FROM)

    def set_low(self, *, is_low: bool) -> None:
        """Let time and place share their lines where the post needs the room."""
        self._is_low = is_low
        margin = 0 if is_low else Space.S
        self._column.setContentsMargins(Space.L, margin, Space.S, margin)
        self._column.setSpacing(0 if is_low else Space.XS)
        self._where.setVisible(self._is_filled and not is_low)
        self._say_place()
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._stage.set_theme(theme)
        self._network.set_theme(theme)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        names = ("next", "previous") if is_mirrored else ("previous", "next")
        for button, name in (
            (self.queue, "review"),
            (self.previous, names[0]),
            (self.next, names[1]),
            (self.panel, "edit"),
            (self.close_button, "close"),
        ):
            button.setIcon(icons.icon(name, theme.text))
        self.limit.setIcon(icons.icon("close", theme.text))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say_place(self) -> None:
        time, place = self._said
        self._when.setText(" · ".join(filter(None, self._said)) if self._is_low else time)
        self._where.setText(place)

    def _fit(self) -> None:
        is_wide = self.width() >= ONE_LINE_FROM
        self._when.setWordWrap(self._is_low or not is_wide)
        self._network.setVisible(is_wide and self._is_filled)
        self._second.setSpacing(Space.L if is_wide else 0)
        self._second.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.raised)
        painter.setPen(self._theme.border)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        for widget in (self.queue, self.previous, self.next, self._counter):
            first.addWidget(widget)
        first.addWidget(self.limit)
        first.addSpacing(Space.S)
        for badge in (self._name, self._stage, self._network):
            first.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        first.addWidget(self.panel)
        first.addWidget(self.close_button)
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(Space.L)
        self._second.addWidget(self._when)
        self._second.addWidget(self._where, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        self._column.setSpacing(Space.XS)
        self._column.addLayout(first)
        self._column.addLayout(self._second)


def when(card: Card, mine: str = "") -> str:
    """Return when a post goes out in the time of its market, and in the reader's own."""
    if card.local is None:
        return _("No date yet: it waits in the tray")
    there = _("{day}, {time} {zone}").format(
        day=day_name(card.local.date(), "long"),
        time=clock(card.local),
        zone=zone_name(card.zone, card.local),
    )
    here = own_time(card.local, card.zone, mine or own_zone())
    return _("{there} · {here}").format(there=there, here=here) if here else there


def where(view: PostView) -> str:
    """Return market, network, account and the countries that it also reaches."""
    channel = view.card.channel
    names = (view.market.name, network_name(channel.network), channel.name, channel.handle)
    parts = list(dict.fromkeys(filter(None, names)))
    if channel.reach:
        countries = ", ".join(map(_country, channel.reach))
        parts.append(_("also reaches {countries}").format(countries=countries))
    return " · ".join(parts)


def _country(code: str) -> str:
    territory = QLocale.codeToTerritory(code)
    if territory is QLocale.Country.AnyCountry:
        return code
    return QLocale.territoryToString(territory)


def _button(name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setAutoRaise(True)
    button.setMinimumSize(QSize(Space.XL + Space.XS, Space.XL + Space.XS))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
