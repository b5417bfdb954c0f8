"""Real calendar files for tests: a small team, two markets, four channels."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

from app.commands.calendars import create_calendar
from app.commands.decisions import approve
from app.commands.knowledge import Knowledge
from app.commands.markets import save_channel, save_market
from app.commands.people import choose_person, save_person
from app.commands.posts import create_post, mark_ready
from app.commands.reader import Reader
from app.commands.session import Session
from app.domain.change import ChangeSet
from app.domain.channel import Channel, ChannelId
from app.domain.flag import Severity
from app.domain.market import Market, MarketId, PublishingHours
from app.domain.person import Person, PersonId, Role
from app.domain.post import PostId

LENA, MARC, NORA = PersonId("lena"), PersonId("marc"), PersonId("nora")
GERMANY, FRANCE = MarketId("DE"), MarketId("FR")
DE_INSTAGRAM, DE_PUSH = ChannelId("DE-instagram"), ChannelId("DE-push")
FR_INSTAGRAM, FR_FACEBOOK = ChannelId("FR-instagram"), ChannelId("FR-facebook")
NOW = datetime(2027, 11, 1, 12, 0, tzinfo=UTC)
QUIET_DAY = date(2027, 11, 16)
POGROM_DAY = date(2027, 11, 9)
BREAD = "Frisch aus dem Ofen: unser Roggenbrot mit Sauerteig liegt heute für euch bereit."


@cache
def knowledge() -> Knowledge:
    """Return the program's knowledge, loaded once for all tests."""
    return Knowledge.load()


def team_session(path: Path, clock: Callable[[], datetime] = lambda: NOW) -> Session:
    """Make a calendar with planner Lena, reviewer Marc and owner Nora; Lena acts."""
    owner = create_calendar(path, name="Solvane", owner_name="Olga Owner", clock=clock)
    session = Session.open(path, knowledge(), origin="test@here")
    session.clock = clock
    choose_person(session, person_id=owner)
    for person in (
        Person(LENA, "Lena Brandt", Role.PLANNER, ("de", "en")),
        Person(MARC, "Marc Fournier", Role.REVIEWER, ("de", "fr", "en")),
        Person(NORA, "Nora Haddad", Role.OWNER, ("de", "fr")),
    ):
        save_person(session, person=person)
    hours = PublishingHours(time(8), time(20))
    germany = Market(GERMANY, "DE", "Germany", "DE", ("de",), "Europe/Berlin", "Europe", (), hours)
    france = Market(FRANCE, "FR", "France", "FR", ("fr",), "Europe/Paris", "Europe", (), hours)
    for market in (germany, france):
        save_market(session, market=market)
    for channel in (
        Channel(DE_INSTAGRAM, GERMANY, "instagram", "Instagram", "@solvane.de"),
        Channel(DE_PUSH, GERMANY, "push", "App push"),
        Channel(FR_INSTAGRAM, FRANCE, "instagram", "Instagram", "@solvane.fr"),
        Channel(FR_FACEBOOK, FRANCE, "facebook", "Facebook", "@solvane.fr"),
    ):
        save_channel(session, channel=channel)
    choose_person(session, person_id=LENA)
    return session


def reader_of(path: Path) -> Reader:
    """Return a reader of a calendar file."""
    return Reader.open(path, knowledge(), clock=lambda: NOW)


def only(changes: ChangeSet) -> PostId:
    """Return the one post that a command touched."""
    (post_id,) = changes.posts
    return post_id


def act_as(session: Session, person: PersonId) -> None:
    """Let somebody else act."""
    choose_person(session, person_id=person)


def ready_post(
    session: Session,
    text: str = BREAD,
    day: date = QUIET_DAY,
    channel: ChannelId = DE_INSTAGRAM,
    clock: time = time(10, 30),
    **fields: object,
) -> PostId:
    """Return a post at 10:30 that whoever acts wrote and marked ready."""
    local = datetime.combine(day, clock)
    post_id = only(create_post(session, channel_id=channel, local=local, text=text, **fields))
    mark_ready(session, post_ids=[post_id])
    return post_id


def approve_as(
    session: Session,
    reader: Reader,
    post_id: PostId,
    by: PersonId = MARC,
    reason: str = "We talked about it.",
) -> None:
    """Let a reviewer read a post whole, tick its cautions, give reasons and approve it."""
    before = session.me
    act_as(session, by)
    view = reader.post(post_id)
    stops = [flag.key for flag in view.flags if flag.severity is Severity.STOP]
    approve(
        session,
        post_id=post_id,
        fingerprint=view.post.fingerprint,
        ticked=frozenset(flag.key for flag in view.flags),
        reasons=dict.fromkeys(stops, reason),
        shown=(
            "text",
            *(flag.sight for flag in view.flags),
            *(f"medium:{number}" for number in range(len(view.pictures))),
        ),
    )
    if before is not None:
        act_as(session, before.id)


def add_britain(session: Session) -> None:
    """Add a third market with Instagram; whoever acted before goes on."""
    before = session.actor()
    act_as(session, NORA)
    hours = PublishingHours(time(8), time(20))
    save_market(
        session,
        market=Market(
            MarketId("GB"), "GB", "Britain", "GB", ("en",), "Europe/London", "Europe", (), hours
        ),
    )
    save_channel(
        session,
        channel=Channel(
            ChannelId("GB-instagram"), MarketId("GB"), "instagram", "Instagram", "@solvane.uk"
        ),
    )
    act_as(session, before.id)
