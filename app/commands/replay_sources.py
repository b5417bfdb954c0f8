"""Replays of a file that was judged on its own, and of a sheet that would come into a calendar."""

from collections.abc import Iterator
from pathlib import Path

from app.commands.assess_file import AssessedFile
from app.commands.import_preview import ImportPreview
from app.commands.merging import Outcome
from app.commands.replay import Replay, ReplayPost
from app.wording import _, ngettext


def replay_of_file(path: Path, assessed: AssessedFile) -> Replay:
    """Return the replay of a file that was judged without a calendar."""
    posts = tuple(
        ReplayPost(
            id=post.id,
            market=post.market,
            channel=post.channel,
            local=post.local,
            text=post.text,
            flags=post.flags,
            error=post.error,
        )
        for post in assessed.posts
    )
    return Replay(path.name, posts, assessed.notes)


def replay_of_preview(preview: ImportPreview) -> Replay:
    """Return the replay of a sheet that would come in; rows that are here already are left out."""
    rows = [row for row in preview.rows if row.outcome is not Outcome.UNCHANGED]
    posts = [
        ReplayPost(
            id=row.post_name or _row(row.number),
            market=row.market.name,
            channel=row.channel.name,
            local=row.local,
            text=row.text,
            flags=row.flags,
        )
        for row in rows
    ]
    wrong: dict[int, list[str]] = {}
    for problem in preview.errors:
        wrong.setdefault(problem.number, []).append(problem.message)
    unread = [
        ReplayPost(_row(number), "", "", None, "", (), " ".join(messages))
        for number, messages in wrong.items()
    ]
    return Replay(preview.path.name, (*posts, *unread), (*_known_rows(preview), *preview.notes))


def _row(number: int) -> str:
    return _("Row {number}").format(number=number) if number else _("The sheet")


def _known_rows(preview: ImportPreview) -> Iterator[str]:
    known = len(preview.unchanged_rows)
    if known:
        yield ngettext(
            "{count} row is in the calendar already and was not judged again.",
            "{count} rows are in the calendar already and were not judged again.",
            known,
        ).format(count=known)
