"""`log FILE`: who did what, when and where, in the one order of events."""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from app.cli.answer import Answer
from app.cli.opening import reading
from app.cli.saying import when
from app.cli.table import Column, table
from app.commands.finding import find_post
from app.commands.log import LogEntry, log_entries, log_of_post
from app.domain.wall_time import stamp
from app.wording import _, ngettext


def answer(request: argparse.Namespace, clock: Callable[[], datetime]) -> Answer:
    """Tell all events, or those of one post."""
    with reading(request.file, clock) as reader:
        entries = (
            tuple(log_of_post(reader, find_post(reader, request.post)))
            if request.post
            else tuple(log_entries(reader))
        )
    return Answer({"events": list(map(_facts, entries))}, _lines(entries))


def _facts(entry: LogEntry) -> Mapping[str, object]:
    return {
        "seq": entry.seq,
        "at": stamp(entry.at),
        "who": entry.who,
        "where": entry.origin,
        "post": entry.post,
        "what": entry.what,
        "action": entry.action,
        "entity": entry.entity,
        "hash": entry.hash,
    }


def _lines(entries: Sequence[LogEntry]) -> Iterator[str]:
    columns = (
        Column(_("No."), 7),
        Column(_("When (UTC)"), 19),
        Column(_("Who and where"), 26),
        Column(_("Post"), 10),
        Column(_("What")),
    )
    rows = [
        (
            str(entry.seq),
            when(entry.at.astimezone(UTC)),
            "\n".join(filter(None, (entry.who, entry.origin))),
            entry.post,
            entry.what,
        )
        for entry in entries
    ]
    yield from table(columns, rows)
    yield ""
    yield ngettext("{count} event", "{count} events", len(entries)).format(count=len(entries))
