"""Posts read whole beside the window: the one that is asked for, and its neighbours."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.commands.views import HistoryEntry, PostView
from app.domain.change import ChangeSet
from app.domain.post import PostId
from ui.jobs import Job, Jobs, Progress

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

KEEPS = timedelta(minutes=1)
"""So long a post that was read ahead is good: flags also change because time passes."""


@dataclass(frozen=True, slots=True)
class WholePost:
    """All that is shown of a post, and how new it is."""

    view: PostView
    history: tuple[HistoryEntry, ...]
    twins: tuple[PostView, ...]
    newest_event: int
    """The newest event of the calendar when all of it had been read."""
    at: datetime

    @property
    def ids(self) -> frozenset[PostId]:
        """The post and its twins."""
        return frozenset({self.view.post.id, *(twin.post.id for twin in self.twins)})

    def after(self, changes: ChangeSet) -> "WholePost":
        """Return the same as good after a command, where nothing lies between and it left it be."""
        if changes.events is None or changes.everything or self.ids & changes.touched:
            return self
        before, last = changes.events
        return replace(self, newest_event=last) if self.newest_event == before else self


class WholePosts(QObject):
    """Reads one post after the other; what nobody has asked for yet is kept for when they do.

    `came` carries the WholePost that was asked for, as it stands now; `refused` the sentence of why
    it could not be read. What somebody has outdated meanwhile is read again and never handed out.
    """

    came = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        reader: "Reader",
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        with_twins: bool = True,
    ) -> None:
        super().__init__(parent)
        self._with_twins = with_twins
        self._reader = reader
        self._jobs = jobs
        self._kept: dict[PostId, WholePost] = {}
        self._asked: PostId | None = None
        self._told: PostId | None = None
        self._ahead: list[PostId] = []
        self._under_way: PostId | None = None
        self._job: Job | None = None

    @property
    def asked(self) -> PostId | None:
        """The post that somebody waits for."""
        return self._asked

    def ask(self, post_id: PostId) -> None:
        """Have a post told by `came`: at once where it was read ahead, else when it is read."""
        self._asked = post_id
        self._ahead.clear()
        kept = self._good(post_id)
        if kept is not None:
            self._hand_out(kept)
        elif self._under_way != post_id:
            self._read(post_id)

    def read_again(self, post_id: PostId) -> None:
        """Have a post told as it is now: something of it has changed."""
        self._kept.pop(post_id, None)
        self._stop()
        self.ask(post_id)

    def read_ahead(self, post_ids: Iterable[PostId]) -> None:
        """Read these posts when nobody waits, those first that come first.

        No others are kept, but the one that was told last: people turn back to it.
        """
        self._ahead = list(post_ids)
        wanted = {*self._ahead, self._told}
        self._kept = {one: kept for one, kept in self._kept.items() if one in wanted}
        self._go_on()

    def follow(self, changes: ChangeSet) -> None:
        """Keep what a command has left as it was."""
        self._kept = {one: kept.after(changes) for one, kept in self._kept.items()}

    def stop_waiting(self) -> None:
        """Wait for nothing; what was read ahead stays."""
        self._asked = None

    def forget(self) -> None:
        """Wait for nothing, keep nothing: another person has sat down, or the screen is left."""
        self._asked = None
        self._ahead.clear()
        self._kept.clear()
        self._stop()

    def _good(self, post_id: PostId) -> WholePost | None:
        """Return a post that was read ahead, if it still is what the calendar says."""
        kept = self._kept.get(post_id)
        if kept is None or kept.newest_event != self._reader.newest_event():
            return None
        return kept if self._reader.clock() - kept.at <= KEEPS else None

    def _go_on(self) -> None:
        while self._ahead and self._under_way is None:
            wanted = self._ahead.pop(0)
            if self._good(wanted) is None:
                self._read(wanted)

    def _read(self, post_id: PostId) -> None:
        self._stop()
        self._under_way = post_id
        self._job = self._jobs.run(
            partial(
                _whole_post,
                self._reader,
                post_id,
                is_asked=post_id == self._asked,
                with_twins=self._with_twins,
            ),
            done=self._on_read,
            refused=partial(self._on_refused, post_id),
        )

    def _on_read(self, read: WholePost) -> None:
        post_id = read.view.post.id
        self._under_way = None
        if read.newest_event != self._reader.newest_event():
            self._read(post_id)
            return
        self._kept[post_id] = read
        if post_id == self._asked:
            self._hand_out(read)
        self._go_on()

    def _hand_out(self, read: WholePost) -> None:
        self._asked = None
        self._told = read.view.post.id
        self.came.emit(read)

    def _on_refused(self, post_id: PostId, sentence: str) -> None:
        self._under_way = None
        if post_id == self._asked:
            self._asked = None
            self.refused.emit(sentence)
        self._go_on()

    def _stop(self) -> None:
        self._under_way = None
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _whole_post(
    reader: "Reader", post_id: PostId, progress: Progress, *, is_asked: bool, with_twins: bool
) -> WholePost:
    """Read a post; one that nobody waits for lets the window go on between its parts."""
    pause = progress.check if is_asked else progress.take_a_breath
    pause()
    with closing(reader.again()) as own:
        newest, at = own.newest_event(), own.clock()
        view = own.post(post_id)
        pause()
        history = own.history(post_id)
        pause()
        twins = own.twins(view.post) if with_twins and view.siblings else ()
        return WholePost(view, history, twins, newest, at)
