"""Posts near their time as Qt's model: one row per post, and headings between them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.commands.leaving import Leaving
from app.domain.market import MarketId
from app.domain.post import PostId
from ui.leaving.leaving_rows import Heading, Row, rows_of
from ui.leaving.leaving_words import spoken, tooltip
from ui.widgets.tooltips import tooltip_of

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class LeavingModel(QAbstractListModel):
    """A thin adapter over rows; headings cannot be chosen."""

    def __init__(self, mine: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mine = mine
        self._markets: Mapping[MarketId, str] = {}
        self._now = datetime.min.replace(tzinfo=UTC)
        self._rows: tuple[Row, ...] = ()

    @property
    def mine(self) -> str:
        """The zone of the reader."""
        return self._mine

    @property
    def rows(self) -> tuple[Row, ...]:
        """Headings and posts, in order."""
        return self._rows

    def set_markets(self, markets: Mapping[MarketId, str]) -> None:
        """Take what markets are called."""
        self._markets = markets

    def market_name(self, one: Leaving) -> str:
        """Return what the market of a post is called."""
        market = one.recall.market.id if one.recall is not None else one.card.market
        return self._markets.get(market, "")

    def show_entries(self, entries: Sequence[Leaving], now: datetime) -> None:
        """Show these posts as they stand at a moment."""
        self.beginResetModel()
        self._now = now
        self._rows = rows_of(entries, now, self._mine) if entries else ()
        self.endResetModel()

    def entry(self, index: Index) -> Leaving | None:
        """Return the post of a row; nothing for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Leaving) else None

    def index_of(self, is_it: Callable[[Leaving], bool]) -> QModelIndex:
        """Return the first row of a post that is such; an invalid index where there is none."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Leaving) and is_it(row):
                return self.index(number)
        return QModelIndex()

    def index_of_post(self, post_id: PostId) -> QModelIndex:
        """Return the row of a post."""
        return self.index_of(lambda one: one.card.id == post_id)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, Heading):
            says = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return ", ".join(filter(None, (row.words, row.detail))) if role in says else None
        market = self.market_name(row)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.card.headline
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row, market, self._mine, self._now)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_of(tooltip(row, market, self._mine, self._now))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
