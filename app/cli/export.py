"""`export FILE --preset NAME --to DIR`: what was approved leaves, the rest says why not."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from app.cli.answer import DONE, FOUND_SOMETHING, Answer
from app.cli.opening import Desk, markets_of, working
from app.cli.saying import card_facts, reason_table, when
from app.cli.table import Column, plain, table
from app.commands.exports import NothingLeavesError, export_posts
from app.commands.views import Candidate, Card, ExportOutcome
from app.domain.person import PersonId
from app.domain.wall_time import instant_of
from app.errors import InvalidInputError
from app.wording import _, ngettext


def answer(request: argparse.Namespace, clock: Callable[[], datetime]) -> Answer:
    """Ask the gate and write what may leave; it ends with 1 where anything stays in."""
    folder, last = folder_and_day(request.to)
    with working(request.file, request.person, clock) as desk:
        try:
            outcome = _export(desk, request, folder, request.last or last)
        except NothingLeavesError as problem:
            return _nothing_left(_concerned(problem.candidates, request, clock()), desk.said)
        names = {person.id: person.name for person in desk.reader.calendar().people}
        return _answer(outcome, _concerned(outcome.candidates, request, clock()), names, desk.said)


def folder_and_day(written: Sequence[str]) -> tuple[Path, date | None]:
    """Return the folder, and the last day where one was written as a second `--to`."""
    days = {text: day for text in written if (day := _day_in(text))} if len(written) > 1 else {}
    folders = [text for text in written if text not in days]
    if len(folders) != 1 or len(days) > 1:
        raise InvalidInputError(
            _("Say one folder with “--to DIR”, and the last day with “--until DAY”.")
        )
    return Path(folders[0]), next(iter(days.values()), None)


def _day_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _export(
    desk: Desk, request: argparse.Namespace, folder: Path, last: date | None
) -> ExportOutcome:
    first = request.first or desk.session.clock().date() - timedelta(days=1)
    change = export_posts(
        desk.session,
        preset=request.preset,
        first=first,
        last=last or max(first, desk.reader.last_day() or first),
        market_ids=markets_of(desk.reader, request.markets),
        folder=folder,
        also_at=request.also_at,
    )
    if change.outcome is None:
        message = "An export without an outcome."
        raise TypeError(message)
    return change.outcome


def _concerned(
    candidates: Iterable[Candidate], request: argparse.Namespace, now: datetime
) -> list[Candidate]:
    """Return what was asked about: without a first day no post whose time has passed."""
    return [
        one for one in candidates if request.first or one.leaves or not _has_passed(one.card, now)
    ]


def _has_passed(card: Card, now: datetime) -> bool:
    try:
        return card.local is not None and instant_of(card.local, card.zone) <= now
    except OverflowError:  # at the ends of the calendar a local time has no moment
        return False


def _answer(
    outcome: ExportOutcome,
    concerned: Sequence[Candidate],
    names: Mapping[PersonId, str],
    said: tuple[str, ...],
) -> Answer:
    left = [one for one in concerned if one.leaves]
    stayed = [one for one in concerned if not one.leaves]
    facts = {
        "folder": outcome.folder,
        "files": outcome.files,
        "left": [_left_facts(one, names) for one in left],
        "stayed_in": list(map(_stayed_facts, stayed)),
    }
    lines = (
        *_stay_in(stayed),
        *_leave(left, names),
        plain(_("They lie in {folder}").format(folder=outcome.folder)),
    )
    return Answer(facts, lines, FOUND_SOMETHING if stayed else DONE, said)


def _nothing_left(stayed: Sequence[Candidate], said: tuple[str, ...]) -> Answer:
    facts: dict[str, object] = {
        "folder": None,
        "files": [],
        "left": [],
        "stayed_in": list(map(_stayed_facts, stayed)),
    }
    sentence = (
        _("Nothing left: each post says above why it stays in.")
        if stayed
        else _("Nothing left: there is no post in this period.")
    )
    return Answer(facts, (*_stay_in(stayed), sentence), FOUND_SOMETHING, said)


def _left_facts(one: Candidate, names: Mapping[PersonId, str]) -> Mapping[str, object]:
    approvers = [names.get(person, person) for person in one.approvers]
    return {**card_facts(one.card), "approved_by": approvers, "stays_behind": one.stays_behind}


def _stayed_facts(one: Candidate) -> Mapping[str, object]:
    return {**card_facts(one.card), "reasons": one.reasons}


def _stay_in(stayed: Sequence[Candidate]) -> Iterator[str]:
    if not stayed:
        return
    columns = (Column(_("Post"), 16), Column(_("When"), 20), Column(_("Why it stays in")))
    rows = [(*_start(one), "\n".join(one.reasons)) for one in stayed]
    yield from table(columns, rows)
    yield ""
    if len(stayed) > 1:
        yield from reason_table(stayed)
        yield ""
    yield ngettext("{count} post stays in.", "{count} posts stay in.", len(stayed)).format(
        count=len(stayed)
    )
    yield ""


def _leave(left: Sequence[Candidate], names: Mapping[PersonId, str]) -> Iterator[str]:
    columns = (
        Column(_("Post"), 16),
        Column(_("When"), 20),
        Column(_("Approved by"), 20),
        Column(_("Text")),
    )
    rows = [
        (
            *_start(one),
            "\n".join(names.get(person, person) for person in one.approvers),
            one.card.headline,
        )
        for one in left
    ]
    yield from table(columns, rows)
    yield ""
    yield ngettext("{count} post left.", "{count} posts left.", len(left)).format(count=len(left))


def _start(one: Candidate) -> tuple[str, str]:
    return f"{one.card.name}\n{one.card.channel.name}", when(one.card.local)
