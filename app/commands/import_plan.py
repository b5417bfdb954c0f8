"""What an import would do with each row, worked out beside the calendar and then done in one go."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from app.commands.merging import Merge, Outcome, merge
from app.commands.posts import new_ids
from app.commands.recognition import known_by_source, recognise
from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.canonical import cleaned
from app.domain.post import Content, Post, PostId, short_name
from app.errors import ConflictError
from app.exchange.planned import PlannedPost
from app.storage import decisions, posts
from app.storage.engine import Engine
from app.wording import _


@dataclass(frozen=True)
class PlannedRow:
    """A row and what it does: a new post, or what it changes in a known one."""

    row: PlannedPost
    post: Post
    """As it would be saved."""
    merge: Merge | None = None
    brings_back: bool = False
    """Whether the row says again what was approved before: an import never brings that back."""

    @cached_property
    def outcome(self) -> Outcome:
        """What an import does with the row."""
        if self.merge is None:
            return Outcome.NEW
        return Outcome.CONFLICT if self.brings_back else self.merge.outcome

    @property
    def key(self) -> str:
        """By what a person names the row when they take a conflict."""
        return self.row.source_id

    @property
    def can_be_taken(self) -> bool:
        """Whether a person may say that the sheet is right."""
        return self.outcome is Outcome.CONFLICT and not self.brings_back


def planned(engine: Engine, rows: Sequence[PlannedPost], *, today: date) -> tuple[PlannedRow, ...]:
    """Return what an import would do with these rows of one sheet."""
    found = []
    recognised = recognise(engine, rows, today=today)
    for one, fresh_id in zip(recognised, new_ids(len(recognised)), strict=True):
        said = _post(one.row, fresh_id)
        if one.known is None:
            found.append(PlannedRow(one.row, said))
        else:
            merged = merge(one.known, said, one.row.says)
            found.append(PlannedRow(one.row, merged.after, merged))
    return _without_what_brings_back(engine, _with_ideas(found))


def done(
    session: Session, rows: Iterable[PlannedRow], take: Collection[str]
) -> list[tuple[Post, Post]]:
    """Return what is to be saved now: each post before and after.

    Leaves out new rows that somebody has imported meanwhile, and conflicts that are not taken.
    ConflictError where a post, or what the rows rest on, was changed since they were planned.
    """
    rows = list(rows)
    made = _not_made_meanwhile(session, [one for one in rows if one.outcome is Outcome.NEW])
    merges = [one.merge for one in rows if one.merge and _is_done(one, take)]
    present = posts.by_ids(session.engine, [merged.present.id for merged in merges])
    for merged, now in zip(merges, present, strict=True):
        if now.revision != merged.present.revision:
            raise _changed_since(session, now)
    return [*((post, post) for post in made), *((one.present, one.after) for one in merges)]


def _not_made_meanwhile(session: Session, rows: Sequence[PlannedRow]) -> list[Post]:
    """Return the posts of new rows without those that the same import has brought since."""
    markets = Setting.of(session.engine).markets
    known = known_by_source(session.engine, [one.key for one in rows])
    made = []
    for one in rows:
        market = markets[one.row.market.id]
        if market.zone != one.post.content.zone:
            raise ConflictError(
                _(
                    "The time zone of {market} was changed since the sheet was read: read the "
                    "sheet again, then import."
                ).format(market=market.name)
            )
        brought = known.get(one.key, ())
        if not brought:
            made.append(one.post)
        elif not any(post.has_been(one.post) for post in brought):
            raise ConflictError(
                _(
                    "Row {row} has a number that came in with another sheet since this one was "
                    "read: read the sheet again, then import."
                ).format(row=one.row.row)
            )
    return made


def _is_done(one: PlannedRow, take: Collection[str]) -> bool:
    return one.outcome is Outcome.UPDATE or (one.can_be_taken and one.key in take)


def _changed_since(session: Session, post: Post) -> ConflictError:
    market = Setting.of(session.engine).markets[post.content.market]
    return ConflictError(
        _("{post} was changed since the sheet was read: read the sheet again, then import.").format(
            post=short_name(market.code, post.number)
        )
    )


def _with_ideas(rows: Iterable[PlannedRow]) -> list[PlannedRow]:
    """Make the new posts of one row siblings, of the known ones too."""
    rows = list(rows)
    by_number: defaultdict[int, list[PlannedRow]] = defaultdict(list)
    for one in rows:
        by_number[one.row.row].append(one)
    ideas: dict[PostId, str] = {}
    for together in by_number.values():
        known = [one.post for one in together if one.merge]
        first = (known or [together[0].post])[0]
        for one in together:
            if one.merge is None and one.post.id != first.id:
                ideas[one.post.id] = first.idea or first.id
    return [
        replace(one, post=replace(one.post, idea=ideas[one.post.id]))
        if one.post.id in ideas
        else one
        for one in rows
    ]


def _without_what_brings_back(engine: Engine, rows: Sequence[PlannedRow]) -> tuple[PlannedRow, ...]:
    """Mark the rows whose post was once approved as they say it, and does not say it now."""
    merges = {one.post.id for one in rows if one.merge and one.merge.changes_content}
    approved = {
        (decision.post, decision.fingerprint)
        for decided in decisions.of_posts(engine, merges).values()
        for decision in decided
        if decision.is_approval
    }
    return tuple(
        replace(one, brings_back=True)
        if one.post.id in merges and (one.post.id, one.post.fingerprint) in approved
        else one
        for one in rows
    )


def _post(row: PlannedPost, post_id: PostId) -> Post:
    content = Content(
        row.market.id,
        row.channel.id,
        row.language,
        row.market.zone,
        local=row.local,
        text=cleaned(row.text),
        link=cleaned(row.link),
        first_comment=cleaned(row.first_comment),
        tags=tuple(cleaned(tag) for tag in row.tags),
        campaign=cleaned(row.campaign),
        media=row.media,
    )
    return Post(
        post_id,
        number=0,
        content=content,
        name=cleaned(row.name),
        labels=tuple(cleaned(label) for label in row.labels),
        notes=cleaned(row.notes),
        source_id=cleaned(row.source_id),
    )
