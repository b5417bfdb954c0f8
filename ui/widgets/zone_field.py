"""A time zone to choose, with what its clocks show now."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.commands.dates import zone_name
from app.commands.places import zones, zones_of
from app.domain.wall_time import local_at
from app.wording import _
from ui.theme import TextRole
from ui.widgets.labels import Label
from ui.widgets.search_box import SearchBox


class ZoneField(QWidget):
    """IANA zones, those of the country first; below it the zone's name, offset and clock now."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = SearchBox()
        self._box.setObjectName("zone")
        self._box.setAccessibleName(_("Time zone"))
        self._now = Label(role=TextRole.SMALL, muted=True)
        self._now.setObjectName("zone_now")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._box)
        column.addWidget(self._now)
        self.setFocusProxy(self._box)
        self.set_country("")
        self._box.currentTextChanged.connect(self._on_text)

    @property
    def zone(self) -> str:
        """What is chosen or typed: an IANA name, if the person typed one."""
        return self._box.currentText().strip()

    def set_zone(self, zone: str) -> None:
        """Show a zone; this is no edit of a person."""
        self._box.blockSignals(True)
        self._box.setCurrentText(zone)
        self._box.blockSignals(False)
        self._say_now()

    def set_country(self, country: str) -> None:
        """Offer the zones of a country first."""
        own = zones_of(country)
        chosen = self.zone
        self._box.blockSignals(True)
        self._box.clear()
        self._box.addItems(own)
        if own:
            self._box.insertSeparator(len(own))
        self._box.addItems([zone for zone in zones() if zone not in own])
        self._box.setCurrentText(chosen)
        self._box.blockSignals(False)
        self._say_now()

    def _on_text(self) -> None:
        self._say_now()
        self.edited.emit()

    def _say_now(self) -> None:
        self._now.setText(self._what_it_is_there())

    def _what_it_is_there(self) -> str:
        if not self.zone:
            return _("Choose a zone such as Europe/Berlin.")
        if self.zone not in zones():
            return _("No such zone: choose one from the list.")
        now = datetime.now(UTC)
        return _("{zone}; it is {time} there now").format(
            zone=zone_name(self.zone, now), time=f"{local_at(now, self.zone):%H:%M}"
        )
