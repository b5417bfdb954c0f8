"""`assess POSTS`: the risk flags of posts in a file, without a calendar."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from app.cli.answer import BAD_INPUT, DONE, FOUND_SOMETHING, Answer
from app.cli.saying import flag_columns, flag_facts, flag_rows, needs_a_look, when, written
from app.cli.table import Column, paragraph, table
from app.cli.tallies import tally_tables
from app.commands.assess_file import AssessedFile, AssessedPost, assess_file
from app.commands.knowledge import Knowledge
from app.commands.replay import Replay, summary
from app.commands.replay_report import write_report
from app.commands.replay_sources import replay_of_file
from app.errors import InvalidInputError
from app.wording import _, ngettext

SUMMED_FROM = 25
"""So many posts are more than one sees at a glance: they are summed up."""


def answer(request: argparse.Namespace, clock: Callable[[], datetime]) -> Answer:
    """Judge every post; it ends with 2 only where none of them could be read."""
    today = clock().astimezone().date()
    _refuse_to_write_over(request.posts, request.html)
    found = assess_file(
        request.posts,
        Knowledge.load(),
        kind=request.kind,
        market=request.market,
        day_first=request.day_first,
        encoding=request.encoding or "",
        today=today,
    )
    replay = replay_of_file(request.posts, found)
    if request.html is not None:
        write_report(replay, request.html, made_on=today)
    return Answer(
        {
            "posts": list(map(_facts, found.posts)),
            "summary": summary(replay),
            "notes": found.notes,
        },
        _lines(found, replay, request.html),
        _code(found),
    )


def _refuse_to_write_over(plan: Path, report: Path | None) -> None:
    if report is not None and report.resolve() == plan.resolve():
        raise InvalidInputError(
            _("The report would be written over “{file}”: give it another name.").format(
                file=plan.name
            )
        )


def _code(found: AssessedFile) -> int:
    if found.unreadable == len(found.posts):
        return BAD_INPUT
    is_risky = any(post.error or needs_a_look(post.flags) for post in found.posts)
    return FOUND_SOMETHING if is_risky else DONE


def _facts(post: AssessedPost) -> Mapping[str, object]:
    facts: dict[str, object] = {
        "id": post.id,
        "flags": list(map(flag_facts, post.flags)),
        "market": post.market,
        "countries": post.countries,
        "networks": post.networks,
        "local": written(post.local),
        "zone": post.zone,
    }
    return {**facts, "error": post.error} if post.error else facts


def _lines(found: AssessedFile, replay: Replay, report: Path | None) -> Iterator[str]:
    rows = [row for post in found.posts for row in _rows(post)]
    if rows:
        columns = (Column(_("Id"), 16), Column(_("Market"), 14), Column(_("When"), 19))
        yield from table((*columns, *flag_columns()), rows)
        yield ""
    for note in found.notes:
        yield from paragraph(note)
    if len(found.posts) >= SUMMED_FROM:
        yield from tally_tables(replay)
    if report is not None:
        yield from paragraph(_("The report lies in {path}.").format(path=report))
    yield _counted(found)


def _rows(post: AssessedPost) -> Iterator[tuple[str, ...]]:
    if post.error:
        yield (post.id, post.market, "", _("Not judged"), post.error)
    else:
        yield from flag_rows((post.id, post.market, when(post.local)), post.flags)


def _counted(found: AssessedFile) -> str:
    count = len(found.posts)
    risky = sum(needs_a_look(post.flags) for post in found.posts)
    posts = ngettext("{count} post", "{count} posts", count).format(count=count)
    if found.unreadable:
        return _("{posts}: {risky} to be looked at, {unread} not judged.").format(
            posts=posts, risky=risky, unread=found.unreadable
        )
    return _("{posts}: {risky} to be looked at.").format(posts=posts, risky=risky)
