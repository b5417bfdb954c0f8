"""The button in whose menu the chips stand that have no room in their line."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from app.wording import _, ngettext
from ui.finding.chip import Chip
from ui.finding.facet_button import FacetButton
from ui.theme import Theme


class FiltersButton(Chip):
    """Says how many of its chips hide posts; `opened` carries the menu when it is filled."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("Filters"), theme)
        self.setObjectName("filter_more")
        self._stands_for: tuple[FacetButton, ...] = ()
        menu = QMenu(self)
        menu.setObjectName("filter_more_menu")
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def stand_for(self, chips: Sequence[FacetButton]) -> None:
        """Offer these chips, and say which of them hide posts."""
        self._stands_for = tuple(chips)
        active = [chip.text() for chip in chips if chip.is_active]
        self._is_active = bool(active)
        self.setText(self.words_for(chips))
        tip = _("More filters: {which}").format(which=", ".join(chip.text() for chip in chips))
        if active:
            tip = ngettext(
                "{count} filter is set: {which}", "{count} filters are set: {which}", len(active)
            ).format(count=len(active), which=" · ".join(active))
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.set_theme(self._theme)
        self.updateGeometry()

    def words_for(self, chips: Sequence[FacetButton]) -> str:
        """Return what it says where it stands for these chips."""
        active = sum(chip.is_active for chip in chips)
        words = ngettext("{count} filter set", "{count} filters set", active).format(count=active)
        return words if active else _("Filters")

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for chip in self._stands_for:
            action = menu.addAction(f"{chip.text()}…".replace("&", "&&"))
            action.setCheckable(chip.is_active)
            action.setChecked(chip.is_active)
            action.triggered.connect(partial(_ask, chip))
        self.opened.emit(menu)


def _ask(chip: FacetButton, _checked: bool = False) -> None:
    chip.asked.emit()
