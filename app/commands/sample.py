"""The sample calendar: an invented brand with invented people, posts and approvals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from app.commands.calendar_view import ANCHOR
from app.commands.flags import flags_of_remembrance, keep_flags, present_flags
from app.commands.posts import new_id
from app.commands.sample_talk import write_talk
from app.commands.session import Session
from app.commands.setting import Setting
from app.days.data_file import tables_of, tables_under
from app.domain.channel import Channel, ChannelId
from app.domain.decision import Decision, SeenFlag, Verdict
from app.domain.flag import Flag, Severity
from app.domain.market import Market, MarketId, PublishingHours
from app.domain.medium import Medium
from app.domain.person import Person, PersonId, Role
from app.domain.post import Content, Post
from app.errors import RefusedError
from app.storage import calendar, decisions, markets, media, people, posts, settings
from app.storage.audit import Stamp
from app.wording import _

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "sample"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ANCHOR_DAY = (11, 9)
_PICTURE_SIZES = {"map.png": (1080, 566), "croissant.png": (1080, 566)}
_PICTURE_SIZE = (1080, 1080)
_EVERY_FLAG = "*"

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Dates:
    """What the days of the sample count from."""

    anchor: date
    today: date

    def local(self, entry: Entry) -> datetime | None:
        if entry.get("undated"):
            return None
        first, days = (
            (self.today, entry["soon"]) if "soon" in entry else (self.anchor, entry["day"])
        )
        return datetime.combine(first + timedelta(days=days), time.fromisoformat(entry["time"]))


def fill_sample(session: Session, today: date) -> None:
    """Write the sample into a calendar that is marked as one, around the next 9 November.

    Some posts go out on the two days after today.
    """
    if not calendar.calendar_facts(session.engine).is_sample:
        raise RefusedError(_("Invented approvals may stand in a sample calendar only."))
    brand: Entry = tables_of(_FOLDER / "brand.toml")
    anchor = next_anchor(today)
    with session.engine.write():
        team = _write_team(session, brand)
        _write_places(session, brand)
        pictures = _write_pictures(session, brand)
        entries = list(_entries())
        made = _write_posts(session, entries, pictures, _Dates(anchor, today))
        _write_decisions(session, entries, made, team)
        write_talk(session, _FOLDER / "talk.toml", made, team)
        keep_flags(session.engine, session.knowledge, list(made.values()))
        settings.keep_setting(session.engine, ANCHOR, anchor.isoformat())


def next_anchor(today: date) -> date:
    """Return the next 9 November, today included."""
    this_year = date(today.year, *_ANCHOR_DAY)
    return this_year if today <= this_year else date(today.year + 1, *_ANCHOR_DAY)


def _stamp(session: Session, person: str) -> Stamp:
    return Stamp(PersonId(person), session.origin, session.clock())


def _write_team(session: Session, brand: Entry) -> dict[str, Person]:
    team = {entry["key"]: _person(entry) for entry in brand["person"]}
    owner = next(person for person in team.values() if person.role is Role.OWNER)
    others = [person for person in team.values() if person is not owner]
    for person in [owner, *others]:
        people.save_person(session.engine, _stamp(session, owner.id), person)
    session.me = owner
    return team


def _write_places(session: Session, brand: Entry) -> None:
    stamp = session.stamp()
    for entry in brand["market"]:
        markets.save_market(session.engine, stamp, _market(entry))
    for entry in brand["channel"]:
        markets.save_channel(session.engine, stamp, _channel(entry))


def _write_pictures(session: Session, brand: Entry) -> dict[str, Entry]:
    kept: dict[str, Entry] = {}
    for entry in brand["medium"]:
        name = entry["file"]
        width, height = _PICTURE_SIZES.get(name, _PICTURE_SIZE)
        digest = media.keep(
            session.engine,
            session.stamp(),
            (_FOLDER / "media" / name).read_bytes(),
            file_name=name,
            mime="image/png",
            width=width,
            height=height,
        )
        kept[name] = {**entry, "digest": digest}
    return kept


def _entries() -> Iterator[Entry]:
    for path in sorted((_FOLDER / "posts").glob("*.toml")):
        yield from tables_under(path, "post")


def _write_posts(
    session: Session, entries: list[Entry], pictures: Mapping[str, Entry], dates: _Dates
) -> dict[str, Post]:
    setting = Setting.of(session.engine)
    made: dict[str, Post] = {}
    for writer in dict.fromkeys(entry["by"] for entry in entries):
        own = [entry for entry in entries if entry["by"] == writer]
        drafts = [_post(entry, setting, pictures, dates) for entry in own]
        saved = posts.create(session.engine, _stamp(session, writer), drafts, {})
        made |= dict(zip((entry["key"] for entry in own), saved, strict=True))
    return made


def _write_decisions(
    session: Session, entries: list[Entry], made: Mapping[str, Post], team: Mapping[str, Person]
) -> None:
    setting = Setting.of(session.engine)
    for entry in entries:
        post = made[entry["key"]]
        for verdict, key in ((Verdict.CHANGES, "changes"), (Verdict.REFUSE, "refused")):
            if f"{key}_by" in entry:
                reviewer = team[entry[f"{key}_by"]]
                note = entry[f"{key}_note"]
                _decide(session, _decision(session, post, verdict, reviewer, note))
        by = [entry["approved_by"]] if "approved_by" in entry else []
        for reviewer in entry.get("remembered_by", by):
            approval = _approval(session, setting, entry, post, team[reviewer])
            if approval is not None:
                _decide(session, approval)


def _approval(
    session: Session, setting: Setting, entry: Entry, post: Post, reviewer: Person
) -> Decision | None:
    is_remembrance = "remembered_by" in entry
    flags = present_flags(session.engine, setting, session.knowledge, [post])[post.id]
    if is_remembrance:
        flags += flags_of_remembrance(setting, session.knowledge, post)
    seen = _answers(flags, entry.get("reasons", {}))
    if seen is None:
        return None
    return replace(
        _decision(session, post, Verdict.APPROVE, reviewer, ""),
        seen=seen,
        shown=_shown(post, flags),
        remembrance=is_remembrance,
        required=setting.policy.approvers_for(flags, as_remembrance=is_remembrance),
    )


def _decide(session: Session, decision: Decision) -> None:
    decisions.decide(session.engine, _stamp(session, decision.reviewer), decision)


def _decision(
    session: Session, post: Post, verdict: Verdict, reviewer: Person, note: str
) -> Decision:
    return Decision(
        post=post.id,
        revision=post.revision,
        fingerprint=post.fingerprint,
        verdict=verdict,
        reviewer=reviewer.id,
        seq=0,
        at=session.clock(),
        note=note,
        knowledge=session.knowledge.version,
    )


def _answers(flags: tuple[Flag, ...], reasons: Mapping[str, str]) -> tuple[SeenFlag, ...] | None:
    """Return what the reviewer answered, or nothing where this year's days need another answer."""
    seen = []
    for flag in flags:
        reason = reasons.get(flag.key, reasons.get(_EVERY_FLAG, ""))
        if flag.severity is Severity.BLOCKED or (flag.severity is Severity.STOP and not reason):
            return None
        seen.append(
            SeenFlag(
                flag.key, flag.mark, flag.severity, flag.headline, is_ticked=True, reason=reason
            )
        )
    return tuple(seen)


