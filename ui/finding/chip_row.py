"""The chips in one line; those that have no room stand behind one button."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.finding.facet_button import FacetButton
from ui.finding.filters_button import FiltersButton
from ui.theme import Space, Theme


class ChipRow(QWidget):
    """Wants room for the chips that hide posts; where there is more, it shows the others too."""

    def __init__(self, chips: Iterable[FacetButton], theme: Theme) -> None:
        super().__init__()
        self._chips = tuple(chips)
        self.more = FiltersButton(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for one in (*self._chips, self.more):
            row.addWidget(one)
        row.addStretch(1)
        self.more.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for one in (*self._chips, self.more):
            one.set_theme(theme)

    def door_to(self, chip: FacetButton) -> QWidget:
        """Return what a person sees of a chip: itself, or the button behind which it stands."""
        return self.more if chip.isHidden() else chip

    def fit(self) -> None:
        """Show the chips for which there is room: those that hide posts first."""
        kept = next(
            (some for some in self._fewer_and_fewer() if self._width_with(some) <= self.width()), ()
        )
        hidden = [chip for chip in self._chips if chip not in kept]
        self.more.stand_for(hidden)
        self.more.setVisible(bool(hidden))
        for chip in self._chips:
            if chip in hidden and chip.hasFocus():
                self.more.setFocus()
            chip.setVisible(chip not in hidden)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        needed = [chip for chip in self._chips if chip.is_active]
        width = min(self._width_with(self._chips), self._width_with(needed))
        return QSize(width, self.more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_with(()), self.more.sizeHint().height())

    def _fewer_and_fewer(self) -> Iterable[Sequence[FacetButton]]:
        """Yield all chips, then fewer: of what is left out, the last that hides nothing first."""
        by_need = sorted(self._chips, key=lambda chip: not chip.is_active)
        return (by_need[:count] for count in range(len(by_need), -1, -1))

    def _width_with(self, kept: Sequence[FacetButton]) -> int:
        """Return how wide the line is with these chips, and the button before all others."""
        widths = [chip.sizeHint().width() for chip in kept]
        left = [chip for chip in self._chips if chip not in kept]
        if left:
            widths.append(self.more.width_of(self.more.words_for(left)))
        return sum(widths) + Space.XS * (len(widths) - 1)
