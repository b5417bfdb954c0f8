"""Tries out a copy of the program on a sample calendar, without a screen: does all of it work?"""

import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from app.commands import self_check
from app.commands.self_check import Ground, Outcome, Trial, UnexpectedError, tried
from app.domain.flag import Severity
from app.wording import _, ngettext
from ui.errors import Errors
from ui.picture import Picture, Wanted
from ui.shown import SIZE
from ui.theme import LIGHT
from ui.widgets.icons import pixmap, severity_icon_name

_STEP = 3
"""One of so many pixels each way is looked at."""
_FEWEST_COLOURS = 100


def smoke(application: QApplication, target: Path) -> int:
    """Say a line for each trial and save the painted window; 0 if all has worked, else 1."""
    with TemporaryDirectory(prefix="countersign-") as folder:
        ground = Ground(Path(folder))
        errors = Errors(ground.folder / "faults.log")
        errors.install()
        try:
            trials = (*self_check.trials(), *window_trials(application, errors, target))
            return said(tried(trial, ground) for trial in trials)
        finally:
            errors.close()


def window_trials(application: QApplication, errors: Errors, target: Path) -> tuple[Trial, ...]:
    """Return what is to be tried with Qt, on the sample that the other trials have made."""

    def paint(ground: Ground) -> str:
        problem = Picture(application, errors, Wanted(target)).take(ground.calendar)
        if problem:
            raise UnexpectedError(problem)
        return _painted(target)

    return (
        Trial(_("an icon, drawn"), _icon),
        Trial(_("the window, painted"), paint),
    )


def said(outcomes: Iterable[Outcome]) -> int:
    """Write a line for each outcome as it comes, then the sum; return 0 if all worked, else 1."""
    came: list[Outcome] = []
    for outcome in outcomes:
        came.append(outcome)
        line = _("FAILED  {name}: {problem}") if outcome.problem else _("worked  {name}: {found}")
        _write(line.format(name=outcome.name, problem=outcome.problem, found=outcome.found))
    failed = ", ".join(outcome.name for outcome in came if outcome.problem)
    worked = ngettext(
        "All of it works: {count} trial.", "All of it works: {count} trials.", len(came)
    )
    _write(
        _("Not all of it works: {names}.").format(names=failed)
        if failed
        else worked.format(count=len(came))
    )
    return 1 if failed else 0


def _icon(_ground: Ground) -> str:
    """Draw the sign of the worst severity that can still be answered, and find its colour."""
    name = severity_icon_name(Severity.STOP)
    colour = LIGHT.severity(Severity.STOP).stripe
    drawn = pixmap(name, colour, size=24).toImage()
    if colour.name() not in _colours(drawn, step=1):
        raise UnexpectedError(_("nothing is drawn of “{icon}”").format(icon=name))
    return name


def _painted(target: Path) -> str:
    """Look whether the picture shows the calendar: the post with a stop, among many colours."""
    picture = QImage(str(target))
    colours = _colours(picture, step=_STEP)
    if not QFontDatabase.families():
        raise UnexpectedError(_("no font is installed here: install one, such as DejaVu"))
    if picture.size() != SIZE or len(colours) < _FEWEST_COLOURS:
        raise UnexpectedError(_("the picture is empty"))
    if LIGHT.severity(Severity.STOP).background.name() not in colours:
        raise UnexpectedError(_("the picture shows no post with a stop"))
    return str(target)


def _colours(picture: QImage, *, step: int) -> set[str]:
    return {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), step)
        for y in range(0, picture.height(), step)
    }


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
