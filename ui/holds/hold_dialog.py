"""Placing a hold: what it covers, why, and what it will stop."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.catch import Ground
from app.commands.hold_calls import EVERY_ONE, call_words
from app.commands.hold_words import stands_already, targets, would_stop, would_stop_it
from app.commands.holds import place_hold
from app.commands.session import now_utc
from app.commands.texts import scope_name
from app.commands.views import CalendarView, Card
from app.domain.change import ChangeSet
from app.domain.hold import Scope
from app.wording import _
from ui.holds.aiming import Aim
from ui.holds.near_choice import NearChoice
from ui.jobs import Job, Jobs, Progress
from ui.operations import Operations
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.answer_row import AnswerRow
from ui.widgets.labels import Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.tooltips import tooltip_of

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader


class HoldDialog(QDialog):
    """Anyone may place a hold; it stops at once all that it covers.

    Around one post it asks first whether that alone, its channel or its market is meant.
    """

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
        *,
        around: Card | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("hold_dialog")
        self.setWindowTitle(_("Place a hold"))
        self.setModal(True)
        self._reader = reader
        self._operations = operations
        self._calendar = calendar
        self._jobs = jobs
        self._counting: Job | None = None
        self._ground: Ground | None = None
        self._scope = QComboBox()
        self._scope.setObjectName("hold_scope")
        self._scope.setAccessibleName(_("How far it reaches"))
        for scope in Scope:
            if scope is not Scope.POST:  # a person points at one
                self._scope.addItem(scope_name(scope), scope)
        self._target = QComboBox()
        self._target.setObjectName("hold_target")
        self._target.setAccessibleName(_("What it covers"))
        self._near = NearChoice(around, calendar) if around is not None else None
        self._reason = QLineEdit()
        self._reason.setObjectName("hold_reason")
        self._reason.setAccessibleName(_("Why"))
        self._reason.setPlaceholderText(_("What has happened? Everybody will read it."))
        self._catch = Label(_("Counting…"), TextRole.STRONG, wraps=True)
        self._catch.setObjectName("hold_catch")
        self._stands = Label(wraps=True)
        self._stands.setObjectName("hold_stands_already")
        self._calls = Label(wraps=True, muted=True)
        self._calls.setObjectName("hold_on_duty")
        self._message = MessageBar(theme)
        self._place = QPushButton(_("Place the hold"))
        self._place.setObjectName("hold_place")
        self._lay_out(theme)
        self._scope.currentIndexChanged.connect(self._on_scope)
        self._target.currentTextChanged.connect(self._tell)
        self._reason.textChanged.connect(self._tell)
        self._place.clicked.connect(self._on_place)
        self.finished.connect(self._stop_counting)
        if self._near is not None:
            self._near.chosen.connect(self._on_near)
            self._near.settled.connect(self._reason.setFocus)
            self._near.typed.connect(self._on_typed)
            self._near.setFocus()
            self._on_near()
        self._on_scope()
        self._count(self._on_counted, with_approvals=False)

    def aim(self, scope: Scope, target: str = "") -> None:
        """Begin with this scope and target; only the reason is still to be written."""
        self._scope.setCurrentIndex(self._scope.findData(scope))
        found = self._target.findData(target)
        if found >= 0:
            self._target.setCurrentIndex(found)
        self._reason.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        sign = QLabel()
        sign.setPixmap(icons.pixmap("hold", theme.text, 24, self.devicePixelRatioF()))
        explained = QHBoxLayout()
        explained.setSpacing(Space.M)
        explained.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = _(
            "A hold stops at once all that it covers, approved or not. "
            "A reviewer or owner lifts it; then each post is read anew."
        )
        explained.addWidget(Label(words, wraps=True), 1)
        self._fields = fields = QFormLayout()
        fields.setHorizontalSpacing(Space.M)
        fields.setVerticalSpacing(Space.S)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if self._near is not None:
            fields.addRow(_("Stops"), self._near)
        fields.addRow(_("Reaches"), self._scope)
        fields.addRow(_("Covers"), self._target)
        fields.addRow(_("Why"), self._reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.L)
        column.addLayout(explained)
        column.addLayout(fields)
        column.addWidget(self._stands)
        column.addWidget(self._catch)
        column.addWidget(self._calls)
        column.addWidget(self._message)
        column.addWidget(AnswerRow(self._place, self))
        self.setMinimumWidth(440)

    def _count(self, done: Callable[[Ground], None], *, with_approvals: bool) -> None:
        wanted = [self._near.post.id] if self._near is not None else []

        def work(progress: Progress) -> Ground:
            own = self._reader.again()
            try:
                return own.ground(wanted, with_approvals=with_approvals, checked=progress.check)
            finally:
                own.close()

        self._counting = self._jobs.run(work, done=done, title=_("Counting posts"))

    def _stop_counting(self) -> None:
        if self._counting is not None:
            self._counting.cancel()

    def _on_counted(self, ground: Ground) -> None:
        """Say the number at once; how many could leave takes longer to count."""
        self._take(ground)
        self._count(self._take, with_approvals=True)

    def _take(self, ground: Ground) -> None:
        is_first = self._ground is None
        self._ground = ground
        if is_first and self._chosen_scope() is Scope.CAMPAIGN:
            self._on_scope()
        self._tell()

    def _aim(self) -> Aim:
        near = self._near.aim if self._near is not None else None
        return near or (self._chosen_scope(), self._chosen_target())

    def _on_near(self) -> None:
        """Ask how far it reaches only where something else is meant."""
        asks = self._near is None or self._near.aim is None
        self._fields.setRowVisible(self._scope, asks)
        self._fields.setRowVisible(self._target, asks)
        self._tell()

    def _on_typed(self, letters: str) -> None:
        """Take letters as the beginning of the reason: who is in a hurry types at once."""
        self._reason.setFocus()
        self._reason.insert(letters)

    def _chosen_scope(self) -> Scope:
        return Scope(self._scope.currentData())

    def _chosen_target(self) -> str:
        if self._chosen_scope() is Scope.CAMPAIGN:
            return self._target.currentText().strip()
        return str(self._target.currentData() or "")

    def _on_scope(self) -> None:
        scope = self._chosen_scope()
        campaigns = self._ground.campaigns if self._ground else ()
        self._target.blockSignals(True)
        self._target.clear()
        self._target.setEditable(scope is Scope.CAMPAIGN)
        for key, name in targets(scope, self._calendar, campaigns):
            self._target.addItem(name, key)
        self._target.setEnabled(scope is not Scope.EVERYTHING)
        if scope is Scope.EVERYTHING:
            self._target.addItem(_("All markets and channels"), "")
        self._target.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        scope, target = self._aim()
        lacks_target = scope is not Scope.EVERYTHING and not target
        lacks_reason = not self._reason.text().strip()
        self._place.setEnabled(not (lacks_target or lacks_reason))
        self._place.setToolTip(
            _("Choose what it covers first.")
            if lacks_target
            else _("Write why first.")
            if lacks_reason
            else ""
        )
        already = "" if lacks_target else stands_already(scope, target, self._calendar)
        self._stands.setText(already)
        self._stands.setVisible(bool(already))
        calls, whole = ("", "") if lacks_target else self._who_can_be_called(scope, target)
        self._calls.setText(calls)
        self._calls.setToolTip(tooltip_of(whole) if whole != calls else "")
        self._calls.setVisible(bool(calls))
        if self._ground is not None:
            say = would_stop_it if scope is Scope.POST else would_stop
            self._catch.setText(say(self._ground.if_placed(scope, target)))

    def _who_can_be_called(self, scope: Scope, target: str) -> tuple[str, str]:
        """Return it in one line, and with all that it only counts."""
        if self._near is not None and scope is Scope.POST:
            scope, target = Scope.MARKET, self._near.post.market
        said = partial(call_words, self._calendar, scope, target, now_utc())
        return said(), said(most=EVERY_ONE)

    def _on_place(self) -> None:
        scope, target = self._aim()
        reason = self._reason.text().strip()
        self._place.setEnabled(False)
        self._operations.run(
            lambda session: place_hold(session, scope=scope, target=target, reason=reason),
            refused=self._on_refused,
            done=self._on_placed,
        )

    def _on_refused(self, sentence: str) -> None:
        self._message.show_refusal(sentence)
        self._tell()

    def _on_placed(self, _changes: ChangeSet) -> None:
        self.accept()
