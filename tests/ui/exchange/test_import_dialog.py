from contextlib import contextmanager
from datetime import timedelta
from multiprocessing import active_children
from pathlib import Path
from threading import Event

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QWidget,
)

from app.commands.import_preview import ImportPreview
from app.commands.people import choose_person
from app.commands.posts import edit_post, mark_ready
from app.commands.session import Session
from app.commands.views import Stage
from tests.builders.calendars import LENA, NOW, QUIET_DAY, approve_as, knowledge
from tests.builders.moves import move_posts
from tests.builders.ui_c import calendar_of, operations_on, settle
from ui.exchange import import_dialog
from ui.exchange.import_columns import Place
from ui.exchange.import_dialog import ImportDialog
from ui.theme import DARK, LIGHT

GOOD = "Market;Platform;Date;Time;Copy;Status\n"
TEXTS = (
    "Frisches Roggenbrot mit langer Ruhe, heute für euch gebacken.",
    "Ein Laib, der bis zum Wochenende reicht und besser wird.",
)


@pytest.fixture
def opened(qtbot, path, reader, jobs, worker):
    """Give what opens the dialog for operations."""

    def opening(operations, **more):
        calendar = calendar_of(path)
        made = ImportDialog(reader, jobs, operations, calendar, LIGHT, worker=worker, **more)
        qtbot.addWidget(made)
        made.show()
        return made

    return opening


@pytest.fixture
def dialog(opened, operations):
    return opened(operations)


@pytest.fixture
def read(qtbot, dialog, jobs):
    """Give what reads a file in the dialog and waits until it is on screen."""

    def reading(file, within_ms=5000):
        dialog.choose_file(file)
        qtbot.waitUntil(lambda: not jobs.under_way, timeout=within_ms)

    return reading


ALL_ELSE = "DE;Instagram;18.11.2027;10:00;Ein Laib, der bis zum Wochenende reicht.;"
NEW = "DE;Instagram;19.11.2027;10:00;Zimtschnecken gibt es nur am Freitag bei uns.;"


def sheet(tmp_path, *rows, name="plan.csv"):
    file = tmp_path / name
    file.write_text(GOOD + "\n".join(rows), encoding="utf-8")
    return file


def good_sheet(tmp_path):
    return sheet(
        tmp_path,
        f"Germany;Instagram;17.11.2027;09:30;{TEXTS[0]};Approved",
        f"DE;Instagram;18.11.2027;;{TEXTS[1]};Draft",
        "Germany;Instagram;31.11.2027;09:30;Diesen Tag gibt es nicht.;Draft",
    )


@pytest.fixture
def bring(qtbot, dialog, read, operations):
    """Give what imports a file by the dialog, opens it again, and returns what changed."""

    def bringing(file=None):
        if file is not None:
            read(file)
        with qtbot.waitSignal(dialog.imported) as imported:
            press(qtbot, dialog)
        settle(operations, qtbot)
        dialog.show()
        return imported.args[0]

    return bringing


@pytest.fixture
def elsewhere(path, reader):
    """Give another program on the same calendar: in it Lena acts, and Marc approves."""

    @contextmanager
    def opened():
        session = Session.open(path, knowledge(), origin="other@there")
        session.clock = lambda: NOW
        choose_person(session, person_id=LENA)
        yield session, reader
        session.close()

    return opened


def rows(dialog, name):
    model = dialog.findChild(QTableView, name).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def button(dialog, name="import"):
    return dialog.findChild(QPushButton, name)


def press(qtbot, dialog, name="import"):
    qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)


def message(dialog):
    return dialog.findChild(QLabel, "message").text()


def test_good_rows_and_problems_are_shown_before_anything_is_imported(
    dialog, read, reader, tmp_path
):
    read(good_sheet(tmp_path))
    good = rows(dialog, "good_rows")
    assert [one[:5] for one in good] == [
        ["3", "New", "Germany", "Instagram", "Thu 18 Nov 2027, 10:00, guessed"],
        ["2", "New", "Germany", "Instagram", "Wed 17 Nov 2027, 09:30"],
    ]
    ((number, column, _sentence),) = rows(dialog, "problems")
    assert (number, column) == ("4", "Date")
    assert button(dialog).text() == "Import 2 posts"
    assert len(reader.cards(QUIET_DAY, QUIET_DAY.replace(day=30))) == 2


def test_good_rows_come_in_as_drafts_whatever_the_sheet_calls_approved(
    qtbot, dialog, read, reader, tmp_path
):
    read(good_sheet(tmp_path))
    with qtbot.waitSignal(dialog.imported) as imported:
        press(qtbot, dialog)
    changes = imported.args[0]
    assert len(changes.posts) == 2
    cards = reader.cards_of(tuple(changes.posts))
    assert {card.text for card in cards} == set(TEXTS)
    assert {card.stage for card in cards} == {Stage.DRAFT}
    assert not any(card.is_approved for card in cards)
    assert {card.editor for card in cards} == {LENA}
    assert not dialog.isVisible()


