"""Saves what is written, one step after the other, and only then turns to something else."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.commands import posts
from app.commands.alike import edit_alike
from app.commands.people import in_the_name_of
from app.commands.placing import usual_time
from app.domain.change import ChangeSet
from app.domain.channel import ChannelId
from app.domain.market import Market
from app.domain.post import Content, Post, PostId
from ui.operations import Operations
from ui.post.writing import Writing

if TYPE_CHECKING:
    from app.commands.session import Session

Then = Callable[[], None]
Command = Callable[["Session"], ChangeSet]


class Saver(QObject):
    """Holds what is being written until it is saved; what is asked for meanwhile waits.

    `started` tells that a save is under way, `saved` carries its ChangeSet, `refused` the sentence
    why it was not done, `clashed` tells that a person must choose between two versions first.
    """

    started = Signal()
    saved = Signal(object)
    refused = Signal(str)
    clashed = Signal()

    def __init__(
        self,
        operations: Operations,
        values: Callable[[], Mapping[str, object]],
        read_again: Callable[[], None],
        parent: QObject,
    ) -> None:
        """Take where commands go, what stands in the form, and what reads the post again."""
        super().__init__(parent)
        self._operations = operations
        self._values = values
        self._read_again = read_again
        self._then: Then | None = None
        self._others: Mapping[PostId, int] = {}
        self.writing: Writing | None = None
        self.is_saving = False
        self.is_offer = False
        """Whether what stands in the form was typed earlier, and nobody has taken it up again."""

    @property
    def is_going_on(self) -> bool:
        """Whether something else is shown as soon as this is saved."""
        return self._then is not None

    def changes(self) -> dict[str, object]:
        """Return what is not saved yet."""
        return self.writing.changes(self._values()) if self.writing else {}

    def to_keep(self) -> dict[str, object]:
        """Return what brings the form back after a crash."""
        return self.writing.to_keep(self._values()) if self.writing else {}

    def to_save(self) -> dict[str, object]:
        """Return what is saved before anything else is done; nothing of what is only offered."""
        return {} if self.is_offer else self.changes()

    def settle(self, then: Then | None = None) -> None:
        """Save first where there is something to save, then go on with what was asked for last."""
        self._then = then or self._then
        if self.is_saving:
            return
        if self.to_save():
            self._start()
        else:
            self._go_on()

    def settle_together(self, others: Mapping[PostId, int]) -> None:
        """Save, in siblings too where they said the same: each with the version that was seen."""
        self.is_offer = False
        self._others = others
        self.settle()

    def stay(self) -> None:
        """Forget what was asked for: the person stays with this post."""
        self._then = None
        self._others = {}

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _start(self) -> None:
        writing = self.writing
        if writing is None:
            return
        if not writing.is_new:
            self._read_again()
            if writing.clashes(self._values()):
                self.clashed.emit()
                return
        changes = self.changes()
        if not changes:
            self._go_on()
            return
        command = (
            _creation(writing.base, changes)
            if writing.is_new
            else _edit(writing, changes, self._others)
        )
        before = writing.assume_saved(changes)
        self.is_saving = True
        self.started.emit()
        self._operations.run(
            in_the_name_of(self._operations.me, command),
            refused=partial(self._on_refused, before),
            done=self._on_saved,
        )

    def _on_saved(self, changes: ChangeSet) -> None:
        self.is_saving = False
        self._others = {}
        self.saved.emit(changes)
        if self._then is not None:
            self.settle()

    def _on_refused(self, before: Post, sentence: str) -> None:
        self.is_saving = False
        self.stay()
        if self.writing is not None:
            self.writing.base = before
        self.refused.emit(sentence)


def blank_post(market: Market, channel: ChannelId, day: date | None) -> Post:
    """Return a post that is still to be written: at a moment, or at the usual hour of a day."""
    local = day if isinstance(day, datetime) else None
    if local is None and day is not None:
        local = datetime.combine(day, usual_time(market))
    language = market.languages[0] if market.languages else "und"
    content = Content(market.id, channel, language=language, zone=market.zone, local=local)
    return Post(PostId(""), number=0, content=content)


def _creation(base: Post, changes: Mapping[str, object]) -> Command:
    values = {
        "channel": base.content.channel,
        "language": base.content.language,
        "local": base.content.local,
        **changes,
    }
    channel, local = values.pop("channel"), values.pop("local")
    return lambda session: posts.create_post(
        session,
        channel_id=ChannelId(str(channel)),
        local=local if isinstance(local, datetime) else None,
        **values,  # type: ignore[arg-type]
    )


def _edit(writing: Writing, changes: Mapping[str, object], others: Mapping[PostId, int]) -> Command:
    post = writing.view.post if writing.view else writing.base
    edit = partial(edit_alike, others=others) if others else posts.edit_post
    return partial(edit, post_id=post.id, base_revision=post.revision, changes=changes)
