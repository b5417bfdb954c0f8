"""`new FILE`: an empty calendar with its first owner."""

import argparse
from collections.abc import Callable
from datetime import datetime

from app.calling import called
from app.cli.answer import Answer
from app.cli.table import paragraph, plain
from app.commands.calendars import create_calendar
from app.wording import _


def answer(request: argparse.Namespace, clock: Callable[[], datetime]) -> Answer:
    """Make the calendar; whoever owns it adds markets and people at the window."""
    owner = create_calendar(request.file, name=request.name, owner_name=request.owner, clock=clock)
    said = (
        plain(_("Made a calendar: {path}").format(path=request.file)),
        *paragraph(_("It has no markets yet: open it in the window and add them, then import.")),
        "    " + plain(f'{called()} "{request.file}"'),
    )
    return Answer({"calendar": str(request.file), "owner": owner}, said)
