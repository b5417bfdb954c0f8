"""What may stand behind `python -m ui`, and the one sentence for all else."""

import argparse
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize

from app.calling import OneSentenceParser, called_with_options
from app.wording import _
from ui.shown import SIZE, Shown

SMALLEST, LARGEST = QSize(320, 240), QSize(8000, 8000)
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp")


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked for."""

    file: Path | None
    screenshot: Path | None
    smoke: Path | None
    view: Shown
    is_dark: bool
    is_mirrored: bool
    size: QSize
    person: str
    post: str

    @property
    def needs_no_screen(self) -> bool:
        """Whether a picture is painted, and nobody sits before it."""
        return self.screenshot is not None or self.smoke is not None


def options_of(words: Sequence[str]) -> Options:
    """Return what is asked for; InvalidInputError says in one sentence what makes no sense."""
    parser = OneSentenceParser(
        prog=called_with_options(),
        description=_("Opens Countersign on a calendar."),
        allow_abbrev=False,
    )
    parser.add_argument("file", nargs="?", type=Path, help=_("a calendar file"))
    parser.add_argument(
        "--screenshot", type=_target, metavar="OUT.png", help=_("save a picture and end")
    )
    parser.add_argument(
        "--smoke", type=Path, metavar="OUT.png", help=_("try everything out, without a screen")
    )
    views = ", ".join(Shown)
    parser.add_argument(
        "--view",
        type=_view,
        default=Shown.CALENDAR,
        metavar="VIEW",
        help=_("what the picture shows: {views}").format(views=views),
    )
    parser.add_argument("--dark", action="store_true", help=_("dark colours"))
    parser.add_argument("--rtl", action="store_true", help=_("from right to left"))
    parser.add_argument(
        "--size", type=_size, default=SIZE, metavar="WxH", help=_("how large, such as 1440x900")
    )
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


def _view(words: str) -> Shown:
    try:
        return Shown(words.lower())
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            _("there is no view “{view}”, but {views}").format(view=words, views=", ".join(Shown))
        ) from error


def _size(words: str) -> QSize:
    written = re.fullmatch(r"(\d{1,5})\s*[x×]\s*(\d{1,5})", words.strip().lower())
    size = QSize(int(written[1]), int(written[2])) if written else QSize()
    if size.expandedTo(SMALLEST) != size or size.boundedTo(LARGEST) != size:
        raise argparse.ArgumentTypeError(
            _("“{size}” is no size; write it as 1440x900, from 320x240 up to 8000x8000").format(
                size=words
            )
        )
    return size


def _target(words: str) -> Path:
    """Return where the picture is saved, looked at before anything is painted."""
    target = Path(words)
    folder = target.absolute().parent
    problem = ""
    if target.suffix.lower() not in _PICTURES:
        problem = _("“{file}” is no name of a picture; let it end in .png")
    elif target.is_dir():
        problem = _("“{file}” is a folder; write the name of a file in it")
    elif not folder.is_dir() or not os.access(folder, os.W_OK):
        problem = _("“{file}” cannot be written; choose a folder that exists and is yours")
    if problem:
        raise argparse.ArgumentTypeError(problem.format(file=words))
    return target
