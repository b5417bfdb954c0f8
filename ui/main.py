"""Starts the window: `python -m ui [FILE]`, or paints it into a picture."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from app.calling import called_with_options
from app.wording import _, speak_the_readers_language
from ui.errors import Errors, log_path
from ui.picture import SIZE, Picture, Wanted
from ui.program import Program
from ui.screenshot import Shown


@dataclass(frozen=True, slots=True)
class Options:
    """What the words behind `python -m ui` ask for."""

    file: Path | None
    screenshot: Path | None
    smoke: Path | None
    view: Shown
    is_dark: bool
    is_mirrored: bool
    size: QSize
    person: str
    post: str


def options_of(words: Sequence[str]) -> Options:
    """Return what is asked for; argparse ends the program where that makes no sense."""
    parser = argparse.ArgumentParser(
        prog=called_with_options(), description=_("Opens Countersign on a calendar.")
    )
    parser.add_argument("file", nargs="?", type=Path, help=_("a calendar file"))
    parser.add_argument(
        "--screenshot", type=Path, metavar="OUT.png", help=_("save a picture and end")
    )
    parser.add_argument(
        "--smoke", type=Path, metavar="OUT.png", help=_("try everything out, without a screen")
    )
    parser.add_argument("--view", type=Shown, choices=list(Shown), default=Shown.CALENDAR)
    parser.add_argument("--dark", action="store_true", help=_("dark colours"))
    parser.add_argument("--rtl", action="store_true", help=_("from right to left"))
    parser.add_argument("--size", type=_size, default=SIZE, metavar="WxH")
    parser.add_argument("--person", default="", metavar="NAME", help=_("who sits there"))
    parser.add_argument("--post", default="", metavar="DE-0142", help=_("which post is open"))
    found = parser.parse_args(words)
    return Options(
        file=found.file,
        screenshot=found.screenshot,
        smoke=found.smoke,
        view=found.view,
        is_dark=found.dark,
        is_mirrored=found.rtl,
        size=found.size,
        person=found.person,
        post=found.post,
    )


def main(words: Sequence[str]) -> int:
    """Run the window until it is closed, or paint it; return the exit code."""
    speak_the_readers_language()
    options = options_of(words)
    if options.screenshot is not None or options.smoke is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
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
        program.start(options.file, options.person)
        code = application.exec()
        program.close()
        return code
    finally:
        errors.close()


def _paint(application: QApplication, errors: Errors, options: Options, target: Path) -> int:
    wanted = Wanted(
        target, options.view, options.is_dark, options.size, options.person, options.post
    )
    problem = Picture(application, errors, wanted).take(options.file)
    if problem:
        sys.stderr.write(f"{problem}\n")
    return 1 if problem else 0


def _size(words: str) -> QSize:
    width, _x, height = words.partition("x")
    return QSize(int(width), int(height))
