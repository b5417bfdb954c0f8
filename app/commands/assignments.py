"""Who is asked to decide a post, and by when."""

from datetime import datetime

from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.assignment import Assignment
from app.domain.change import ChangeSet
from app.domain.person import NOBODY, PersonId
from app.domain.post import PostId, short_name
from app.errors import InvalidInputError
from app.storage import assignments as store
from app.storage import people, posts
from app.wording import _


def assign_review(
    session: Session,
    *,
    post_id: PostId,
    assignee: PersonId = NOBODY,
    decide_by: datetime | None = None,
) -> ChangeSet:
    """Ask a reviewer to decide a post by a moment; nobody means any, no moment the usual one.

    It only orders the queue: whoever may review can still decide, and no approval ends by it.
    """
    session.actor()
    (post,) = posts.by_ids(session.engine, [post_id])
    market, _channel = Setting.of(session.engine).of_post(post)
    name = short_name(market.code, post.number)
    team = {person.id: person for person in people.all_people(session.engine)}
    person = team.get(assignee)
    if assignee != NOBODY and (person is None or not person.may_review):
        raise InvalidInputError(_("Only reviewers and owners decide on posts; choose one of them."))
    instant = post.content.instant
    if decide_by is not None and instant is not None and decide_by > instant:
        raise InvalidInputError(
            _("{post} goes out before that: choose an earlier moment.").format(post=name)
        )
    with session.writing() as stamp:
        store.assign(session.engine, stamp, post_id, Assignment(assignee, decide_by))
    who = person.name if person is not None else _("any reviewer")
    label = _("Asked {who} to decide {post}").format(who=who, post=name)
    return ChangeSet(label, discussed=frozenset({post_id}))
