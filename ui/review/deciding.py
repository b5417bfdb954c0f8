"""What a reviewer says on the desk becomes a command, and its refusal a sentence there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.commands.hashtags import confirm_hashtags_of
from app.commands.people import in_the_name_of
from app.domain.change import ChangeSet
from app.domain.post import PostId
from ui.operations import Command, Operations
from ui.review.given import GivenApproval, GivenNo, GivenSuggestion
from ui.review.reading_desk import ReadingDesk
from ui.review.verdicts import approving, saying_no, suggesting
from ui.widgets.announcing import announce


class Deciding(QObject):
    """`decided` carries the id of a post once the decision on it is saved, and what follows it.

    What follows is asked when it is decided: afterwards the queue is another one.
    """

    decided = Signal(str, object)

    def __init__(
        self,
        operations: Operations,
        desk: ReadingDesk,
        following: Callable[[PostId], PostId | None],
    ) -> None:
        super().__init__(desk)
        self._operations = operations
        self._following = following
        self._desk = desk
        desk.approved.connect(self._on_approved)
        desk.said_no.connect(self._on_said_no)
        desk.suggested.connect(self._on_suggested)
        desk.hashtags_seen.connect(self._on_hashtags_seen)

    def _on_approved(self, given: GivenApproval) -> None:
        self._decide(approving(given), given.post_id)

    def _on_said_no(self, given: GivenNo) -> None:
        self._decide(saying_no(given), given.post_id)

    def _decide(self, command: Command, post_id: PostId) -> None:
        self._run(
            command,
            refused=partial(self._on_refused, post_id),
            done=partial(self._on_decided, post_id, self._following(post_id)),
        )

    def _on_decided(self, post_id: PostId, following: PostId | None, changes: ChangeSet) -> None:
        announce(self._desk, changes.label)  # the desk may show another post at once
        self.decided.emit(post_id, following)

    def _on_suggested(self, given: GivenSuggestion) -> None:
        self._run(suggesting(given), refused=self._desk.tell)

    def _on_hashtags_seen(self, post_id: PostId) -> None:
        self._run(
            lambda session: confirm_hashtags_of(session, post_id=post_id),
            refused=partial(self._on_refused, post_id),
        )

    def _run(
        self,
        command: Command,
        *,
        refused: Callable[[str], None],
        done: Callable[[ChangeSet], None] | None = None,
    ) -> None:
        """Have it done for whoever read it here, also where another is about to sit down."""
        command = in_the_name_of(self._operations.me, command)
        self._operations.run(command, refused=refused, done=done)

    def _on_refused(self, post_id: PostId, sentence: str) -> None:
        """Say it at the post that it is about; beside another one it opens no box."""
        if post_id in self._desk.ids:
            self._desk.refuse(sentence, post_id)
        else:
            self._desk.tell(sentence)
