"""The head of the post panel: its number, stage and place, and what can be done with it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.commands.dates import moment
from app.commands.texts import network_name
from app.commands.views import CalendarView, Card, PostView, Stage
from app.domain.market import Market
from app.domain.wall_time import local_at
from app.wording import _
from ui.post.sibling_words import listed
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.chips import StageBadge
from ui.widgets.labels import ElidedLabel, Label


class PostHead(QWidget):
    """Names the post; its buttons tell what the person wants."""

    close_wanted = Signal()
    ready_wanted = Signal()
    draft_wanted = Signal()
    review_wanted = Signal()
    duplicate_wanted = Signal()
    repeat_wanted = Signal()
    tray_wanted = Signal()
    cancel_wanted = Signal()
    taken_out_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("post_head")
        self._theme = theme
        self._name = Label(role=TextRole.HEADING)
        self._name.setObjectName("post_number")
        self._stage = StageBadge(theme, Stage.DRAFT)
        self._stage.setObjectName("post_stage")
        self._place = ElidedLabel(role=TextRole.SMALL, muted=True)
        self._place.setObjectName("post_place")
        self._queued = Label(role=TextRole.SMALL, wraps=True)
        self._queued.setObjectName("post_queued")
        self._ready = _action("post_ready", _("Ready for review"))
        self._ready.setToolTip(_("Hand it to the reviewers"))
        self._ready.clicked.connect(self.ready_wanted)
        self._draft = _action("post_draft", _("Back to draft"))
        self._draft.clicked.connect(self.draft_wanted)
        self._review = _action("post_review", _("Review…"))
        self._review.setToolTip(_("Read it whole, as a reviewer does"))
        self._review.clicked.connect(self.review_wanted)
        self._more = QToolButton()
        self._more.setObjectName("post_more")
        self._more.setAutoRaise(True)
        self._more.setMinimumSize(QSize(Space.XL + Space.XS, Space.XL + Space.XS))
        self._more.setToolTip(_("Duplicate, repeat, put in the tray, cancel"))
        self._more.setAccessibleName(_("More"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        for name, text, wanted in (
            ("post_duplicate", _("Duplicate"), self.duplicate_wanted),
            ("post_repeat", _("Repeat as drafts…"), self.repeat_wanted),
            ("post_to_tray", _("Put in the tray"), self.tray_wanted),
            ("post_taken_out", _("It was taken out at the scheduler…"), self.taken_out_wanted),
            ("post_cancel", _("Cancel post"), self.cancel_wanted),
        ):
            action = self._menu.addAction(text, wanted.emit)
            action.setObjectName(name)
        self._more.setMenu(self._menu)
        self._close = QToolButton()
        self._close.setObjectName("post_close")
        self._close.setAutoRaise(True)
        self._close.setMinimumSize(QSize(Space.XL + Space.XS, Space.XL + Space.XS))
        self._close.setToolTip(_("Close (Esc); changes are saved"))
        self._close.setAccessibleName(_("Close the panel"))
        self._close.clicked.connect(self.close_wanted)
        self._lay_out()
        self.set_theme(theme)

    def show_post(self, view: PostView, calendar: CalendarView) -> None:
        """Name a post and offer what can be done with it, and what that does to its approval."""
        card = view.card
        is_alive = not view.post.cancelled
        name = "{name}" if is_alive else _("{name} · cancelled")
        self._name.setText(name.format(name=card.name))
        self._stage.set_stage(card.stage)
        self._stage.setVisible(is_alive)
        self._place.setText(place(card, view.market))
        self._place.setToolTip(self._place.text())
        self._queued.setText(queued_words(card))
        self._queued.setVisible(bool(self._queued.text()))
        self._ready.setVisible(is_alive and not view.post.ready)
        self._draft.setVisible(is_alive and view.post.ready)
        self._draft.setToolTip(_draft_words(view))
        self._review.show()
        self._more.show()
        for action in self._menu.actions():
            if action.objectName() in ("post_repeat", "post_to_tray", "post_cancel"):
                action.setVisible(is_alive)
            if action.objectName() == "post_repeat":
                action.setEnabled(card.local is not None)
                action.setText(_repeat_words(card))
            if action.objectName() == "post_to_tray":
                action.setEnabled(card.local is not None)
                action.setText(_tray_words(view, calendar))
            if action.objectName() == "post_taken_out":
                action.setVisible(card.hand_over is not None)

    def show_waiting(self) -> None:
        """Name no post: it is still being read."""
        self._name.setText(_("Reading the post…"))
        self._place.setText("")
        self._offer_nothing()

    def show_new(self, market: Market) -> None:
        """Name a post that is still to be written."""
        self._name.setText(_("New post"))
        self._place.setText(market.name)
        self._offer_nothing()

    def _offer_nothing(self) -> None:
        for part in (self._stage, self._queued, self._ready, self._draft, self._review, self._more):
            part.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._stage.set_theme(theme)
        self._close.setIcon(icons.icon("close", theme.text))
        self._more.setIcon(icons.icon("more", theme.text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.raised)
        painter.setPen(self._theme.border)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(self._name)
        first.addWidget(self._stage)
        first.addStretch(1)
        first.addWidget(self._close)
        second = QHBoxLayout()
        second.setSpacing(Space.S)
        for button in (self._ready, self._draft, self._review):
            second.addWidget(button)
        second.addStretch(1)
        second.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(first)
        column.addWidget(self._place)
        column.addWidget(self._queued)
        column.addLayout(second)


def place(card: Card, market: Market) -> str:
    """Return market, network, channel and handle."""
    channel = card.channel
    parts = [market.name, network_name(channel.network), channel.name, channel.handle]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def queued_words(card: Card) -> str:
    """Return what still lies at the scheduler; nothing where nothing does."""
    if card.hand_over is None:
        return ""
    when = moment(local_at(card.hand_over.instant, card.zone))
    if card.hand_over_differs:
        return _("Still queued at the scheduler as it was, for {when}: take it out there.").format(
            when=when
        )
    return _("Queued at the scheduler for {when}.").format(when=when)


def _repeat_words(card: Card) -> str:
    if card.local is None:
        return _("Repeat as drafts: give it a date first")
    return _("Repeat as drafts…")


def _tray_words(view: PostView, calendar: CalendarView) -> str:
    if not view.approvals_so_far:
        return _("Put in the tray")
    names = listed(map(calendar.person_name, view.approvals_so_far))
    return _("Put in the tray (ends the approval by {names})").format(names=names)


def _draft_words(view: PostView) -> str:
    if view.approvals_so_far:
        return _(
            "Take it back from the reviewers; the approval stays, and it leaves only when ready"
        )
    return _("Take it back from the reviewers")


def _action(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    return button
