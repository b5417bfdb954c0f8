import pytest
from PySide6.QtWidgets import QDialog, QWidget

from app.commands.holds import place_hold
from app.commands.worker import Worker
from app.domain.change import ChangeSet
from app.domain.hold import Scope
from app.domain.post import PostId
from tests.builders import calendars
from tests.builders.calendars import LENA, QUIET_DAY
from tests.ui.direct import DirectJobs, DirectOperations
from ui.actions import Actions
from ui.backup_keeper import BackupKeeper
from ui.dialogs import Dialogs
from ui.preferences import Preferences
from ui.theme import DARK, LIGHT


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialogs(tmp_path, window):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    reader = calendars.reader_of(path)
    operations = DirectOperations(reader.calendar().person(LENA), session)
    jobs = DirectJobs()
    made = Dialogs(
        path,
        reader,
        operations,
        jobs,
        worker=Worker(path),
        keeper=BackupKeeper(path, jobs, Preferences(), by_itself=True, parent=window),
        calendar=reader.calendar(),
        settle=lambda then: then(),
        theme=LIGHT,
        window=window,
    )
    yield made
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    reader.close()
    session.close()


def names(window) -> list[str]:
    return [one.objectName() for one in window.findChildren(QDialog) if one.isVisible()]


@pytest.mark.parametrize(
    ("opens", "name"),
    [
        (lambda dialogs: dialogs.people(), "settings_dialog"),
        (lambda dialogs: dialogs.markets(), "settings_dialog"),
        (lambda dialogs: dialogs.duty(), "settings_dialog"),
        (lambda dialogs: dialogs.terms(), "settings_dialog"),
        (lambda dialogs: dialogs.policy(), "settings_dialog"),
        (lambda dialogs: dialogs.backups(), "settings_dialog"),
        (lambda dialogs: dialogs.ask_who_i_am(), "who_am_i_dialog"),
        (lambda dialogs: dialogs.hold(), "hold_dialog"),
        (lambda dialogs: dialogs.caught(), "caught_dialog"),
        (lambda dialogs: dialogs.recall(), "recall_dialog"),
        (lambda dialogs: dialogs.import_sheet(), "import_dialog"),
    ],
    ids=[
        "people",
        "markets",
        "duty",
        "terms",
        "policy",
        "backups",
        "who",
        "hold",
        "caught",
        "recall",
        "import",
    ],
)
def test_a_dialog_opens_once_and_knows_changes_while_it_is_open(dialogs, window, opens, name):
    opens(dialogs)
    opens(dialogs)
    assert names(window) == [name]
    dialogs.set_theme(DARK)
    dialogs.set_calendar(dialogs._reader.calendar())  # noqa: SLF001
    window.findChild(QDialog, name).reject()
    opens(dialogs)
    assert names(window) == [name]


def test_around_one_post_it_asks_for_that_and_around_several_for_what_they_share(dialogs, window):
    session = dialogs._operations.session  # noqa: SLF001
    cards = dialogs._reader.cards_of([calendars.ready_post(session) for _ in range(2)])  # noqa: SLF001
    dialogs.hold_around(cards[:1])
    assert window.findChild(QDialog, "hold_dialog").findChild(QWidget, "hold_near")
    window.findChild(QDialog, "hold_dialog").reject()
    dialogs.hold_around(())
    assert names(window) == []
    dialogs.hold_around(cards)
    (shown,) = (one for one in window.findChildren(QDialog) if one.isVisible())
    assert not shown.findChild(QWidget, "hold_near")


def test_settings_turn_to_the_page_that_was_asked_for_and_know_all_the_others(dialogs, window):
    dialogs.people()
    dialogs.policy()
    assert names(window) == ["settings_dialog"]
    shown = window.findChild(QDialog, "settings_dialog")
    assert shown.page.objectName() == "policy_page"
    for key in ("markets", "duty", "days", "terms", "file"):
        shown.show_section(key)
        assert shown.page.objectName() == f"{key}_page"


def test_what_is_asked_of_backups_is_passed_on(dialogs, window, qtbot, tmp_path):
    dialogs.backups()
    page = window.findChild(QDialog, "settings_dialog").page
    with qtbot.waitSignal(dialogs.opening_asked) as asked:
        page.opening_asked.emit(tmp_path)
    assert asked.args == [tmp_path]


def test_keys_are_listed(dialogs, window):
    dialogs.shortcuts(Actions(window))
    assert names(window) == ["shortcuts_dialog"]


def test_an_export_passes_on_what_is_asked_for_in_it(dialogs, window, qtbot):
    dialogs.export(QUIET_DAY, QUIET_DAY)
    dialog = window.findChild(QDialog, "export_dialog")
    with qtbot.waitSignal(dialogs.review_asked):
        dialog.review_asked.emit()
    with qtbot.waitSignal(dialogs.post_asked) as told:
        dialog.post_asked.emit("a-post")
    assert told.args == ["a-post"]


def test_what_stands_beside_the_window_leaves_it_open_and_follows_its_work(dialogs, window):
    place_hold(dialogs._operations.session, scope=Scope.EVERYTHING, target="", reason="Fire")  # noqa: SLF001
    place_hold(dialogs._operations.session, scope=Scope.MARKET, target="DE", reason="Storm")  # noqa: SLF001
    dialogs.set_calendar(dialogs._reader.calendar())  # noqa: SLF001
    first, second = dialogs._calendar.holds  # noqa: SLF001
    dialogs.caught(second)
    found = window.findChild(QDialog, "caught_dialog")
    assert not found.isModal()
    assert found.findChild(object, "caught_reason").text() == "Storm"
    post_id = calendars.ready_post(dialogs._operations.session)  # noqa: SLF001
    dialogs.on_changed(ChangeSet("Create", posts=frozenset({post_id})))
    assert found.findChild(object, "caught_stopped").model().rowCount() == 1
    dialogs.caught(first)
    assert names(window) == ["caught_dialog"]
    assert found.findChild(object, "caught_reason").text() == "Fire"


def test_the_recall_list_turns_to_the_post_that_was_asked_for(dialogs, window):
    dialogs.recall()
    dialogs.recall(PostId("nowhere"))
    assert names(window) == ["recall_dialog"]


def test_the_history_stands_beside_the_window_and_turns_to_what_is_asked_for(dialogs, window):
    post_id = calendars.ready_post(dialogs._operations.session)  # noqa: SLF001
    dialogs.history(post_id)
    found = window.findChild(QDialog, "history_dialog")
    assert not found.isModal()
    assert "DE-0001" in found.findChild(object, "history_title").text()
    dialogs.cancelled()
    assert names(window) == ["history_dialog"]
    assert found.findChild(object, "history_entries").count() == 0
