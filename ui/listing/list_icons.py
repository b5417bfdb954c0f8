"""The signs in the rows of the list, each made once per theme."""

from PySide6.QtGui import QIcon

from app.commands.listing import Listed
from ui.listing.columns import Column
from ui.theme import Theme
from ui.widgets import icons


class ListIcons:
    """Signs of severities, stages and networks in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[tuple[Column, str], QIcon] = {}

    def of(self, one: Listed, column: Column) -> QIcon | None:
        """Return the sign that a column shows of a post, if it shows any."""
        name = _name(one, column)
        if not name:
            return None
        key = (column, name)
        if key not in self._made:
            self._made[key] = self._new(one, column, name)
        return self._made[key]

    def _new(self, one: Listed, column: Column, name: str) -> QIcon:
        theme = self._theme
        if column in (Column.CHANNEL, Column.NETWORK):
            return self._network(name)
        ink = theme.severity(one.card.severity).stripe if column is Column.SEVERITY else theme.muted
        return icons.icon(name, ink, theme.surface)

    def _network(self, network: str) -> QIcon:
        made = QIcon()
        for ratio in icons.ratios():
            size = icons.SIZES[0]
            made.addPixmap(icons.network_pixmap(network, self._theme.muted, size, ratio))
        return made


def _name(one: Listed, column: Column) -> str:
    card = one.card
    match column:
        case Column.SEVERITY if card.severity is not None:
            return icons.severity_icon_name(card.severity)
        case Column.STAGE:
            return icons.stage_icon_name(card.stage)
        case Column.CHANNEL | Column.NETWORK:
            return card.channel.network
    return ""
