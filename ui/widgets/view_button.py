"""The small control that says how the plan is looked at, and offers the other ways."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from app.wording import _
from ui.theme import Space, Theme
from ui.widgets import icons

ICON_SIZE = 20


class ViewButton(QToolButton):
    """Shows the chosen view of a group; opens the choice of all of them with their keys."""

    def __init__(self, group: QActionGroup, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("views_button")
        self._group = group
        menu = QMenu(self)
        menu.addActions(group.actions())
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setMinimumSize(QSize(Space.XL + Space.S, Space.XL + Space.S))
        self.setToolTip(_("How the plan is looked at"))
        for action in group.actions():
            action.toggled.connect(self._say_which)
        self.set_theme(theme)
        self._say_which()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setIcon(icons.icon("view", theme.text))

    def _say_which(self) -> None:
        actions = self._group.actions()
        chosen = next((action for action in actions if action.isChecked()), actions[0])
        name = chosen.text().replace("&", "")
        self.setText(name)
        self.setAccessibleName(_("View: {name}").format(name=name))
