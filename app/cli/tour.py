"""`tour FOLDER`: the main job on a sample, from the flags to an export that proves itself."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.calling import called
from app.cli.answer import DONE, FOUND_SOMETHING, Answer
from app.cli.opening import reading, working
from app.cli.saying import (
    card_facts,
    flag_columns,
    flag_facts,
    flag_rows,
    needs_a_look,
    reason_table,
    when,
)
from app.cli.table import Column, paragraph, plain, table
from app.commands.calendars import create_sample
from app.commands.dates import span_name
from app.commands.exports import export_posts
from app.commands.flag_list import flagged_cards
from app.commands.knowledge import Knowledge
from app.commands.texts import stage_name
from app.commands.verifying import findings_of
from app.commands.views import CalendarView, Card, ExportOutcome
from app.domain.person import Role
from app.errors import InvalidInputError
from app.wording import _, ngettext

CALENDAR = "sample.countersign"
_PRESET = "buffer"

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Tour:
    """What was made and found on the way."""

    path: Path
    about: CalendarView
    cards: tuple[Card, ...]
    """Every post with its flags, the worst first."""
    planner: str
    outcome: ExportOutcome
    findings: tuple[str, ...]

    @property
    def risky(self) -> list[Card]:
        """The posts with a flag that a reviewer must answer."""
        return [card for card in self.cards if needs_a_look(card.flags)]


def answer(request: argparse.Namespace, clock: Clock) -> Answer:
    """Make the sample, work its flags out, let the approved posts leave, and prove all of it."""
    path = _empty(request.folder) / CALENDAR
    create_sample(path, clock().astimezone().date(), Knowledge.load(), clock=clock)
    tour = _taken(path, clock)
    return Answer(_facts(tour), _lines(tour), FOUND_SOMETHING if tour.findings else DONE)


def _empty(folder: Path) -> Path:
    """Return the folder, made where there is none; InvalidInputError where it holds anything."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        is_empty = not any(folder.iterdir())
    except OSError as error:
        message = _("The folder {folder} cannot be made here: choose another one.")
        raise InvalidInputError(message.format(folder=folder)) from error
    if not is_empty:
        message = _(
            "{folder} holds something already: choose a new folder, nothing is overwritten."
        )
        raise InvalidInputError(message.format(folder=folder))
    return folder


def _taken(path: Path, clock: Clock) -> Tour:
    with reading(path, clock) as reader:
        about = reader.calendar()
        markets = [market.id for market in about.markets]
        cards = flagged_cards(reader, market_ids=markets)
    planner = next(person.name for person in about.people if person.role is Role.PLANNER)
    days = _days(cards)
    with working(path, planner, clock) as desk:
        change = export_posts(
            desk.session,
            preset=_PRESET,
            first=days[0],
            last=days[-1],
            market_ids=markets,
            folder=path.parent,
        )
    if change.outcome is None:
        message = "An export without an outcome."
        raise TypeError(message)
    exported = Path(change.outcome.folder)
    findings = (*findings_of(exported, calendar=path), *findings_of(path))
    return Tour(path, about, cards, planner, change.outcome, findings)


def _days(cards: Sequence[Card]) -> list[date]:
    """Return the days on which posts stand, in their order."""
    return sorted({card.local.date() for card in cards if card.local})


def _facts(tour: Tour) -> dict[str, object]:
    return {
        "calendar": str(tour.path),
        "posts": len(tour.cards),
        "need_a_look": [
            {**card_facts(card), "flags": list(map(flag_facts, card.flags))} for card in tour.risky
        ],
        "export": {
            "folder": tour.outcome.folder,
            "files": tour.outcome.files,
            "left": tour.outcome.post_count,
            "stayed_in": tour.outcome.left_in,
        },
        "findings": tour.findings,
    }


def _lines(tour: Tour) -> Iterator[str]:
    yield from _step(_made(tour), "sample", tour.path)
    yield from _step(_flagged(tour), "flags", tour.path)
    yield ""
    yield from _flag_table(tour.risky)
    exporting = (tour.path, "--preset", _PRESET, "--to", tour.path.parent, "--as", tour.planner)
    yield from _step(_left(tour), "export", *exporting, "--from", _days(tour.cards)[0])
    yield ""
    yield from reason_table(tour.outcome.candidates)
    yield from _step(_proved(tour), "verify", tour.outcome.folder, "--calendar", tour.path)
    yield from map(plain, tour.findings)


def _step(sentence: str, *words: object) -> Iterator[str]:
    """Yield what was done, and the words that do it alone."""
    yield ""
    yield from paragraph(sentence)
    yield f"    {called()} {' '.join(map(_typed, words))}"


def _typed(word: object) -> str:
    """Return a word as a person types it."""
    return f'"{word}"' if " " in str(word) else str(word)


def _made(tour: Tour) -> str:
    days = _days(tour.cards)
    dated = sum(card.local is not None for card in tour.cards)
    sentence = ngettext(
        "A sample calendar was made: {count} post in {markets} markets on {span}, and {undated} "
        "without a date.",
        "A sample calendar was made: {count} posts in {markets} markets on {span}, and {undated} "
        "without a date.",
        dated,
    )
    return sentence.format(
        count=dated,
        undated=len(tour.cards) - dated,
        markets=len(tour.about.markets),
        span=span_name(days[0], days[-1]),
    )


def _flagged(tour: Tour) -> str:
    return ngettext(
        "{count} post has a flag that a reviewer must answer.",
        "{count} posts have a flag that a reviewer must answer.",
        len(tour.risky),
    ).format(count=len(tour.risky))


def _left(tour: Tour) -> str:
    sentence = ngettext(
        "{count} post left, since another person approved it; {others} stay in.",
        "{count} posts left, since another person approved each; {others} stay in.",
        tour.outcome.post_count,
    )
    return sentence.format(count=tour.outcome.post_count, others=tour.outcome.left_in)


def _proved(tour: Tour) -> str:
    if tour.findings:
        return _("Calendar or export are not as they were written.")
    return _("Verified: calendar and export are as they were written.")


def _flag_table(cards: Sequence[Card]) -> Iterator[str]:
    rows = [
        row
        for card in cards
        for row in flag_rows(
            (f"{card.name}\n{card.channel.name}", f"{when(card.local)}\n{stage_name(card.stage)}"),
            card.flags,
        )
    ]
    yield from table((Column(_("Post"), 16), Column(_("When"), 20), *flag_columns()), rows)
