"""Several languages by name: chosen from a list or typed as a tag."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.commands.dates import language_name
from app.commands.places import languages
from app.wording import _
from ui.theme import Space, Theme
from ui.widgets import icons
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.search_box import SearchBox

ICON_SIZE = 14


class LanguagesField(QWidget):
    """Languages as buttons that take themselves away, and a box to add another."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: list[str] = []
        self._chosen = QWidget()
        self._row = FlowLayout(self._chosen, Space.XS)
        self._adder = SearchBox()
        self._adder.setObjectName("add_language")
        self._adder.setAccessibleName(_("Add a language"))
        for tag, name in languages():
            self._adder.addItem(name, tag)
        self._adder.line.setPlaceholderText(_("Add a language…"))
        self._adder.line.returnPressed.connect(self._add_typed)
        self._adder.activated.connect(self._add_row)
        self._empty_the_box()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._chosen)
        column.addWidget(self._adder)
        self.setFocusProxy(self._adder)
        self._show_tags()

    @property
    def tags(self) -> tuple[str, ...]:
        """The chosen languages as BCP 47 tags, the first one first."""
        return tuple(self._tags)

    def set_tags(self, tags: Iterable[str]) -> None:
        """Show these languages; this is no edit of a person."""
        self._tags = list(tags)
        self._show_tags()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._show_tags()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self._show_tags()

    def _empty_the_box(self) -> None:
        self._adder.setCurrentIndex(-1)
        self._adder.clearEditText()

    def _add_row(self, row: int) -> None:
        self._add(self._adder.itemData(row))

    def _add_typed(self) -> None:
        typed = self._adder.currentText().strip()
        row = self._adder.row_of(typed)
        tag = self._adder.itemData(row) if row >= 0 else typed
        is_known = row >= 0 or (tag and language_name(tag) != tag)
        if is_known:
            self._add(tag)

    def _add(self, tag: str) -> None:
        self._empty_the_box()
        if tag not in self._tags:
            self._tags.append(tag)
            self._show_tags()
            self.edited.emit()

    def _remove(self, tag: str) -> None:
        self._tags.remove(tag)
        self._show_tags()
        self._adder.setFocus()
        self.edited.emit()

    def _show_tags(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.hide()
                button.deleteLater()
        for tag in self._tags:
            self._row.addWidget(self._button_of(tag))
        self._chosen.setVisible(bool(self._tags))
        self._chosen.updateGeometry()

    def _button_of(self, tag: str) -> QToolButton:
        name = language_name(tag)
        button = QToolButton(self._chosen)
        button.setObjectName(f"language_{tag}")
        button.setText(name)
        button.setIcon(icons.icon("close", self._theme.muted))
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setMinimumHeight(Space.XL)
        deed = _("Take {language} away").format(language=name)
        button.setAccessibleName(deed)
        if self.isEnabled():  # while it is shut, the page around it says why
            button.setToolTip(deed)
        button.clicked.connect(partial(self._remove, tag))
        return button
