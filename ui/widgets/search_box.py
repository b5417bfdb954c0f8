"""A long list to choose from by typing any part of a name."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget


class SearchBox(QComboBox):
    """An editable box whose list narrows to the names that contain what is typed.

    Names that begin with it come first: “ger” offers Germany before Algeria. Where a single name
    contains what was typed, leaving the field is enough to choose it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(14)
        self._offered = _BeginningsFirst(self)
        self._offered.setSourceModel(self.model())
        completer = QCompleter(self._offered, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.line.textEdited.connect(self._offered.put_first)  # before the completer looks
        self.line.editingFinished.connect(self._choose_the_only_one)

    def row_of(self, typed: str) -> int:
        """Return the row whose whole text this is, whatever its case; -1 when there is none."""
        return self.findText(typed.strip(), Qt.MatchFlag.MatchFixedString)

    def _choose_the_only_one(self) -> None:
        typed = self.line.text().strip().casefold()
        if not typed or self.row_of(typed) >= 0:  # a whole name is chosen by the box itself
            return
        rows = [row for row in range(self.count()) if typed in self.itemText(row).casefold()]
        if len(rows) == 1:
            self.setCurrentIndex(rows[0])
            self.activated.emit(rows[0])


class _BeginningsFirst(QSortFilterProxyModel):
    """The same names: those that begin so, then those with a word that does, then the others."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._box = box
        self._ranks: list[int] = []

    def put_first(self, typed: str) -> None:
        """Put the names first that begin with what is typed; else they keep their order."""
        wanted = typed.casefold()
        names = (self._box.itemText(row).casefold() for row in range(self._box.count()))
        self._ranks = [_rank(name, wanted) for name in names]
        self.invalidate()
        self.sort(0)

    def lessThan(
        self,
        left: QModelIndex | QPersistentModelIndex,
        right: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        return self._rank_of(left.row()) < self._rank_of(right.row())

    def _rank_of(self, row: int) -> int:
        return self._ranks[row] if row < len(self._ranks) else len(self._ranks)


def _rank(name: str, wanted: str) -> int:
    if name.startswith(wanted):
        return 0
    return 1 if f" {wanted}" in name.replace("/", " ").replace("_", " ") else 2