@pytest.fixture
def two_are_many(monkeypatch):
    monkeypatch.setattr(import_dialog, "MANY", 2)


@pytest.mark.usefixtures("two_are_many")
def test_before_many_posts_come_in_the_calendar_is_backed_up(
    qtbot, operations, opened, jobs, tmp_path
):
    asked = []
    dialog = opened(operations, before_much=asked.append)
    dialog.choose_file(good_sheet(tmp_path))
    qtbot.waitUntil(lambda: not jobs.under_way, timeout=5000)
    with qtbot.waitSignal(dialog.imported) as imported:
        press(qtbot, dialog)
        assert not button(dialog).isEnabled()
        (go_on,) = asked
        go_on()
    assert len(imported.args[0].posts) == 2


def test_few_posts_come_in_at_once(qtbot, operations, opened, jobs, tmp_path):
    dialog = opened(operations, before_much=pytest.fail)
    dialog.choose_file(good_sheet(tmp_path))
    qtbot.waitUntil(lambda: not jobs.under_way, timeout=5000)
    with qtbot.waitSignal(dialog.imported):
        press(qtbot, dialog)


def test_an_excel_file_comes_in_as_well(dialog, read, tmp_path):
    book = Workbook()
    book.active.append(["Market", "Platform", "Date", "Copy"])
    book.active.append(["Germany", "Instagram", QUIET_DAY, TEXTS[0]])
    file = tmp_path / "plan.xlsx"
    book.save(file)
    book.close()
    read(file)
    assert button(dialog).text() == "Import 1 post"


def test_a_column_that_was_guessed_wrong_can_be_corrected(qtbot, dialog, read, jobs, tmp_path):
    file = tmp_path / "plan.csv"
    file.write_text(
        f"Market;Platform;Date;Remarks;Words\nGermany;Instagram;17.11.2027;{TEXTS[0]};x",
        encoding="utf-8",
    )
    read(file)
    chosen = dialog.findChild(QComboBox, "column_3")
    row = chosen.findData("text")
    chosen.setCurrentIndex(row)
    chosen.activated.emit(row)
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert rows(dialog, "good_rows")[0][Place.TEXT] == TEXTS[0]


def test_a_sheet_without_a_market_column_asks_once_for_the_whole_file(
    qtbot, dialog, read, jobs, tmp_path
):
    file = tmp_path / "plan.csv"
    file.write_text(f"Platform;Date;Copy\nInstagram;17.11.2027;{TEXTS[0]}", encoding="utf-8")
    read(file)
    assert not button(dialog).isEnabled()
    assert button(dialog).toolTip() == "Choose the market of this sheet first."
    markets = dialog.findChild(QComboBox, "default_market")
    markets.setCurrentIndex(markets.findText("France"))
    markets.activated.emit(markets.currentIndex())
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert rows(dialog, "good_rows")[0][2] == "France"
    assert button(dialog).isEnabled()


def test_the_order_of_day_and_month_can_be_switched(qtbot, dialog, read, jobs, tmp_path):
    read(sheet(tmp_path, f"Germany;Instagram;03/11/2027;09:30;{TEXTS[0]};"))
    assert rows(dialog, "good_rows")[0][4].startswith("Wed 3 Nov 2027")
    order = dialog.findChild(QComboBox, "day_order")
    order.setCurrentIndex(1)
    order.activated.emit(1)
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert rows(dialog, "good_rows")[0][4].startswith("Thu 11 Mar 2027")


def test_no_good_row_shuts_the_import_and_says_why(dialog, read, tmp_path):
    read(sheet(tmp_path, "Narnia;Instagram;17.11.2027;09:30;Brot;"))
    assert not button(dialog).isEnabled()
    assert button(dialog).toolTip().startswith("No row can come in yet")


def test_what_is_no_sheet_is_refused_in_the_bar(dialog, read, tmp_path):
    file = tmp_path / "plan.csv"
    file.write_bytes(b"%PDF-1.7 something")
    read(file)
    assert message(dialog).startswith("“plan.csv” is a PDF")
    assert not button(dialog).isVisible()


def test_the_same_sheet_again_brings_nothing_twice(qtbot, dialog, read, operations, tmp_path):
    file = good_sheet(tmp_path)
    read(file)
    with qtbot.waitSignal(dialog.imported):
        press(qtbot, dialog)
    settle(operations, qtbot)
    dialog.show()
    read(file)
    assert not button(dialog).isEnabled()
    assert button(dialog).toolTip() == "Every row of this sheet is in the calendar already."
    assert button(dialog, "cancel").text() == "Close"


