from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.commands.post_filter import EVERYTHING
from app.domain.change import ChangeSet
from tests.builders.ui import GERMANY, MONDAY, KeptCards, card, on
from ui.cards.dragging import Drop, carried_in, mime_of
from ui.tray.tray_model import TrayModel

FIRST, SECOND = card(1, local=None), card(2, local=None)
DATED = card(3, GERMANY, local=on(MONDAY))
Role = Qt.ItemDataRole


@pytest.fixture
def source():
    return KeptCards([FIRST, SECOND, DATED])


@pytest.fixture
def model(source, qapp):
    made = TrayModel(source)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    made.refresh()
    yield made
    del tester


def test_the_tray_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


def test_the_tray_holds_what_has_no_date(model):
    assert model.rowCount() == 2
    assert [model.card(model.index(row)) for row in range(2)] == [FIRST, SECOND]
    assert model.card(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0


@pytest.mark.in_english
def test_a_post_is_told_to_eye_ear_and_pointer(model):
    index = model.index(0)
    assert model.data(index) == FIRST.headline
    assert "DE-0001" in model.data(index, Role.AccessibleTextRole)
    assert "Without a date" in model.data(index, Role.ToolTipRole)
    assert model.data(index, Role.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_posts_can_be_dragged_out_and_dropped_in(model, qtbot):
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(QModelIndex()) == Qt.ItemFlag.ItemIsDropEnabled
    assert model.supportedDropActions() & Qt.DropAction.MoveAction
    data = model.mimeData([model.index(1)])
    assert data.formats() == model.mimeTypes()
    assert [one.post for one in carried_in(data)] == [SECOND.id]
    incoming = mime_of([DATED])
    move = Qt.DropAction.MoveAction
    assert model.canDropMimeData(incoming, move, -1, -1, QModelIndex())
    with qtbot.waitSignal(model.dropped) as asked:
        assert not model.dropMimeData(incoming, move, -1, -1, QModelIndex())
    assert asked.args == [Drop((DATED.id,), None, None)]
    assert asked.args[0].seen == {DATED.id: DATED.local}


def test_what_is_selected_stays_so_when_others_come_and_go(model, source, qtbot):
    kept = QPersistentModelIndex(model.index(1))
    source.put(replace(FIRST, local=on(MONDAY)))
    with qtbot.waitSignal(model.count_changed) as told:
        model.on_changed(ChangeSet("", cells=frozenset({(GERMANY.id, None)})))
    assert told.args == [1]
    assert model.card(kept) == SECOND
    source.put(replace(SECOND, local=on(MONDAY)))
    model.refresh()
    assert not kept.isValid()


def test_a_changed_post_repaints_its_row_alone(model, source):
    rows = []
    model.dataChanged.connect(lambda top, _bottom: rows.append(top.row()))
    source.put(replace(SECOND, headline="Another name"))
    model.on_changed(ChangeSet("", posts=frozenset({SECOND.id})))
    assert rows == [1]


def test_a_change_elsewhere_is_not_even_read(model, source, monkeypatch):
    monkeypatch.setattr(source, "tray", lambda: pytest.fail("read"))
    model.on_changed(
        ChangeSet("", posts=frozenset({DATED.id}), cells=frozenset({(GERMANY.id, MONDAY)}))
    )


def test_a_filter_hides_posts_and_keeps_them(model, source):
    model.show_only(EVERYTHING.saying(SECOND.name))
    assert [model.card(model.index(row)) for row in range(model.rowCount())] == [SECOND]
    assert model.cards == (FIRST, SECOND)
    assert not model.index_of(FIRST.id).isValid()
    assert model.index_of(SECOND.id).row() == 0
    source.put(replace(FIRST, name=SECOND.name))
    model.on_changed(ChangeSet("", posts=frozenset({FIRST.id})))
    assert model.rowCount() == 2
    model.show_only(EVERYTHING)
    assert model.rowCount() == 2
