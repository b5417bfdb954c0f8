"""Name, role, languages and markets of one person."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.texts import role_name, role_powers
from app.domain.market import Market, MarketId
from app.domain.person import Person, Role
from app.wording import _
from ui.settings.languages_field import LanguagesField
from ui.theme import Space, TextRole, Theme
from ui.widgets.check_list import CheckList
from ui.widgets.labels import Label
from ui.widgets.section import Section


class PersonForm(QWidget):
    """Shows a person and returns them as the form stands; `edited` tells of each change."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self._name = QLineEdit()
        self._name.setObjectName("person_name")
        self._name.setAccessibleName(_("Name"))
        self._roles = QButtonGroup(self)
        self._radios = {role: self._role_button(role) for role in Role}
        self._languages = LanguagesField(theme)
        self._all_markets = QCheckBox(_("All markets"))
        self._all_markets.setObjectName("all_markets")
        self._markets = CheckList()
        self._markets.setObjectName("person_markets")
        self._markets.setAccessibleName(_("Markets of this person"))
        self._lay_out()
        self._name.textEdited.connect(self._tell)
        self._roles.buttonClicked.connect(self._tell)
        self._languages.edited.connect(self._tell)
        self._markets.choice_changed.connect(self._tell)
        self._all_markets.toggled.connect(self._on_all_markets)

    @property
    def is_changed(self) -> bool:
        """Whether the form differs from the person it was given."""
        return self._person is not None and self.person() != self._person

    @property
    def base(self) -> Person | None:
        """The person as they were shown."""
        return self._person

    def person(self) -> Person:
        """Return the person as the form stands; `show_person` must have been called."""
        if self._person is None:
            message = "The form has no person yet."
            raise ValueError(message)
        is_everywhere = self._all_markets.isChecked()
        markets = () if is_everywhere else map(MarketId, self._markets.checked())
        return replace(
            self._person,
            name=self._name.text().strip(),
            role=next(role for role, radio in self._radios.items() if radio.isChecked()),
            languages=self._languages.tags,
            markets=tuple(markets),
        )

    def show_person(self, person: Person, markets: Iterable[Market]) -> None:
        """Show a person; this is no edit."""
        self._person = person
        self._name.setText(person.name)
        self._radios[person.role].setChecked(True)
        self._languages.set_tags(person.languages)
        choices = [(str(market.id), market.name) for market in markets]
        self._markets.set_choices(choices, frozenset(map(str, person.markets)))
        self._all_markets.blockSignals(True)
        self._all_markets.setChecked(not person.markets)
        self._all_markets.blockSignals(False)
        self._markets.setVisible(bool(person.markets))

    def focus_name(self) -> None:
        """Put the cursor into the name, all of it chosen."""
        self._name.setFocus()
        self._name.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._languages.set_theme(theme)

    def _tell(self) -> None:
        self.edited.emit()

    def _on_all_markets(self, is_checked: bool) -> None:
        self._markets.setVisible(not is_checked)
        self.edited.emit()

    def _role_button(self, role: Role) -> QRadioButton:
        radio = QRadioButton(role_name(role))
        radio.setObjectName(f"role_{role.value}")
        radio.setAccessibleDescription(role_powers(role))
        radio.setMinimumHeight(Space.XL)
        self._roles.addButton(radio)
        return radio

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        name = Section(_("Name"), "name_section")
        name.add(self._name)
        roles = Section(_("Role"), "role_section")
        for role, radio in self._radios.items():
            roles.add(radio)
            powers = Label(role_powers(role), TextRole.SMALL, muted=True, wraps=True)
            powers.setIndent(Space.XL)
            roles.add(powers)
        languages = Section(_("Languages they read"), "languages_section")
        languages.add(self._languages)
        markets = Section(_("Markets they look after"), "markets_section")
        markets.add(self._all_markets)
        markets.add(self._markets)
        for section in (name, roles, languages, markets):
            column.addWidget(section)
        column.addStretch(1)
