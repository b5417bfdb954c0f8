"""The flags of posts that stand in no calendar yet, judged beside each other, by channel."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from app.commands.flags import Judged, judged
from app.commands.reader import Reader
from app.commands.setting import Setting
from app.commands.worker import Worker, WorkerLostError
from app.domain.channel import ChannelId
from app.domain.post import Post, PostId

Names = Mapping[PostId, str]
"""What people call each post, such as `Row 12`."""
Judge = Callable[[Sequence[Post], Names], Judged]
"""Returns the flags of posts of one channel."""


def by_channel(posts: Iterable[Post]) -> tuple[tuple[Post, ...], ...]:
    """Return the posts of each channel: only these have to do with each other."""
    groups: defaultdict[ChannelId, list[Post]] = defaultdict(list)
    for post in posts:
        groups[post.content.channel].append(post)
    return tuple(map(tuple, groups.values()))


def flags_together(reader: Reader, posts: Sequence[Post], names: Names) -> Judged:
    """Return the flags of posts of one channel, each beside the others that it meets.

    Those of the sheet as it has them, and those of the calendar.
    """
    setting = Setting.of(reader.engine)
    return judged(reader.engine, setting, reader.knowledge, posts, names)


def judged_beside(worker: Worker, reader: Reader) -> Judge:
    """Return what judges in the process of a worker, or here where no process can be had."""

    def judge(posts: Sequence[Post], names: Names) -> Judged:
        try:
            return worker.ask(flags_together, posts, names)
        except WorkerLostError:
            return flags_together(reader, posts, names)

    return judge
