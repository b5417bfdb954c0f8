"""What the store asks of a database: one set of portable statements, whichever engine runs them."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

Row = dict[str, Any]


class Engine(Protocol):
    """An open calendar; used only from the thread that opened it."""

    @property
    def name(self) -> str:
        """`sqlite` or `postgres`."""

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be saved."""

    def read(self, sql: str, /, **parameters: object) -> list[Row]:
        """Return all rows of a query with `:named` parameters."""

    def tuples(self, sql: str, /, **parameters: object) -> list[tuple[Any, ...]]:
        """Return the same rows without the names of their columns."""

    def write(self) -> AbstractContextManager[None]:
        """Return a block that is saved as a whole or not at all.

        A block inside another one joins it; when it fails, only its own part is taken back.
        """

    def run(self, sql: str, /, **parameters: object) -> None:
        """Run one statement inside a write block."""

    def run_many(self, sql: str, rows: Iterable[Mapping[str, object]], /) -> None:
        """Run one statement for each row inside a write block."""

    def changed(self) -> bool:
        """Tell whether somebody else has saved something since the last time this was asked."""

    def stand(self) -> int:
        """Return a number that is another one as soon as another connection has saved something."""

    def schema_is_whole(self) -> bool:
        """Tell whether tables, views and triggers are exactly those of this program."""

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy of everything to a new file, while work goes on."""

    def close(self) -> None:
        """Let go of the calendar."""
