"""Asking why, and for which markets, before a day is switched or retired."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.change import ChangeSet
from app.domain.market import MarketId
from app.domain.team_day import EVERY_MARKET, LONGEST_TEXT
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets.answer_row import AnswerRow
from ui.widgets.labels import Label
from ui.widgets.message_bar import MessageBar


class ReasonDialog(QDialog):
    """`confirmed` carries the reason; it stays open until it is told that all went well."""

    confirmed = Signal(str)

    def __init__(
        self,
        title: str,
        explained: str,
        deed: str,
        theme: Theme,
        *,
        markets: Sequence[tuple[MarketId, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reason_dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self._market = QComboBox()
        self._market.setObjectName("reason_market")
        self._market.setAccessibleName(_("Where"))
        for market, name in markets:
            self._market.addItem(name, market)
        if len(markets) != 1:
            self._market.addItem(_("In all markets"), EVERY_MARKET)
        self._reason = QLineEdit()
        self._reason.setObjectName("reason")
        self._reason.setAccessibleName(_("Why"))
        self._reason.setPlaceholderText(_("Everybody will read it."))
        self._reason.setMaxLength(LONGEST_TEXT)
        self._bar = MessageBar(theme)
        self._do = QPushButton(deed)
        self._do.setObjectName("reason_do")
        self._lay_out(title, explained, has_markets=bool(markets))
        self._reason.textChanged.connect(self._open)
        self._do.clicked.connect(self._on_do)
        self._open()

    @property
    def market(self) -> MarketId:
        """The chosen market, or EVERY_MARKET."""
        return MarketId(self._market.currentData() or EVERY_MARKET)

    def on_done(self, _changes: ChangeSet) -> None:
        """Close: all went well."""
        self.accept()

    def show_refusal(self, sentence: str) -> None:
        """Say why it cannot be done."""
        self._bar.show_refusal(sentence)

    def offer_to_look_again(self, sentence: str) -> None:
        """Say that somebody else was first: what counts now stands behind this dialog."""
        self._bar.show_refusal(sentence, _("Look again"), self.reject)

    def _lay_out(self, title: str, explained: str, *, has_markets: bool) -> None:
        fields = QFormLayout()
        fields.setHorizontalSpacing(Space.M)
        fields.setVerticalSpacing(Space.S)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if has_markets:
            fields.addRow(_("Where"), self._market)
        fields.addRow(_("Why"), self._reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(Label(title, TextRole.HEADING, wraps=True))
        column.addWidget(Label(explained, wraps=True))
        column.addLayout(fields)
        column.addWidget(self._bar)
        column.addWidget(AnswerRow(self._do, self))
        self.setMinimumWidth(440)
        self._reason.setFocus()

    def _open(self) -> None:
        has_reason = bool(self._reason.text().strip())
        self._do.setEnabled(has_reason)
        self._do.setToolTip("" if has_reason else _("Write why first."))

    def _on_do(self) -> None:
        self.confirmed.emit(self._reason.text().strip())
