"""Starts the window: `python -m ui [FILE]`, or paints it into a picture."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.errors import AppError
from app.wording import speak_the_readers_language
from ui.errors import Errors, log_path
from ui.memory import share_memory
from ui.options import Options, options_of
from ui.pauses import keep_pauses_short
from ui.program import Program

BAD_INPUT = 2
FAULT = 3
_WITHOUT_A_SCREEN = ("offscreen", "minimal")
_SAID_OF_EVERY_DIALOG = "This plugin does not support "


def main(words: Sequence[str]) -> int:
    """Run the window until it is closed, or paint it; return the exit code."""
    speak_the_readers_language()
    share_memory()
    try:
        options = options_of(words)
    except AppError as problem:
        sys.stderr.write(f"{problem}\n")
        return BAD_INPUT
    if options.needs_no_screen:
        _do_without_a_screen()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        return 1
    application.setApplicationName("Countersign")
    application.setDesktopFileName("countersign")
    if options.is_mirrored:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if options.smoke is not None:
        from ui.smoke import smoke  # noqa: PLC0415  nobody who plans needs it

        return smoke(application, options.smoke)
    errors = Errors(log_path())
    errors.install()
    try:
        if options.screenshot is not None:
            return _paint(application, errors, options, options.screenshot)
        program = Program(application, errors)
        keep_pauses_short(program)
        program.start(options.file, options.person)
        code = application.exec()
        program.close()
        return code
    finally:
        errors.close()


def _do_without_a_screen() -> None:
    if os.environ.get("QT_QPA_PLATFORM") not in _WITHOUT_A_SCREEN:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_say_what_matters)


def _say_what_matters(_kind: QtMsgType, _place: QMessageLogContext, message: str | None) -> None:
    """Pass on what Qt says, but for what the platform without a screen says of every dialog."""
    if message and not message.startswith(_SAID_OF_EVERY_DIALOG):
        sys.stderr.write(f"{message}\n")


def _paint(application: QApplication, errors: Errors, options: Options, target: Path) -> int:
    from ui.picture import Picture, Wanted  # noqa: PLC0415  nobody who plans needs it

    wanted = Wanted(
        target, options.view, options.is_dark, options.size, options.person, options.post
    )
    picture = Picture(application, errors, wanted)
    problem = picture.take(options.file)
    if problem:
        sys.stderr.write(f"{problem}\n")
        return FAULT if picture.has_failed else BAD_INPUT
    return 0
