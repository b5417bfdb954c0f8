"""Trials that show whether all that the program needs is there, as in a copy made for others.

Each does a small piece of real work with a part that could be missing, and looks at the outcome.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from traceback import extract_tb
from zoneinfo import TZPATH, ZoneInfo, reset_tzpath

from openpyxl import Workbook

from app.commands.assessing import assessed
from app.commands.calendars import create_sample
from app.commands.dates import day_name
from app.commands.exports import export_posts
from app.commands.imports import import_rows, preview_import
from app.commands.knowledge import Knowledge
from app.commands.people import choose_person
from app.commands.posts import create_post
from app.commands.reader import Reader
from app.commands.session import Session
from app.commands.verifying import findings_of
from app.commands.worker import Worker
from app.days.lunar import HEBREW_MONTHS, hebrew_date, islamic_dates
from app.domain.change import ChangeSet
from app.domain.channel import ChannelId
from app.domain.market import Market, MarketId
from app.domain.person import PersonId
from app.risks.language import detected_language
from app.wording import _

_JAPAN = Market(MarketId("JP"), "JP", "Japan", "JP", ("ja",), "Asia/Tokyo")
_PLANNER = PersonId("lena")
_CHANNEL = ChannelId("DE-instagram")
_GERMAN = "Frisch aus dem Ofen: unser Roggenbrot mit Sauerteig liegt heute für euch bereit."
_HALF = timedelta(days=42)
"""So far around its anchor reaches the sample, at most."""


class UnexpectedError(Exception):
    """Something else came out than must come out everywhere."""


@dataclass(frozen=True)
class Ground:
    """Where trials are made: an empty folder, and what the program knows, loaded once."""

    folder: Path

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the program knows about days and networks."""
        return Knowledge.load()

    @property
    def calendar(self) -> Path:
        """Where the sample calendar lies once it is made."""
        return self.folder / "sample.countersign"

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Open the sample calendar for reading."""
        reader = Reader.open(self.calendar, self.knowledge)
        try:
            yield reader
        finally:
            reader.close()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open the sample calendar as one of its planners."""
        session = Session.open(self.calendar, self.knowledge)
        try:
            choose_person(session, person_id=_PLANNER)
            yield session
        finally:
            session.close()


