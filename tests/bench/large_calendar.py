"""A calendar as large as teams have them: made once through the storage layer, then kept."""

import csv
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import platformdirs

from app.commands.flags import keep_flags, stored_flags
from app.commands.knowledge import Knowledge
from app.commands.setting import Setting
from app.domain.canonical import sha256
from app.domain.channel import Channel, ChannelId
from app.domain.decision import Decision, SeenFlag, Verdict
from app.domain.flag import Flag, Severity
from app.domain.market import Market, MarketId, PublishingHours
from app.domain.person import Person, PersonId, Role
from app.domain.post import Content, Post, PostId
from app.risks.rules_version import RULES_VERSION
from app.storage import decisions, markets, people, post_index, posts
from app.storage.audit import Stamp
from app.storage.migrations import expected_fingerprint
from app.storage.sqlite import Sqlite, create_calendar
from tests.bench.scale import Scale

ROOT = Path(__file__).resolve().parents[2]
MARKETS = ROOT / "tests" / "data" / "sixty_markets.csv"
SAMPLE = ROOT / "resources" / "sample"

NETWORKS = ("instagram", "facebook", "linkedin", "x")
LONGEST_ON_X = 240
OWNER = Person(PersonId("olga"), "Olga", Role.OWNER)
PLANNERS = tuple(Person(PersonId(f"planner-{n}"), f"Planner {n}", Role.PLANNER) for n in range(8))
REVIEWER = Person(PersonId("ravi"), "Ravi", Role.REVIEWER)
SHARE_READY, SHARE_APPROVED, SHARE_EDITED = 0.72, 0.85, 0.06
UNDATED, MOST_UNDATED = 300, 0.03
"""So many posts lie in the tray besides, however long the plan is; of a small one a share."""
SATURDAY_SUNDAY = (5, 6)
WEEKDAY, WEEKEND = 1.2, 0.6
"""How busy a day is beside others."""
AT_ONCE = 5_000
ROOM = 2_000_000
"""Kilobytes for all pages of a long plan, or the disk would be written to again and again."""
REASON = "Read whole; the team agreed to publish."


def first_day(today: date, scale: Scale) -> date:
    """Return the Monday on which a plan begins: of this week, or some weeks before this month."""
    before = today.replace(day=1) - timedelta(weeks=4) if scale.has_past else today
    return before - timedelta(days=before.weekday())


def kept_calendar(
    scale: Scale, today: date, *, say: Callable[[str], None] = lambda _sentence: None
) -> Path:
    """Return a calendar of this scale: the one made earlier, else a new one, which takes minutes.

    It is kept in the cache folder of this person, for one schema, rules, and this very code.
    """
    knowledge = Knowledge.load()
    monday = first_day(today, scale)
    own = (Path(__file__).read_text("utf-8"), MARKETS.read_text("utf-8"), str(scale))
    facts = (expected_fingerprint(), knowledge.version, RULES_VERSION, str(monday))
    folder = platformdirs.user_cache_path("Countersign", ensure_exists=True) / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    size = f"{scale.posts}-in-{scale.days}"
    path = folder / f"{size}-{sha256(repr((own, facts)))[:16]}.countersign"
    if not path.exists():
        for outdated in folder.glob(f"{size}-*"):
            outdated.unlink()
        say(f"Making a calendar of {scale.posts:,} posts (once) …")
        making = path.with_suffix(".making")
        make_calendar(making, scale, monday, knowledge)
        making.rename(path)
    return path


