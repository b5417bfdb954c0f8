"""Who is asked to decide a post, and by when."""

from datetime import datetime

from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.assignment import ANYBODY, Assignment
from app.domain.change import ChangeSet
from app.domain.person import NOBODY, PersonId
from app.domain.post import PostId, short_name
from app.errors import ConflictError, InvalidInputError
from app.storage import assignments as store
from app.storage import people, posts
from app.storage.newest_rows import last_writer
from app.wording import _


def assign_review(
    session: Session,
    *,
    post_id: PostId,
    assignee: PersonId = NOBODY,
    decide_by: datetime | None = None,
    base: Assignment | None = None,
) -> ChangeSet:
    """Ask a reviewer to decide a post by a moment; nobody means any, no moment the usual one.

    It only orders the queue: whoever may review can still decide, and no approval ends by it.
    `base` is what was shown of it: ConflictError where somebody has said otherwise meanwhile.
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
    wanted = Assignment(assignee, decide_by)
    with session.writing() as stamp:
        present = store.of_posts(session.engine, [post_id]).get(post_id, ANYBODY)
        if base is not None and present not in (base, wanted):
            raise ConflictError(
                _(
                    "{who} has said meanwhile who decides {post}, and by when: look at it, then "
                    "choose again."
                ).format(who=_who_was_first(session, post_id), post=name)
            )
        store.assign(session.engine, stamp, post_id, wanted)
    who = person.name if person is not None else _("any reviewer")
    label = _("Asked {who} to decide {post}").format(who=who, post=name)
    return ChangeSet(label, discussed=frozenset({post_id}))


def _who_was_first(session: Session, post_id: PostId) -> str:
    return last_writer(session.engine, "assignment", post_id=post_id) or _("Somebody")
