"""Who sits in front of the calendar: the button that says it, and the dialog that asks."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.people import choose_person
from app.commands.texts import role_name, role_powers
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.person import Person, PersonId, Role
from app.wording import _
from ui.operations import Operations
from ui.settings.remembered import remember_person, remembered_person
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.fitting import roomy
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label
from ui.widgets.lifetime import while_there
from ui.widgets.message_bar import MessageBar
from ui.widgets.tooltips import tooltip_of

ICON_SIZE = 18

Settle = Callable[[Callable[[], None]], None]
"""Saves what somebody has typed, in their own name, then goes on with what was asked for."""


def _at_once(then: Callable[[], None]) -> None:
    then()


class WhoAmIButton(QToolButton):
    """Says who acts and in which role; its menu changes it.

    `dialog_asked` tells that somebody wants to read what each role may do.
    """

    dialog_asked = Signal()

    def __init__(
        self,
        calendar: CalendarView,
        operations: Operations,
        theme: Theme,
        path: Path,
        parent: QWidget | None = None,
        *,
        settle: Settle = _at_once,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("who_am_i")
        self._settle = settle
        self._calendar = calendar
        self._operations = operations
        self._theme = theme
        self._path = path
        self._menu = QMenu(self)
        self._menu.setObjectName("who_am_i_menu")
        self._menu.aboutToShow.connect(self._fill_menu)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setAutoRaise(True)
        self.setMinimumHeight(Space.XL + Space.S)
        operations.person_changed.connect(self._show_me)
        self._show_me()

    def set_calendar(self, calendar: CalendarView, path: Path) -> None:
        """Offer the people of another calendar, or of this one after a change."""
        self._calendar, self._path = calendar, path
        self._show_me()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._show_me()

    def _choose_remembered(self) -> bool:
        """Choose who was chosen last here, if they still take part; tell whether there is one."""
        kept = remembered_person(self._path)
        person = self._calendar.person(kept) if kept else None
        if person is None or not person.is_active:
            return False
        self.choose(person.id)
        return True

    def greet(self) -> None:
        """Take up who sat here last; a sample starts with a planner, a calendar of yours asks.

        Whoever has said it already is not asked.
        """
        if self._operations.me is not None or self._operations.is_busy or self._choose_remembered():
            return
        planner = next((one for one in self._calendar.people if one.role is Role.PLANNER), None)
        if self._calendar.is_sample and planner is not None:
            self.choose(planner.id)
        else:
            self.dialog_asked.emit()

    def choose(self, person_id: PersonId) -> None:
        """Act as this person from now on, and remember it for this calendar.

        What somebody else has typed here is theirs, and saved in their name first.
        """
        choose = partial(
            self._operations.run,
            partial(choose_person, person_id=person_id),
            done=partial(_remember, self._path, person_id),
        )
        _settled(self._operations, self._settle, choose)

    def _show_me(self) -> None:
        me = self._operations.me
        self.setIcon(icons.icon("person", self._theme.text))
        if me is None:
            self.setText(_("Choose who you are"))
            self.setToolTip(_("Nothing can be changed before you say who you are."))
        else:
            self.setText(f"{me.name} · {role_name(me.role)}")
            # a narrow window cuts the name
            self.setToolTip(tooltip_of(f"{self.text()}\n{role_powers(me.role)}"))
        self.setAccessibleName(_("Who am I: {name}").format(name=self.text()))
        self.setAccessibleDescription(role_powers(me.role) if me else self.toolTip())

    def _fill_menu(self) -> None:
        self._menu.clear()
        me = self._operations.me
        group = QActionGroup(self._menu)
        for person in filter(lambda one: one.is_active, self._calendar.people):
            action = self._menu.addAction(f"{person.name} · {role_name(person.role)}")
            action.setData(str(person.id))
            action.setCheckable(True)
            action.setChecked(me is not None and person.id == me.id)
            action.setToolTip(role_powers(person.role))
            action.triggered.connect(partial(self.choose, person.id))
            group.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(_("What may each of them do?"), self.dialog_asked.emit)


class WhoAmIDialog(QDialog):
    """Asks who sits here, with what each person may do; `chosen` carries the Person."""

    chosen = Signal(object)

    def __init__(
        self,
        calendar: CalendarView,
        operations: Operations,
        theme: Theme,
        path: Path,
        parent: QWidget | None = None,
        *,
        settle: Settle = _at_once,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("who_am_i_dialog")
        self._settle = settle
        self.setWindowTitle(_("Who are you?"))
        self._people = tuple(
            person
            for role in Role
            for person in calendar.people
            if person.is_active and person.role is role
        )
        self._operations = operations
        self._path = path
        self._group = QButtonGroup(self)
        self._bar = MessageBar(theme)
        self._accept = make_primary(QPushButton(_("Choose who you are")))
        self._accept.setObjectName("accept")
        self._accept.setDefault(True)
        self._cancel = QPushButton(_("Cancel"))
        self._cancel.setObjectName("cancel")
        self._cancel.setAutoDefault(False)
        self._lay_out()
        self._group.idClicked.connect(self._open_button)
        self._accept.clicked.connect(self._choose)
        self._cancel.clicked.connect(self.reject)
        self._check_present(operations.me.id if operations.me else remembered_person(path))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._bar.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with who is chosen already, in sight: the arrow keys go on from there.

        Where nobody is, begin with the first name, and choose nobody yet.
        """
        super().showEvent(event)
        first = self._group.checkedButton() or self._group.button(0)
        if first is not None:
            first.setFocus()
            QTimer.singleShot(0, self, partial(self._scroll.ensureWidgetVisible, first))

    def _check_present(self, person_id: PersonId | None) -> None:
        rows = (row for row, person in enumerate(self._people) if person.id == person_id)
        row = next(rows, None)
        if row is not None:
            self._group.button(row).setChecked(True)
        self._open_button()

    def _person(self) -> Person | None:
        row = self._group.checkedId()
        return self._people[row] if row >= 0 else None

    def _open_button(self) -> None:
        person = self._person()
        self._accept.setEnabled(person is not None)
        if person is None:
            self._accept.setToolTip(_("Choose a name first."))
            return
        self._accept.setText(_("I am {name}").format(name=person.name))
        self._accept.setToolTip("")

    def _choose(self) -> None:
        person = self._person()
        if person is not None:
            choose = partial(
                self._operations.run,
                partial(choose_person, person_id=person.id),
                refused=while_there(self, self._bar.show_refusal),
                done=while_there(self, partial(self._on_chosen, person)),
            )
            _settled(self._operations, self._settle, choose)

    def _on_chosen(self, person: Person, _changes: ChangeSet) -> None:
        remember_person(self._path, person.id)
        self.chosen.emit(person)
        self.accept()

    def _radio(self, row: int, person: Person) -> QRadioButton:
        radio = QRadioButton(person.name)
        radio.setObjectName(f"person_{person.id}")
        radio.setMinimumHeight(Space.XL)
        radio.setAccessibleName(f"{person.name}, {role_name(person.role)}")
        radio.setAccessibleDescription(role_powers(person.role))
        self._group.addButton(radio, row)
        return radio

    def _lay_out(self) -> None:
        people = QWidget()
        rows = QVBoxLayout(people)
        rows.setContentsMargins(0, 0, Space.M, 0)
        rows.setSpacing(2)
        shown: Role | None = None
        for row, person in enumerate(self._people):
            if person.role is not shown:
                shown = person.role
                rows.addSpacing(Space.S)
                rows.addWidget(Label(role_name(shown), TextRole.STRONG))
                rows.addWidget(Label(role_powers(shown), TextRole.SMALL, muted=True, wraps=True))
            rows.addWidget(self._radio(row, person))
        rows.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what lies in it has the keys
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(people)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(_("Who are you?"), TextRole.TITLE))
        column.addWidget(
            Label(
                _(
                    "Everything you do here is kept with your name and this computer's. "
                    "Nobody approves their own work."
                ),
                muted=True,
                wraps=True,
            )
        )
        column.addWidget(self._bar)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        self.resize(roomy(self, 76, 32))


def _settled(operations: Operations, settle: Settle, choose: Callable[[], None]) -> None:
    """Let somebody else act once what was typed is saved; what nobody has typed yet is nobody's."""
    if operations.me is None:
        choose()
    else:
        settle(choose)


def _remember(path: Path, person_id: PersonId, _changes: ChangeSet) -> None:
    remember_person(path, person_id)
