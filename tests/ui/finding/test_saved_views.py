import pytest
from PySide6.QtWidgets import QPushButton

from app.commands.post_filter import EVERYTHING, Facet
from app.commands.saved_views import SavedView, saved_views
from tests.builders import calendars
from tests.ui.direct import DirectOperations
from ui.finding.saved_views import SavedViewsButton
from ui.theme import DARK, LIGHT

STOPS = EVERYTHING.saying("Sale").choosing(Facet.MARKET, ["DE"])


@pytest.fixture
def kept(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    reader = calendars.reader_of(path)
    made = SavedViewsButton(
        reader,
        DirectOperations(session.me, session),
        reader.calendar(),
        LIGHT,
        present=lambda name: SavedView(name, STOPS, "grid", 2),
    )
    qtbot.addWidget(made)
    made.known_reader = reader
    yield made
    reader.close()
    session.close()


def dialog(kept, name):
    found = [one for one in kept.findChildren(object) if one.objectName() == name]
    return found[-1]


def give_name(kept, name: str) -> None:
    asked = dialog(kept, "view_name_dialog")
    asked.field.setText(name)
    asked.findChild(QPushButton, "view_save").click()


def entries(kept) -> list[str]:
    kept.menu().aboutToShow.emit()
    return [one.text() for one in kept.menu().actions() if one.text()]


def test_what_is_shown_is_kept_by_name_and_recalled(kept, qtbot):
    kept.save()
    give_name(kept, "Stops & sales")
    assert saved_views(kept.known_reader, calendars.LENA) == kept.all
    assert entries(kept)[0] == "Stops && sales"
    action = kept.menu().actions()[0]
    assert action.isChecked(), "it is what is shown"
    with qtbot.waitSignal(kept.recalled) as told:
        action.trigger()
    assert told.args == [SavedView("Stops & sales", STOPS, "grid", 2)]


def test_a_name_that_is_no_name_is_said_where_it_is_given(kept):
    kept.save()
    asked = dialog(kept, "view_name_dialog")
    asked.named.emit(" ")
    assert asked.bar.text
    assert kept.all == ()


@pytest.mark.in_english
def test_views_are_renamed_and_deleted_in_the_list(kept, qtbot):
    kept.save()
    give_name(kept, "Stops")
    kept.tidy()
    listed = dialog(kept, "saved_views_dialog")
    assert listed.list.item(0).toolTip() == "Stops\n“Sale” · Germany"
    listed.findChild(QPushButton, "view_rename").click()
    give_name(kept, "Sales")
    assert listed.list.key == "Sales"
    listed.findChild(QPushButton, "view_delete").click()
    assert kept.all == ()
    listed.findChild(QPushButton, "saved_views_close").click()
    kept.set_theme(DARK)


def test_without_views_or_somebody_the_menu_says_why(kept):
    assert len(entries(kept)) == 2
    keep, tidy = [one for one in kept.menu().actions() if one.text()]
    assert keep.isEnabled()
    assert not tidy.isEnabled()
    assert tidy.toolTip()
    kept._operations.me = None  # noqa: SLF001 - nobody sits here
    entries(kept)
    keep = next(one for one in kept.menu().actions() if one.text())
    assert not keep.isEnabled()
    assert keep.toolTip()
