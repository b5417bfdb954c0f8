import pytest
from PySide6.QtCore import QDate
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QComboBox, QDateEdit, QFileDialog, QPushButton

from app.commands.post_filter import PostFilter
from tests.builders.hours import FRENCH, GHOST, HOURS, MORNING, NOW
from tests.builders.ui import KeptCards, calendar, day_knowledge
from tests.ui.direct import DirectJobs
from tests.ui.paper_ground import wish
from ui.papers.contents import PaperKind
from ui.papers.paper_dialog import PaperDialog, file_name
from ui.theme import DARK, LIGHT
from ui.widgets.message_bar import MessageBar


class Cards(KeptCards):
    """A reader of two posts."""

    def again(self):
        return self

    def close(self) -> None:
        """There is no connection."""

    def clock(self):
        return NOW

    def hours(self, _day):
        return HOURS

    def days(self, _first, _last):
        return day_knowledge()


class Jobs(DirectJobs):
    """Gives back a job that can be cancelled."""

    def run(self, work, **more):
        super().run(work, **more)


@pytest.fixture
def dialog(qtbot):
    made = PaperDialog(
        Cards([MORNING, FRENCH], [GHOST]),
        Jobs(),
        calendar(),
        LIGHT,
        wish=wish(PaperKind.WEEKS),
        wanted=PostFilter(),
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


def words(dialog) -> str:
    return dialog.findChild(MessageBar).text


def test_the_pages_are_there_and_can_be_saved(dialog, qtbot, tmp_path):
    assert dialog.is_ready
    target = tmp_path / "plan.pdf"
    with qtbot.waitSignal(dialog.written) as told:
        dialog.save_to(target)
    assert told.args == [target]
    assert target.read_bytes().startswith(b"%PDF")
    assert "plan.pdf" in words(dialog)
    assert dialog.is_ready


def test_while_pages_are_written_the_buttons_say_so(dialog, qtbot, tmp_path):
    buttons = [dialog.findChild(QPushButton, name) for name in ("paper_save", "paper_print")]
    with qtbot.waitSignal(dialog.written):
        dialog.save_to(tmp_path / "plan.pdf")
        assert {(one.isEnabled(), one.toolTip()) for one in buttons} == {
            (False, "The pages are being written")
        }
    assert {(one.isEnabled(), one.toolTip()) for one in buttons} == {(True, "")}


def test_another_choice_lays_the_pages_out_anew(dialog, qtbot):
    before = dialog._paper  # noqa: SLF001 - the pages
    dialog.findChild(QComboBox, "paper_kind").setCurrentIndex(3)
    qtbot.waitUntil(lambda: dialog._paper is not before and dialog.is_ready)  # noqa: SLF001
    assert not dialog._paper.sheet.is_wide  # noqa: SLF001


def test_more_than_a_year_is_refused_with_the_way_out(dialog, qtbot):
    dialog.findChild(QDateEdit, "last_day").setDate(QDate(2029, 1, 1))
    qtbot.waitUntil(lambda: bool(words(dialog)))
    assert not dialog.is_ready
    save = dialog.findChild(QPushButton, "paper_save")
    assert not save.isEnabled()
    assert save.toolTip()


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(dialog, qtbot, tmp_path):
    dialog.save_to(tmp_path / "no" / "plan.pdf")
    qtbot.waitUntil(lambda: bool(words(dialog)))
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_is_told(dialog, qtbot, tmp_path):
    (tmp_path / "plan.pdf").mkdir()
    dialog.save_to(tmp_path / "plan.pdf")
    qtbot.waitUntil(lambda: bool(words(dialog)))
    assert dialog.is_ready


def test_the_name_is_asked_for_and_ends_in_pdf(dialog, qtbot, tmp_path, monkeypatch):
    chosen = str(tmp_path / "plan")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (chosen, ""))
    with qtbot.waitSignal(dialog.written) as told:
        dialog.findChild(QPushButton, "paper_save").click()
    assert told.args == [tmp_path / "plan.pdf"]


def test_a_printer_is_asked_for(dialog, qtbot):
    dialog.findChild(QPushButton, "paper_print").click()
    asked = dialog.findChild(QPrintDialog)
    assert asked is not None
    asked.printer().setOutputFileName("")
    asked.reject()
    dialog.set_theme(DARK)
    dialog.set_calendar(calendar(is_sample=True))


def test_a_file_is_named_by_what_is_in_it():
    named = file_name(calendar(), wish(PaperKind.LIST))
    assert named.endswith("2026-11-09 2026-11-09.pdf")
    assert file_name(calendar(is_sample=True), wish(PaperKind.LIST)).startswith("SAMPLE ")


def test_too_many_posts_are_refused_with_the_way_out(dialog, qtbot, monkeypatch):
    monkeypatch.setattr("ui.papers.contents.MOST_POSTS", 0)
    dialog.findChild(QComboBox, "paper_kind").setCurrentIndex(3)
    qtbot.waitUntil(lambda: bool(words(dialog)))
    assert not dialog.is_ready
