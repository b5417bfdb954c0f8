"""The menu of the calendar's grid: what can be done to what is chosen there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.commands.views import Recall
from app.domain.post import PostId
from app.wording import _
from ui.actions import Actions
from ui.calendar_screen import CalendarScreen


def grid_menu(
    actions: Actions,
    screen: CalendarScreen,
    recall: Callable[[PostId], None],
    parent: QWidget,
) -> QMenu:
    """Return the menu of the chosen posts, of a ghost, or of an empty cell."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions([actions.new_post, actions.paste])
    ghost, cards = screen.current_ghost(), screen.chosen_cards()
    if cards:
        menu.addSeparator()
        menu.addActions(list(actions.on_posts))
        menu.addSeparator()
        if ghost is not None and ghost.card.id in {card.id for card in cards}:
            _offer_recall(menu, ghost, recall)
        menu.addActions([actions.hold_here, actions.post_history])
    elif ghost is not None:
        menu.addSeparator()
        menu.addAction(actions.open_post)
        _offer_recall(menu, ghost, recall)
        menu.addActions([actions.hold_here, actions.post_history])
    return menu


def _offer_recall(menu: QMenu, ghost: Recall, recall: Callable[[PostId], None]) -> None:
    taken_out = menu.addAction(_("Take it out at the scheduler…"))
    taken_out.setObjectName("ghost_recall")
    taken_out.triggered.connect(lambda: recall(ghost.card.id))
