"""The menu of the columns: which are shown, what they are sorted by, and all as at first."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from app.wording import _
from ui.listing.columns import Column, column_name
from ui.listing.list_table import ListTable


def fill_columns_menu(menu: QMenu, table: ListTable, sorted_by: Column) -> None:
    """Put the columns of a table into a menu, anew each time that it is opened."""
    menu.clear()
    sorting = menu.addMenu(_("&Sort by"))
    sorting.setObjectName("sort_menu")
    menu.addSeparator()
    for column in Column:
        name = column_name(column)
        shown = menu.addAction(name)
        shown.setObjectName(f"column_{column}")
        shown.setCheckable(True)
        shown.setChecked(table.shows(column))
        shown.toggled.connect(partial(table.show_column, column))
        sort = sorting.addAction(name)
        sort.setObjectName(f"sort_{column}")
        sort.setCheckable(True)
        sort.setChecked(column is sorted_by)
        sort.triggered.connect(partial(_sort, table, column))
    menu.addSeparator()
    first = menu.addAction(_("As at &first"))
    first.setObjectName("columns_as_at_first")
    first.triggered.connect(partial(_as_at_first, table))


def columns_menu(parent: QWidget) -> QMenu:
    """Return an empty menu for columns."""
    menu = QMenu(parent)
    menu.setObjectName("columns_menu")
    return menu


def _sort(table: ListTable, column: Column, _checked: bool = False) -> None:
    table.sort_by(column)


def _as_at_first(table: ListTable, _checked: bool = False) -> None:
    table.arrange_as_at_first()
