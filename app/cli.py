"""The command line: words that make, check and judge calendars without a window.

No word approves a post: that needs a person at the window.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from app.commands.calendars import create_calendar, create_sample
from app.commands.knowledge import Knowledge
from app.commands.verifying import findings_of
from app.errors import AppError

DONE = 0
FOUND_SOMETHING = 1
BAD_INPUT = 2


def main(words: Sequence[str]) -> int:
    """Do what the words ask; 0 done, 1 something was found, 2 bad input."""
    request = _parser().parse_args(list(words))
    word: Callable[[argparse.Namespace], int] = request.word
    try:
        return word(request)
    except AppError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 run.py",
        description=_("Without a word the window opens. No word approves a post."),
    )
    words = parser.add_subparsers(required=True, metavar=_("WORD"))
    sample = words.add_parser("sample", help=_("make a sample calendar"))
    sample.add_argument("file", type=Path)
    sample.set_defaults(word=_sample)
    new = words.add_parser("new", help=_("make an empty calendar"))
    new.add_argument("file", type=Path)
    new.add_argument("--name", required=True, help=_("what the calendar is called"))
    new.add_argument("--owner", required=True, help=_("the name of its first owner"))
    new.set_defaults(word=_new)
    verify = words.add_parser(
        "verify", help=_("check the history of a calendar, or a folder that was exported")
    )
    verify.add_argument("path", type=Path)
    verify.set_defaults(word=_verify)
    return parser


def _sample(request: argparse.Namespace) -> int:
    path = create_sample(request.file, date.today(), Knowledge.load())  # noqa: DTZ011
    print(_("Made a sample calendar: {path}").format(path=path))
    return DONE


def _new(request: argparse.Namespace) -> int:
    create_calendar(request.file, name=request.name, owner_name=request.owner)
    print(_("Made a calendar: {path}").format(path=request.file))
    return DONE


def _verify(request: argparse.Namespace) -> int:
    findings = findings_of(request.path)
    for finding in findings:
        print(finding)
    if not findings:
        print(_("Nothing was changed: {path}").format(path=request.path))
        return DONE
    found = ngettext("{count} finding", "{count} findings", len(findings))
    print(found.format(count=len(findings)), file=sys.stderr)
    return FOUND_SOMETHING
