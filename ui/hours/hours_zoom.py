"""How high the hours of a day are, as a person makes them."""

from PySide6.QtWidgets import QTableView

from ui.calendar.grid_zoom import GridZoom
from ui.hours.hours_geometry import USUAL, HoursGeometry


class HoursZoom(GridZoom):
    """Makes hours higher (1) and lower (-1); what is in the middle stays there."""

    def __init__(self, view: QTableView, measures: HoursGeometry) -> None:
        super().__init__(view, measures, view.viewport().update)
        self._measures = measures

    def step(self, step: int, at: int | None = None) -> None:
        self._set_hour(self._measures.next_hour(step))

    def as_it_fits(self) -> None:
        """Make hours as high as reads best."""
        self._set_hour(USUAL)

    def _set_hour(self, height: int) -> None:
        view, bar = self._view, self._view.verticalScrollBar()
        middle = view.viewport().height() / 2
        share = (bar.value() + middle) / max(view.verticalHeader().length(), 1)
        self._measures.hour = height
        self._measures.settle_rows()
        self._measures.settle_columns()
        view.updateGeometries()
        bar.setValue(round(share * view.verticalHeader().length() - middle))
        self._settle()
