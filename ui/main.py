"""Starts the window: `python -m ui [FILE]`, or paints it into a picture."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, QTemporaryDir, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.wording import _, speak_the_readers_language
from ui.errors import Errors, log_path
from ui.main_window import MainWindow
from ui.program import Program
from ui.screenshot import Screenshot, Shown
from ui.theme import ThemeChoice

SCREENSHOT_SIZE = QSize(1440, 900)


@dataclass(frozen=True, slots=True)
class Options:
    """What the words behind `python -m ui` ask for."""

    file: Path | None
    screenshot: Path | None
    view: Shown
    is_dark: bool
    is_mirrored: bool
    size: QSize
    person: str
    post: str


def options_of(words: Sequence[str]) -> Options:
    """Return what is asked for; argparse ends the program where that makes no sense."""
    parser = argparse.ArgumentParser(
        prog="python -m ui", description=_("Opens Countersign on a calendar.")
    )
    parser.add_argument("file", nargs="?", type=Path, help=_("a calendar file"))
    parser.add_argument(
        "--screenshot", type=Path, metavar="OUT.png", help=_("save a picture and end")
    )
    parser.add_argument("--view", type=Shown, choices=list(Shown), default=Shown.CALENDAR)
    parser.add_argument("--dark", action="store_true", help=_("dark colours"))
    parser.add_argument("--rtl", action="store_true", help=_("from right to left"))
    parser.add_argument("--size", type=_size, default=SCREENSHOT_SIZE, metavar="WxH")
    parser.add_argument("--person", default="", metavar="NAME", help=_("who sits there"))
    parser.add_argument("--post", default="", metavar="DE-0142", help=_("which post is open"))
    found = parser.parse_args(words)
    return Options(
        file=found.file,
        screenshot=found.screenshot,
        view=found.view,
        is_dark=found.dark,
        is_mirrored=found.rtl,
        size=found.size,
        person=found.person,
        post=found.post,
    )


def main(words: Sequence[str]) -> int:
    """Run the window until it is closed; return the exit code."""
    speak_the_readers_language()
    options = options_of(words)
    if options.screenshot is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        return 1
    application.setApplicationName("Countersign")
    application.setDesktopFileName("countersign")
    if options.is_mirrored:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    errors = Errors(log_path())
    errors.install()
    try:
        if options.screenshot is not None:
            return _picture(application, errors, options, options.screenshot)
        program = Program(application, errors)
        program.start(options.file, options.person)
        code = application.exec()
        program.close()
        return code
    finally:
        errors.close()


def _picture(application: QApplication, errors: Errors, options: Options, target: Path) -> int:
    """Paint the window into a file; the settings of the person stay as they are."""
    settings = QTemporaryDir()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings.path())
    choice = ThemeChoice.DARK if options.is_dark else ThemeChoice.LIGHT
    application.setFont(_readable(application.font()))
    program = Program(application, errors, choice=choice)
    results: list[bool] = []

    def end(is_saved: bool) -> None:
        results.append(is_saved)
        program.close()
        application.quit()

    def give_up(sentence: str) -> None:
        sys.stderr.write(f"{sentence}\n")
        QTimer.singleShot(0, lambda: end(False))  # not before the event loop runs

    program.opened.connect(partial(_take, options, target, end))
    program.stayed_shut.connect(give_up)
    program.start(options.file, options.person)
    application.exec()
    program.close()
    return 0 if results == [True] else 1


def _take(options: Options, target: Path, end: Callable[[bool], None], window: MainWindow) -> None:
    window.resize(options.size)
    Screenshot(window, target, options.view, window.find_post(options.post), done=end)


def _readable(font: QFont) -> QFont:
    """Return the font at the size that most desktops use: without a screen Qt takes a small one."""
    font.setPointSizeF(max(font.pointSizeF(), 10.0))
    return font


def _size(words: str) -> QSize:
    width, _x, height = words.partition("x")
    return QSize(int(width), int(height))
