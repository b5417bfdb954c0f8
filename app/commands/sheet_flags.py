"""The flags of posts that stand in no calendar yet, judged beside each other, by channel."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from app.commands.flag_merging import merged
from app.commands.flags import facts_of, present_flags
from app.commands.reader import Reader
from app.commands.setting import Setting
from app.commands.worker import Worker, WorkerLostError
from app.domain.channel import ChannelId
from app.domain.flag import Flag
from app.domain.post import Post, PostId
from app.risks.assess import assess_beside
from app.risks.company import companions_in

Names = Mapping[PostId, str]
"""What people call each post, such as `Row 12`."""
Found = Mapping[PostId, tuple[Flag, ...]]
Judge = Callable[[Sequence[Post], Names], Found]
"""Returns the flags of posts of one channel."""


def by_channel(posts: Iterable[Post]) -> tuple[tuple[Post, ...], ...]:
    """Return the posts of each channel: only these have to do with each other."""
    groups: defaultdict[ChannelId, list[Post]] = defaultdict(list)
    for post in posts:
        groups[post.content.channel].append(post)
    return tuple(map(tuple, groups.values()))


def flags_together(reader: Reader, posts: Sequence[Post], names: Names) -> Found:
    """Return the flags of posts of one channel, each beside those of the others that it meets."""
    setting = Setting.of(reader.engine)
    found = present_flags(reader.engine, setting, reader.knowledge, posts)
    company = companions_in(posts, lambda post: names[post.id])
    beside = {
        post.id: assess_beside(
            post,
            replace(facts_of(setting, reader.knowledge, post), companions=company[post.id]),
        )
        for post in posts
        if post.id in company
    }
    return {post_id: merged([*flags, *beside.get(post_id, ())]) for post_id, flags in found.items()}


def judged_beside(worker: Worker, reader: Reader) -> Judge:
    """Return what judges in the process of a worker, or here where no process can be had."""

    def judge(posts: Sequence[Post], names: Names) -> Found:
        try:
            return worker.ask(flags_together, posts, names)
        except WorkerLostError:
            return flags_together(reader, posts, names)

    return judge
