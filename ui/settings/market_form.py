"""Name, country, zone, languages and publishing hours of one market."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.commands.places import countries, country_name, languages_of, zones_of
from app.domain.market import Market
from app.wording import _
from ui.settings.hours_field import HoursField
from ui.settings.languages_field import LanguagesField
from ui.theme import Space, Theme
from ui.widgets.search_box import SearchBox
from ui.widgets.section import Section
from ui.widgets.zone_field import ZoneField

LONGEST_CODE = 8


class MarketForm(QWidget):
    """Shows a market and returns it as the form stands; `edited` tells of each change.

    Choosing the country of a new market fills in what follows from it: code, zone and languages.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._market: Market | None = None
        self._is_new = False
        self._country = SearchBox()
        self._country.setObjectName("country")
        self._country.setAccessibleName(_("Country"))
        for code, name in countries():
            self._country.addItem(name, code)
        self._name = _line("market_name", _("Name"))
        self._code = _line("market_code", _("Short code"))
        self._code.setMaxLength(LONGEST_CODE)
        self._region = QComboBox()
        self._region.setObjectName("region")
        self._region.setAccessibleName(_("Region"))
        self._region.setEditable(True)
        self._region.setToolTip(_("A hold can stop a whole region at once."))
        self._subdivisions = _line("subdivisions", _("States or provinces"))
        self._subdivisions.setPlaceholderText(_("such as DE-BY, DE-BE"))
        self._addresses = _line("addresses", _("Web addresses of this market"))
        self._addresses.setPlaceholderText(_("such as brand.de, brand.com/de"))
        self._addresses.setToolTip(_("A link to the address of another market is flagged."))
        self._known_addresses: tuple[str, ...] = ()
        self._zone = ZoneField()
        self._languages = LanguagesField(theme)
        self._hours = HoursField()
        self._lay_out()
        self._country.currentIndexChanged.connect(self._on_country)
        for line in (self._name, self._code, self._subdivisions, self._addresses):
            line.textEdited.connect(self._tell)
        self._region.editTextChanged.connect(self._tell)
        for field in (self._zone, self._languages, self._hours):
            field.edited.connect(self._tell)

    @property
    def is_changed(self) -> bool:
        """Whether the form differs from the market it was given."""
        if self._market is None:
            return False
        return self.market() != self._market or self.addresses != self._known_addresses

    @property
    def base(self) -> Market | None:
        """The market as it was shown; nothing where it is new."""
        return None if self._is_new else self._market

    @property
    def base_addresses(self) -> tuple[str, ...]:
        """Its web addresses as they were shown."""
        return self._known_addresses

    @property
    def addresses(self) -> tuple[str, ...]:
        """The web addresses as they stand in the form."""
        return tuple(part.strip() for part in self._addresses.text().split(",") if part.strip())

    def market(self) -> Market:
        """Return the market as the form stands; `show_market` must have been called."""
        if self._market is None:
            message = "The form has no market yet."
            raise ValueError(message)
        return replace(
            self._market,
            code=self._code.text().strip().upper(),
            name=self._name.text().strip(),
            country=self._country.currentData() or self._market.country,
            languages=self._languages.tags,
            zone=self._zone.zone,
            region=self._region.currentText().strip(),
            subdivisions=_separate(self._subdivisions.text()),
            hours=self._hours.hours,
        )

    def show_market(
        self,
        market: Market,
        regions: tuple[str, ...],
        addresses: tuple[str, ...] = (),
        *,
        is_new: bool,
    ) -> None:
        """Show a market, the regions that are in use and its addresses; this is no edit."""
        self._known_addresses = addresses
        self._addresses.setText(", ".join(addresses))
        self._market, self._is_new = market, is_new
        silent = (self._country, self._region)
        for box in silent:
            box.blockSignals(True)
        self._country.setCurrentIndex(self._country.findData(market.country))
        if not market.country:
            self._country.clearEditText()
        self._region.clear()
        self._region.addItems(regions)
        self._region.setCurrentText(market.region)
        for box in silent:
            box.blockSignals(False)
        self._name.setText(market.name)
        self._code.setText(market.code)
        self._subdivisions.setText(", ".join(market.subdivisions))
        self._zone.set_country(market.country)
        self._zone.set_zone(market.zone)
        self._languages.set_tags(market.languages)
        self._hours.set_country(market.country)
        self._hours.set_hours(market.hours)

    def focus_first(self) -> None:
        """Put the cursor where filling in begins."""
        self._country.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._languages.set_theme(theme)

    def _tell(self) -> None:
        self.edited.emit()

    def _on_country(self) -> None:
        country = self._country.currentData()
        if not country:
            return
        self._zone.set_country(country)
        self._hours.set_country(country)
        if self._is_new:
            self._fill_in(country)
        self.edited.emit()

    def _fill_in(self, country: str) -> None:
        """Write what follows from the country; the person may correct each of it."""
        self._name.setText(country_name(country))
        self._code.setText(country)
        self._zone.set_zone(next(iter(zones_of(country)), ""))
        self._languages.set_tags(languages_of(country))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(_section(_("Country"), self._country))
        column.addLayout(
            _side_by_side(
                (_section(_("Name"), self._name), 3),
                (_section(_("Short code, as in DE-0142"), self._code), 2),
            )
        )
        column.addWidget(_section(_("Time zone in which posts are planned"), self._zone))
        column.addWidget(_section(_("Languages of its posts"), self._languages))
        column.addWidget(_section(_("Publishing hours"), self._hours))
        column.addLayout(
            _side_by_side(
                (_section(_("Region"), self._region), 1),
                (_section(_("States or provinces, for their holidays"), self._subdivisions), 1),
            )
        )
        column.addWidget(_section(_("Web addresses of this market"), self._addresses))
        column.addStretch(1)


def _line(name: str, spoken: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(spoken)
    return line


def _section(title: str, field: QWidget) -> Section:
    section = Section(title, f"{field.objectName() or type(field).__name__}_section")
    section.add(field)
    return section


def _side_by_side(*sections: tuple[Section, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.L)
    for section, stretch in sections:
        row.addWidget(section, stretch)
    return row


def _separate(text: str) -> tuple[str, ...]:
    return tuple(part.strip().upper() for part in text.split(",") if part.strip())
