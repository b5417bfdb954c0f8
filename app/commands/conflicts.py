"""Nobody overwrites silently what somebody else has saved while a form stood open."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from app.commands.session import Session
from app.domain.change import ChangeSet
from app.errors import ConflictError
from app.storage.newest_rows import last_writer
from app.wording import _

P = ParamSpec("P")


def in_one_transaction(
    command: Callable[Concatenate[Session, P], ChangeSet],
) -> Callable[Concatenate[Session, P], ChangeSet]:
    """Let nobody else save anything between what a command looks at and what it writes."""

    @wraps(command)
    def run(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> ChangeSet:
        with session.writing():
            return command(session, *args, **kwargs)

    return run


def refuse_if_changed(
    session: Session,
    what: str,
    *,
    base: object,
    now: object,
    wanted: object,
    table: str,
    **key: object,
) -> None:
    """Raise ConflictError where what counts is neither what a form was opened on nor what it wants.

    `base` is what the form showed, or None where it showed nothing that was there; `now` is None
    where it counts no more. `table` and `key` tell where to look who has changed it.
    """
    if base is None or now in (base, wanted):
        return
    words = _(
        "{who} has changed {what} meanwhile, so yours is not saved; it stays here until "
        "“Look again” shows what counts now."
    )
    if now is None:
        words = _(
            "Meanwhile {what} counts no more, so yours is not saved; it stays here until "
            "“Look again” shows what counts instead."
        )
    who = last_writer(session.engine, table, **key) or _("Somebody")
    raise ConflictError(words.format(who=who, what=what))
