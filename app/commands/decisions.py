"""What a reviewer decides. Only a person at the window comes here: nothing else approves."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.commands.cases import gather
from app.commands.flags import flags_of_remembrance, keep_decided, present_flags
from app.commands.hashtags import confirm_ticked
from app.commands.remembrance import check_may_be_remembrance, check_others_say_so_too
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.versions import check_not_older, note_knowledge_used
from app.domain.change import ChangeSet
from app.domain.decision import Decision, SeenFlag, Verdict, says_why
from app.domain.flag import Flag, Severity
from app.domain.gate import Case, authors_now
from app.domain.person import Person, PersonId
from app.domain.post import Fingerprint, Post, PostId, short_name
from app.errors import ConflictError, InvalidInputError, RefusedError
from app.risks.rules_version import RULES_VERSION
from app.storage import decisions, posts
from app.wording import _


def approve(
    session: Session,
    *,
    post_id: PostId,
    fingerprint: Fingerprint,
    ticked: frozenset[str],
    reasons: Mapping[str, str],
    shown: tuple[str, ...],
    remembrance: bool = False,
    note: str = "",
) -> ChangeSet:
    """Approve exactly the content that was read, with each caution ticked and each stop reasoned.

    `ticked` holds keys of flags, `reasons` words by key; `shown` is what was on screen:
    `text`, the sight of each flag (a flag that changed meanwhile has another), `medium:N`.
    With `remembrance` all that sells or celebrates asks for a reason too, and a second person
    must say the same.
    """
    reviewer = session.reviewer()
    check_not_older(session.engine, session.knowledge.version)
    with session.writing() as stamp:
        case = _case(session, post_id, fingerprint)
        name = _name(session, case.post)
        _check_may_be_approved(case, reviewer, name)
        _check_can_be_read(case.post, reviewer, note, name)
        if remembrance:
            check_may_be_remembrance(case, name)
        check_others_say_so_too(case, reviewer.id, name, as_remembrance=remembrance)
        flags = case.flags_for(as_remembrance=remembrance)
        _check_all_was_shown(case, flags, shown, name)
        seen = tuple(_seen(flag, ticked, reasons, name) for flag in flags)
        note_knowledge_used(session.engine, stamp, session.knowledge.version)
        decisions.decide(
            session.engine,
            stamp,
            _decision(
                session,
                case.post,
                Verdict.APPROVE,
                reviewer.id,
                note=note,
                seen=seen,
                remembrance=remembrance,
                shown=shown,
                required=case.approvers_for(as_remembrance=remembrance),
            ),
        )
        has_confirmed = confirm_ticked(session.engine, stamp, case.post, name, seen)
        others = keep_decided(session.engine, session.knowledge, case.post)
    changes = _changes(_("Approved {post}").format(post=name), case.post, others)
    return replace(changes, everything=has_confirmed)


def ask_for_changes(
    session: Session, *, post_id: PostId, fingerprint: Fingerprint, note: str
) -> ChangeSet:
    """Send a post back with a word on what should change."""
    return _say_no(
        session, post_id, fingerprint, Verdict.CHANGES, note, label=_("Asked for changes of {post}")
    )


def refuse(session: Session, *, post_id: PostId, fingerprint: Fingerprint, note: str) -> ChangeSet:
    """Refuse a post with the reason why."""
    return _say_no(session, post_id, fingerprint, Verdict.REFUSE, note, label=_("Refused {post}"))


def withdraw(
    session: Session, *, post_id: PostId, fingerprint: Fingerprint, note: str
) -> ChangeSet:
    """Take an approval back with the reason why."""
    label = _("Withdrew the approval of {post}")
    return _say_no(session, post_id, fingerprint, Verdict.WITHDRAW, note, label=label)


def _say_no(
    session: Session,
    post_id: PostId,
    fingerprint: Fingerprint,
    verdict: Verdict,
    note: str,
    *,
    label: str,
) -> ChangeSet:
    reviewer = session.reviewer()
    if not note.strip():
        raise InvalidInputError(_("Write a word on why, so that the planner can mend it."))
    with session.writing() as stamp:
        (post,) = posts.by_ids(session.engine, [post_id])
        name = _name(session, post)
        _check_is_present(post, fingerprint, name)
        decision = _decision(session, post, verdict, reviewer.id, note=note.strip())
        decisions.decide(session.engine, stamp, decision)
        others = keep_decided(session.engine, session.knowledge, post)
    return _changes(label.format(post=name), post, others)


def _case(session: Session, post_id: PostId, fingerprint: Fingerprint) -> Case:
    engine, knowledge = session.engine, session.knowledge
    (post,) = posts.by_ids(engine, [post_id])
    _check_is_present(post, fingerprint, _name(session, post))
    setting = Setting.of(engine)
    flags = present_flags(engine, setting, knowledge, [post])
    (case,) = gather(
        engine, setting, knowledge, [post], flags, now=session.clock(), with_edits=True
    )
    return replace(case, flags_of_remembrance=flags_of_remembrance(setting, knowledge, post))


def _check_is_present(post: Post, fingerprint: Fingerprint, name: str) -> None:
    if post.fingerprint != fingerprint:
        raise ConflictError(
            _("{post} was changed while you read it: read the new version.").format(post=name)
        )


def _check_may_be_approved(case: Case, reviewer: Person, name: str) -> None:
    post = case.post
    if post.cancelled:
        raise RefusedError(_("{post} is cancelled: there is nothing to approve.").format(post=name))
    if not post.ready:
        raise RefusedError(
            _("{post} is a draft: its planner marks it ready first.").format(post=name)
        )
    if post.content.local is None:
        raise RefusedError(
            _("{post} has no date yet: an approval covers the day, so give it one first.").format(
                post=name
            )
        )
    if reviewer.id in authors_now(case):
        raise RefusedError(
            _("You wrote {post} or a version of it: another reviewer must approve it.").format(
                post=name
            )
        )
    for flag in case.flags:
        if flag.severity is Severity.BLOCKED:
            raise RefusedError(
                _("{post} cannot leave until this is mended: {flag}.").format(
                    post=name, flag=flag.headline
                )
            )
    for hold in case.holds:
        if hold.is_active and hold.matches(post.id, post.content, case.market, case.channel):
            raise RefusedError(
                _("{post} is on hold ({reason}): lift the hold first, then read it anew.").format(
                    post=name, reason=hold.reason
                )
            )


def _check_can_be_read(post: Post, reviewer: Person, note: str, name: str) -> None:
    if not note.strip() and not reviewer.reads(post.content.language):
        raise InvalidInputError(
            _("{post} is in a language that is not among yours: write how you know it.").format(
                post=name
            )
        )


def _check_all_was_shown(
    case: Case, flags: tuple[Flag, ...], shown: tuple[str, ...], name: str
) -> None:
    needed = {
        "text",
        *(flag.sight for flag in flags),
        *(f"medium:{number}" for number in range(len(case.post.content.media))),
    }
    if needed - set(shown):
        raise ConflictError(
            _("Not all of {post} has been on screen: read it to the end, with its flags.").format(
                post=name
            )
        )


def _seen(flag: Flag, ticked: frozenset[str], reasons: Mapping[str, str], name: str) -> SeenFlag:
    reason = reasons.get(flag.key, "").strip()
    is_ticked = flag.key in ticked
    if flag.severity is Severity.CAUTION and not (is_ticked or reason):
        raise RefusedError(
            _("Tick “{flag}” on {post} to say that you have considered it.").format(
                flag=flag.headline, post=name
            )
        )
    if flag.severity is Severity.STOP and not says_why(reason):
        raise RefusedError(
            _("Write why {post} may go all the same: {flag}.").format(post=name, flag=flag.headline)
        )
    return SeenFlag(flag.key, flag.mark, flag.severity, flag.headline, is_ticked, reason)


def _decision(
    session: Session,
    post: Post,
    verdict: Verdict,
    reviewer: PersonId,
    *,
    note: str,
    seen: tuple[SeenFlag, ...] = (),
    remembrance: bool = False,
    shown: tuple[str, ...] = (),
    required: int = 1,
) -> Decision:
    return Decision(
        post=post.id,
        revision=post.revision,
        fingerprint=post.fingerprint,
        verdict=verdict,
        reviewer=reviewer,
        seq=0,
        at=session.clock(),
        note=note,
        seen=seen,
        remembrance=remembrance,
        shown=shown,
        required=required,
        knowledge=session.knowledge.version,
        rules=RULES_VERSION,
    )


def _name(session: Session, post: Post) -> str:
    market, _channel = Setting.of(session.engine).of_post(post)
    return short_name(market.code, post.number)


def _changes(label: str, post: Post, others: Sequence[Post]) -> ChangeSet:
    return ChangeSet(
        label,
        posts=frozenset({post.id}),
        cells=frozenset((one.content.market, one.content.day) for one in (post, *others)),
        reflagged=frozenset(one.id for one in others),
    )
