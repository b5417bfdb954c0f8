import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QWidget

from tests.builders.ui import GERMANY, MONDAY, card, on
from ui.cards import drag_start
from ui.cards.card_layout import CardLayout, Density
from ui.cards.card_painter import CardPainter
from ui.cards.drag_start import lift
from ui.cards.dragging import carried_in
from ui.theme import LIGHT

ONE, HELD = (card(number, GERMANY, local=on(MONDAY, 9 + number)) for number in (1, 2))


@pytest.fixture
def drags(monkeypatch):
    """The drags that begin; none waits for a pointer."""
    begun = []

    class Begun(QDrag):
        def exec(self, actions, usual):
            begun.append((self, actions, usual))
            return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(drag_start, "QDrag", Begun)
    return begun


def test_the_post_under_the_pointer_goes_first_and_stays_where_it_is_held(drags, qtbot):
    view = QWidget()
    qtbot.addWidget(view)
    layout = CardLayout.of(Density.NORMAL, view.font(), Qt.LayoutDirection.LeftToRight)
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    is_taken = lift(
        view,
        [ONE, HELD],
        HELD,
        CardPainter(LIGHT, layout, 1),
        size=QSize(120, 60),
        grab=QPoint(7, 5),
        actions=both,
    )
    ((drag, actions, usual),) = drags
    assert [one.post for one in carried_in(drag.mimeData())] == [HELD.id, ONE.id]
    assert drag.hotSpot() == QPoint(7, 5)
    assert drag.pixmap().width() > 120, "the second post shows behind the first"
    assert (actions, usual) == (both, Qt.DropAction.MoveAction)
    assert not is_taken, "nothing took it"