def test_without_a_person_the_import_is_refused_in_the_bar(qtbot, path, jobs, opened, tmp_path):
    with operations_on(path, qtbot, None) as nobody:
        dialog = opened(nobody)
        dialog.choose_file(good_sheet(tmp_path))
        qtbot.waitUntil(lambda: not jobs.under_way)
        press(qtbot, dialog)
        settle(nobody, qtbot)
        qtbot.waitUntil(lambda: message(dialog).startswith("Choose who you are first"))
        assert dialog.isVisible()


def test_a_file_can_be_dropped_on_it(qtbot, dialog, jobs, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good_sheet(tmp_path)))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    no_key = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(dialog, QDragEnterEvent(QPoint(5, 5), *how, no_key))
    QApplication.sendEvent(dialog, QDropEvent(QPointF(5, 5), *how, no_key))
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert dialog.findChild(QLabel, "import_title").text() == "Import “plan.csv”"


def test_a_file_that_is_gone_is_said(dialog, read):
    read(Path("/nowhere/plan.csv"))
    assert message(dialog).startswith("There is no file")


def test_the_dialog_stays_until_the_rows_are_in(qtbot, dialog, read, tmp_path):
    read(good_sheet(tmp_path))
    with qtbot.waitSignal(dialog.imported):
        press(qtbot, dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
    assert not dialog.isVisible()


@pytest.mark.in_english
def test_reading_can_be_stopped_and_shows_how_far_it_is(qtbot, dialog, jobs, tmp_path, monkeypatch):
    gone_on, is_reading = Event(), Event()

    def slowly(_reader, _path, *, progress, **_reading):
        progress(30, 100)
        is_reading.set()
        gone_on.wait(10)
        progress(60, 100)

    monkeypatch.setattr(import_dialog, "preview_import", slowly)
    dialog.choose_file(good_sheet(tmp_path))
    bar = dialog.findChild(QProgressBar)
    qtbot.waitUntil(lambda: is_reading.is_set() and bar.value() == 30)
    assert bar.maximum() == 100
    press(qtbot, dialog, "stop")
    gone_on.set()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert message(dialog) == "Reading was stopped."
    assert not button(dialog, "stop").isVisible()
    assert dialog.findChild(QWidget, "drop_zone").isVisible()


@pytest.mark.in_english
def test_how_a_sheet_is_read_stands_there_while_its_rows_are_counted_beside_the_window(
    qtbot, dialog, jobs, tmp_path, monkeypatch
):
    counted, rows_counted = Event(), ImportPreview.looked_through

    def slowly(preview):
        counted.wait(10)
        return rows_counted(preview)

    monkeypatch.setattr(ImportPreview, "looked_through", slowly)
    dialog.choose_file(good_sheet(tmp_path))
    qtbot.waitUntil(dialog.findChild(QWidget, "columns").isVisible)
    assert not rows(dialog, "good_rows")
    assert button(dialog).toolTip() == "The sheet is being read."
    counted.set()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert len(rows(dialog, "good_rows")) == 2
    assert button(dialog).isEnabled()


@pytest.mark.in_english
def test_an_edited_sheet_updates_and_says_which_approvals_end(
    dialog, read, bring, elsewhere, tmp_path
):
    changes = bring(sheet(tmp_path, f"DE;Instagram;17.11.2027;09:30;{TEXTS[0]};", ALL_ELSE))
    with elsewhere() as (session, reader):
        (card,) = [c for c in reader.cards_of(tuple(changes.posts)) if c.text == TEXTS[0]]
        mark_ready(session, post_ids=[card.id])
        approve_as(session, reader, card.id)
    read(sheet(tmp_path, f"DE;Instagram;17.11.2027;11:30;{TEXTS[0]};", ALL_ELSE, NEW))
    assert button(dialog).text() == "Import 1, update 1"
    remark = dialog.findChild(QLabel, "import_remark").text()
    assert remark.endswith("1 approval ends: the post must be read again.")
    assert bring().ended_approvals == 1


@pytest.mark.in_english
def test_a_conflict_comes_in_only_when_it_is_ticked(qtbot, dialog, bring, elsewhere, tmp_path):
    (post_id,) = bring(sheet(tmp_path, f"DE;Instagram;17.11.2027;09:30;{TEXTS[0]};")).posts
    with elsewhere() as (session, _reader):
        edit_post(session, post_id=post_id, base_revision=1, changes={"text": "Hier geändert."})
    dialog.choose_file(sheet(tmp_path, f"DE;Instagram;17.11.2027;09:30;{TEXTS[0]} Auch dort.;"))
    why_not = "Tick a row in which the sheet is right: all others are here already."
    qtbot.waitUntil(lambda: button(dialog).toolTip() == why_not)
    assert not button(dialog).isEnabled()
    table = dialog.findChild(QTableView, "good_rows")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert button(dialog).text() == "Update 1 post"
    bring()
    with elsewhere() as (_session, reader):
        assert reader.post(post_id).post.content.text.endswith("Auch dort.")


@pytest.mark.in_english
def test_an_import_that_was_overtaken_is_refused_and_shown_anew(
    qtbot, dialog, bring, elsewhere, tmp_path
):
    (post_id,) = bring(sheet(tmp_path, f"DE;Instagram;17.11.2027;09:30;{TEXTS[0]};")).posts
    dialog.choose_file(sheet(tmp_path, f"DE;Instagram;17.11.2027;11:30;{TEXTS[0]};"))
    qtbot.waitUntil(button(dialog).isEnabled)
    with elsewhere() as (session, _reader):
        move_posts(session, post_ids=[post_id], to_day=QUIET_DAY + timedelta(days=3))
    press(qtbot, dialog)
    qtbot.waitUntil(lambda: "was changed since the sheet was read" in message(dialog))
    stays = "Date stays Fri 19 Nov: changed here since; the sheet still says Wed 17 Nov."
    qtbot.waitUntil(lambda: any(stays in row[Place.REMARKS] for row in rows(dialog, "good_rows")))
    assert bring().posts == {post_id}


def test_closing_while_a_sheet_is_read_leaves_nothing_behind(qtbot, dialog, jobs, tmp_path):
    dialog.choose_file(good_sheet(tmp_path))
    dialog.close()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert not dialog.isVisible()


def test_it_follows_the_theme(dialog):
    light = dialog.grab().toImage()
    dialog.set_theme(DARK)
    assert dialog.grab().toImage() != light


SOLEMN = "DE;Instagram;9.11.2027;10:30;Kuchen, Sekt und Konfetti für alle, die heute kommen.;"


@pytest.fixture
def chosen(monkeypatch):
    """Give what answers the question where a file should go."""

    def choosing(path):
        answer = (str(path), "")
        monkeypatch.setattr(import_dialog.QFileDialog, "getSaveFileName", lambda *_facts: answer)

    return choosing


def test_a_report_of_what_the_sheet_would_raise_is_saved_and_offered(
    qtbot, dialog, read, chosen, tmp_path
):
    read(sheet(tmp_path, SOLEMN, NEW))
    target = tmp_path / "report.html"
    chosen(target)
    button(dialog, "save_report").click()
    qtbot.waitUntil(lambda: bool(message(dialog)))
    page = target.read_text("utf-8")
    assert "Konfetti" in page
    assert "report.html" in message(dialog)


def test_a_report_that_cannot_be_written_is_said_and_none_is_no_matter(
    qtbot, dialog, read, chosen, tmp_path
):
    read(sheet(tmp_path, SOLEMN))
    chosen("")
    button(dialog, "save_report").click()
    assert not message(dialog)
    chosen(tmp_path / "no" / "report.html")
    button(dialog, "save_report").click()
    qtbot.waitUntil(lambda: bool(message(dialog)))
    assert dialog.isVisible()


def test_many_rows_are_judged_in_the_process_beside_the_window(dialog, read, worker, tmp_path):
    text = "Brot Nummer {} liegt ab heute für euch bereit."
    lines = [
        f"DE;Instagram;{17 + number % 10}.11.2027;{8 + number % 12}:{number % 60:02};"
        f"{text.format(number)};"
        for number in range(220)
    ]
    read(sheet(tmp_path, SOLEMN, *lines), within_ms=60_000)
    (process,) = active_children()
    assert len(rows(dialog, "good_rows")) == 221
    worker.close()
    assert not process.is_alive()


def test_a_sheet_with_which_it_was_opened_is_read_once_it_has_been_painted(dialog, tmp_path, qtbot):
    dialog.choose_file_once_painted(good_sheet(tmp_path))
    assert not button(dialog).isEnabled()
    qtbot.waitUntil(button(dialog).isEnabled)


def test_a_dialog_that_is_closed_before_that_reads_nothing(dialog, tmp_path, qtbot, monkeypatch):
    read = []
    monkeypatch.setattr(ImportDialog, "choose_file", lambda _dialog, path: read.append(path))
    dialog.choose_file_once_painted(good_sheet(tmp_path))
    dialog.reject()
    qtbot.wait(3 * import_dialog.PAINTED_AFTER_MS)
    assert read == []
