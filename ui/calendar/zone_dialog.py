"""Choosing any zone whose time is said beside each market's own."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.commands.places import zones
from app.wording import _
from ui.theme import Space
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label
from ui.widgets.zone_field import ZoneField


class ZoneDialog(QDialog):
    """Asks for a zone; once it is accepted, `zone` is one that there is."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("zone_dialog")
        self.setWindowTitle(_("Another time zone"))
        self._field = ZoneField()
        self._field.set_zone(zone)
        buttons = QDialogButtonBox()
        self._show = make_primary(
            buttons.addButton(_("Show its time"), QDialogButtonBox.ButtonRole.AcceptRole)
        )
        self._show.setObjectName("show_zone")
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        words = _("Whose time shall stand on each post, below that of its market?")
        column.addWidget(Label(words, wraps=True))
        column.addWidget(self._field)
        column.addWidget(buttons)
        self.setMinimumWidth(400)
        self._field.edited.connect(self._tell)
        self._field.setFocus()
        self._tell()

    @property
    def zone(self) -> str:
        """The IANA name of the zone."""
        return self._field.zone

    def _tell(self) -> None:
        exists = self.zone in zones()
        self._show.setEnabled(exists)
        self._show.setToolTip("" if exists else _("Choose a zone from the list first."))
