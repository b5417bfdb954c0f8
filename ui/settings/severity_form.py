"""How grave a rule or a family of rules is, in all markets and in each of them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.commands.rule_list import RuleEntry
from app.commands.texts import severity_name
from app.commands.views import CalendarView
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.severity_rule import EVERY_MARKET
from app.wording import _
from ui.settings.policy_words import chosen_words, limits, usual_words
from ui.theme import Space, TextRole
from ui.widgets.labels import Label
from ui.widgets.section import Section

CHOICES = (Severity.NOTE, Severity.CAUTION, Severity.STOP)


class SeverityForm(QWidget):
    """A severity to choose for all markets and for each one; `edited` tells of each change."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule: RuleEntry | None = None
        self._before: dict[MarketId, Severity | None] = {}
        self._boxes: dict[MarketId, QComboBox] = {}
        self._says = Label(wraps=True)
        self._says.setObjectName("rule_says")
        self._usual = Label(wraps=True)
        self._usual.setObjectName("rule_usual")
        self._limits = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._limits.setObjectName("rule_limits")
        self._section = Section(_("In this team it is"), "severity_section")
        self._reasons = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._reasons.setObjectName("rule_reasons")
        self._reset = QPushButton(_("As the program says, everywhere"))
        self._reset.setObjectName("reset_severities")
        self._reset.setAutoDefault(False)
        self._reset.clicked.connect(self._on_reset)
        self._grid: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self._says, self._usual, self._limits, self._section, self._reasons):
            column.addWidget(part)
        column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

    @property
    def is_changed(self) -> bool:
        """Whether any choice differs from what is decided."""
        return bool(self.changes)

    @property
    def rule(self) -> str:
        """The rule or family that is shown."""
        return self._rule.rule if self._rule else ""

    @property
    def changes(self) -> Mapping[MarketId, Severity | None]:
        """The markets with another choice than before; nothing stands for the program's own."""
        chosen = {market: _chosen(box) for market, box in self._boxes.items()}
        return {one: severity for one, severity in chosen.items() if severity != self._before[one]}

    @property
    def base(self) -> Mapping[MarketId, Severity | None]:
        """What was shown as decided."""
        return self._before

    def show_rule(self, rule: RuleEntry, calendar: CalendarView) -> None:
        """Show what is decided on a rule; this is no edit."""
        self._rule = rule
        decided = [one for one in calendar.severities if one.rule == rule.rule]
        by_market = {one.market: one.severity for one in decided}
        markets = {EVERY_MARKET: _("All markets")}
        markets |= {market.id: market.name for market in calendar.markets}
        self._before = {market: by_market.get(market) for market in markets}
        self._says.setText(rule.says or _("All rules of this family that weigh no other way."))
        self._usual.setText(_("By itself: {severity}").format(severity=usual_words(rule)))
        self._limits.setText(limits(rule))
        self._limits.setVisible(bool(limits(rule)))
        self._reasons.setText("\n".join(chosen_words(calendar, one) for one in decided))
        self._reasons.setVisible(bool(decided))
        self._show_boxes(markets)
        self._section.setVisible(not rule.is_fixed)
        self._reset.setVisible(not rule.is_fixed)
        self._open_reset()

    def keep(self) -> None:
        """Take what stands in the form for saved."""
        self._before = {market: _chosen(box) for market, box in self._boxes.items()}

    def _show_boxes(self, markets: Mapping[MarketId, str]) -> None:
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        self._boxes = {}
        for row, (market, name) in enumerate(markets.items()):
            box = self._box(market, name)
            self._boxes[market] = box
            label = Label(name)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        self._section.add(self._grid)

    def _box(self, market: MarketId, name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"severity_{market or 'all'}")
        box.setAccessibleName(_("How grave it is in {market}").format(market=name))
        own = _("as the program says") if market == EVERY_MARKET else _("as in all markets")
        box.addItem(own, None)
        for severity in CHOICES:
            box.addItem(severity_name(severity), int(severity))
        before = self._before[market]
        box.setCurrentIndex(0 if before is None else box.findData(int(before)))
        box.currentIndexChanged.connect(self._on_chosen)
        return box

    def _on_chosen(self) -> None:
        self._open_reset()
        self.edited.emit()

    def _on_reset(self) -> None:
        for box in self._boxes.values():
            box.setCurrentIndex(0)

    def _open_reset(self) -> None:
        is_own = all(_chosen(box) is None for box in self._boxes.values())
        self._reset.setEnabled(not is_own)
        self._reset.setToolTip(_("It is as the program says.") if is_own else "")


def _chosen(box: QComboBox) -> Severity | None:
    data = box.currentData()
    return None if data is None else Severity(data)
