"""Every screen abroad: its words are translated and not cut off, all of it fits.

Every control has a name, a role, a size that can be hit, is reached by Tab, and shows that it
has the focus.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, partial

import pytest
from babel import Locale
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QWidget,
)

from app import wording
from app.commands.comments import add_comment
from app.commands.drafts import Draft, keep_draft
from app.commands.holds import place_hold
from app.commands.people import choose_person
from app.commands.policy import save_policy
from app.commands.post_filter import EVERYTHING, Facet
from app.commands.session import Session
from app.commands.suggestions import suggest_edit
from app.domain.hold import Scope
from app.domain.policy import Policy
from tests import pseudo
from tests.access import out_of_reach, problems_of, unseen_focus
from tests.builders import calendars
from tests.builders.moves import adapt_posts
from tests.builders.sheets import HEADER, plan_rows, workbook
from tests.builders.ui_c import meanwhile
from ui.days.days_dialog import DaysDialog
from ui.days.days_page import DaysPage
from ui.errors import Errors
from ui.main_window import MainWindow
from ui.program import Program
from ui.settings.markets_page import MarketsPage
from ui.settings.settings_dialog import SettingsDialog
from ui.widgets.folding_section import FoldingSection

pytestmark = [pytest.mark.in_english, pytest.mark.left_to_right]  # it goes abroad by itself

ROOM = (1440, 900)
DIALOGS = (
    "ask_who_i_am",
    "people",
    "duty",
    "terms",
    "markets",
    "policy",
    "backups",
    "history",
    "import_sheet",
    "hold",
    "caught",
    "recall",
    "days",
)
KEYS = "Alt Ctrl Del Down Enter Esc F2 F8 Left PgDown PgUp Return Right Shift Space Up"
NAMES = "Countersign https Solvane solvane de fr Lena Brandt Marc Fournier Nora Haddad Olga Owner"
PLACES = "test here Germany France Berlin Paris Europe DE FR CET Instagram Facebook App push Buffer"
LANGUAGES = Locale("en").languages
CALENDAR_WORDS = {
    word
    for names in (Locale("en").days["format"], Locale("en").months["format"])
    for forms in names.values()
    for word in forms.values()
}
KNOWN = {
    *HEADER,
    *KEYS.split(),
    *NAMES.split(),
    *PLACES.split(),
    *CALENDAR_WORDS,
    *LANGUAGES.values(),
    *re.findall(r"[^\W\d_]{2,}", calendars.BREAD),
}


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def abroad(request, qapp, pseudo_locale, monkeypatch) -> None:
    monkeypatch.setenv("LANGUAGE", pseudo.LOCALE)
    wording.speak_the_readers_language(pseudo_locale)
    qapp.setLayoutDirection(request.param)


@pytest.fixture
def window(abroad, tmp_path, qtbot, qapp) -> Iterator[MainWindow]:
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    calendars.ready_post(session)
    session.close()
    errors = Errors(tmp_path / "log.txt")
    program = Program(qapp, errors)
    program.start(path, "Marc")
    qtbot.waitUntil(lambda: program.window is not None and program.window.is_settled)
    program.window.resize(*ROOM)
    yield program.window
    program.close()
    errors.close()


def parts_of(top: QWidget) -> list[QWidget]:
    return [one for one in [top, *top.findChildren(QWidget)] if one.isVisible()]


def texts_of(part: QWidget) -> Iterator[str]:
    yield part.toolTip()
    yield part.accessibleName()
    match part:
        case QLabel() | QAbstractButton():
            yield part.text()
        case QGroupBox():
            yield part.title()
        case QLineEdit():
            yield part.placeholderText()
        case QTabBar():
            yield from (part.tabText(number) for number in range(part.count()))
        case QHeaderView():
            ask = part.model().headerData
            heads = (ask(number, part.orientation()) for number in range(part.count()))
            yield from (head for head in heads if isinstance(head, str))


@cache
def texts_of_days() -> frozenset[str]:
    """Return what the program's own data say of days: it has no translations."""
    return frozenset(
        text
        for day in calendars.knowledge().days.solemn.entries
        for text in (day.name, day.why, day.clash, *dict(day.names).values())
    )


def foreign_words(text: str) -> set[str]:
    """Return the words of a text that are neither translated nor the calendar's own."""
    if text in texts_of_days():
        return set()
    innermost = re.compile("⟦[^⟦⟧]*⟧")
    rest = re.sub(r"<[^<>]+>|https?://\S+|(?<!\S)/\S+", "", text)
    while innermost.search(rest):
        rest = innermost.sub("", rest)
    return set(re.findall(r"[^\W\d_]{2,}", rest)) - KNOWN


def is_cut(part: QWidget) -> bool:
    is_one_line = isinstance(part, QAbstractButton) or (
        isinstance(part, QLabel) and not part.wordWrap()
    )
    return is_one_line and part.width() < part.sizeHint().width()


