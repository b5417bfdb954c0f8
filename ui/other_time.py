"""The menu and the key of the second time: none, the reader's own, or that of another zone."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.commands.dates import city_name
from app.wording import _
from ui.cards.other_clock import OtherClock
from ui.preferences import OWN_ZONE, Preferences
from ui.widgets.own_clock import own_zone


class OtherTime(QObject):
    """Keeps which clock is shown beside the markets' own; `chosen` carries it, or None."""

    chosen = Signal(object)

    def __init__(
        self, key: QAction, menu: QMenu, preferences: Preferences, window: QWidget
    ) -> None:
        super().__init__(window)
        self._key = key
        self._menu = menu
        self._preferences = preferences
        self._window = window
        self._markets: list[str] = []
        self._zone = preferences.other_zone
        self._last = self._zone or preferences.last_other_zone or OWN_ZONE
        self._group: QActionGroup | None = None
        self._fill()

    @property
    def clock(self) -> OtherClock | None:
        """The clock that is shown beside the markets' own, if any."""
        if not self._zone:
            return None
        is_own = self._zone == OWN_ZONE
        return OtherClock(own_zone() if is_own else self._zone, is_own=is_own)

    def set_zones(self, zones: Collection[str]) -> None:
        """Offer the zones of these markets."""
        self._markets = sorted(set(zones), key=city_name)
        self._fill()

    def choose(self, zone: str) -> None:
        """Show the time of a zone, of this computer (OWN_ZONE), or none (empty), from now on."""
        self._zone = zone
        self._last = zone or self._last
        self._preferences.other_zone = zone
        self._preferences.last_other_zone = self._last
        self._fill()
        self.chosen.emit(self.clock)

    def toggle(self) -> None:
        """Show the second time that was shown last, or none."""
        self.choose("" if self._zone else self._last)

    def _fill(self) -> None:
        self._key.setChecked(bool(self._zone))
        if self._group is not None:
            self._group.deleteLater()
        self._group = group = QActionGroup(self._menu)
        self._menu.clear()
        self._menu.addAction(self._key)
        self._menu.addSeparator()
        here = own_zone()
        self._offer(group, OWN_ZONE, _("Your time ({city})").format(city=city_name(here)))
        known = [zone for zone in self._markets if zone != here]
        others = [self._zone] if self._zone not in ("", OWN_ZONE, *known) else []
        for zone in [*known, *others]:
            self._offer(group, zone, city_name(zone))
        self._menu.addSeparator()
        other = self._menu.addAction(_("Another &zone…"))
        other.setObjectName("another_zone")
        other.triggered.connect(self._ask)
        group.triggered.connect(lambda action: self.choose(str(action.data())))

    def _offer(self, group: QActionGroup, zone: str, words: str) -> None:
        action = self._menu.addAction(words.replace("&", "&&"))
        action.setObjectName(f"other_time_{zone}")
        action.setCheckable(True)
        action.setData(zone)
        action.setChecked(zone == self._zone)
        group.addAction(action)

    def _ask(self) -> None:
        from ui.calendar.zone_dialog import ZoneDialog  # noqa: PLC0415  few ask for it

        clock = self.clock
        dialog = ZoneDialog(clock.zone if clock else "", self._window)
        dialog.accepted.connect(lambda: self.choose(dialog.zone))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
