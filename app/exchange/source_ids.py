"""By which id a row is known again at the next import: its own number, else what it says."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.domain.canonical import canonical_json, sha256
from app.exchange.column_names import Field
from app.exchange.planned import PlannedPost, RowError
from app.exchange.row_cells import RowCells
from app.wording import _

_LENGTH = 16


class SourceIds:
    """Gives the posts of one sheet their ids, no two alike."""

    def __init__(self) -> None:
        self._made: Counter[str] = Counter()
        self._rows: dict[str, int] = {}

    def given(
        self, cells: RowCells, posts: Iterable[PlannedPost]
    ) -> tuple[tuple[PlannedPost, ...], tuple[RowError, ...]]:
        """Return the posts of a row with their ids; none, and an error, for a number used twice."""
        number = cells.text(Field.SOURCE_ID)
        if not number:
            return tuple(self._by_content(posts)), ()
        numbered = tuple(
            replace(post, source_id=f"{number}/{post.channel.id}", has_own_number=True)
            for post in posts
        )
        firsts = [self._rows.setdefault(post.source_id, cells.row.number) for post in numbered]
        first = min(firsts, default=cells.row.number)
        if first == cells.row.number:
            return numbered, ()
        message = _("“{id}” stands in row {first} too. Give each row its own and import again.")
        column = cells.columns.name(Field.SOURCE_ID)
        error = RowError(cells.row.number, column, message.format(id=number, first=first))
        return (), (error,)

    def _by_content(self, posts: Iterable[PlannedPost]) -> Iterator[PlannedPost]:
        for post in posts:
            made = f"#{_digest(post)}/{post.channel.id}"
            self._made[made] += 1
            count = self._made[made]
            yield replace(post, source_id=made if count == 1 else another(made, count))


def another(source_id: str, count: int) -> str:
    """Return the id of the second, third … row that would have the same one."""
    return f"{source_id}~{count}"


def _digest(post: PlannedPost) -> str:
    """Return the same short name for the same content, in whatever file and form it stands."""
    local = post.local and (post.local.date() if post.is_time_guessed else post.local)
    content = [
        local and local.isoformat(),
        *(post.language, post.name, post.text, post.link, post.first_comment, post.campaign),
        list(post.tags),
        [[one.url, one.alt] for one in post.media],
    ]
    return sha256(canonical_json(content))[:_LENGTH]
