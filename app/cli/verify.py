"""`verify FILE-OR-DIR`: whether history and exports are as they were written."""

import argparse
from collections.abc import Callable
from datetime import datetime

from app.cli.answer import DONE, FOUND_SOMETHING, Answer
from app.cli.table import plain
from app.commands.verifying import findings_of
from app.wording import _, ngettext


def answer(request: argparse.Namespace, clock: Callable[[], datetime]) -> Answer:  # noqa: ARG001
    """Say all that is not as it was written, or that nothing was changed."""
    findings = findings_of(request.path, calendar=request.calendar)
    facts = {"path": str(request.path), "findings": findings}
    if not findings:
        said = _("Nothing was changed: {path}").format(path=request.path)
        return Answer(facts, [said], DONE)
    found = ngettext("{count} finding", "{count} findings", len(findings))
    lines = [*map(plain, findings), found.format(count=len(findings))]
    return Answer(facts, lines, FOUND_SOMETHING)