def _shown(post: Post, flags: tuple[Flag, ...]) -> tuple[str, ...]:
    pictures = (f"medium:{number}" for number in range(len(post.content.media)))
    return ("text", *pictures, *(flag.sight for flag in flags))


def _person(entry: Entry) -> Person:
    return Person(
        PersonId(entry["key"]),
        entry["name"],
        Role(entry["role"]),
        tuple(entry["languages"]),
        tuple(MarketId(key) for key in entry["markets"]),
    )


def _market(entry: Entry) -> Market:
    return Market(
        MarketId(entry["key"]),
        entry["key"],
        entry["name"],
        entry["country"],
        tuple(entry["languages"]),
        entry["zone"],
        entry["region"],
        tuple(entry["subdivisions"]),
        PublishingHours(
            time.fromisoformat(entry["hours_from"]),
            time.fromisoformat(entry["hours_to"]),
            frozenset(_WEEKDAYS.index(day) for day in entry["hours_days"]),
        ),
    )


def _channel(entry: Entry) -> Channel:
    return Channel(
        ChannelId(entry["key"]),
        MarketId(entry["market"]),
        entry["network"],
        entry["name"],
        entry["handle"],
        account_zone=entry["account_zone"],
        reach=tuple(entry["reach"]),
    )


def _post(entry: Entry, setting: Setting, pictures: Mapping[str, Entry], dates: _Dates) -> Post:
    channel = setting.channels[ChannelId(entry["channel"])]
    market = setting.markets[channel.market]
    language = entry.get("language", market.languages[0])
    content = Content(
        market.id,
        channel.id,
        language,
        market.zone,
        local=dates.local(entry),
        text=entry["text"].strip(),
        link=entry.get("link", ""),
        first_comment=entry.get("first_comment", ""),
        tags=tuple(entry.get("tags", ())),
        campaign=entry.get("campaign", ""),
        media=tuple(_medium(pictures[name], language) for name in entry.get("media", ())),
    )
    return Post(
        new_id(),
        number=0,
        content=content,
        name=entry.get("title", ""),
        ready=entry["ready"],
        idea=entry.get("idea", ""),
        gloss=entry.get("gloss", ""),
        labels=tuple(entry.get("labels", ())),
        notes=entry.get("notes", ""),
    )


def _medium(picture: Entry, language: str) -> Medium:
    alt = picture.get("alts", {}).get(language, picture["alt"])
    return Medium(picture["url"], picture["digest"], alt)
