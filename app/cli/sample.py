"""`sample FILE`: a calendar of an invented brand."""

import argparse
from collections.abc import Callable
from datetime import datetime

from app.cli.answer import Answer
from app.commands.calendars import create_sample
from app.commands.knowledge import Knowledge
from app.wording import _


def answer(request: argparse.Namespace, clock: Callable[[], datetime]) -> Answer:
    """Make the sample calendar around the next 9 November."""
    path = create_sample(request.file, clock().astimezone().date(), Knowledge.load())
    said = _("Made a sample calendar: {path}").format(path=path)
    return Answer({"calendar": str(path), "is_sample": True}, [said])