@dataclass(frozen=True, slots=True)
class Trial:
    """One thing to try; `work` returns what was found, or raises."""

    name: str
    work: Callable[[Ground], str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a trial: what was found, or else what went wrong."""

    name: str
    found: str = ""
    problem: str = ""


def trials() -> tuple[Trial, ...]:
    """Return what can be tried without a window, in an order in which each finds what it needs."""
    return (
        Trial(_("a holiday in Japanese"), _holiday),
        Trial(_("days by the moon"), _lunar_days),
        Trial(_("a date in German"), _german_date),
        Trial(_("a time zone of our own"), _zone),
        Trial(_("the language of a text"), _language),
        Trial(_("the sample calendar"), _sample),
        Trial(_("flags, worked out in a process of their own"), _process),
        Trial(_("a new post, saved"), _saved_post),
        Trial(_("an Excel sheet, imported"), _excel),
        Trial(_("a table in an old code page, imported"), _old_table),
        Trial(_("approved posts, exported and verified"), _export),
    )


def tried(trial: Trial, ground: Ground) -> Outcome:
    """Return what comes of a trial, whatever goes wrong in it."""
    try:
        return Outcome(trial.name, found=trial.work(ground))
    except Exception as fault:  # noqa: BLE001  what may be missing in a copy cannot be foreseen
        last = extract_tb(fault.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        return Outcome(trial.name, problem=f"{type(fault).__name__}: {fault} ({where})")


def expect(found: str, wanted: str) -> str:
    """Return what was found; UnexpectedError if that is not what must come out."""
    if found != wanted:
        message = _("found “{found}” where “{wanted}” must stand")
        raise UnexpectedError(message.format(found=found, wanted=wanted))
    return found


def _holiday(ground: Ground) -> str:
    observances = ground.knowledge.days.on(_JAPAN, date(2027, 5, 3))
    return expect(", ".join(day.local_name for day in observances), "憲法記念日")


def _lunar_days(_ground: Ground) -> str:
    hebrew = hebrew_date(27, HEBREW_MONTHS["Nisan"], 5787)
    (islamic,) = islamic_dates(1, 10, 2027)
    return expect(f"{hebrew}, {islamic}", "2027-05-04, 2027-03-09")


def _german_date(_ground: Ground) -> str:
    return expect(day_name(date(2026, 11, 9), "long", "de"), "Montag, 9. November 2026")


def _zone(_ground: Ground) -> str:
    """Ask for a zone as on a computer that has none."""
    reset_tzpath(())
    try:
        zone = ZoneInfo.no_cache("Asia/Kathmandu")
    finally:
        reset_tzpath(TZPATH)
    return expect(f"{datetime(2026, 11, 9, tzinfo=zone):%z}", "+0545")


def _language(_ground: Ground) -> str:
    return expect(detected_language(_GERMAN, ["fr"]) or "", "de")


def _sample(ground: Ground) -> str:
    create_sample(ground.calendar, _today(), ground.knowledge)
    with ground.reading() as reader:
        markets = ", ".join(sorted(market.code for market in reader.calendar().markets))
    return expect(markets, "BR, DE, DZ, FR, GB, JP, SA, US")


def _process(ground: Ground) -> str:
    """Have the flags of every post of the sample worked out beside the program."""
    with ground.reading() as reader:
        cards = (*reader.cards(_today() - _HALF, _today() + _HALF), *reader.tray())
    worker = Worker(ground.calendar)
    try:
        done = worker.ask(assessed, tuple(card.id for card in cards))
    finally:
        worker.close()
    return expect(str(len(done.posts)), str(len(cards)))


def _saved_post(ground: Ground) -> str:
    with ground.writing() as session:
        change = create_post(session, channel_id=_CHANNEL, local=None, text=_GERMAN)
    return expect(_texts(ground, change), _GERMAN)


def _excel(ground: Ground) -> str:
    rows = _plan("Im Regal ab heute: Walnussbrot für alle, die es kräftig mögen.")
    path = ground.folder / "plan.xlsx"
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return expect(_imported(ground, path), rows[-1][-1])


def _old_table(ground: Ground) -> str:
    rows = _plan("Zum Frühstück: Mohnbrötchen, frisch und noch warm.")
    path = ground.folder / "plan.csv"
    with path.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return expect(_imported(ground, path), rows[-1][-1])


def _plan(text: str) -> Sequence[Sequence[str]]:
    day = _today() + timedelta(days=30)
    return (
        ("Datum", "Uhrzeit", "Markt", "Kanal", "Text"),
        (f"{day:%d.%m.%Y}", "10:30", "DE", "Instagram", text),
    )


def _imported(ground: Ground, path: Path) -> str:
    with ground.reading() as reader:
        preview = preview_import(reader, path)
    with ground.writing() as session:
        return _texts(ground, import_rows(session, preview=preview))


def _texts(ground: Ground, change: ChangeSet) -> str:
    """Return what the posts of a change say now, read from the file anew."""
    with ground.reading() as reader:
        return ", ".join(reader.post(post_id).post.content.text for post_id in change.posts)


def _export(ground: Ground) -> str:
    """Let the approved posts of the sample leave, and prove what was written."""
    with ground.reading() as reader:
        about = reader.calendar()
    anchor = about.anchor or _today()
    with ground.writing() as session:
        change = export_posts(
            session,
            preset="buffer",
            first=anchor - _HALF,
            last=anchor + _HALF,
            market_ids=[market.id for market in about.markets],
            folder=ground.folder,
        )
    if change.outcome is None:
        raise UnexpectedError(_("the export has no outcome"))
    folder = Path(change.outcome.folder)
    expect("\n".join(findings_of(folder, calendar=ground.calendar)), "")
    expect("\n".join(findings_of(ground.calendar)), "")
    return change.label


def _today() -> date:
    return datetime.now().astimezone().date()