def make_calendar(path: Path, scale: Scale, monday: date, knowledge: Knowledge) -> None:
    """Write a calendar of invented posts and approvals; it is marked as a sample for ever."""
    path.unlink(missing_ok=True)
    with closing(create_calendar(path, name="Bench", is_sample=True)) as engine:
        engine.connection.set_authorizer(None)
        engine.connection.execute(f"PRAGMA cache_size=-{ROOM}")
        _Maker(engine, knowledge, scale, monday).make()
        while post_index.is_behind(engine, most=1):
            post_index.catch_up(engine)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Writes one calendar; a day has the same posts in each plan that it belongs to."""

    engine: Sqlite
    knowledge: Knowledge
    scale: Scale
    monday: date

    def make(self) -> None:
        with self.engine.write():
            for person in (OWNER, REVIEWER, *PLANNERS):
                people.save_person(self.engine, self._stamp(OWNER), person)
            for market in sixty_markets()[: self.scale.markets]:
                markets.save_market(self.engine, self._stamp(OWNER), market)
                for channel in _channels(market):
                    markets.save_channel(self.engine, self._stamp(OWNER), channel)
            drafts = drafts_of(self.scale, self.monday)
            for start in range(0, len(drafts), AT_ONCE):
                self._write(drafts[start : start + AT_ONCE])

    def _write(self, drafts: Sequence[Post]) -> None:
        planner = Random(drafts[0].id).choice(PLANNERS)
        made = posts.create(self.engine, self._stamp(planner), drafts, {})
        edited = [post for post in made if _is_one_of(post, SHARE_EDITED, "edited")]
        longer = [post.changed(text=f"{post.content.text} ·") for post in edited]
        revised = posts.revise(self.engine, self._stamp(planner), longer)
        present = {post.id: post for post in [*made, *revised]}
        keep_flags(self.engine, self.knowledge, list(present.values()))
        ready = [post for post in present.values() if post.ready and post.content.local]
        self._approve([post for post in ready if _is_one_of(post, SHARE_APPROVED, "approved")])

    def _approve(self, chosen: Sequence[Post]) -> None:
        setting = Setting.of(self.engine)
        flags = stored_flags(self.engine, setting, self.knowledge, chosen)
        stamp = self._stamp(REVIEWER)
        for post in chosen:
            if not any(flag.severity is Severity.BLOCKED for flag in flags[post.id]):
                decision = _approval(post, flags[post.id], stamp, self.knowledge.version)
                decisions.decide(self.engine, stamp, decision)

    def _stamp(self, person: Person) -> Stamp:
        return Stamp(person.id, "bench@bench", datetime.now(UTC))


def drafts_of(scale: Scale, monday: date) -> list[Post]:
    """Return the posts of a plan: those in the tray, then those of each day.

    A day has the same posts in every plan of as many a day, however long it is.
    """
    texts, chosen = _texts(), sixty_markets()[: scale.markets]
    undated = int(min(UNDATED, scale.posts * MOST_UNDATED))
    in_tray = [_draft(monday, Random(f"tray {number}"), chosen, texts) for number in range(undated)]
    days = [monday + timedelta(days=number) for number in range(scale.days)]
    return [
        *(post.changed(local=None) for post in in_tray),
        *(_draft(day, one, chosen, texts) for day in days for one in _chances(day, scale)),
    ]


def _chances(day: date, scale: Scale) -> list[Random]:
    """Return what each post of a day is drawn from: weekdays have more."""
    usual = scale.posts / scale.days * 7 / (5 * WEEKDAY + 2 * WEEKEND)
    share = usual * (WEEKEND if day.weekday() in SATURDAY_SUNDAY else WEEKDAY)
    count = int(share + Random(f"{day}").random())
    return [Random(f"{day} {number}") for number in range(count)]


def _draft(
    day: date, chance: Random, chosen: Sequence[Market], texts: Mapping[str, list[str]]
) -> Post:
    """Return one post of a day: some markets have more than others."""
    (market,) = chance.choices(chosen, [1 + number % 3 for number in range(len(chosen))])
    network = chance.choice(NETWORKS)
    language = next(one for one in market.languages if one in texts)
    pool = [t for t in texts[language] if network != "x" or len(t) <= LONGEST_ON_X]
    text = _mixed(chance.choice(pool), chance.choice(pool))
    content = Content(
        market.id,
        ChannelId(f"{market.code}-{network}"),
        language,
        market.zone,
        local=datetime.combine(day, time(chance.randrange(8, 20), chance.randrange(0, 60, 5))),
        text=text,
        tags=("bread",) if chance.random() < 0.5 else (),
        campaign="Winter" if chance.random() < 0.2 else "",
    )
    return Post(
        PostId(str(UUID(int=chance.getrandbits(128), version=4))),
        number=0,
        content=content,
        name=" ".join(text.split()[:4]) if chance.random() < 0.3 else "",
        ready=chance.random() < SHARE_READY,
    )


def _is_one_of(post: Post, share: float, what: str) -> bool:
    """Tell whether a post belongs to so large a share of all, in every plan or in none."""
    return Random(f"{what} {post.id}").random() < share


def _approval(post: Post, flags: Iterable[Flag], stamp: Stamp, knowledge: str) -> Decision:
    found = tuple(flags)
    seen = tuple(
        SeenFlag(one.key, one.mark, one.severity, one.headline, is_ticked=True, reason=REASON)
        for one in found
    )
    return Decision(
        post=post.id,
        revision=post.revision,
        fingerprint=post.fingerprint,
        verdict=Verdict.APPROVE,
        reviewer=REVIEWER.id,
        seq=0,
        at=stamp.at,
        seen=seen,
        shown=("text", *(one.sight for one in found)),
        knowledge=knowledge,
        rules=RULES_VERSION,
    )


def sixty_markets() -> tuple[Market, ...]:
    """Return sixty real countries as markets."""
    hours = PublishingHours(time(8), time(20))
    with MARKETS.open(encoding="utf-8", newline="") as file:
        return tuple(
            Market(
                MarketId(row["code"]),
                row["code"],
                row["name"],
                row["code"],
                tuple(row["languages"].split()),
                row["zone"],
                hours=hours,
            )
            for row in csv.DictReader(file)
        )


def _channels(market: Market) -> Iterator[Channel]:
    for network in NETWORKS:
        name = f"{market.code}-{network}"
        yield Channel(
            ChannelId(name), market.id, network, network, f"@{name}", account_zone=market.zone
        )


def _mixed(one: str, other: str) -> str:
    """Return a text of two halves: a team says many things, and few of them twice."""
    start, end = one[: len(one) // 2], other[len(other) // 2 :]
    return f"{start.rpartition(' ')[0] or start} {end.partition(' ')[2] or end}"


def _texts() -> dict[str, list[str]]:
    """Return the texts of the sample by language; those with template fields are left out."""
    brand = tomllib.loads((SAMPLE / "brand.toml").read_text("utf-8"))
    spoken = {entry["key"]: entry["languages"][0] for entry in brand["market"]}
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for path in (SAMPLE / "posts" / f"{market}.toml" for market in sorted(spoken)):
        for entry in tomllib.loads(path.read_text("utf-8"))["post"]:
            market = path.stem if path.stem in spoken else entry["channel"].partition("-")[0]
            language = entry.get("language", spoken[market])
            texts[language].append(entry["text"].strip())
    return dict(texts)