def check(top: QWidget, qtbot) -> None:
    QApplication.processEvents()
    wrong = {text for part in parts_of(top) for text in texts_of(part) if foreign_words(text)}
    assert not wrong
    qtbot.waitUntil(lambda: not [one for one in parts_of(top) if is_cut(one)])

    def finds_nothing() -> None:
        assert problems_of(top) == []

    qtbot.waitUntil(finds_nothing)  # a page that has just come is still being laid out
    assert unseen_focus(top) == []
    assert out_of_reach(top) == []


def settled(window: MainWindow, qtbot) -> None:
    qtbot.waitUntil(lambda: window.is_settled)


def test_the_calendar_with_tray_and_details(window, qtbot):
    check(window, qtbot)
    window.show_tray(True)
    window.show_post(window.find_post("DE-0001"))
    settled(window, qtbot)
    check(window, qtbot)


def test_weeks_without_a_post(window, qtbot):
    window.calendar_screen.go_to(date(2031, 5, 5))
    qtbot.waitUntil(window.body.empty_plan.isVisible)
    check(window, qtbot)


def test_every_view_of_the_plan(window, qtbot):
    for kind in window.calendar_screen.kinds:
        window.show_view(kind)
        settled(window, qtbot)
        check(window, qtbot)


def test_writing_with_a_draft_a_sibling_and_all_parts_unfolded(window, tmp_path, qtbot):
    session = Session.open(tmp_path / "team.countersign", calendars.knowledge())
    calendars.act_as(session, calendars.LENA)
    post = window.find_post("DE-0001")
    adapt_posts(session, post_ids=[post], to=calendars.DE_PUSH)
    calendars.act_as(session, calendars.MARC)
    keep_draft(session, draft=Draft(post, calendars.GERMANY, 2, {"text": "Solvane"}))
    session.close()
    window.show_post(post)
    settled(window, qtbot)
    for section in window.panel.findChildren(FoldingSection):
        section.set_unfolded(True)
    settled(window, qtbot)
    check(window, qtbot)
    window.panel.compare_versions()
    settled(window, qtbot)
    check_dialog(qtbot)
    window.panel.findChild(QPushButton, "change_alike").click()
    settled(window, qtbot)
    check_dialog(qtbot)
    window.panel.findChild(QAction, "post_repeat").trigger()
    settled(window, qtbot)
    check_dialog(qtbot)


def test_the_plan_on_paper(window, qtbot):
    window.print_plan()
    settled(window, qtbot)
    check_dialog(qtbot)


def test_the_post_under_review_on_paper(window, qtbot):
    window.show_review(window.find_post("DE-0001"))
    settled(window, qtbot)
    window.print_plan()
    settled(window, qtbot)
    assert "DE-0001" in window.findChild(QComboBox, "paper_kind").currentText()
    check_dialog(qtbot)


def test_the_review(window, qtbot):
    window.show_review(window.find_post("DE-0001"))
    settled(window, qtbot)
    check(window, qtbot)


def test_what_people_say_about_a_post(window, tmp_path, qtbot):
    session = Session.open(tmp_path / "team.countersign", calendars.knowledge())
    post_id = window.find_post("DE-0001")
    calendars.act_as(session, calendars.NORA)
    for text in ("@Marc Fournier", "Solvane"):
        add_comment(session, post_id=post_id, text=text)
    suggest_edit(session, post_id=post_id, base_revision=2, fields={"text": "Solvane"})
    session.close()
    qtbot.waitUntil(lambda: not window.body.for_you.isHidden())
    settled(window, qtbot)
    check(window.body.for_you, qtbot)
    window.show_talk(post_id)
    settled(window, qtbot)
    check(window.panel, qtbot)
    window.show_review(post_id)
    settled(window, qtbot)
    check(window.body.review_screen, qtbot)
    window.body.review_screen.findChild(QPushButton, "suggest_edit").click()
    check_dialog(qtbot)


def test_every_dialog(window, qtbot):
    opened = [getattr(window.dialogs, name) for name in DIALOGS]
    for show in (*opened, window.export):
        show()
        settled(window, qtbot)
        check_dialog(qtbot)


def test_the_questions_before_a_move(window, qtbot):
    window.calendar_screen.reveal(window.find_post("DE-0001"))
    for ask in (window.calendar_screen.deeds.move, window.calendar_screen.deeds.shift_following):
        ask()
        settled(window, qtbot)
        check_dialog(qtbot)


def test_what_finds(window, qtbot):
    finder = window.calendar_screen.finder
    finder.set_filter(EVERYTHING.saying("Solvane").choosing(Facet.MARKET, ["DE", "FR"]))
    settled(window, qtbot)
    check(window, qtbot)
    window.resize(600, 400)
    check(finder.bar, qtbot)
    saved = window.calendar_screen.filtering.saved_views
    for show in (window.palette_door.open, saved.tidy, saved.save):
        show()
        settled(window, qtbot)
        check_dialog(qtbot)


