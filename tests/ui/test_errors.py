import logging
import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ui.errors import Errors, details_of, log_path

FAULT = "A fault of the program"
logged = pytest.mark.expects_log(FAULT)


@pytest.fixture
def errors(tmp_path, qtbot):
    made = Errors(tmp_path / "countersign.log")
    yield made
    made.close()


def a_fault() -> ValueError:
    try:
        int("the cheese is gone")
    except ValueError as problem:
        return problem
    raise AssertionError


def dialogs(window: QWidget) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.objectName() == "fault_dialog"]


@logged
def test_a_fault_is_shown_once_and_kept_in_the_log(errors, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    errors.set_window(window)
    errors.tell(a_fault())
    errors.tell(a_fault())
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    assert errors.log_file.read_text(encoding="utf-8").count("the cheese is gone") >= 2
    dialogs(window)[0].reject()


@logged
def test_its_details_can_be_copied_without_closing_it(errors, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    errors.set_window(window)
    errors.tell(a_fault())
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    (dialog,) = dialogs(window)
    dialog.findChild(QPushButton, "copy_details").click()
    assert "the cheese is gone" in QGuiApplication.clipboard().text()
    assert dialog.isVisible()
    dialog.reject()


@logged
def test_no_traceback_stands_in_the_dialog_itself(errors, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    errors.set_window(window)
    errors.tell(a_fault())
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    (dialog,) = dialogs(window)
    assert "Traceback" not in dialog.text() + dialog.informativeText()
    assert str(errors.log_file) in dialog.informativeText()
    dialog.reject()


@logged
def test_after_the_dialog_is_closed_the_next_fault_is_shown_again(errors, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    errors.set_window(window)
    for _time in range(2):
        errors.tell(a_fault())
        qtbot.waitUntil(lambda: bool(dialogs(window)))
        dialogs(window)[0].reject()
        qtbot.waitUntil(lambda: not dialogs(window))


@logged
def test_what_nothing_else_catches_comes_here_from_any_thread(errors, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(errors, "_on_happened", told.append)
    errors.install()
    sys.excepthook(ValueError, a_fault(), None)
    failing = threading.Thread(target=lambda: 1 / 0)
    failing.start()
    failing.join()
    text = errors.log_file.read_text(encoding="utf-8")
    assert "the cheese is gone" in text
    assert "ZeroDivisionError" in text


def test_ctrl_c_is_no_fault(errors, monkeypatch):
    passed_on = []
    monkeypatch.setattr(sys, "excepthook", lambda *facts: passed_on.append(facts))
    fresh = Errors(errors.log_file)
    fresh.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    fresh.close()
    assert len(passed_on) == 1


def test_closing_gives_exceptions_back_to_python(tmp_path, qtbot):
    before = sys.excepthook, threading.excepthook
    errors = Errors(tmp_path / "countersign.log")
    errors.install()
    assert sys.excepthook is not before[0]
    errors.close()
    assert (sys.excepthook, threading.excepthook) == before
    assert not logging.getLogger("countersign").handlers


def test_the_details_name_versions_and_place():
    details = details_of(a_fault())
    assert "Python 3" in details
    assert "Qt 6" in details
    assert "a_fault" in details


def test_the_log_lies_in_a_folder_that_exists():
    assert log_path().parent.is_dir()
    assert log_path().name == "countersign.log"