def test_a_sheet_before_it_is_imported(window, tmp_path, qtbot):
    rows = [*plan_rows(calendars.QUIET_DAY, 12), ("soon", "", "DE", "Fax", "Ein Fax.", "")]
    window.dialogs.import_sheet(workbook(tmp_path / "plan.xlsx", rows))
    settled(window, qtbot)
    check_dialog(qtbot)


def test_what_is_held_around_a_post(window, qtbot):
    window.calendar_screen.reveal(window.find_post("DE-0001"))
    window.dialogs.hold_around(window.calendar_screen.chosen_cards())
    settled(window, qtbot)
    check_dialog(qtbot)


def test_what_a_hold_stops(window, tmp_path, qtbot):
    session = Session.open(tmp_path / "team.countersign", calendars.knowledge())
    calendars.act_as(session, calendars.LENA)
    place_hold(session, scope=Scope.MARKET, target="DE", reason="Solvane")
    session.close()
    qtbot.waitUntil(lambda: bool(window.body.hold_bar.rows))
    settled(window, qtbot)
    check(window, qtbot)
    window.dialogs.caught()
    settled(window, qtbot)
    check_dialog(qtbot)


def test_what_is_undone_in_the_settings(window, qtbot):
    """The toast with its way back, and the question why."""
    operations = window.dialogs._operations  # noqa: SLF001 - as the dialogs have them
    operations.run(partial(choose_person, person_id=calendars.NORA))
    window.dialogs.policy()
    operations.run(partial(save_policy, policy=Policy(3), reason="Solvane Solvane Solvane"))
    settled(window, qtbot)
    (dialog,) = [one for one in window.findChildren(SettingsDialog) if one.isVisible()]
    check(dialog, qtbot)
    dialog.findChild(QPushButton, "toast_action").click()
    check_above(dialog, window, qtbot)
    dialog.reject()


def test_what_somebody_else_has_changed_meanwhile(window, tmp_path, qtbot):
    """The sentence with Look again stays while the window reads what the others have saved."""
    operations = window.dialogs._operations  # noqa: SLF001 - as the dialogs have them
    operations.run(partial(choose_person, person_id=calendars.NORA))
    window.dialogs.policy()
    settled(window, qtbot)
    (dialog,) = [one for one in window.findChildren(SettingsDialog) if one.isVisible()]
    dialog.findChild(QRadioButton, "approvers_2").click()
    dialog.findChild(QLineEdit, "policy_reason").setText("Solvane Solvane Solvane")
    theirs = partial(save_policy, policy=Policy(3), reason="Solvane Solvane Solvane")
    meanwhile(tmp_path / "team.countersign", theirs)
    dialog.findChild(QPushButton, "save").click()
    qtbot.waitUntil(lambda: window.calendar.policy == Policy(3))
    settled(window, qtbot)
    again = next(
        one for one in dialog.findChildren(QPushButton, "message_action") if one.isVisible()
    )
    assert dialog.findChild(QRadioButton, "approvers_2").isChecked()
    check(dialog, qtbot)
    again.click()
    assert dialog.findChild(QRadioButton, "approvers_3").isChecked()
    dialog.reject()


def test_what_is_decided_of_days(window, tmp_path, qtbot):
    path = tmp_path / "Solvane.de"
    path.write_text("name,rule\nSolvane,2027-12-01\nDE,2027-13-01\n", "utf-8")
    window.dialogs.days()
    settled(window, qtbot)
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, DaysDialog))
    days = dialog.findChild(DaysPage)
    for asked in ("add_day", "switch_day"):
        days.findChild(QPushButton, asked).click()
        check_above(days, window, qtbot)
    days.import_file(path)
    check_above(days, window, qtbot)
    dialog.reject()


def test_a_network_for_several_markets(window, qtbot):
    window.dialogs.markets()
    settled(window, qtbot)
    page = window.findChild(MarketsPage)
    page._on_add_network()  # noqa: SLF001 - a reviewer sits here, and only an owner may press it
    check_above(page, window, qtbot)
    page.window().reject()


def check_above(below: QWidget, window: MainWindow, qtbot) -> None:
    """Check the one dialog that stands above another, and close it."""
    settled(window, qtbot)
    tops = [one for one in below.findChildren(QDialog) if one.isVisible()]
    (dialog,) = tops
    check(dialog, qtbot)
    dialog.reject()
    dialog.deleteLater()
    QApplication.processEvents()


def check_dialog(qtbot) -> None:
    """Check the one dialog that is open, and close it."""
    tops = QApplication.topLevelWidgets()
    (dialog,) = [one for one in tops if isinstance(one, QDialog) and one.isVisible()]
    check(dialog, qtbot)
    assert dialog.width() <= ROOM[0]
    assert dialog.height() <= ROOM[1]
    dialog.reject()
    QApplication.processEvents()
